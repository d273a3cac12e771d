import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/by-code-unit.js';

/** Something in the content folder that is not a folder. */
export interface FoundFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Absolute. */
  file: string;
  kind: 'file' | 'symlink' | 'special' | 'unreadable';
  /** Why a folder could not be listed. */
  error?: unknown;
}

/** What editors, Word and the systems of clerks leave beside the files that people made. */
const IGNORED = /^(?:\..*|~\$.*|.*~|.*\.swp|.*\.tmp|thumbs\.db|desktop\.ini|node_modules)$/i;
const FOLDER_README = /^readme\.md$/i;

/** Whether a file or folder is nobody's content; `path` is relative to the content folder, with `/`. */
export function isIgnored(path: string): boolean {
  return IGNORED.test(path.slice(path.lastIndexOf('/') + 1)) || FOLDER_README.test(path);
}

/** All files below `folder`, by code unit of their paths; symbolic links are named, not followed, so nothing loops. */
export function walk(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  const waiting = [{ path: '', entries: readdirSync(folder, { withFileTypes: true }) }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const entry of next.entries) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (isIgnored(path)) continue;
      const file = join(folder, path);
      if (!entry.isDirectory()) {
        found.push({ path, file, kind: kindOf(entry) });
        continue;
      }
      try {
        waiting.push({ path, entries: readdirSync(file, { withFileTypes: true }) });
      } catch (error) {
        found.push({ path, file, kind: 'unreadable', error });
      }
    }
  }
  return found.toSorted((a, b) => byCodeUnit(a.path, b.path));
}

function kindOf(entry: Dirent): FoundFile['kind'] {
  if (entry.isSymbolicLink()) return 'symlink';
  return entry.isFile() ? 'file' : 'special';
}
