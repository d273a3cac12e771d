/**
 * Saves the files that are made of reports into a folder.
 *
 * In:  each report with the bytes made of it, the folder, whether files there may be replaced.
 * Out: the files, each new or as it was.
 * Errors: `EnvironmentError`: a file of that name says something else, perhaps because somebody has worked on it; or the
 *         disk refuses. No file is ever there by half.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.js';

export interface MadeFile {
  /** The report's folder. */
  path: string;
  /** The report's name, with its year. */
  name: string;
  bytes: Uint8Array;
}

export interface ExportedFile {
  file: string;
  isNew: boolean;
}

export interface SaveOptions {
  out: string;
  /** What files of this kind end in, with the dot. */
  ending: string;
  force: boolean;
}

export function saveFiles(made: readonly MadeFile[], { out, ending, force }: SaveOptions): ExportedFile[] {
  const waiting = made.map(({ path, name, bytes }) => {
    const file = join(out, fileName(path, name) + ending);
    return { file, bytes, isNew: !isSame(file, bytes) };
  });
  const taken = waiting.filter(({ file, isNew }) => isNew && existsSync(file)).map(({ file }) => file);
  if (taken.length > 0 && !force) throw alreadyThere(taken);
  for (const { file, bytes, isNew } of waiting) if (isNew) save(out, file, bytes);
  return waiting.map(({ file, isNew }) => ({ file, isNew }));
}

/** The folder tells reports of the same name apart; signs that Windows refuses in a name are left out. */
function fileName(path: string, name: string): string {
  const folder = path.replaceAll('/', '-');
  return `${folder} ${name}`
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '')
    .slice(0, 80)
    .trim();
}

function isSame(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

function save(out: string, file: string, bytes: Uint8Array): void {
  const unnamed = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(unnamed, bytes);
    renameSync(unnamed, file);
  } catch (error) {
    if (existsSync(unnamed)) rmSync(unnamed);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw new EnvironmentError(
      {
        zh: `无法写入“${file}”（${REASONS[code]?.zh ?? code}）。请检查输出文件夹（--out）和磁盘后再执行。`,
        en: `Cannot write “${file}” (${REASONS[code]?.en ?? code}). Check the output folder (--out) and the disk, then call again.`,
      },
      { cause: error },
    );
  }
}

const REASONS: Readonly<Record<string, { zh: string; en: string }>> = {
  EACCES: { zh: '没有写入权限', en: 'permission denied' },
  EPERM: {
    zh: '没有写入权限，或文件正在别的程序里打开',
    en: 'permission denied, or the file is open in another program',
  },
  EBUSY: { zh: '文件正在别的程序里打开', en: 'the file is open in another program' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '路径中有一级是文件，不是文件夹', en: 'something on the path is a file, not a folder' },
  EEXIST: { zh: '这是文件，不是文件夹', en: 'it is a file, not a folder' },
  EISDIR: { zh: '有同名的文件夹', en: 'a folder has that name' },
};

function alreadyThere(files: readonly string[]): EnvironmentError {
  const list = files.join('\n  ');
  return new EnvironmentError({
    zh: `这里已有同名的文件，内容不同，没有覆盖，也没有写入任何文件：\n  ${list}\n如果不需要保留原来的文件，请加 --force；否则用 --out 换一个文件夹。`,
    en: `Files of these names are there and say something else. Nothing was written:\n  ${list}\nUse --force to replace them, or --out for another folder.`,
  });
}
