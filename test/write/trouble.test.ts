import { chmodSync, chownSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { write } from '../../src/write/write.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { buildPages, holdings, ORDINARY_USER, pagesOf, refusalOf } from './folders.js';

/** A site in a folder that an ordinary user may reach, and owns. */
async function ordinarySite(): Promise<string> {
  const around = temporaryFolder();
  const out = join(around, 'dist');
  mkdirSync(out);
  if (process.getuid?.() === 0) {
    chmodSync(around, 0o755);
    chownSync(out, ORDINARY_USER, ORDINARY_USER);
  }
  await buildPages(out, 'a', { isOrdinaryUser: true });
  return out;
}

describe('a disk that takes no more', () => {
  test('is named, the earlier site is untouched and nothing is left behind', async () => {
    const out = temporaryFolder();
    await buildPages(out, 'a');
    const before = holdings(out);
    const { code, stderr } = await buildPages(out, 'b', { maxFileBlocks: 1 });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `磁盘已满，或超出了配额，无法写入“${out}”。原有的网站没有改动，请腾出空间后再构建。`,
    });
    expect(holdings(out)).toEqual(before);
  });

  test('is named when not even the lock can be written', async () => {
    const out = temporaryFolder();
    const { code, stderr } = await buildPages(out, 'b', { maxFileBlocks: 0 });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `磁盘已满，或超出了配额，无法写入“${out}”。原有的网站没有改动，请腾出空间后再构建。`,
    });
    expect(holdings(out)).toEqual({});
  });
});

describe('a folder that nobody may write', () => {
  test('is named, and the earlier site is untouched', async () => {
    const out = await ordinarySite();
    const before = holdings(out);
    chmodSync(out, 0o555);
    const { code, stderr } = await buildPages(out, 'b', { isOrdinaryUser: true });
    chmodSync(out, 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `没有读写“${out}”的权限。原有的网站没有改动，请让管理员开通权限，或换一个输出文件夹（--out）。`,
    });
    expect(holdings(out)).toEqual(before);
  });

  test('within the site leaves whole files, and the next build completes them', async () => {
    const clean = temporaryFolder();
    await buildPages(clean, 'b');
    const out = await ordinarySite();
    const locked = join(out, '2022/changed');
    chmodSync(locked, 0o555);
    const { code, stderr } = await buildPages(out, 'b', { isOrdinaryUser: true });
    chmodSync(locked, 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `没有读写“${join(locked, '第 0 页.html')}”的权限。网站只更新了一部分，但每个文件都是完整的，请让管理员开通权限，或换一个输出文件夹（--out）。`,
    });
    expect(Object.keys(holdings(out)).filter((path) => path.startsWith('.fazhi'))).toEqual([
      '.fazhi/',
      '.fazhi/journal.json',
    ]);
    expect((await buildPages(out, 'b', { isOrdinaryUser: true })).code).toBe(0);
    expect(holdings(out)).toEqual(holdings(clean));
  });

  test('above the site is named', async () => {
    const around = temporaryFolder();
    chmodSync(around, 0o555);
    const out = join(around, 'dist');
    const { code, stderr } = await buildPages(out, 'a', { isOrdinaryUser: true });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `没有读写“${out}”的权限。原有的网站没有改动，请让管理员开通权限，或换一个输出文件夹（--out）。`,
    });
  });

  test('may be one of the system, which is refused and not waited for', () => {
    expect(() => write(pagesOf({ a: '1' }), '/proc/fazhi/dist')).toThrow(EnvironmentError);
    expect(() => write(pagesOf({ a: '1' }), '/sys/fazhi/dist')).toThrow(EnvironmentError);
  });
});

describe('a place that is no folder', () => {
  const words = (out: string) =>
    `“${out}”不是文件夹，或它的上级不是文件夹，无法在此生成网站。请换一个输出文件夹（--out），或移走这里的文件。`;

  test('is named when it is a file, which stays', () => {
    const out = join(folderOf({ dist: 'mine' }), 'dist');
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toBe(words(out));
    expect(statSync(out).size).toBe(4);
  });

  test('is named when it is below a file', () => {
    const out = join(folderOf({ file: 'mine' }), 'file/site/dist');
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toBe(words(out));
  });

  test('is named when it is a link to nothing', () => {
    const out = join(temporaryFolder(), 'dist');
    symlinkSync('nowhere', out);
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toBe(words(out));
  });
});

describe('a path that is too long', () => {
  const name = '法'.repeat(90);

  test('is named when it is a page, before anything is changed', () => {
    const out = temporaryFolder();
    write(pagesOf({ a: '1' }), out);
    const before = holdings(out);
    const file = join(out, `${name}.html`);
    expect(refusalOf(() => write(pagesOf({ a: '2', [`${name}.html`]: '' }), out))).toBe(
      `路径太长：“${file}”（一个文件名最多 255 字节，约 85 个汉字）。原有的网站没有改动，请把对应的内容文件名或输出文件夹（--out）改短。`,
    );
    expect(holdings(out)).toEqual(before);
  });

  test('is named when it is the folder', () => {
    const out = join(temporaryFolder(), name);
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch(`路径太长：“${out}”`);
  });
});

test('the words are there in English too', () => {
  const out = folderOf({ mine: 'x' });
  writeFileSync(join(out, 'manifest.json'), '');
  expect(() => write(pagesOf({ a: '1' }), out)).toThrow(
    `“${join(out, 'manifest.json')}” was not written by fazhi, or is damaged, so nobody can tell which files are ours; nothing was changed. Choose an empty folder (--out), or empty this one if nothing in it is needed.`,
  );
});
