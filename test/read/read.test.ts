import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { readLine } from '../../src/read/read.js';
import { read } from '../support/whole.js';
import { folderOf } from '../support/folder.js';
import { readFile, readFiles, readFolder } from './reading.js';

const GOOD = '---\ntitle: 标题\n---\n正文\n';

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

/** Root may read everything, so the tests of permissions are run as somebody else. */
function asSomebody<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('which files are read', () => {
  test('all of them, by code unit of their paths; what systems and editors leave behind is passed over', () => {
    const { said, sources } = readFiles({
      'site.yaml': 'a: b\n',
      'README.md': '说明',
      '2022/report.md': GOOD,
      '2022/README.md': GOOD,
      '2022/events/普法 活动.MD': GOOD,
      '2022/x.markdown': GOOD,
      '2022/附件.docx': 'x',
      '2022-b/a.yml': 'a: b\n',
      '.git/config.md': 'x',
      '.DS_Store': 'x',
      '2022/~$report.md': 'x',
      '2022/report.md~': 'x',
      '2022/.report.md.swp': 'x',
      '2022/report.md.swp': 'x',
      '2022/report.tmp': 'x',
      '2022/Thumbs.db': 'x',
      '2022/desktop.ini': 'x',
      'node_modules/a.md': 'x',
    });
    expect(said).toBe('');
    expect(sources.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'yaml 2022-b/a.yml',
      'markdown 2022/README.md',
      'markdown 2022/events/普法 活动.MD',
      'markdown 2022/report.md',
      'markdown 2022/x.markdown',
      'asset 2022/附件.docx',
      'yaml site.yaml',
    ]);
  });

  test('an asset says where it lies and is not opened', () => {
    const folder = folderOf({ 'a.pdf': 'x' });
    expect(read(folder).sources).toEqual([{ kind: 'asset', path: 'a.pdf', file: join(folder, 'a.pdf'), bytes: 1 }]);
  });

  test('a folder called x.md is a folder', () => {
    const { said, sources } = readFiles({ 'x.md/a.md': GOOD });
    expect([said, sources.map(({ path }) => path)]).toEqual(['', ['x.md/a.md']]);
  });

  test('symbolic links are named and not followed, also those that loop', () => {
    const folder = folderOf({ '2022/report.md': GOOD });
    symlinkSync('report.md', join(folder, '2022/link.md'));
    symlinkSync('..', join(folder, '2022/loop'));
    symlinkSync('nowhere', join(folder, 'picture.png'));
    const { said, sources } = readFolder(folder);
    expect(said).toMatchInlineSnapshot(`
      "2022/link.md:1:1  错误  file/symlink
        这是一个快捷链接（符号链接），程序不读取。请把真正的文件放到这里。

      2022/loop:1:1  错误  file/symlink
        这是一个快捷链接（符号链接），程序不读取。请把真正的文件放到这里。

      picture.png:1:1  错误  file/symlink
        这是一个快捷链接（符号链接），程序不读取。请把真正的文件放到这里。"
    `);
    expect(sources.map(({ path }) => path)).toEqual(['2022/link.md', '2022/report.md']);
    expect(sources[0]).toMatchObject({ broken: true, body: '' });
    expect(readLine(folder, '2022/link.md', 1)).toBeUndefined();
  });

  test('a file of 50 MB is not opened', () => {
    const folder = folderOf({ 'a.md': '', 'site.yaml': '', 'b.md': GOOD });
    truncateSync(join(folder, 'a.md'), 50 * 1024 * 1024);
    truncateSync(join(folder, 'site.yaml'), 256 * 1024 + 1);
    const started = performance.now();
    expect(readFolder(folder).said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  file/too-large
        文件有 50 MB，超过 2 MB，没有读取。这里只放文字，图片和附件请另存为单独的文件。

      site.yaml:1:1  错误  file/too-large
        文件有 0.26 MB，超过 0.25 MB，没有读取。这里只放文字，图片和附件请另存为单独的文件。"
    `);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('a file of 2 MB is read', () => {
    const text = `---\ntitle: 标题\n---\n${'文'.repeat(690_000)}`;
    const { said, file } = readFile(text);
    expect([said, file.body.length]).toEqual(['', 690_000]);
  });

  test('a pipe is not waited for', () => {
    const folder = folderOf({ 'b.md': GOOD });
    execFileSync('mkfifo', [join(folder, 'a.md')]);
    expect(readFolder(folder).said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  file/unreadable
        无法读取：它不是普通文件。"
    `);
  });

  test('a file or folder that nobody may read hides no other', () => {
    const folder = folderOf({ 'a.md': GOOD, 'b.md': GOOD, 'c/d.md': GOOD });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'a.md'), 0);
    chmodSync(join(folder, 'c'), 0);
    const { said, sources } = asSomebody(() => readFolder(folder));
    chmodSync(join(folder, 'c'), 0o700);
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  file/unreadable
        无法读取：没有读取权限。

      c:1:1  错误  file/unreadable
        无法读取：没有读取权限。"
    `);
    expect(sources.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });

  test('a name that is no text is reported', () => {
    const folder = folderOf({ 'b.md': GOOD });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xea]), Buffer.from('.md')]), GOOD);
    expect(readFolder(folder).said).toContain('file/unreadable');
  });

  test('a content folder that is missing, or is a file, is the call that is wrong', () => {
    const folder = folderOf({ 'a.md': GOOD });
    expect(() => read(join(folder, '没有'))).toThrow(EnvironmentError);
    expect(() => read(join(folder, '没有'))).toThrow(/Cannot read the content folder “.*没有”: it does not exist\./);
    expect(() => read(join(folder, 'a.md'))).toThrow(/is not a folder/);
  });

  test('an empty content folder has no files', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, '2022'));
    expect(read(folder)).toEqual({ sources: [], diagnostics: [] });
    rmSync(folder, { recursive: true });
  });
});

describe('which bytes are text', () => {
  test('UTF-16 with its mark is simply right', () => {
    const plain = readFile(GOOD);
    expect(readFile(utf16(GOOD, false))).toEqual(plain);
    expect(readFile(utf16(GOOD, true))).toEqual(plain);
  });

  test('GBK is read, with a warning that names the way out', () => {
    const bytes = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from('\noffice:'),
      Buffer.from([0xcb, 0xbe, 0xb7, 0xa8, 0xcb, 0xf9]),
      Buffer.from('\n---\n'),
      Buffer.from([0xd5, 0xfd, 0xce, 0xc4]),
    ]);
    const { said, file } = readFile(bytes);
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  提醒  file/encoding
        文件编码是 GBK（GB18030），已按它读取。请用编辑器“另存为”，编码选“UTF-8”。
        1 | ---
          | ^

      a.md:3:7  错误  front-matter/colon-blank
        “office”的冒号后面缺少一个空格。请写成“office: ”，再写内容。
        3 | office:司法所
          |       ^"
    `);
    expect(file).toMatchObject({ broken: false, body: '正文' });
  });

  test('a picture by the name of a text is not decoded', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    const { said, file } = readFile(png);
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  file/encoding-unknown
        认不出文件的编码，它可能不是文字文件。请用编辑器打开，确认内容正常后“另存为”，编码选“UTF-8”。"
    `);
    expect(file).toMatchObject({ broken: true, body: '' });
  });

  test('random bytes are not decoded', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    expect(readFile(bytes).said).toContain('file/encoding-unknown');
  });

  test('a UTF-8 file with a damaged byte is not taken for GBK', () => {
    const bytes = Buffer.from('---\ntitle: 均川镇普法宣传\n---\n正文\n');
    bytes[12] = 0xff;
    expect(readFile(bytes).said).toMatchInlineSnapshot(`
      "a.md:2:8  错误  file/control-character
        此处有一个无法显示的字符（U+FFFD）。请删去它，如有缺字请补上。
        2 | title: ���川镇普法宣传
          |        ^"
    `);
  });

  test('a byte order mark within a file is reported: YAML would take what follows it for a remark', () => {
    expect(readFile('---\ntitle: \ufeff#标题\n---\n正文\n').said).toContain('（U+FEFF）。请删去它');
  });

  test('controls are reported where they stand, one a line', () => {
    const { said } = readFile('---\ntitle: 标\u000b题\n---\n正\u0000文\u0007\n\tok\u007f\n零\u200b宽\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:9  错误  file/control-character
        此处有一个无法显示的字符（U+000B）。请删去它，如有缺字请补上。
        2 | title: 标␋题
          |          ^

      a.md:4:2  错误  file/control-character
        此处有一个无法显示的字符（U+0000）。请删去它，如有缺字请补上。
        4 | 正␀文␇
          |   ^

      a.md:5:4  错误  file/control-character
        此处有一个无法显示的字符（U+007F）。请删去它，如有缺字请补上。
        5 |     ok␡
          |       ^"
    `);
  });

  test('lone carriage returns end lines', () => {
    expect(readFile(GOOD.replaceAll('\n', '\r'))).toEqual(readFile(GOOD));
  });

  test.each(['', ' \n\t\n　', '\ufeff'])('an empty file: %j', (text) => {
    const { said, file } = readFile(text);
    expect(said.split('\n').slice(0, 2)).toEqual([
      'a.md:1:1  错误  file/empty',
      '  文件是空的。请写上内容，不需要它就删去。',
    ]);
    expect(file).toMatchObject({ broken: true, body: '' });
  });
});
