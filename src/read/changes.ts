/** What can have changed since the folder was last read: anything, or only what a watcher told of. */
import { dirname, sep } from 'node:path';

/** Above this many there is little to gain from looking at no others. */
const MAX_PATHS = 100;

export class Changes {
  /** Files and folders, absolute; `undefined`: any. */
  readonly #paths: readonly string[] | undefined;

  constructor(paths?: readonly string[]) {
    this.#paths = paths && paths.length <= MAX_PATHS ? paths : undefined;
  }

  /** Whether a file, or a folder above it, is among them. */
  mayConcern(file: string): boolean {
    return this.#paths === undefined || this.#paths.some((path) => isIn(file, path));
  }

  /** Whether a folder may hold other names than it did. */
  mayConcernNamesIn(folder: string): boolean {
    return this.#paths === undefined || this.#paths.some((path) => dirname(path) === folder || isIn(folder, path));
  }
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === sep);
}
