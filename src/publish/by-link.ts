/**
 * Publishing where the target is a link: each version has a folder of its own, and the link is switched in one step.
 *
 *   fzzfjsndbg -> .fazhi-fzzfjsndbg/8c1f…
 *   .fazhi-fzzfjsndbg/8c1f…/     the version that readers see: never written into
 *   .fazhi-fzzfjsndbg/03ab…/     the version before
 *
 * Cut off anywhere, the link leads to a whole version. What was staged of the next one waits in its folder, by whole
 * files, and is taken up by the next publish of the same site.
 *
 * Of two publishers at once, the one that began last goes on; the other finds that out before it switches, and stops.
 * If it is held up just between the two, it finds the link that it made gone, or puts the other's into place. A link is
 * made only when the version it leads to is complete.
 */
import { MANIFEST, type ListedFile } from '../model/manifest.js';
import { foldersOf } from '../model/paths.js';
import { clear } from './clear.js';
import { below, byPath, compare, inTheWay, isWhole } from './compare.js';
import type { PlaceEntry, PutFile } from './place.js';
import type { Job, Published, PublishJob, Site } from './publish.js';
import { putSite } from './put-site.js';
import { isSame, named, versionOf, type State, type Version } from './records.js';
import { changedMeanwhile, incomplete, noLink, noPrevious, notCarried } from './refusals.js';
import { resultOf } from './result.js';
import { roomFor } from './room.js';

export async function publishByLink(site: Site, live: string | undefined, job: PublishJob): Promise<Published> {
  const { place, records, name, isDryRun, all, onPut } = job;
  const { files } = site.version;
  const standing = await standingAt(live, job);
  const comparison = compare(files, { ...standing, isTrusted: standing.isTrusted && !all });
  const { changed, unchanged, removed } = comparison;
  const foreign = await roomFor(files, comparison.foreign, { place, folder: `${records.folder}/${live}`, name });
  const special = foreign.filter(({ kind }) => kind === 'other').map(({ path }) => path);
  if (special.length > 0) throw notCarried(name, special);

  const version = named(site.version, [live, standing.state.previous]);
  const folder = `${records.folder}/${version.name}`;
  const staged = below(version.name, standing.kept);
  const strange = compare(files, { lists: [files], entries: staged, isTrusted: true }).foreign;
  await roomFor(files, strange, { place, folder, name: folder });
  const there = byPath(staged);
  const waiting = all ? [] : files.filter((file) => isWhole(file, there));
  const published = resultOf('link', version, { changed, unchanged, removed, foreign });
  published.resumed = changed.filter((file) => waiting.includes(file)).length;
  if (isDryRun || changed.length + removed.length === 0) return published;

  await place.makeFolders([folder, ...foldersFor(files, foreign).map((path) => `${folder}/${path}`)]);
  await records.begin([version]);
  const kept = unchanged.filter((file) => !waiting.includes(file));
  const isCopied = await carry([...kept, ...foreign], { live, to: version.name, staged, job });
  const missing = files.filter((file) => !waiting.includes(file) && !(isCopied && kept.includes(file)));
  await putSite(missing, folder, { root: site.root, place, onPut });
  const previous = isSame(live, version.name) ? standing.state.previous : live;
  const entries = await switchTo(version, previous, job);
  const shown = byPath(below(version.name, entries));
  // What others put into a version moves along with the site.
  const hasMoved = ({ path, kind, size, target }: PlaceEntry): boolean => {
    const now = shown.get(path);
    return now !== undefined && now.kind === kind && now.size === size && now.target === target;
  };
  await clear(entries, job, { keep: [version.name, previous], mayGo: hasMoved });
  return published;
}

export async function rollBackByLink(live: string | undefined, job: Job): Promise<Published> {
  const { place, records, name, isDryRun } = job;
  const { state, kept, lists, entries } = await standingAt(live, job);
  const version = await records.version(state.previous, kept);
  if (version === undefined) throw noPrevious(name);
  const { files } = version;
  const staged = below(version.name, kept);
  const there = byPath(staged);
  const missing = files.filter((file) => !isWhole(file, there)).map(({ path }) => path);
  if (missing.length > 0) throw incomplete(name, missing);
  const comparison = compare(files, { lists, entries, isTrusted: true });
  // What stands in the way of that version's own files is not taken along; it stays where it is.
  const blocking = inTheWay(files, comparison.foreign);
  const foreign = comparison.foreign.filter((entry) => !blocking.includes(entry) && entry.kind !== 'other');
  const published = resultOf('link', version, { ...comparison, foreign });
  if (isDryRun) return published;

  await place.makeFolders(foldersFor([], foreign).map((path) => `${records.folder}/${version.name}/${path}`));
  await records.begin([]);
  await carry(foreign, { live, to: version.name, staged, job });
  await switchTo(version, live, job);
  return published;
}

/** The version that readers see, and everything that publishing keeps. */
async function standingAt(live: string | undefined, { place, records }: Job) {
  const kept = below(records.folder, (await place.list(records.folder)) ?? []);
  const entries = live === undefined ? [] : below(live, kept);
  const hasManifest = byPath(entries).get(MANIFEST)?.kind === 'file';
  const manifest = hasManifest ? (await place.read(`${records.folder}/${live}/${MANIFEST}`))?.toString() : undefined;
  const listed = (await records.version(live, kept)) ?? (manifest === undefined ? undefined : versionOf(manifest));
  const version = isSame(listed?.name, live) ? listed : undefined;
  return {
    state: settled(await records.state(kept), live),
    kept,
    entries,
    lists: version === undefined ? [] : [version.files],
    // Another manifest means that somebody has copied another site over this one; that there is none means nothing.
    isTrusted: manifest === undefined || manifest === version?.manifest,
  };
}

/** A publish that was cut off between switching and saying so has left the state of before. */
function settled(state: State, live: string | undefined): State {
  return state.current === live || state.current === undefined ? state : { ...state, previous: state.current };
}

function foldersFor(files: readonly ListedFile[], foreign: readonly PlaceEntry[]): string[] {
  const folders = foreign.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  return [...new Set([...[...files, ...foreign].flatMap(({ path }) => foldersOf(path)), ...folders])];
}

interface Carrying {
  live: string | undefined;
  to: string;
  /** What is in the folder of that version already. */
  staged: readonly PlaceEntry[];
  job: Job;
}

/**
 * Brings what stays from the version that readers see into another. False where the place cannot copy: then what is not
 * ours goes over this machine, and our own files are left to be put anew.
 */
async function carry(
  stays: readonly (ListedFile | PlaceEntry)[],
  { live, to, staged, job: { place, records } }: Carrying,
): Promise<boolean> {
  const from = (path: string): string => `${records.folder}/${live}/${path}`;
  const into = (path: string): string => `${records.folder}/${to}/${path}`;
  const there = byPath(staged);
  const isLink = (file: ListedFile | PlaceEntry): file is PlaceEntry => 'kind' in file && file.kind === 'link';
  const isFile = (file: ListedFile | PlaceEntry): boolean => !('kind' in file) || file.kind === 'file';
  const links = stays.filter(isLink).filter(({ path, target }) => there.get(path)?.target !== target);
  const files = stays.filter(isFile).filter(({ path, size = 0 }) => !isWhole({ path, size }, there));
  const stale = [...links, ...files].filter(({ path }) => there.has(path));
  if (stale.length > 0) await place.remove(stale.map(({ path }) => into(path)));
  for (const { path, target = '' } of links) await place.makeLink(into(path), target);
  if (files.length === 0 || (await place.duplicate(files.map(({ path }) => ({ from: from(path), to: into(path) })))))
    return true;
  const detours: PutFile[] = [];
  for (const file of files) if ('kind' in file) detours.push(await records.detour(from(file.path), into(file.path)));
  await place.put(detours);
  return false;
}

/** Makes sure that a version is complete, and shows it. Returns what publishing keeps, as it was just before. */
async function switchTo(version: Version, previous: string | undefined, job: Job): Promise<PlaceEntry[]> {
  const { place, name, records, reached } = job;
  const next = `${records.folder}/next`;
  const entries = below(records.folder, (await place.list(records.folder)) ?? []);
  const there = byPath(below(version.name, entries));
  const missing = version.files.filter((file) => !isWhole(file, there)).map(({ path }) => path);
  if (missing.length > 0) {
    await records.insistOnClaim();
    throw changedMeanwhile(name, missing);
  }
  await place.remove([next]);
  if (!(await place.makeLink(next, `${records.folder}/${version.name}`))) throw noLink(name);
  await records.insistOnClaim();
  reached('within');
  await place.rename([{ from: next, to: name }]);
  reached('after');
  await records.putState({ current: version.name, ...(previous !== undefined && { previous }), begun: [] });
  return entries;
}
