/**
 * Merge: the whole site of its parts.
 *
 * In:  the folders of all parts of one build, in any order, and the folder that becomes the site.
 * Out: what one build of the whole content would say and write, byte for byte.
 */
import { join } from 'node:path';
import type { BuildResult } from '../build-site.js';
import { inOrder, isRefused } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { aroundDigests, judgeDigests } from '../flow.js';
import { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { countsOf } from '../model/counts.js';
import type { ListedFile } from '../model/manifest.js';
import { readTheme } from '../read/theme.js';
import { renderSite } from '../render/render.js';
import { Writer } from '../write/write.js';
import { readPart, type Part } from './part.js';

interface PartFolder {
  folder: string;
  part: Part;
  files: readonly ListedFile[];
}

/** Errors: `EnvironmentError` for folders that are not all parts of one build, and what writing has. */
export function merge(
  folders: readonly string[],
  { out, strict, program }: { out: string; strict: boolean; program: string },
): Omit<BuildResult, 'lineOf' | 'damaged'> {
  const parts = folders.map((folder): PartFolder => ({ folder, ...readPart(folder) }));
  const [first] = insistOnAll(parts, program);
  const { common, files, suspects, aboutSite } = first.part;
  const towns = parts.flatMap(({ part }) => part.towns).toSorted((a, b) => byCodeUnit(a.town, b.town));
  const diagnostics = inOrder([
    ...aboutSite,
    ...parts.flatMap(({ part }) => part.aboutTowns),
    ...judgeDigests(towns, suspects, common),
  ]);
  const result = { diagnostics, files, counts: countsOf(towns) };
  if (isRefused(diagnostics, strict)) return result;
  const theme = readTheme();
  const around = aroundDigests(towns, common, theme);
  const writer = new Writer(out);
  try {
    putAll(parts, writer);
    for (const page of renderSite(towns, around, theme, new Keep())) writer.put(page);
    return { ...result, written: writer.commit().written };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** An attachment that several parts refer to is in each of them. */
function putAll(parts: readonly PartFolder[], writer: Writer): void {
  const known = new Map<string, string>();
  for (const { folder, files } of parts) {
    for (const { path, sha256 } of files) {
      const before = known.get(path);
      const put = before === undefined ? writer.put({ path, copyOf: join(folder, path) }).sha256 : before;
      if (put !== sha256) throw damaged(join(folder, path));
      known.set(path, sha256);
    }
  }
}

function insistOnAll(parts: readonly PartFolder[], program: string): [PartFolder, ...PartFolder[]] {
  const [first, ...others] = parts;
  if (!first) throw new Error('No part to merge.');
  const { count } = first.part.shard;
  for (const { folder, part } of parts) {
    if (part.program !== program) throw otherProgram(folder);
    if (part.content !== first.part.content || part.shard.count !== count) throw notOfOne(first.folder, folder);
  }
  const there = parts.map(({ part }) => part.shard.index);
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.includes(index));
  const twice = there.find((index, position) => there.indexOf(index) !== position);
  if (missing.length > 0) throw incomplete(missing, count);
  if (twice !== undefined) throw repeated(twice, count);
  return [first, ...others];
}

function otherProgram(folder: string): EnvironmentError {
  return new EnvironmentError({
    zh: `分片“${folder}”是用另一个版本的程序生成的。请用同一版本重新生成全部分片。`,
    en: `The part “${folder}” was made by another version of the program. Make all parts anew with one version.`,
  });
}

function notOfOne(one: string, other: string): EnvironmentError {
  return new EnvironmentError({
    zh: `分片“${one}”和“${other}”不是同一内容的同一次划分。请从同一个提交、用同样的份数重新生成。`,
    en: `The parts “${one}” and “${other}” are not of one content divided one way. Make them anew from one commit, with one number of parts.`,
  });
}

function incomplete(missing: readonly number[], count: number): EnvironmentError {
  const names = missing.map((index) => `${index}/${count}`);
  return new EnvironmentError({
    zh: `还缺分片 ${names.join('、')}。请把全部分片一起给出。`,
    en: `The parts ${names.join(', ')} are missing. Give all of them.`,
  });
}

function repeated(index: number, count: number): EnvironmentError {
  return new EnvironmentError({
    zh: `分片 ${index}/${count} 给了两次。每个分片只给一次。`,
    en: `The part ${index}/${count} is given twice. Give each of them once.`,
  });
}

function damaged(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `文件“${file}”与它所在分片的清单不符，可能在传输中损坏，网站没有改动。请重新取得这个分片。`,
    en: `The file “${file}” is not what its part lists; it may have been damaged on the way. The site was not changed. Get that part anew.`,
  });
}
