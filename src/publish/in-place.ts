/**
 * Publishing where the target is a folder that stays: staged inside it, then renamed into place, file by file.
 *
 *   fzzfjsndbg/.fazhi/8c1f…/     files on their way into place
 *   fzzfjsndbg/.fazhi/03ab…/     files of the version before that are no longer in place
 *
 * One thing holds from the first rename to the last: every file in which two versions differ is, for each of the two,
 * either in place or in that version's folder. So a publish that is cut off can be gone on with, or be taken back.
 *
 * Of two publishers at once, the one that began last goes on; the other finds that out before it puts anything in place,
 * and stops. If it is held up just between the two, its staged files are gone when it wakes, and it can put no more.
 */
import { MANIFEST, WORK, type ListedFile } from '../model/manifest.js';
import { foldersOf } from '../model/paths.js';
import { findStale } from '../model/stale.js';
import { clear } from './clear.js';
import { below, byPath, compare, inOrderOfUse, isWhole } from './compare.js';
import type { Pair, PlaceEntry } from './place.js';
import type { Job, Published, PublishJob, Site } from './publish.js';
import { putSite } from './put-site.js';
import { isSame, named, versionOf, type State, type Version } from './records.js';
import { changedMeanwhile, incomplete, noPrevious, somethingInTheWay } from './refusals.js';
import { resultOf } from './result.js';
import { roomFor } from './room.js';

export async function publishInPlace(site: Site, job: PublishJob): Promise<Published> {
  const { place, records, name, isDryRun, all, onPut } = job;
  const standing = await standingAt(job);
  const { state, current, entries, lists, kept } = standing;
  const isTrusted = standing.isTrusted && !all;
  const { files } = site.version;
  const comparison = compare(files, { lists, entries, isTrusted });
  const foreign = await roomFor(files, comparison.foreign, { place, folder: name, name });
  const last = state.begun.at(-1);
  const version = isSame(last, site.version.name)
    ? { ...site.version, name: last ?? '' }
    : named(site.version, [current?.name, state.previous]);

  const staged = byPath(below(version.name, kept));
  const there = byPath(entries);
  // Of a publish that was cut off while it renamed, what is staged no longer is in place.
  const isInPlace = (file: ListedFile): boolean =>
    isTrusted && last === version.name && !staged.has(file.path) && isWhole(file, there);
  const pending = comparison.changed.filter((file) => !isInPlace(file));
  const missing = pending.filter((file) => all || !isWhole(file, staged));
  const published = resultOf('files', version, { ...comparison, foreign });
  published.resumed = comparison.changed.length - missing.length;
  const isDone = comparison.changed.length + comparison.removed.length + state.begun.length === 0;
  if (isDryRun || isDone) return published;

  const folder = `${records.folder}/${version.name}`;
  await place.makeFolders([name, folder, ...foldersIn(pending).map((path) => `${folder}/${path}`)]);
  await records.begin(current === undefined ? [version] : [current, version]);
  await putSite(missing, folder, { root: site.root, place, onPut });
  await bring(version, { pending, removed: comparison.removed, standing, job, isTakenBack: false });
  return published;
}

/** Back to the version before; of a publish that was cut off, back to the one that was complete. */
export async function rollBackInPlace(job: Job): Promise<Published> {
  const { place, records, name, isDryRun } = job;
  const standing = await standingAt(job);
  const { state, current, entries, lists, kept } = standing;
  const isTakenBack = state.begun.length > 0 && state.begun.at(-1) !== state.previous;
  const version = isTakenBack ? current : await records.version(state.previous, kept);
  if (version === undefined) throw noPrevious(name);
  const { files } = version;
  const comparison = compare(files, { lists, entries, isTrusted: true });
  const foreign = await roomFor(files, comparison.foreign, { place, folder: name, name });
  const waiting = byPath(below(version.name, kept));
  const there = byPath(entries);
  const pending = files.filter((file) => isWhole(file, waiting));
  const isInPlace = (file: ListedFile): boolean => state.begun.length > 0 && isWhole(file, there);
  const missing = comparison.changed.filter((file) => !isWhole(file, waiting) && !isInPlace(file));
  if (missing.length > 0)
    throw incomplete(
      name,
      missing.map(({ path }) => path),
    );
  const published = resultOf('files', version, { ...comparison, foreign });
  if (isDryRun) return published;

  await records.begin([]);
  await bring(version, { pending, removed: comparison.removed, standing, job, isTakenBack });
  return published;
}

/** What stands there, and everything that publishing keeps. */
async function standingAt({ place, records, name }: Job) {
  const everything = below(name, (await place.list(name)) ?? []);
  const kept = below(WORK, everything);
  const strange = everything.filter(
    ({ path, kind }) =>
      (path === WORK && kind !== 'folder') || (path.startsWith(`${WORK}/`) && kind !== 'folder' && kind !== 'file'),
  );
  // Through a link somebody could have files outside changed.
  if (strange.length > 0)
    throw somethingInTheWay(
      name,
      strange.map(({ path }) => path),
    );
  const entries = everything.filter(({ path }) => path !== WORK && !path.startsWith(`${WORK}/`));
  const hasManifest = byPath(entries).get(MANIFEST)?.kind === 'file';
  const manifest = hasManifest ? (await place.read(`${name}/${MANIFEST}`))?.toString() : undefined;
  const state = await records.state(kept);
  // A folder that was copied here by hand has no state, but a manifest.
  const byHand = manifest === undefined ? undefined : versionOf(manifest);
  const current =
    (await records.version(state.current, kept)) ??
    (state.current === undefined || isSame(state.current, byHand?.name) ? byHand : undefined);
  const begun: Version[] = [];
  for (const name of state.begun) {
    const version = await records.version(name, kept);
    if (version !== undefined) begun.push(version);
  }
  const versions = [...(current === undefined ? [] : [current]), ...begun];
  return {
    state,
    current,
    entries,
    kept,
    lists: versions.map(({ files }) => files),
    // Another manifest means that somebody has copied another site over this one; that there is none means nothing.
    isTrusted: manifest === undefined || versions.some((version) => version.manifest === manifest),
  };
}

type InPlace = Awaited<ReturnType<typeof standingAt>>;

interface Change {
  /** What waits in the folder of the version. */
  pending: readonly ListedFile[];
  removed: readonly string[];
  standing: InPlace;
  job: Job;
  /** The version is the one that was complete before the publish that was cut off. */
  isTakenBack: boolean;
}

/** Makes the target a version of which every file that is not in place waits in its folder. */
async function bring(version: Version, { pending, removed, standing, job, isTakenBack }: Change): Promise<void> {
  const { place, name, records, reached } = job;
  const { state, current, lists } = standing;
  const folder = `${records.folder}/${version.name}`;
  const kept = below(records.folder, (await place.list(records.folder)) ?? []);
  const waiting = byPath(below(version.name, kept));
  const missing = pending.filter((file) => !isWhole(file, waiting)).map(({ path }) => path);
  if (missing.length > 0) {
    await records.insistOnClaim();
    throw changedMeanwhile(name, missing);
  }

  await records.insistOnClaim();
  const begun = [...state.begun.filter((one) => one !== version.name), version.name];
  const before = { ...(current && { current: current.name }), ...(state.previous && { previous: state.previous }) };
  await records.putState({ ...before, begun });
  await place.remove(abandoned(version, state, kept).map((path) => `${records.folder}/${path}`));

  const saves = isTakenBack || current === undefined ? [] : savesOf(current, { pending, removed, standing, kept, job });
  if (saves.length > 0) await place.makeFolders(foldersAbove(saves));
  const isSaved = saves.length === 0 || (await place.duplicate(saves));
  const saveOf = new Map(isSaved ? [] : saves.map((pair) => [pair.from, pair]));
  reached('within');

  const stale = findStale(
    new Set(lists.flat().map(({ path }) => path)),
    version.files.map(({ path }) => path),
  );
  const remove = async (paths: readonly string[]): Promise<void> => {
    const there = paths.filter((path) => removed.includes(path));
    const moves = there.flatMap((path) => saveOf.get(`${name}/${path}`) ?? []);
    if (moves.length > 0) await place.rename(moves);
    const gone = [...there, ...new Set(there.flatMap(foldersOf))].map((path) => `${name}/${path}`);
    if (gone.length > 0) await place.remove(gone);
  };
  const putInPlace = async (files: readonly ListedFile[]): Promise<void> => {
    const pairs = files.flatMap(({ path }) => {
      const pair = { from: `${folder}/${path}`, to: `${name}/${path}` };
      // Where the place cannot copy, the file of before makes room for a moment.
      return [...(saveOf.has(pair.to) ? [saveOf.get(pair.to) ?? pair] : []), pair];
    });
    if (pairs.length > 0) await place.rename(pairs);
  };
  await remove(stale.first);
  await place.makeFolders([name, ...foldersIn(pending).map((path) => `${name}/${path}`)]);
  await putInPlace(
    inOrderOfUse(
      pending.filter(({ path }) => path !== MANIFEST),
      MANIFEST,
    ),
  );
  await remove(stale.last);
  await putInPlace(pending.filter(({ path }) => path === MANIFEST));
  reached('after');

  const previous = isTakenBack || isSame(current?.name, version.name) ? state.previous : current?.name;
  await records.putState({ current: version.name, ...(previous !== undefined && { previous }), begun: [] });
  const left = below(records.folder, (await place.list(records.folder)) ?? []);
  // Its files are in place by now.
  const emptied = left.filter(({ path, kind }) => kind === 'folder' && `${path}/`.startsWith(`${version.name}/`));
  if (emptied.length > 0) await place.remove(emptied.map(({ path }) => `${records.folder}/${path}`));
  await clear(left, job, { keep: [version.name, previous], mayGo: () => false });
}

/** Staged files of publishes that were cut off, or that are held up: without them they can put nothing more in place. */
function abandoned(version: Version, { begun }: State, kept: readonly PlaceEntry[]): string[] {
  const names = begun.filter((name) => name !== version.name);
  return kept
    .filter(({ path, kind }) => kind === 'file' && names.includes(path.split('/')[0] ?? ''))
    .map(({ path }) => path);
}

/** The files of the complete version that are about to go, unless they are kept already. */
function savesOf(
  current: Version,
  { pending, removed, standing, kept, job }: Omit<Change, 'isTakenBack'> & { kept: readonly PlaceEntry[] },
): Pair[] {
  const going = new Set([...pending.map(({ path }) => path), ...removed]);
  const there = byPath(standing.entries);
  const saved = byPath(below(current.name, kept));
  const folder = `${job.records.folder}/${current.name}`;
  return current.files
    .filter((file) => going.has(file.path) && isWhole(file, there) && !saved.has(file.path))
    .map(({ path }) => ({ from: `${job.name}/${path}`, to: `${folder}/${path}` }));
}

function foldersIn(files: readonly { path: string }[]): string[] {
  return [...new Set(files.flatMap(({ path }) => foldersOf(path)))];
}

function foldersAbove(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.map(({ to }) => to.slice(0, to.lastIndexOf('/'))))];
}
