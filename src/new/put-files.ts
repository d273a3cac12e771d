/** Puts new files into the content folder: whole or not at all, and never over a file that is there. */
import { constants, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { alreadyThere, type NewFile } from './trial.js';

/** Errors: `EnvironmentError`; what had been put by then is taken away again. */
export function putFiles(content: string, files: readonly NewFile[]): void {
  const done: string[] = [];
  for (const { path, text } of files) {
    try {
      putFile(join(content, path), text);
      done.push(path);
    } catch (error) {
      for (const one of done) rmSync(join(content, one), { force: true });
      throw refusal(join(content, path), error);
    }
  }
}

/** The file gets its name when all of it is on the disk; a name that is taken makes the system refuse. */
function putFile(file: string, text: string): void {
  makeFolder(dirname(file));
  // Names with a leading dot are no content.
  const unnamed = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(unnamed, text);
    try {
      linkSync(unnamed, file);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
      // Some disks, such as a memory stick, know no links.
      copyFileSync(unnamed, file, constants.COPYFILE_EXCL);
    }
  } finally {
    rmSync(unnamed, { force: true });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new EnvironmentError({
      zh: `“${folder}”是文件，不是文件夹，没有写入任何文件。请先把它移开。`,
      en: `“${folder}” is a file, not a folder; nothing was written. Move it away first.`,
    });
  }
}

const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有写入权限', en: 'permission denied' },
  EPERM: { zh: '没有写入权限', en: 'permission denied' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '路径中有一级是文件，不是文件夹', en: 'something on the path is a file, not a folder' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
};

function refusal(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST') return alreadyThere(file);
  // It has its words already, or it is no refusal of the system but a bug of ours.
  if (code === '') return error;
  const reason = REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
  return new EnvironmentError({
    zh: `无法写入“${file}”：${reason.zh}。没有写入任何文件。`,
    en: `Cannot write “${file}”: ${reason.en}. Nothing was written.`,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
