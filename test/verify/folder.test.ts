/** Each kind of tampering, planted one by one into a copy of the real site: found, named, and nothing else. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/verify/verify.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, realSite, run } from '../support/site.js';
import { linesOf } from './lines.js';

const site = await realSite();
const PAGE = '2022/report/index.html';
const size = (path: string): number => Buffer.byteLength(site.text(path));

function copy(): string {
  const folder = temporaryFolder();
  cpSync(site.folder, folder, { recursive: true });
  return folder;
}

interface Planted {
  name: string;
  plant: (folder: string) => void;
  said: string[];
}

const CASES: Planted[] = [
  {
    name: 'a page with something appended',
    plant: (folder) => appendFileSync(join(folder, PAGE), '<script>alert(1)</script>'),
    said: [
      `${PAGE}  被改动`,
      expect.stringMatching(
        new RegExp(
          `^ {2}应为 ${size(PAGE)} 字节，实有 ${size(PAGE) + 25} 字节；第 \\d+ 行第 \\d+ 字起多出“<script>alert\\(1\\)</script>”$`,
        ),
      ) as string,
    ],
  },
  {
    name: 'a file cut off',
    plant: (folder) => truncateSync(join(folder, '2022/data/events.csv'), 100),
    said: ['2022/data/events.csv  被改动', `  应为 ${size('2022/data/events.csv')} 字节，实有 100 字节；后半截没有了`],
  },
  {
    name: 'a file that has grown out of all measure',
    plant: (folder) => truncateSync(join(folder, 'feed.xml'), 2 ** 33),
    said: ['feed.xml  被改动', expect.stringMatching(/^ {2}应为 \d+ 字节，读了 \d{5,6} 字节还没有完$/) as string],
  },
  {
    name: 'a file that is missing',
    plant: (folder) => rmSync(join(folder, 'assets/site.js')),
    said: ['assets/site.js  缺失', '  没有这个文件'],
  },
  {
    name: 'a file whose name is in other letters',
    plant: (folder) => renameSync(join(folder, '2022/data/report.md'), join(folder, '2022/data/Report.md')),
    said: [
      '2022/data/Report.md  多余',
      '  生成时没有，名字与“2022/data/report.md”只有大小写或字形不同',
      '2022/data/report.md  缺失',
      '  没有这个文件；有大小写或字形不同的“2022/data/Report.md”',
    ],
  },
  {
    name: 'files that nobody built',
    plant: (folder) => folderOf({ '2022/博彩.html': '', '2022/report/shell.jsp': '', '.htaccess': '' }, folder),
    said: [
      '.htaccess  多余',
      '  生成时没有',
      '2022/report/shell.jsp  多余',
      '  生成时没有',
      '2022/博彩.html  多余',
      '  生成时没有',
    ],
  },
  {
    name: 'a link in place of a file, though it leads to the same bytes',
    plant: (folder) => {
      rmSync(join(folder, 'index.html'));
      symlinkSync(join(site.folder, 'index.html'), join(folder, 'index.html'));
    },
    said: ['index.html  被改动', '  是符号链接，不是文件'],
  },
  {
    name: 'a link in place of a folder, and one besides',
    plant: (folder) => {
      rmSync(join(folder, 'assets'), { recursive: true });
      symlinkSync(join(site.folder, 'assets'), join(folder, 'assets'));
      symlinkSync(site.folder, join(folder, '2022/loop'));
    },
    said: [
      '2022/loop  多余',
      '  生成时没有，是符号链接',
      ...['icon.svg', 'search.js', 'site.css', 'site.js'].flatMap((name) => [
        `assets/${name}  缺失`,
        '  “assets”是符号链接，没有跟进去看',
      ]),
    ],
  },
  {
    name: 'a folder in place of a file',
    plant: (folder) => {
      rmSync(join(folder, '404.html'));
      mkdirSync(join(folder, '404.html'));
    },
    said: ['404.html  被改动', '  是文件夹，不是文件'],
  },
  {
    name: 'a folder that is missing',
    plant: (folder) => rmSync(join(folder, '2022/offices'), { recursive: true }),
    said: ['2022/offices/index.html  缺失', '  没有文件夹“2022/offices”'],
  },
  {
    name: 'two files swapped',
    plant: (folder) => {
      renameSync(join(folder, 'feed.xml'), join(folder, 'x'));
      renameSync(join(folder, 'sitemap.xml'), join(folder, 'feed.xml'));
      renameSync(join(folder, 'x'), join(folder, 'sitemap.xml'));
    },
    said: ['feed.xml  被改动', '  内容是“sitemap.xml”的', 'sitemap.xml  被改动', '  内容是“feed.xml”的'],
  },
  {
    name: 'a list that was changed to fit',
    plant: (folder) => folderOf({ 'manifest.json': '{"generator":"fazhi","files":[]}' }, folder),
    said: ['manifest.json  被改动', expect.stringContaining('实有 32 字节；第 1 行第 2 字起') as string],
  },
];

describe('fazhi verify finds in a folder', () => {
  test.each(CASES)('$name', async ({ plant, said }) => {
    const folder = copy();
    plant(folder);
    expect(linesOf(await verify(folder, { against: site.folder }))).toEqual(said);
  });

  test('a pipe in place of a file, without waiting for somebody to write to it', async () => {
    const folder = copy();
    rmSync(join(folder, 'feed.xml'));
    await run('mkfifo', [join(folder, 'feed.xml')]);
    const { code, stdout } = await fazhi(['verify', folder, '--against', site.folder, '--quiet']);
    expect([code, stdout]).toEqual([1, 'feed.xml  被改动\n  是特殊文件，不是普通文件\n']);
  });
});

describe('fazhi verify of a folder', () => {
  test('says so when all is the same; what fazhi keeps for itself is nothing extra', async () => {
    const folder = copy();
    folderOf({ '.fazhi/journal.json': '{}', '.fazhi-published.json': '{}' }, folder);
    const { code, stdout } = await fazhi(['verify', folder, '--against', join(site.folder, 'manifest.json')]);
    expect([code, stdout]).toEqual([
      0,
      `核对 ${folder}，对照 ${join(site.folder, 'manifest.json')}\n${site.files.length} 个文件，全部一致。\n`,
    ]);
  });

  test('may be called through a link, as a site that is switched over is', async () => {
    const link = join(temporaryFolder(), '栏目');
    symlinkSync(copy(), link);
    expect((await fazhi(['verify', link, '--against', site.folder])).code).toBe(0);
  });

  test('says what it is worth when the list lies in the very folder', async () => {
    const { code, stdout } = await fazhi(['verify', site.folder, '--against', site.folder]);
    expect(code).toBe(0);
    expect(stdout.split('\n').at(-2)).toBe(
      '  清单就在被核对的文件夹里：谁能改网页，也能改清单。要防篡改，请用另外保存的清单（--against）',
    );
  });

  test('tells a program', async () => {
    const folder = copy();
    appendFileSync(join(folder, 'feed.xml'), '\n');
    const { code, stdout } = await fazhi([
      'verify',
      folder,
      '--against',
      site.folder,
      '--format',
      'json',
      '--lang',
      'en',
    ]);
    const data = JSON.parse(stdout) as { files: { path: string; state: string }[] } & Record<string, unknown>;
    expect(code).toBe(1);
    expect({ ...data, files: data.files.filter(({ state }) => state !== 'same') }).toEqual({
      where: folder,
      against: join(site.folder, 'manifest.json'),
      faults: 1,
      files: [
        {
          path: 'feed.xml',
          state: 'changed',
          message: expect.stringMatching(
            /^\d+ bytes were built, \d+ are there; from line \d+, character \d+ there is also “␊”$/,
          ) as string,
          found: { size: readFileSync(join(folder, 'feed.xml')).length, sha256: expect.any(String) as string },
        },
      ],
      addresses: [],
      hints: [],
    });
    expect(data.files.map(({ path }) => path)).toEqual(site.files);
  });

  test('ends with 2 where there is no folder', async () => {
    const file = join(folderOf({ 文件: '' }), '文件');
    const { code, stderr } = await fazhi(['verify', file, '--against', site.folder]);
    expect([code, stderr]).toEqual([2, `“${file}”是文件，不是文件夹。请写网页所在的文件夹，或网址。\n`]);
  });
});
