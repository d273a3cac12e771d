/**
 * Making a site, town by town, with what the last build has left.
 *
 * In:  the listed files of the content folder; where earlier builds have kept what they made, and where pages go.
 * Out: diagnostics and pages as if everything had been made anew: what is known of a town is used only where all it was
 *      made from is the same, and its pages are left alone only where they still stand as they were written.
 *
 * First comes what is known, then the towns that are not, then the pages of the known. So the order in which things are
 * said and made differs from build to build; what comes of it does not.
 */
import { createHash } from 'node:crypto';
import type { ReportHead, TownPlace } from './assemble/assemble.js';
import { SITE, townName, type SiteEntry, type TownEntry } from './cache/entries.js';
import { isSame, marksOf, recordOf, type FileRecord } from './cache/marks.js';
import { Memory } from './cache/memory.js';
import type { Store, Stored } from './cache/store.js';
import { inOrder, isRefused, type Diagnostic } from './diagnostics/diagnostic.js';
import { copiesOf, elsewhere, judgeAll, makeTown, renderMade, survey, type Content, type Survey } from './flow.js';
import { Keep } from './keep.js';
import type { TownDigest } from './model/digest.js';
import type { ListedFile as BuiltFile } from './model/manifest.js';
import type { Theme } from './model/page.js';
import { countsOf, type Counts } from './model/counts.js';
import { listingOf, readFile, type ListedFile } from './read/read.js';
import { renderSite, type Elsewhere } from './render/render.js';
import type { Writer, Written } from './write/write.js';

export interface Order {
  files: readonly ListedFile[];
  /** Warnings stop the build as errors do. */
  strict: boolean;
  theme: Theme;
  /** Absent when nothing is to be kept. */
  store: Store | undefined;
  /** Absent when nobody asked for pages. */
  writer: Writer | undefined;
}

export interface MadeSite {
  /** In order of place. */
  diagnostics: Diagnostic[];
  counts: Counts;
  /** Absent where diagnostics stand against it, or nobody asked for pages. */
  written?: Written;
}

/** A town on its way. */
interface Town {
  place: TownPlace;
  stamp: string;
  /** What an earlier build has left, where it is still true. */
  known: TownEntry | undefined;
  digest: TownDigest | undefined;
  /** Of what is kept of it. */
  sum: string;
  pages: readonly BuiltFile[];
  /** Of its pages, where these have been left alone. */
  marks: readonly number[] | undefined;
}

export function makeWholeSite(order: Order): MadeSite {
  return new SiteMaker(order).make();
}

class SiteMaker {
  readonly #order: Order;
  readonly #files: ReadonlyMap<string, ListedFile>;
  readonly #content: Content;
  /** Of what is not a town's. */
  readonly #keep = new Keep();
  readonly #survey: Survey;
  readonly #around: Elsewhere;
  readonly #towns: readonly Town[];
  readonly #diagnostics: Diagnostic[] = [];
  #isStopped = false;

  constructor(order: Order) {
    this.#order = order;
    this.#files = new Map(order.files.map((file) => [file.path, file]));
    this.#content = { files: this.#files, read: (file, keep) => readFile(file as ListedFile, keep) };
    const entries = new Map<string, Stored<TownEntry>>();
    this.#survey = survey(this.#content, this.#keep, (place): ReportHead[] | undefined => {
      const entry = order.store?.get<TownEntry>(townName(place.town));
      if (!entry || !this.#isOf(entry.value, place)) return undefined;
      entries.set(place.town, entry);
      return entry.value.heads;
    });
    this.#around = elsewhere(this.#survey, order.theme, this.#keep);
    this.#towns = this.#recall(entries);
  }

  make(): MadeSite {
    const { writer } = this.#order;
    this.#say(this.#survey.diagnostics);
    for (const { known } of this.#towns) if (known) this.#say(known.diagnostics);
    for (const town of this.#towns) if (!town.known) this.#say(this.#makeTown(town));
    const aboutAll = judgeAll(this.#digests(), this.#survey, this.#content);
    this.#say(aboutAll);
    const result = { diagnostics: inOrder(this.#diagnostics), counts: countsOf(this.#digests()) };
    if (!writer) return result;
    if (this.#isStopped) {
      writer.abandon();
      return result;
    }
    this.#leaveKnown(writer);
    const pages = [
      ...renderSite(this.#digests(), this.#around, this.#order.theme, this.#keep.part('render')),
      ...copiesOf(this.#digests(), this.#content),
    ].map((page) => writer.put(page));
    const { written, manifest } = writer.commit();
    this.#keepSite([...pages, manifest], [...this.#survey.diagnostics, ...aboutAll], writer.root);
    return { ...result, written };
  }

  /** What is known of each town, where all that its pages were told is the same. */
  #recall(entries: ReadonlyMap<string, Stored<TownEntry>>): Town[] {
    const common = sumOf([this.#order.theme, [...this.#survey.sums]]);
    return this.#survey.towns.map((place) => {
      const stamp = sumOf([common, this.#told(place)]);
      const stored = entries.get(place.town);
      const isTrue = stored?.value.stamp === stamp && this.#survey.places.wouldTell(stored.value.told);
      const known = isTrue ? stored.value : undefined;
      return {
        place,
        stamp,
        known,
        digest: known?.digest,
        sum: stored?.sum ?? '',
        pages: known?.pages ?? [],
        marks: undefined,
      };
    });
  }

  /** What the pages of a town are told of the rest of the site, beside what `Told` has. */
  #told({ reports }: TownPlace): unknown {
    const { names, home, portal: _, offices: __, ...others } = this.#around;
    return [reports.map(({ path }) => [path, names.get(path), path === home]), others];
  }

  /** Whether an entry was made of the very files that a town has now. */
  #isOf({ files }: TownEntry, place: TownPlace): boolean {
    const paths = pathsOf(place);
    return (
      files.length === paths.length &&
      files.every((record, index) => record.path === paths[index] && isSame(record, this.#files.get(record.path)))
    );
  }

  /** Makes a town, with its pages as long as nothing stands against them; returns what there is to say of it. */
  #makeTown(town: Town): Diagnostic[] {
    const { writer, strict } = this.#order;
    const within = new Keep();
    const made = makeTown(town.place, this.#survey, this.#content, within);
    const isWanted = writer && !this.#isStopped && !isRefused(made.diagnostics, strict);
    const rendered = isWanted ? renderMade(made, this.#around, within) : undefined;
    town.digest = rendered?.digest ?? made.digest;
    town.pages = rendered && writer ? rendered.pages.map((page) => writer.put(page)) : [];
    const files = this.#recordsOf(made.sums);
    // What could not be read is tried again the next time.
    if (!this.#order.store || !files) return made.diagnostics;
    const { digest, pages, stamp, place } = town;
    const heads = this.#survey.heads.filter(({ path }) => place.reports.some((report) => report.path === path));
    const { told, diagnostics } = made;
    const entry: TownEntry = { files, stamp, told, heads, digest, diagnostics, ...(rendered && { pages: [...pages] }) };
    town.sum = this.#order.store.set(townName(place.town), entry);
    return diagnostics;
  }

  /** The pages of towns that are known: left alone where they stand as they should, made again where they do not. */
  #leaveKnown(writer: Writer): void {
    const memory = new Memory(this.#order.store?.get<SiteEntry>(SITE)?.value, writer.root);
    for (const town of this.#towns) {
      if (!town.known) continue;
      town.marks = town.known.pages && memory.marksWhereBuilt(town.place.town, town.sum, town.pages);
      if (!town.marks) this.#makeTown(town);
      else for (const page of town.pages) writer.leave(page);
    }
  }

  /** Leaves for the next build what it needs to see that nothing has changed. */
  #keepSite(pages: BuiltFile[], diagnostics: readonly Diagnostic[], root: string): void {
    const { store, theme, files } = this.#order;
    const attachments = pages.flatMap(({ path, sha256 }): [string, string][] =>
      this.#files.get(path)?.kind === 'asset' ? [[path, Buffer.from(sha256, 'hex').toString('base64')]] : [],
    );
    const records = this.#recordsOf(new Map([...this.#survey.sums, ...attachments]));
    if (!store || !records) return;
    const marks = this.#towns.flatMap((town) => [
      ...(town.marks ?? town.pages.flatMap(({ path }) => marksOf(root, path))),
    ]);
    const entry: SiteEntry = {
      listing: listingOf(files),
      theme: sumOf(theme),
      files: records,
      towns: this.#towns.map(({ place, sum, pages: own }) => ({ town: place.town, sum, pages: own.length })),
      diagnostics: [...diagnostics],
      counts: countsOf(this.#digests()),
      pages,
      out: root,
      marks: [...marks, ...pages.flatMap(({ path }) => marksOf(root, path))],
    };
    store.set(SITE, entry);
    store.keepOnly([SITE, ...this.#towns.map(({ place }) => townName(place.town))]);
  }

  /** `undefined` where one of them could not be read. */
  #recordsOf(sums: ReadonlyMap<string, string | undefined>): FileRecord[] | undefined {
    const records = [...sums].flatMap(([path, sum]) => {
      const file = this.#files.get(path);
      return file && sum !== undefined ? [recordOf(file, sum)] : [];
    });
    return records.length === sums.size ? records : undefined;
  }

  #digests(): TownDigest[] {
    return this.#towns.flatMap(({ digest }) => digest ?? []);
  }

  #say(said: readonly Diagnostic[]): void {
    this.#isStopped ||= isRefused(said, this.#order.strict);
    for (const diagnostic of said) this.#diagnostics.push(diagnostic);
  }
}

function pathsOf({ reports }: TownPlace): string[] {
  return reports.flatMap(({ file, entries }) => [file, ...entries.map(({ path }) => path)]);
}

function sumOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
