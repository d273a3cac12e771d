/**
 * A place that a site is published to: the few things publishing needs of it, whether it is a folder of this machine, a
 * mounted share, or a folder behind SSH.
 *
 * Paths are relative to the folder that holds the target, with `/`, never `.` or `..`. Lists are handed over whole, so
 * that a place far away is asked seldom; what is done of a list when it fails is done in its order.
 * Links above the paths are the publisher's business: it asks for none that it has not seen to lead through folders.
 * Errors: `EnvironmentError` for whatever the place, or the way to it, does not allow. Its words say what and where, in
 *         whole sentences; what became of the site is added by `publish`.
 */
export interface Place {
  /** What stands at a path; links are not followed. */
  stat(path: string): Promise<PlaceEntry | undefined>;
  /** Everything below a folder at any depth, links not followed; `undefined` where there is no folder. */
  list(folder: string): Promise<PlaceEntry[] | undefined>;
  /** A whole file; `undefined` where there is none. */
  read(path: string): Promise<Buffer | undefined>;
  /** Makes folders, those above them first; one that is there already is fine. */
  makeFolders(paths: readonly string[]): Promise<void>;
  /**
   * Puts files of this machine there, into folders that exist; a file that stands at `to` is replaced in one step. A
   * name is only ever given to a whole file: until then it is called something that `isPart` knows.
   */
  put(files: readonly PutFile[], onDone?: (to: string) => void): Promise<void>;
  /**
   * Gives files a second name (hard links), or a copy that the place makes itself; nothing stands at `to`.
   * `false`: it can do neither, and has done nothing.
   */
  duplicate(pairs: readonly Pair[]): Promise<boolean>;
  /** Makes a symbolic link where nothing stands. `false`: the place has none. */
  makeLink(path: string, target: string): Promise<boolean>;
  /** Renames in order; a file or link that stands at `to` is replaced in one step. */
  rename(pairs: readonly Pair[]): Promise<void>;
  /**
   * Removes files and links, in order, then folders that are empty by then, deepest first; what is gone already is fine,
   * and so is a folder that is not empty or in use as the root of a disk: it stays.
   */
  remove(paths: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface PlaceEntry {
  /** Relative to the place, as it was asked. */
  path: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  /** In bytes, of a file. */
  size?: number;
  /** Of a link: where it leads, as it is written. */
  target?: string;
}

export interface PutFile {
  /** On this machine, absolute. */
  from: string;
  to: string;
  /** In bytes. */
  size: number;
}

export interface Pair {
  from: string;
  to: string;
}

/** What the names of files begin with, or of folders that hold them, until they are whole. */
export const PART = '.fazhi-part';

/** A file that was cut off while it was put, or what held it: nobody's, and in nobody's way. */
export function isPart(path: string): boolean {
  return path.split('/').some((name) => name.startsWith(PART));
}
