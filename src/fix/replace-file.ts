/** Replaces a file by another text at once: whoever reads it finds the old bytes or the new ones, never a part. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Words } from '../diagnostics/diagnostic.js';

/** Why a file was left as it was. */
export interface Refusal {
  why: Words;
  /** Something the clerk has to see to, not just another hand at work. */
  isFault: boolean;
}

/** `before` is what the new text was made from; a file that is not that any more is left alone. */
export function replaceFile(file: string, before: Buffer, after: Buffer): Refusal | undefined {
  // Names with a leading dot are no content.
  const unnamed = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const status = lstatSync(file);
    if (!status.isFile()) return NOT_A_FILE;
    accessSync(file, constants.W_OK);
    const opened = openSync(unnamed, 'wx', status.mode);
    try {
      for (let at = 0; at < after.length;) at += writeSync(opened, after, at);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    // What a new file may be is up to the umask; this one is no new file.
    chmodSync(unnamed, status.mode);
    if (!lstatSync(file).isFile() || !readFileSync(file).equals(before)) return CHANGED;
    renameSync(unnamed, file);
    return undefined;
  } catch (error) {
    // What the system did not refuse is a bug of ours.
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return CHANGED;
    const code = String(error.code);
    return { why: REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` }, isFault: true };
  } finally {
    rmSync(unnamed, { force: true });
  }
}

const CHANGED: Refusal = {
  why: { zh: '另一个程序正在改它，请再执行一次', en: 'another program is changing it; call again' },
  isFault: false,
};

const NOT_A_FILE: Refusal = {
  why: { zh: '它不是普通文件', en: 'it is no regular file' },
  isFault: true,
};

const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有写入权限', en: 'permission denied' },
  EPERM: { zh: '没有写入权限', en: 'permission denied' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EBUSY: { zh: '它正被别的程序占用', en: 'another program holds it' },
};
