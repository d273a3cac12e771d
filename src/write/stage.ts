/** Puts changed files into the working folder, where a full disk does no harm, and from there into place. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { byCodeUnit } from '../model/by-code-unit.js';
import { listText, MANIFEST, type ListedFile } from '../model/manifest.js';
import type { Page } from '../model/page.js';
import { alike } from '../model/paths.js';
import type { Stale } from '../model/stale.js';
import type { Difference } from './differences.js';
import { makeFolder } from './folders.js';
import { STAGED } from './paths.js';
import { inTheWay, unreadableSource } from './refusals.js';

/** A whole file that waits at `from` to be put in place at `path`, relative to the site's folder. */
export interface StagedFile {
  path: string;
  from: string;
}

interface Site {
  root: string;
  /** The name of `root` for people. */
  out: string;
  compare: (path: string, bytes: Buffer) => Difference;
  stale: Stale;
}

/**
 * Stages the pages that differ from what stands in the folder, in the order of the pages, and the manifest if it does.
 * Errors: `EnvironmentError` naming everything that is not ours and stands in the way, or a source that is gone.
 */
export function stage(pages: readonly Page[], { root, out, compare, stale }: Site) {
  rmSync(join(root, STAGED), { recursive: true, force: true });
  mkdirSync(join(root, STAGED));
  // Where the disk ignores case, a page renamed from `A` to `a` looks the same until `A` is removed.
  const respelt = new Set(stale.first.map(alike));
  const files: ListedFile[] = [];
  const staged: StagedFile[] = [];
  const obstacles = new Set<string>();
  for (const page of pages) {
    const { path } = page;
    const bytes = bytesOf(page);
    files.push(listed(path, bytes));
    const difference = compare(path, bytes);
    if (typeof difference === 'object') obstacles.add(difference.inTheWay);
    else if (difference === 'different' || respelt.has(alike(path)))
      staged.push({ path, from: stageBytes(root, String(staged.length), bytes) });
  }
  if (obstacles.size > 0) throw inTheWay(out, [...obstacles]);
  const text = listText(files);
  return { staged, manifest: isSameText(join(root, MANIFEST), text) ? undefined : stageText(root, 'manifest', text) };
}

/** The text of the `manifest.json` that a build of these pages writes. Errors: `EnvironmentError` for a source that is gone. */
export function manifestOf(pages: readonly Page[]): string {
  const sorted = pages.toSorted((a, b) => byCodeUnit(a.path, b.path));
  return listText(sorted.map((page) => listed(page.path, bytesOf(page))));
}

function listed(path: string, bytes: Buffer): ListedFile {
  return { path, size: bytes.length, sha256: hash('sha256', bytes) };
}

/** Writes a text into the working folder; returns the whole path of the file. */
export function stageText(root: string, name: string, text: string): string {
  return stageBytes(root, name, Buffer.from(text));
}

function stageBytes(root: string, name: string, bytes: Buffer): string {
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

function bytesOf(page: Page): Buffer {
  if ('text' in page) return Buffer.from(page.text);
  try {
    return readFileSync(page.copyOf);
  } catch (error) {
    throw unreadableSource(page.copyOf, error);
  }
}

function isSameText(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}
