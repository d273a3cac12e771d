/**
 * The list of what was built: `manifest.json`, or a copy of it kept elsewhere.
 *
 * Errors: `EnvironmentError` in words when the list that is to be trusted is not there or is none.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { filesIn, MANIFEST, type ListedFile } from '../model/manifest.js';

export interface Manifest {
  /** The file it was read from. */
  file: string;
  /** Where the built files themselves may still lie. */
  folder: string;
  files: ListedFile[];
  /** Itself as a file of the site: what `build` wrote, even where Git has since changed its line ends. */
  self: ListedFile;
}

/** `against`: a manifest, or a folder with one. */
export function readManifest(against: string): Manifest {
  const file = isFolder(against) ? join(against, MANIFEST) : against;
  let text: string;
  try {
    text = withoutMark(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unreadable(against, file, error);
  }
  const files = filesIn(text);
  if (files === undefined || files.length === 0) throw notAManifest(file);
  const bytes = Buffer.from(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  const self = { path: MANIFEST, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return { file, folder: dirname(file), files, self };
}

/** Editors on Windows put a mark before the text. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function unreadable(against: string, file: string, error: unknown): EnvironmentError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  const what = isMissing
    ? { zh: `找不到“${file}”`, en: `There is no “${file}”` }
    : { zh: `无法读取“${file}”（${code}）`, en: `“${file}” cannot be read (${code})` };
  const remedy =
    against === 'dist'
      ? {
          zh: '核对要有生成时的清单：请先执行 fazhi build，或用 --against 写明清单在哪里（生成的文件夹，或另外保存的 manifest.json）',
          en: 'Verifying needs the list of what was built: run fazhi build first, or say with --against where the list is (the built folder, or a manifest.json kept elsewhere)',
        }
      : {
          zh: '请用 --against 写明生成时的清单在哪里（生成的文件夹，或另外保存的 manifest.json）',
          en: 'Say with --against where the list of what was built is (the built folder, or a manifest.json kept elsewhere)',
        };
  return new EnvironmentError({ zh: `${what.zh}。${remedy.zh}。`, en: `${what.en}. ${remedy.en}.` }, { cause: error });
}

function notAManifest(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${file}”不是 fazhi 生成的清单，或已损坏。请用 --against 写明生成时的 manifest.json，或生成的文件夹。`,
    en: `“${file}” is no list written by fazhi, or is damaged. Name with --against the manifest.json of the build, or the built folder.`,
  });
}
