import { expect, test, vi } from 'vitest';
import { write } from '../../src/write/write.js';
import { temporaryFolder } from '../support/folder.js';
import { holdings, pagesOf, refusalOf } from './folders.js';

/** What the disk answers to whoever writes the page `full`. */
const disk = vi.hoisted(() => ({ code: '' }));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const writeFileSync: typeof fs.writeFileSync = (file, data, options) => {
    if (data instanceof Uint8Array && Buffer.from(data).toString() === 'full')
      throw Object.assign(new Error(`${disk.code}: write`), { code: disk.code, syscall: 'write', errno: -28 });
    fs.writeFileSync(file, data, options);
  };
  return { ...fs, writeFileSync };
});

test.each(['ENOSPC', 'EDQUOT'])('a disk that answers %s is full, and the earlier site is untouched', (code) => {
  const out = temporaryFolder();
  write(pagesOf({ a: '1', b: '1', old: '1' }), out);
  const before = holdings(out);
  disk.code = code;
  expect(refusalOf(() => write(pagesOf({ a: '2', b: 'full', c: '2' }), out))).toBe(
    `磁盘已满，或超出了配额，无法写入“${out}”。原有的网站没有改动，请腾出空间后再构建。`,
  );
  expect(holdings(out)).toEqual(before);
});

test('any other answer of the disk is passed on with its name', () => {
  const out = temporaryFolder();
  disk.code = 'EIO';
  expect(refusalOf(() => write(pagesOf({ a: 'full' }), out))).toBe(
    `无法写入“${out}”（EIO）。原有的网站没有改动，请检查输出文件夹（--out）和磁盘后再构建。`,
  );
});
