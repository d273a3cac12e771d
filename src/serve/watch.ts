/**
 * Watch: says when the content may have changed.
 *
 * In:  the content folder, and files of the theme.
 * Out: `onChange` soon after the last of a burst of events, with what they told of, and once more when it has been quiet
 *      for a while, for what the watcher missed and for files that were caught half-written.
 *
 * Editors save in many ways: over the file, by renaming another onto it, by deleting and creating it. Unzipping or a
 * git checkout does all of that to many files. All end in a quiet moment, and that is what is waited for.
 *
 * A watch dies with its folder, and a folder that is replaced by another of its name between two looks seems the same.
 * So after every burst the folders are compared by what the disk calls them; if they are others than those that were
 * there when the watch began, all is watched anew.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { watch as watchFiles, type ChokidarOptions, type FSWatcher } from 'chokidar';
import { isIgnored } from '../build.js';

export interface WatchOptions {
  content: string;
  /** Absolute. */
  alsoWatch: readonly string[];
  /**
   * `isCheck`: nothing is known to have changed, so only news is worth telling. `changed` has the files and folders of
   * the events, absolute; absent: anything may have changed.
   */
  onChange: (isCheck: boolean, changed?: readonly string[]) => void;
  /** The system's way of watching failed, and the files are looked at in turn from now on. */
  onFallback: (error: unknown) => void;
  /** Another one only where a test needs it to fail. */
  open?: (paths: string[], options: ChokidarOptions) => FSWatcher;
}

export interface Watching {
  /** Watches from now on. */
  close: () => Promise<void>;
}

/** A burst that adds or changes files is over; events of one save come closer together. */
const QUIET_MS = 10;
/** A file is gone; whoever saves by deleting and creating brings it back sooner. */
const QUIET_AFTER_REMOVAL_MS = 80;
const CHECK_MS = 250;
/** How often the content folder itself is looked for: no watcher tells of a folder that comes back. */
const FOLDER_MS = 400;
/** Every so many looks at all folders below it as well: two that change places may do so without a word. */
const LOOKS_A_TOUR = 5;
const POLLING_MS = 300;

export function watchContent({ content, alsoWatch, onChange, onFallback, open = watchFiles }: WatchOptions): Watching {
  const folder = resolve(content);
  const removed = new Set<string>();
  const changed = new Set<string>();
  /** Something happened that no event told of in detail. */
  let isVague = false;
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let isPolling = false;
  let isClosed = false;
  let folders = foldersBelow(folder);
  let watcher = start();
  /** The change of watchers that is under way. */
  let restarting = Promise.resolve();

  function start(): FSWatcher {
    const options: ChokidarOptions = {
      ignored: (path) => isOutside(folder, path),
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      atomic: false,
      ...(isPolling && { usePolling: true, interval: POLLING_MS, binaryInterval: POLLING_MS }),
    };
    const started = open([folder, ...alsoWatch], options);
    started.on('all', (event, path) => {
      if (started !== watcher) return;
      if (event.startsWith('unlink')) removed.add(path);
      else removed.delete(path);
      changed.add(path);
      notice();
    });
    started.on('ready', () => onQuiet(true));
    started.on('error', (error) => {
      if (started !== watcher || isPolling) return;
      isPolling = true;
      onFallback(error);
      restart();
    });
    return started;
  }

  /** Watches of one folder share what the system gives, dead or alive: the old ones have to go first. */
  function restart(): void {
    restarting = replaceAfter(restarting);
  }

  async function replaceAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    await watcher.close();
    if (isClosed) return;
    folders = foldersBelow(folder);
    watcher = start();
  }

  function notice(): void {
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(() => onQuiet(false), removed.size > 0 ? QUIET_AFTER_REMOVAL_MS : QUIET_MS);
    later = setTimeout(() => onQuiet(true), CHECK_MS);
  }

  function onQuiet(isCheck: boolean): void {
    if (isClosed) return;
    const told = isCheck || isVague ? undefined : [...changed];
    isVague = false;
    removed.clear();
    changed.clear();
    onChange(isCheck, told);
    if (!isCheck) return;
    if (!isSame(foldersBelow(folder), folders)) restart();
  }

  let looks = 0;
  const looking = setInterval(() => {
    looks += 1;
    const found = identityOf(folder);
    if (found === folders.get(folder)) {
      if (looks % LOOKS_A_TOUR !== 0 || isSame(foldersBelow(folder), folders)) return;
      isVague = true;
      notice();
      return;
    }
    folders = found === undefined ? new Map() : new Map([[folder, found]]);
    if (found !== undefined) restart();
    isVague = true;
    notice();
  }, FOLDER_MS);

  return {
    close: async () => {
      isClosed = true;
      clearInterval(looking);
      clearTimeout(soon);
      clearTimeout(later);
      await restarting;
      await watcher.close();
    },
  };
}

/** Every folder that is watched, by path, with its identity. */
function foldersBelow(root: string): Map<string, string> {
  const folders = new Map<string, string>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const identity = identityOf(folder);
    if (identity === undefined) continue;
    folders.set(folder, identity);
    for (const name of foldersIn(folder)) if (!isOutside(root, join(folder, name))) waiting.push(join(folder, name));
  }
  return folders;
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([folder, identity]) => b.get(folder) === identity);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    // It went away, or may not be listed: the build says so.
    return [];
  }
}

/** Tells a folder from another one that has taken its place: the number of one that is gone is soon given again. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
    return `${dev} ${ino} ${birthtimeNs}`;
  } catch {
    return undefined;
  }
}

/** What `read` ignores. The theme's files are not in the folder and are watched as they are. */
function isOutside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..')) return false;
  return isIgnored(inside.replaceAll(sep, '/'));
}
