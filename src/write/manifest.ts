/**
 * The lists of files a site's folder carries. `manifest.json` names what the last complete build made; the journal in
 * the working folder, what a build under way may have made so far. Both have one shape, and a path in them is trusted
 * only after the checks below, since whoever can edit the list could otherwise have any file deleted.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isPagePath } from './paths.js';
import { unknownList } from './refusals.js';

const GENERATOR = 'fazhi';

export interface ListedFile {
  path: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** The text of `manifest.json`; `files` are in the order they shall be listed. */
export function manifestText(files: readonly ListedFile[]): string {
  return listText(files);
}

/** The text of the journal: the paths alone, since the bytes may be those of the build before or of this one. */
export function journalText(paths: Iterable<string>): string {
  return listText([...paths].toSorted().map((path) => ({ path })));
}

function listText(files: readonly { path: string }[]): string {
  return `${JSON.stringify({ generator: GENERATOR, files }, undefined, 2)}\n`;
}

/**
 * The paths a list names; `undefined` where there is none. `shown` is the folder's name for people.
 * Errors: `EnvironmentError` for a list that fazhi did not write so.
 */
export function listedPaths(root: string, name: string, shown: string): string[] | undefined {
  const file = join(root, name);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const paths = stat.isFile() ? pathsIn(readFileSync(file, 'utf8')) : undefined;
  if (paths === undefined) throw unknownList(join(shown, name));
  return paths;
}

function pathsIn(text: string): string[] | undefined {
  const list = parsed(text);
  if (!isRecord(list) || list['generator'] !== GENERATOR || !Array.isArray(list['files'])) return undefined;
  const paths: string[] = [];
  for (const file of list['files'] as unknown[]) {
    if (!isRecord(file) || typeof file['path'] !== 'string' || !isPagePath(file['path'])) return undefined;
    paths.push(file['path']);
  }
  return paths;
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
