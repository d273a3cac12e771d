/**
 * `manifest.json`: the list of a site's files, with which anybody can tell what belongs to the site and whether it is
 * still what was built. A path in a list is trusted only after the checks below, since whoever can edit the list could
 * otherwise have any file deleted.
 */
import { alike, isFilePath } from './paths.js';

/** The list of the site's files, itself the one file not listed. */
export const MANIFEST = 'manifest.json';
/** The folder inside the site's in which those who change it keep what they need for that. */
export const WORK = '.fazhi';

const GENERATOR = 'fazhi';
/** What stands before the first entry of a list, and after the last. */
const HEAD = `{\n  "generator": "${GENERATOR}",\n  "files": [`;
const TAIL = '\n  ]\n}\n';
const FILES_A_PIECE = 1000;

export interface ListedFile {
  path: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** The text of a list; `files` are in the order they shall be listed. */
export function listText(files: readonly { path: string }[]): string {
  return [...listPieces(files)].join('');
}

/** The same in pieces: of very many files, the whole takes as much memory as all else that is known of them. */
export function* listPieces(files: readonly { path: string }[]): Generator<string> {
  if (files.length === 0) yield whole(files);
  for (let start = 0; start < files.length; start += FILES_A_PIECE) {
    const end = start + FILES_A_PIECE;
    const entries = whole(files.slice(start, end)).slice(HEAD.length, -TAIL.length);
    yield (start === 0 ? HEAD : ',') + entries + (end < files.length ? '' : TAIL);
  }
}

function whole(files: readonly { path: string }[]): string {
  return `${JSON.stringify({ generator: GENERATOR, files }, undefined, 2)}\n`;
}

/** The paths that a list names, whatever else it tells of them; `undefined` for a text that fazhi did not write so. */
export function pathsIn(text: string): string[] | undefined {
  return entriesIn(text)?.map(({ path }) => path);
}

/** The files that a manifest lists; `undefined` for a text that fazhi did not write so. */
export function filesIn(text: string): ListedFile[] | undefined {
  const entries = entriesIn(text);
  return entries?.every(isListed) ? entries.map(({ path, size, sha256 }) => ({ path, size, sha256 })) : undefined;
}

/** True for a path that leads to a file inside the folder, on every system, and is none that is kept for the work on it. */
export function isPagePath(path: string): boolean {
  // Most paths are of this kind, and there are very many.
  if (/^(?!manifest\.json)[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*)*$/.test(path)) return true;
  return isFilePath(path) && alike(path.split('/')[0] ?? '') !== WORK && !`${alike(path)}/`.startsWith(`${MANIFEST}/`);
}

interface Entry extends Record<string, unknown> {
  path: string;
}

function entriesIn(text: string): Entry[] | undefined {
  const list = parsed(text);
  if (!isRecord(list) || list['generator'] !== GENERATOR || !Array.isArray(list['files'])) return undefined;
  const entries = list['files'] as unknown[];
  return entries.every(isEntry) ? entries : undefined;
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value['path'] === 'string' && isPagePath(value['path']);
}

function isListed(entry: Entry): entry is Entry & ListedFile {
  const { size, sha256 } = entry;
  return Number.isSafeInteger(size) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
