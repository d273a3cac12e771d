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
import { LAST, SITE, townName, type LastBuild, type SiteEntry, type TownEntry } from './cache/entries.js';
import { joined, marksOf } from './cache/marks.js';
import { Memory, remembered } from './cache/memory.js';
import { isMarked, recordOf, sumOfSources, sumsWhereSame, unsettledIn } from './cache/sources.js';
import type { Store, Stored } from './cache/store.js';
import { sumOfData, sumOfNumbers } from './cache/sum.js';
import { inOrder, isRefused, type Diagnostic } from './diagnostics/diagnostic.js';
import { copiesOf, elsewhere, groundOf, judgeDigests, survey, type Content, type Survey } from './flow.js';
import { Keep } from './keep.js';
import type { TownDigest } from './model/digest.js';
import type { ListedFile as BuiltFile } from './model/manifest.js';
import type { Theme } from './model/page.js';
import { countsOf, type Counts } from './model/counts.js';
import { isInShard, PART, partText, type Shard } from './parts/part.js';
import type { LineOf } from './read/read-line.js';
import { countTexts, type ListedFile } from './read/read.js';
import { renderSite, type Elsewhere } from './render/render.js';
import { contentOf, deliver } from './threads/deliver.js';
import type { DeliveredTown, Task } from './threads/messages.js';
import { threadsFor } from './threads/how-many.js';
import type { Writer, Written } from './write/write.js';

/**
 * Above so many, V8 optimizes only what runs long: as it comes, V8 11 optimizes so many functions meanwhile that it takes
 * two fifths of the processors' time, and what it made is thrown away a moment later. Later versions have another compiler
 * for what runs now and then, and no such option.
 */
const SOME_FILES = 500;
/**
 * Above so many, memory counts more than the last twentieth of the time: V8 then collects what towns leave behind when the
 * heap has grown by two fifths, where it would let it grow several times over.
 */
const MANY_FILES = 5000;
/** Characters of a line that is kept to be shown under a diagnostic. */
const MAX_LINE = 2000;

function tuneV8(files: number): void {
  if (files > SOME_FILES && process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1500000');
  if (files > MANY_FILES) setFlagsFromString('--heap-growing-percent=40');
}

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
  /** The lines of the content folder's files. */
  lineOf: LineOf;
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
  /** Whether what an earlier build has left is still true. */
  isKnown: boolean;
  digest: TownDigest | undefined;
  /** Of what is kept of it, and of what was kept when the last site was written. */
  sum: string;
  earlierSum: string;
  /** Absent where nobody has rendered it. */
  pages: readonly BuiltFile[] | undefined;
  /** Of its pages, where these have been left alone. */
  marks: Float64Array | undefined;
}

/** What an earlier build has left of a town, as long as it is looked at. */
interface Left {
  entry: TownEntry;
  sum: string;
  earlierSum: string;
}

export async function makeWholeSite(order: Order): Promise<MadeSite> {
  tuneV8(order.files.length);
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
  /** What was read of files that are not settled. */
  readonly #unsettled = new Map<string, string>();
  /** Some file could not be read. */
  #isUnread = false;
  #isStopped = false;

  constructor(order: Order) {
    this.#order = order;
    this.#files = new Map(order.files.map((file) => [file.path, file]));
    this.#content = contentOf(this.#files);
    const left = new Map<string, Left>();
    // What it makes on the way is asked for no more: a parsed `report.md` of each report.
    this.#survey = survey(this.#content, new Keep(), (place): ReportHead[] | undefined => {
      const stored = order.store?.get<TownEntry>(townName(place.town));
      const sum = stored && this.#sumWhereSame(stored, place);
      if (!stored || sum === undefined) return undefined;
      const { value: entry, sum: earlierSum } = stored;
      left.set(place.town, { entry, sum, earlierSum });
      return entry.heads;
    });
    this.#note(this.#survey.sums);
    this.#heads = new Map(this.#survey.heads.map((head) => [head.path, head]));
    this.#around = elsewhere(this.#survey, order.theme, this.#keep);
    this.#towns = this.#recall(left);
  }

  async make(): Promise<MadeSite> {
    this.#say(this.#survey.diagnostics);
    await this.#makeTowns(
      this.#towns.filter(({ isKnown }) => !isKnown),
      (said) => this.#sayOfTown(said),
    );
    return this.#order.shard ? this.#finishPart(this.#order.shard) : this.#finishSite();
  }

  async #finishSite(): Promise<MadeSite> {
    const aboutAll = judgeDigests(this.#digests(), this.#survey.suspects, this.#survey.common);
    this.#say(aboutAll);
    return this.#finish((writer, result) => {
      const pages = [
        ...renderSite(this.#digests(), this.#around, this.#order.theme, this.#keep.part('render')),
        ...copiesOf(this.#digests(), this.#content),
      ].map((page) => writer.put(page));
      const { root } = writer;
      const { written, manifest } = writer.commit();
      this.#keepSite([...pages, manifest], result, root);
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
  async #finish(write: (writer: Writer, result: Omit<MadeSite, 'written'>) => Written): Promise<MadeSite> {
    const result = { diagnostics: inOrder(this.#diagnostics), counts: countsOf(this.#digests()) };
    const { writer } = this.#order;
    if (!writer) return result;
    if (this.#isStopped) {
      writer.abandon();
      return result;
    }
    await this.#leaveKnown(writer);
    return { ...result, written: write(writer, result) };
  }

  /** What is known of each town, where all that its pages were told is the same. */
  #recall(left: ReadonlyMap<string, Left>): Town[] {
    const common = sumOfData([this.#order.theme, [...this.#survey.sums]]);
    const { shard } = this.#order;
    const places = this.#survey.towns.filter((_, position) => !shard || isInShard(position, shard));
    return places.map((place) => {
      const stamp = sumOfData([common, this.#told(place)]);
      const { entry, sum = '', earlierSum = '' } = left.get(place.town) ?? {};
      const isKnown = entry?.stamp === stamp && wouldTell(this.#survey.places, entry.told);
      if (isKnown) this.#sayOfTown(entry.diagnostics);
      const { digest, pages } = isKnown ? entry : {};
      return { place, stamp, isKnown, digest, sum, earlierSum, pages, marks: undefined };
    });
  }

  /** What the pages of a town are told of the rest of the site, beside what `Told` has. */
  #told({ reports }: TownPlace): unknown {
    const { names, home, portal: _, offices: __, ...others } = this.#around;
    return [reports.map(({ path }) => [path, names.get(path), path === home]), others];
  }

  /** The sum of an entry, if it was made of the very files that a town has now; it may be one that tells so at a glance. */
  #sumWhereSame({ value, sum }: Stored<TownEntry>, place: TownPlace): string | undefined {
    const { store, writer } = this.#order;
    const files = this.#filesOf(place);
    if (isMarked(value.files, files)) return sum;
    const sums = sumsWhereSame(value.files, files);
    if (!sums) return undefined;
    this.#note(sums);
    const record = recordOf(files, sums);
    // Only whoever writes pages notes of which entry they are.
    if (!store || !writer || record.sources === undefined) return sum;
    return store.set(townName(place.town), { ...value, files: record } satisfies TownEntry);
  }

  #filesOf(place: TownPlace): ListedFile[] {
    return filesOf(place).flatMap((path) => this.#files.get(path) ?? []);
  }

  /** Notes what was read of files whose status does not tell of every change. */
  #note(sums: ReadonlyMap<string, string | undefined>): void {
    for (const [path, sum] of sums) {
      if (sum === undefined) this.#isUnread = true;
      else if (this.#files.get(path)?.status.isSettled === false) this.#unsettled.set(path, sum);
    }
  }

  /** Makes towns, in threads where there are enough; `hear` gets what there is to say of each. */
  async #makeTowns(towns: readonly Town[], hear: (said: readonly Diagnostic[]) => void): Promise<void> {
    const { folder, strict } = this.#order;
    const shared = { ground: groundOf(this.#survey), around: this.#around, strict };
    const taskOf = (index: number): Task | undefined => {
      const place = towns[index]?.place;
      return (
        place && {
          place,
          files: this.#filesOf(place).map(plain),
          isRendered: this.#order.writer !== undefined && !this.#isStopped,
        }
      );
    };
    const take = (index: number, made: DeliveredTown): void => {
      const town = towns[index];
      if (town) this.#take(town, made);
      hear(made.diagnostics);
    };
    const threads = this.#order.threads ?? threadsFor(towns.reduce((sum, { place }) => sum + filesOf(place).length, 0));
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
    town.pages = writer && pages?.map((page) => writer.putBytes(page));
    this.#note(sums);
    // What could not be read is tried again the next time.
    if (!store || [...sums.values()].includes(undefined)) return;
    const { stamp, place } = town;
    const heads = place.reports.flatMap(({ path }) => this.#heads.get(path) ?? []);
    const entry: TownEntry = {
      files: recordOf(this.#filesOf(place), sums),
      stamp,
      told,
      heads,
      digest,
      diagnostics,
      ...(town.pages && { pages: [...town.pages] }),
    };
    town.sum = store.set(townName(place.town), entry);
  }

  /** The pages of towns that are known: left alone where they stand as they should, made again where they do not. */
  async #leaveKnown(writer: Writer): Promise<void> {
    const memory = new Memory(this.#order.store?.get<SiteEntry>(SITE)?.value, writer.root);
    const gone: Town[] = [];
    for (const town of this.#towns) {
      const { place, isKnown, earlierSum, pages } = town;
      if (!isKnown) continue;
      town.marks = pages && memory.marksWhereBuilt(place.town, earlierSum, pages);
      if (!town.marks) gone.push(town);
      else for (const page of pages ?? []) writer.leave(page);
    }
    // What there is to say of them has been said.
    await this.#makeTowns(gone, () => undefined);
  }

  /** Leaves for the next build what it needs to see what has changed, if anything has. */
  #keepSite(pages: readonly BuiltFile[], { diagnostics, counts }: Omit<MadeSite, 'written'>, root: string): void {
    const { store, theme, files, lineOf } = this.#order;
    if (!store) return;
    const towns = this.#towns.map(({ place, sum, marks, pages: own = [] }) => {
      const paths = own.map(({ path }) => path);
      return { town: place.town, sum, paths, marks: marks ?? marksOf(root, paths) };
    });
    store.set(SITE, remembered(root, towns));
    store.keepOnly([SITE, LAST, ...this.#survey.towns.map(({ town }) => townName(town))]);
    // What could not be read is tried again the next time.
    if (this.#isUnread) return;
    for (const { path, sha256 } of pages)
      if (this.#files.get(path)?.status.isSettled === false)
        this.#unsettled.set(path, Buffer.from(sha256, 'hex').toString('base64'));
    const unsettled = unsettledIn(files, this.#unsettled);
    const paths = pages.map(({ path }) => path);
    const last: LastBuild = {
      theme: sumOfData(theme),
      sources: sumOfSources(files, unsettled),
      unsettled,
      out: root,
      built: [...towns.flatMap((town) => town.paths), ...paths],
      marks: sumOfNumbers(joined([...towns.map(({ marks }) => marks), marksOf(root, paths)])),
      diagnostics,
      lines: diagnostics.map(({ at }) => {
        const line = lineOf(at.file, at.line);
        return line !== undefined && line.length <= MAX_LINE ? line : null;
      }),
      counts,
    };
    store.set(LAST, last);
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

/** A listed file as it goes to other threads. */
function plain({ path, file, kind, bytes, found, status }: ListedFile): ListedFile {
  return { path, file, kind, bytes, found: { path, file, kind: found.kind, error: found.error }, status };
}
