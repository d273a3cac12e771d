/**
 * A part of a divided build: the files of some towns, and what is needed to make the whole of all parts.
 *
 * Shape: a folder as a build writes it, with `manifest.json`, and `part.json` beside the pages. Every computer surveys the
 * whole content and makes its own share of the towns: the towns in order, dealt out one by one. What the site as a whole
 * says is left to whoever merges.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Common } from '../assemble/assemble.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { TownDigest } from '../model/digest.js';
import { filesIn, MANIFEST, type ListedFile } from '../model/manifest.js';

export const PART = 'part.json';

/** The `index`th of `count` shares, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** What `part.json` holds. */
export interface Part {
  /** Of the program that made it. */
  program: string;
  shard: Shard;
  /** Tells whether parts were made of one content: of the names and sizes of all files, and what the site has in common. */
  content: string;
  /** Texts of the whole content. */
  files: number;
  common: Common;
  /** Of the whole content: those that are no texts but may be meant to be. */
  suspects: string[];
  /** About the site as a whole, as far as it is said before the towns are made. */
  aboutSite: Diagnostic[];
  towns: TownDigest[];
  aboutTowns: Diagnostic[];
}

/** Whether the `position`th town, counted from 0, is in a share. */
export function isInShard(position: number, { index, count }: Shard): boolean {
  return position % count === index - 1;
}

export function partText(part: Part): string {
  return `${JSON.stringify({ generator: GENERATOR, ...part })}\n`;
}

const GENERATOR = 'fazhi-part';

/** A part as it lies in a folder, and its files, `part.json` not among them. Errors: `EnvironmentError`. */
export function readPart(folder: string): { part: Part; files: ListedFile[] } {
  const part = parsed<Part & { generator: unknown }>(folder, PART, JSON.parse);
  const files = parsed(folder, MANIFEST, filesIn);
  if (part?.generator !== GENERATOR || !files) throw noPart(folder);
  return { part, files: files.filter(({ path }) => path !== PART) };
}

function parsed<T>(folder: string, name: string, parse: (text: string) => T | undefined): T | undefined {
  try {
    return parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

function noPart(folder: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${folder}”不是一个完整的分片：缺少 ${PART} 或 ${MANIFEST}，或已损坏。请用 fazhi build --shard 1/4 --out ${folder} 的形式重新生成。`,
    en: `“${folder}” is no whole part: ${PART} or ${MANIFEST} is missing or damaged. Make it anew with fazhi build --shard 1/4 --out ${folder} or the like.`,
  });
}
