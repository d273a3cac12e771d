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
import { setFlagsFromString } from 'node:v8';
import { filesOf, wouldTell, type ReportHead, type TownPlace } from './assemble/assemble.js';
import { SITE, townName, type SiteEntry, type TownEntry } from './cache/entries.js';
import { isSame, marksOf, recordOf, type FileRecord } from './cache/marks.js';
import { Memory } from './cache/memory.js';
import type { Store, Stored } from './cache/store.js';
import { sumOfData } from './cache/sum.js';
import { inOrder, isRefused, type Diagnostic } from './diagnostics/diagnostic.js';
import { copiesOf, elsewhere, groundOf, judgeDigests, survey, type Content, type Survey } from './flow.js';
import { Keep } from './keep.js';
import type { TownDigest } from './model/digest.js';
import type { ListedFile as BuiltFile } from './model/manifest.js';
import type { Theme } from './model/page.js';
import { countsOf, type Counts } from './model/counts.js';
import { isInShard, PART, partText, type Shard } from './parts/part.js';
import { countTexts, listingOf, type ListedFile } from './read/read.js';
import { renderSite, type Elsewhere } from './render/render.js';
import { contentOf, deliver } from './threads/deliver.js';
import type { DeliveredTown, Task } from './threads/messages.js';
import { threadsFor } from './threads/how-many.js';
import type { Writer, Written } from './write/write.js';

/**
 * Above so many, memory counts more than the last twentieth of the time: V8 then collects what towns leave behind when the
 * heap has grown by two fifths, where it would let it grow several times over.
 */
const MANY_FILES = 5000;

export interface Order {
  /** The content folder. */
  folder: string;
  files: readonly ListedFile[];
  /** Warnings stop the build as errors do. */
  strict: boolean;
  theme: Theme;
  /** Absent when nothing is to be kept. */
  store: Store | undefined;
  /** Absent when nobody asked for pages. */
  writer: Writer | undefined;
  /** Which share of the towns to make; absent: all, and what the site as a whole says. */
  shard?: Shard | undefined;
  /** How many threads make towns; absent: as many as pay. */
  threads?: number | undefined;
  /** Of the program, for whoever merges shares. */
  program?: string | undefined;
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

export async function makeWholeSite(order: Order): Promise<MadeSite> {
  if (order.files.length > MANY_FILES) setFlagsFromString('--heap-growing-percent=40');
  return new SiteMaker(order).make().catch((error: unknown) => {
    // Whatever it was, nobody waits for the folder any more.
    order.writer?.abandon();
    throw error;
  });
}

class SiteMaker {
  readonly #order: Order;
  readonly #files: ReadonlyMap<string, ListedFile>;
  readonly #content: Content;
  /** Of what is not a town's. */
  readonly #keep = new Keep();
  readonly #survey: Survey;
  readonly #heads: ReadonlyMap<string, ReportHead>;
  readonly #around: Elsewhere;
  readonly #towns: readonly Town[];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #aboutTowns: Diagnostic[] = [];
  #isStopped = false;

  constructor(order: Order) {
    this.#order = order;
    this.#files = new Map(order.files.map((file) => [file.path, file]));
    this.#content = contentOf(this.#files);
    const entries = new Map<string, Stored<TownEntry>>();
    this.#survey = survey(this.#content, this.#keep, (place): ReportHead[] | undefined => {
      const entry = order.store?.get<TownEntry>(townName(place.town));
      if (!entry || !this.#isOf(entry.value, place)) return undefined;
      // Which files they were is not asked again, and of all towns takes more memory than the rest.
      entries.set(place.town, { ...entry, value: { ...entry.value, files: [] } });
      return entry.value.heads;
    });
    this.#heads = new Map(this.#survey.heads.map((head) => [head.path, head]));
    this.#around = elsewhere(this.#survey, order.theme, this.#keep);
    this.#towns = this.#recall(entries);
  }

  async make(): Promise<MadeSite> {
    this.#say(this.#survey.diagnostics);
    for (const { known } of this.#towns) if (known) this.#sayOfTown(known.diagnostics);
    await this.#makeTowns(
      this.#towns.filter(({ known }) => !known),
      (said) => this.#sayOfTown(said),
    );
    return this.#order.shard ? this.#finishPart(this.#order.shard) : this.#finishSite();
  }

  async #finishSite(): Promise<MadeSite> {
    const aboutAll = judgeDigests(this.#digests(), this.#survey.suspects, this.#survey.common);
    this.#say(aboutAll);
    return this.#finish((writer) => {
      const pages = [
        ...renderSite(this.#digests(), this.#around, this.#order.theme, this.#keep.part('render')),
        ...copiesOf(this.#digests(), this.#content),
      ].map((page) => writer.put(page));
      const { root } = writer;
      const { written, manifest } = writer.commit();
      this.#keepSite([...pages, manifest], [...this.#survey.diagnostics, ...aboutAll], root);
      return written;
    });
  }

  /** The share of a divided build: the towns' own files, and what is needed to make the whole. */
  #finishPart(shard: Shard): Promise<MadeSite> {
    const { files, program } = this.#order;
    const { common, heads, sums, suspects, diagnostics: aboutSite } = this.#survey;
    return this.#finish((writer) => {
      for (const page of copiesOf(this.#digests(), this.#content)) writer.put(page);
      const text = partText({
        program: program ?? '',
        shard,
        content: sumOfData([files.map(({ path, kind, bytes }) => [path, kind, bytes]), [...sums], heads]),
        files: countTexts(files),
        common,
        suspects,
        aboutSite,
        towns: this.#digests(),
        aboutTowns: this.#aboutTowns,
      });
      writer.put({ path: PART, text });
      return writer.commit().written;
    });
  }

  /** What remains to be done when everything has been said. */
  async #finish(write: (writer: Writer) => Written): Promise<MadeSite> {
    const result = { diagnostics: inOrder(this.#diagnostics), counts: countsOf(this.#digests()) };
    const { writer } = this.#order;
    if (!writer) return result;
    if (this.#isStopped) {
      writer.abandon();
      return result;
    }
    await this.#leaveKnown(writer);
    return { ...result, written: write(writer) };
  }

  /** What is known of each town, where all that its pages were told is the same. */
  #recall(entries: ReadonlyMap<string, Stored<TownEntry>>): Town[] {
    const common = sumOfData([this.#order.theme, [...this.#survey.sums]]);
    const { shard } = this.#order;
    const places = this.#survey.towns.filter((_, position) => !shard || isInShard(position, shard));
    return places.map((place) => {
      const stamp = sumOfData([common, this.#told(place)]);
      const stored = entries.get(place.town);
      const isTrue = stored?.value.stamp === stamp && wouldTell(this.#survey.places, stored.value.told);
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
    const paths = filesOf(place);
    return (
      files.length === paths.length &&
      files.every((record, index) => record.path === paths[index] && isSame(record, this.#files.get(record.path)))
    );
  }

  /** Makes towns, in threads where there are enough; `hear` gets what there is to say of each. */
  async #makeTowns(towns: readonly Town[], hear: (said: readonly Diagnostic[]) => void): Promise<void> {
    const { folder, strict } = this.#order;
    const shared = { ground: groundOf(this.#survey), around: this.#around, strict };
    const tasks = towns.map((town) => ({
      town,
      files: filesOf(town.place).flatMap((path) => this.#files.get(path) ?? []),
    }));
    const taskOf = (index: number): Task | undefined => {
      const task = tasks[index];
      return (
        task && {
          place: task.town.place,
          files: task.files,
          isRendered: this.#order.writer !== undefined && !this.#isStopped,
        }
      );
    };
    const take = (index: number, made: DeliveredTown): void => {
      const town = towns[index];
      if (town) this.#take(town, made);
      hear(made.diagnostics);
    };
    const threads = this.#order.threads ?? threadsFor(tasks.reduce((sum, { files }) => sum + files.length, 0));
    if (threads < 2) {
      for (let index = 0, task = taskOf(index); task; index += 1, task = taskOf(index))
        take(index, deliver(task, shared, this.#survey.places));
      return;
    }
    let index = -1;
    const next = (): { index: number; task: Task } | undefined => {
      index += 1;
      const task = taskOf(index);
      return task && { index, task };
    };
    // Node's own threads take their time to load.
    const { makeInThreads } = await import('./threads/threads.js');
    await makeInThreads(threads, { ...shared, folder }, next, take);
  }

  /** Takes a town that has been made: its pages to where they go, what it was made from to the cache. */
  #take(town: Town, { digest, diagnostics, told, sums, pages }: DeliveredTown): void {
    const { writer, store } = this.#order;
    town.digest = digest;
    town.pages = writer && pages ? pages.map((page) => writer.putBytes(page)) : [];
    const files = this.#recordsOf(sums);
    // What could not be read is tried again the next time.
    if (!store || !files) return;
    const { stamp, place } = town;
    const heads = place.reports.flatMap(({ path }) => this.#heads.get(path) ?? []);
    const entry: TownEntry = {
      files,
      stamp,
      told,
      heads,
      digest,
      diagnostics,
      ...(pages && { pages: [...town.pages] }),
    };
    town.sum = store.set(townName(place.town), entry);
  }

  /** The pages of towns that are known: left alone where they stand as they should, made again where they do not. */
  async #leaveKnown(writer: Writer): Promise<void> {
    const memory = new Memory(this.#order.store?.get<SiteEntry>(SITE)?.value, writer.root);
    const gone: Town[] = [];
    for (const town of this.#towns) {
      if (!town.known) continue;
      town.marks = town.known.pages && memory.marksWhereBuilt(town.place.town, town.sum, town.pages);
      if (!town.marks) gone.push(town);
      else for (const page of town.pages) writer.leave(page);
    }
    // What there is to say of them has been said.
    await this.#makeTowns(gone, () => undefined);
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
      theme: sumOfData(theme),
      files: records,
      towns: this.#towns.map(({ place, sum, pages: own }) => ({ town: place.town, sum, pages: own.length })),
      diagnostics: [...diagnostics],
      counts: countsOf(this.#digests()),
      pages,
      out: root,
      marks: [...marks, ...pages.flatMap(({ path }) => marksOf(root, path))],
    };
    store.set(SITE, entry);
    store.keepOnly([SITE, ...this.#survey.towns.map(({ town }) => townName(town))]);
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

  #sayOfTown(said: readonly Diagnostic[]): void {
    this.#say(said);
    if (this.#order.shard) for (const diagnostic of said) this.#aboutTowns.push(diagnostic);
  }

  #say(said: readonly Diagnostic[]): void {
    this.#isStopped ||= isRefused(said, this.#order.strict);
    for (const diagnostic of said) this.#diagnostics.push(diagnostic);
  }
}
