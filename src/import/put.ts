/**
 * Put: writes an imported report, whole or not at all, and never over what somebody has there.
 *
 * In:  the files of an import, and its `IMPORT.md`.
 * Out: how the folder differs from them, and the folder written. What was there before a forced import is kept beside
 *      it, under a name that no build reads.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { isIgnored } from '../build.js';
import type { Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { putFiles } from '../new/put-files.js';
import type { Imported } from './import.js';
import { REVIEW_FILE } from './review-file.js';

type PutFiles = Pick<Imported, 'content' | 'folder' | 'files' | 'images'>;

export interface Difference {
  /** Relative to the content folder. */
  path: string;
  kind: 'new' | 'changed' | 'gone';
  /** As `diff -u` shows it; '' for an image. */
  patch: string;
}

export interface Comparison {
  /** The folder holds content already. */
  isThere: boolean;
  /** By path. */
  differences: Difference[];
}

/** How the folder differs from what was imported; `IMPORT.md` and what no build reads left out. */
export function compareWithFolder({ content, folder, files, images }: PutFiles): Comparison {
  const wanted = new Map<string, string | Uint8Array>([
    ...files.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ path, text }) => [path, text] as const),
    ...images.map(({ path, bytes }) => [path, bytes] as const),
  ]);
  const there = filesBelow(join(content, folder)).map((path) => `${folder}/${path}`);
  const paths = [...new Set([...wanted.keys(), ...there])].toSorted(byCodeUnit);
  const differences = paths.flatMap((path): Difference[] => {
    const want = wanted.get(path);
    const have = there.includes(path) ? readFileSync(join(content, path)) : undefined;
    if (want !== undefined && have !== undefined && have.equals(Buffer.from(want))) return [];
    const kind = have === undefined ? 'new' : want === undefined ? 'gone' : 'changed';
    const isText = (want === undefined || typeof want === 'string') && /\.(?:md|yaml)$/u.test(path);
    const patch = isText
      ? createTwoFilesPatch(path, path, have?.toString() ?? '', want ?? '', undefined, undefined, { context: 2 })
      : '';
    return [{ path, kind, patch }];
  });
  return { isThere: there.length > 0, differences };
}

/**
 * Writes the report's folder, and `site.yaml` where there is none.
 *
 * Out:    where the folder that was there is kept, relative to the content folder; `undefined` when there was none.
 * Errors: `EnvironmentError`; the folder is then as it was.
 */
export function putImported({ content, folder, files, images }: PutFiles, review: string): string | undefined {
  const target = join(content, folder);
  // A leading dot: no build reads it, and whoever watches the content sees the folder come as a whole.
  const stage = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    for (const { path, text } of files)
      if (path.startsWith(`${folder}/`)) put(join(stage, path.slice(folder.length + 1)), text);
    for (const { path, bytes } of images) put(join(stage, path.slice(folder.length + 1)), bytes);
    put(join(stage, REVIEW_FILE), review);
    const kept = existsSync(target) && filesBelow(target).length > 0 ? freeName(content, folder) : undefined;
    putFiles(
      content,
      files.filter(({ path }) => !path.startsWith(`${folder}/`)),
    );
    if (kept !== undefined) renameSync(target, join(content, kept));
    else rmSync(target, { recursive: true, force: true });
    renameSync(stage, target);
    return kept;
  } catch (error) {
    throw refusal(target, error);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A name for the folder that was there: `.2022.before-import`. */
function freeName(content: string, folder: string): string {
  const parent = dirname(folder) === '.' ? '' : `${dirname(folder)}/`;
  const name = `${parent}.${basename(folder)}.before-import`;
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(content, free))) return free;
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.split('/').some((_, index, parts) => isIgnored(parts.slice(0, index + 1).join('/'))))
    .toSorted(byCodeUnit);
}

const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有写入权限', en: 'permission denied' },
  EPERM: { zh: '没有写入权限', en: 'permission denied' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '路径中有一级是文件，不是文件夹', en: 'something on the path is a file, not a folder' },
};

function refusal(target: string, error: unknown): unknown {
  if (error instanceof EnvironmentError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const reason = REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
  return new EnvironmentError({
    zh: `无法写入“${target}”：${reason.zh}。没有写入任何文件。`,
    en: `Cannot write “${target}”: ${reason.en}. Nothing was written.`,
  });
}
