/** Puts changed files into the working folder, where a full disk does no harm, and from there into place. */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { byCodeUnit } from '../model/by-code-unit.js';
import { listText, MANIFEST, type ListedFile } from '../model/manifest.js';
import type { Page } from '../model/page.js';
import { makeFolder } from './folders.js';
import { STAGED } from './paths.js';
import { unreadableSource } from './refusals.js';

/** A whole file that waits at `from` to be put in place at `path`, relative to the site's folder. */
export interface StagedFile {
  path: string;
  from: string;
}

/** The text of the `manifest.json` that a build of these pages writes. Errors: `EnvironmentError` for a source that is gone. */
export function manifestOf(pages: readonly Page[]): string {
  const sorted = pages.toSorted((a, b) => byCodeUnit(a.path, b.path));
  return listText(sorted.map((page) => listed(page.path, bytesOf(page))));
}

/** What the manifest, or a list that has it, says of a file. */
export function listed(path: string, bytes: Buffer): ListedFile {
  return { path, size: bytes.length, sha256: hash('sha256', bytes) };
}

/** Writes a text that comes in pieces into the working folder; `from` is the whole path of the file. */
export function stageText(
  root: string,
  name: string,
  pieces: Iterable<string>,
): { from: string; size: number; sha256: string } {
  const from = join(root, STAGED, name);
  const sum = createHash('sha256');
  let size = 0;
  const descriptor = openSync(from, 'w');
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      writeFileSync(descriptor, bytes);
      sum.update(bytes);
      size += bytes.length;
    }
  } finally {
    closeSync(descriptor);
  }
  return { from, size, sha256: sum.digest('hex') };
}

/** Writes bytes into the working folder; returns the whole path of the file. */
export function stageBytes(root: string, name: string, bytes: Buffer): string {
  const file = join(root, STAGED, name);
  writeFileSync(file, bytes);
  return file;
}

/** Renames the staged files into place: all folders first, then what pages use, then the pages. */
export function putInPlace(root: string, staged: readonly StagedFile[]): void {
  for (const folder of new Set(staged.map(({ path }) => dirname(path)))) makeFolder(join(root, folder));
  const isPage = ({ path }: StagedFile) => path.endsWith('.html');
  for (const { path, from } of staged.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b))))
    renameSync(from, join(root, path));
}

/** What a page will hold. Errors: `EnvironmentError` for a source that is gone. */
export function bytesOf(page: Page): Buffer {
  if ('text' in page) return Buffer.from(page.text);
  try {
    return readFileSync(page.copyOf);
  } catch (error) {
    throw unreadableSource(page.copyOf, error);
  }
}

/** Whether the folder's manifest has the bytes that the list tells. */
export function isManifest(root: string, { size, sha256 }: { size: number; sha256: string }): boolean {
  const file = join(root, MANIFEST);
  try {
    return statSync(file).size === size && hash('sha256', readFileSync(file)) === sha256;
  } catch {
    return false;
  }
}
