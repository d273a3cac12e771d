/** Helpers for tests of `write`: what a folder holds, what was said when it was refused, builds in other processes. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import type { Page } from '../../src/model/page.js';
import { ROOT, run, type Outcome } from '../support/site.js';

/** Everything below a folder by path: a file's text, `->` and a link's target, a folder's path with `/` and nothing. */
export function holdings(folder: string): Record<string, string> {
  const held: Record<string, string> = {};
  for (const path of (readdirSync(folder, { recursive: true }) as string[]).toSorted()) {
    const file = join(folder, path);
    const stat = lstatSync(file);
    if (stat.isDirectory()) held[`${path}/`] = '';
    else held[path] = stat.isSymbolicLink() ? `-> ${readlinkSync(file)}` : readFileSync(file, 'utf8');
  }
  return held;
}

/** The same without folders and `manifest.json`. */
export function files(folder: string): Record<string, string> {
  const isFile = ([path]: [string, string]) => !path.endsWith('/') && path !== 'manifest.json';
  return Object.fromEntries(Object.entries(holdings(folder)).filter(isFile));
}

export function pagesOf(texts: Readonly<Record<string, string>>): Page[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** The Chinese words of the `EnvironmentError` that an action ends in. */
export function refusalOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.words.zh;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** The holder of a lock whose process has ended on this computer. */
export function deadProcess(): { pid: number; host: string } {
  return { pid: spawnSync(process.execPath, ['--version']).pid, host: hostname() };
}

/** The user that root acts as where a permission must bind. */
export const ORDINARY_USER = 65534;

export interface BuildPagesOptions {
  isOrdinaryUser?: boolean;
  /** The largest file that the system lets the build write, in the blocks of `ulimit -f` (512 or 1024 bytes). */
  maxFileBlocks?: number;
}

/** Writes a version of the site of `build-pages.mjs` in a process of its own. */
export function buildPages(
  out: string,
  version: 'a' | 'b',
  { isOrdinaryUser = false, maxFileBlocks }: BuildPagesOptions = {},
): Promise<Outcome> {
  const command = [process.execPath, join(ROOT, 'test/write/build-pages.mjs'), out, version];
  const limit = maxFileBlocks === undefined ? '' : `ulimit -f ${maxFileBlocks}; `;
  return run('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    env: isOrdinaryUser ? { ORDINARY_USER: String(ORDINARY_USER) } : {},
  });
}
