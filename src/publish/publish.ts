/**
 * Publishes a built site at a place, or goes back to the version that stood there before.
 *
 * In:  the files that a manifest lists; the place, and the name of the target in it.
 * Out: what was put, what went, what stays. The earlier version is kept, files of others are left alone.
 * Not here: what a place is (`place.ts`), and how either way of switching goes (`by-link.ts`, `in-place.ts`).
 *
 * A target that is not there yet becomes a link to the folder of a version, and is switched in one step. One that is a
 * folder already, or stands where there are no links, is changed file by file.
 */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { publishByLink, rollBackByLink } from './by-link.js';
import { publishInPlace, rollBackInPlace } from './in-place.js';
import { isPart, type Place } from './place.js';
import { isVersion, Records, type Version } from './records.js';
import { linkElsewhere, nothingThere, notFolder, overtaken, Refusal, withState } from './refusals.js';

export interface Site {
  /** The folder on this machine that holds the files. */
  root: string;
  version: Version;
}

export interface Target {
  place: Place;
  /** Of the target, in the place. */
  name: string;
}

export interface PublishOptions {
  /** Only says what would change. */
  isDryRun?: boolean;
  /** Puts every file again, also those that are there by all signs. */
  all?: boolean;
  /** Called when a file has been put: how many are there by now, and how many there will be. */
  onPut?: (done: number, total: number) => void;
}

/** Paths are relative to the site's folder. */
export interface Published {
  way: Way;
  version: string;
  /** Files that were not there so, the manifest among them; empty when nothing changed. */
  changed: string[];
  /** Files of earlier versions that are no longer there. */
  removed: string[];
  unchanged: number;
  /** Files and links that are not ours and stay. */
  foreign: string[];
  /** How many of the changed files an earlier publish that was cut off had put already. */
  resumed: number;
}

/** `link`: whole versions, in one step; `files`: file by file; `zip`: one file with all of them. */
export type Way = 'link' | 'files' | 'zip';

/** How far it has come, to tell what became of the site if it ends here. */
export type Progress = 'before' | 'within' | 'after';

/** What both ways of publishing are told. */
export interface Job extends Target {
  records: Records;
  isDryRun: boolean;
  reached: (progress: Progress) => void;
}

export interface PublishJob extends Job {
  all: boolean;
  onPut: (done: number, total: number) => void;
}

/** Errors: `EnvironmentError` for whatever the place does not allow, with what became of the site. */
export function publish(
  site: Site,
  target: Target,
  { isDryRun = false, all = false, onPut = () => undefined }: PublishOptions = {},
): Promise<Published> {
  return carefully(target, isDryRun, async (standing, job) =>
    standing.way === 'link'
      ? publishByLink(site, standing.live, { ...job, all, onPut })
      : publishInPlace(site, { ...job, all, onPut }),
  );
}

/** Errors: `EnvironmentError` where there is nothing to go back to, or the place does not allow it. */
export function rollBack(target: Target, { isDryRun = false }: PublishOptions = {}): Promise<Published> {
  return carefully(target, isDryRun, async (standing, job) => {
    if (!standing.isThere) throw nothingThere(target.name);
    return standing.way === 'link' ? rollBackByLink(standing.live, job) : rollBackInPlace(job);
  });
}

async function carefully(
  target: Target,
  isDryRun: boolean,
  action: (standing: Standing, job: Job) => Promise<Published>,
): Promise<Published> {
  const { place, name } = target;
  let progress: Progress = 'before';
  let way: Standing['way'] = 'link';
  let records: Records | undefined;
  try {
    const standing = await look(target, isDryRun);
    ({ way } = standing);
    records = new Records(place, folderOf(name, way));
    return await action(standing, { ...target, records, isDryRun, reached: (now) => (progress = now) });
  } catch (error) {
    if (!(error instanceof EnvironmentError) || error instanceof Refusal) throw error;
    // What fails because another publish has cleared its ground is told so. A place that is gone cannot be asked.
    const isOvertaken = (await records?.isOvertaken().catch(() => false)) === true;
    throw isOvertaken ? overtaken() : withState(error, way, progress);
  } finally {
    await records?.close();
  }
}

/** Where publishing keeps its own: beside the link, or within the folder. */
function folderOf(name: string, way: Standing['way']): string {
  return way === 'link' ? `.fazhi-${name}` : `${name}/.fazhi`;
}

interface Standing {
  way: Exclude<Way, 'zip'>;
  /** The version that the link leads to. */
  live?: string;
  isThere: boolean;
}

/** What stands at the target, and so which way to go. */
async function look(target: Target, isDryRun: boolean): Promise<Standing> {
  const { place, name } = target;
  const entry = await place.stat(name);
  if (entry === undefined) {
    const way = isDryRun || (await knowsLinks(target)) ? 'link' : 'files';
    return { way, isThere: false };
  }
  if (entry.kind === 'link') {
    const [folder, live = '', ...more] = (entry.target ?? '').split('/');
    if (folder === folderOf(name, 'link') && isVersion(live) && more.length === 0)
      return { way: 'link', live, isThere: true };
    throw linkElsewhere(name, entry.target ?? '');
  }
  if (entry.kind !== 'folder') throw notFolder(name);
  const isEmpty = ((await place.list(name)) ?? []).every(({ path }) => isPart(path));
  return isEmpty && (isDryRun || (await isReplaceable(target)))
    ? { way: 'link', isThere: false }
    : { way: 'files', isThere: true };
}

/** Tries a link out. */
async function knowsLinks({ place, name }: Target): Promise<boolean> {
  const folder = folderOf(name, 'link');
  const probe = `${folder}/probe`;
  await place.makeFolders([folder]);
  await place.remove([probe]);
  const isMade = await place.makeLink(probe, 'nowhere');
  await place.remove(isMade ? [probe] : [folder]);
  return isMade;
}

/** Takes an empty folder away, to put a link there; where that cannot be, it stays and is filled. */
async function isReplaceable(target: Target): Promise<boolean> {
  const { place, name } = target;
  try {
    if (!(await knowsLinks(target))) return false;
    await place.remove([name]);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
  }
  if ((await place.stat(name)) === undefined) return true;
  await place.remove([folderOf(name, 'link')]).catch(() => undefined);
  return false;
}
