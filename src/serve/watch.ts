/**
 * Watch: says when the content may have changed.
 *
 * In:  the content folder, and files of the theme.
 * Out: `onChange` soon after the last of a burst of events, and once more when it has been quiet for a while, for what
 *      the watcher missed and for files that were caught half-written.
 * Not here: what changed. A rebuild looks for itself.
 *
 * Editors save in many ways: over the file, by renaming another onto it, by deleting and creating it. Unzipping or a
 * git checkout does all of that to many files. All end in a quiet moment, and that is what is waited for.
 */
import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { watch as watchFiles, type ChokidarOptions, type FSWatcher } from 'chokidar';
import { isIgnored } from '../build.js';

export interface WatchOptions {
  content: string;
  /** Absolute. */
  alsoWatch: readonly string[];
  /** `isCheck`: nothing is known to have changed, so only news is worth telling. */
  onChange: (isCheck: boolean) => void;
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
const POLLING_MS = 300;

export function watchContent({ content, alsoWatch, onChange, onFallback, open = watchFiles }: WatchOptions): Watching {
  const folder = resolve(content);
  const removed = new Set<string>();
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let isPolling = false;
  let isClosed = false;
  let identity = identityOf(folder);
  let watcher = start();

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

  function restart(): void {
    const old = watcher;
    watcher = start();
    void old.close();
  }

  function notice(): void {
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(() => onQuiet(false), removed.size > 0 ? QUIET_AFTER_REMOVAL_MS : QUIET_MS);
    later = setTimeout(() => onQuiet(true), CHECK_MS);
  }

  function onQuiet(isCheck: boolean): void {
    if (isClosed) return;
    removed.clear();
    onChange(isCheck);
  }

  const looking = setInterval(() => {
    const found = identityOf(folder);
    if (found === identity) return;
    identity = found;
    if (found !== undefined) restart();
    notice();
  }, FOLDER_MS);

  return {
    close: async () => {
      isClosed = true;
      clearInterval(looking);
      clearTimeout(soon);
      clearTimeout(later);
      await watcher.close();
    },
  };
}

/** Tells the folder from another one that has taken its place. */
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
