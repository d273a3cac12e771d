import { readdirSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import type { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import type { Changes } from './changes.js';

/** Something in the content folder that is not a folder. */
export interface FoundFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly kind: 'file' | 'symlink' | 'special' | 'unreadable';
  /** Why a folder could not be listed. */
  readonly error?: unknown;
}

/** As it is found. There may be hundreds of thousands. */
class Found implements FoundFile {
  readonly path: string;
  readonly kind: FoundFile['kind'];
  readonly error: unknown;
  readonly #content: string;

  /** `content` is the content folder, absolute. */
  constructor(content: string, path: string, kind: FoundFile['kind'], error?: unknown) {
    this.path = path;
    this.kind = kind;
    this.error = error;
    this.#content = content;
  }

  /** Put together when it is asked for: as long as the path itself, it would double what a list takes. */
  get file(): string {
    return placeIn(this.#content, this.path);
  }
}

/** What editors, Word and the systems of clerks leave beside the files that people made. */
const IGNORED = /^(?:\..*|~\$.*|.*~|.*\.swp|.*\.tmp|thumbs\.db|desktop\.ini|node_modules|import\.md)$/i;
const FOLDER_README = /^readme\.md$/i;

/** Whether a file or folder is nobody's content; `path` is relative to the content folder, with `/`. */
export function isIgnored(path: string): boolean {
  return IGNORED.test(path.slice(path.lastIndexOf('/') + 1)) || FOLDER_README.test(path);
}

/** All files below `folder`, by code unit of their paths; symbolic links are named, not followed, so nothing loops. */
export function walk(folder: string, keep: Keep | undefined, changes: Changes): FoundFile[] {
  const found: FoundFile[] = [];
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const within = path;
    const absolute = placeIn(folder, within);
    const { files, folders } = keep
      ? keep.of(
          within,
          [absolute],
          () => list(folder, within),
          ({ isListed }) => isListed && !changes.mayConcernNamesIn(absolute),
        )
      : list(folder, within);
    for (const file of files) found.push(file);
    for (const name of folders) waiting.push(name);
  }
  keep?.forget();
  return found.toSorted((a, b) => byCodeUnit(a.path, b.path));
}

/** What a folder holds. */
interface Listing {
  files: FoundFile[];
  /** By path. */
  folders: string[];
  isListed: boolean;
}

/** Only for the outermost folder it is an error that it cannot be listed. */
function list(content: string, path: string): Listing {
  let entries: Dirent[];
  try {
    entries = readdirSync(placeIn(content, path), { withFileTypes: true });
  } catch (error) {
    if (path === '') throw error;
    return { files: [new Found(content, path, 'unreadable', error)], folders: [], isListed: false };
  }
  const inside = entries
    .map((entry) => ({ entry, path: path === '' ? entry.name : `${path}/${entry.name}` }))
    .filter((one) => !isIgnored(one.path));
  return {
    files: inside
      .filter(({ entry }) => !entry.isDirectory())
      .map((one) => new Found(content, one.path, kindOf(one.entry))),
    folders: inside.filter(({ entry }) => entry.isDirectory()).map((one) => one.path),
    isListed: true,
  };
}

/** Where a path of the content folder is on the disk. */
function placeIn(content: string, path: string): string {
  return path === '' ? content : content + sep + (sep === '/' ? path : path.replaceAll('/', sep));
}

function kindOf(entry: Dirent): FoundFile['kind'] {
  if (entry.isSymbolicLink()) return 'symlink';
  return entry.isFile() ? 'file' : 'special';
}
