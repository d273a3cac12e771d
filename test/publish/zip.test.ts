/** The site as one archive, read back by a reader that nobody here wrote. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { publishZip } from '../../src/publish/zip.js';
import { temporaryFolder } from '../support/folder.js';
import { ROOT, run } from '../support/site.js';
import { refusalOf, siteOf, textsOf } from './sites.js';

const TEXTS = {
  'index.html': '首页',
  '2022/附件/统计表（二）.csv': '甲,乙',
  '2022/附件/a b.csv': 'x'.repeat(5000),
  '10/a': '',
  '9/a': '',
};

interface Entry {
  name: string;
  text: string;
  /** Bit 11: the name is in UTF-8. */
  isUtf8: boolean;
  /** 3: made on Unix, where `unzip` leaves names as they are. */
  madeBy: number;
  mode: number;
  /** As the archive tells it, without a zone. */
  date: number;
  time: number;
}

function entriesOf(file: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    // Names as they stand, so that none is mended on the way; bytes are checked against their sums.
    yauzl.open(file, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const entries: Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            entries.push({
              name: entry.fileName,
              text: Buffer.concat(chunks).toString(),
              isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
              madeBy: entry.versionMadeBy >> 8,
              mode: entry.externalFileAttributes >>> 16,
              date: entry.lastModFileDate,
              time: entry.lastModFileTime,
            });
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

test('holds every file by its own name, in order, and no clock', async () => {
  const file = join(temporaryFolder(), '均川.zip');
  const site = siteOf(TEXTS);
  expect(await publishZip(site, file)).toMatchObject({ way: 'zip', removed: [], unchanged: 0, foreign: [] });
  const entries = await entriesOf(file);
  expect(Object.fromEntries(entries.map(({ name, text }) => [name, text]))).toEqual(textsOf(site));
  const names = entries.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  // Without it, Windows reads names in the code page of the machine.
  for (const { name, isUtf8 } of entries) expect(isUtf8).toBe(/[^ -~]/.test(name));
  expect(new Set(entries.map(({ madeBy, mode }) => `${madeBy} ${mode.toString(8)}`))).toEqual(new Set(['3 100644']));
  // The first of January 1980, the earliest that there is; noon.
  expect(new Set(entries.map(({ date, time }) => `${date} ${time}`))).toEqual(new Set([`${(1 << 5) | 1} ${12 << 11}`]));
});

test('is the same to the byte in every zone and language', async () => {
  const { root } = siteOf(TEXTS);
  const folder = temporaryFolder();
  const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu'];
  for (const [index, zone] of zones.entries()) {
    const { code, stderr } = await run(
      process.execPath,
      [join(ROOT, 'test/publish/write-zip.mjs'), root, join(folder, `${index}.zip`)],
      { env: { TZ: zone, LC_ALL: index % 2 === 0 ? 'C' : 'zh_CN.UTF-8' } },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
  const [first, ...others] = zones.map((_, index) => readFileSync(join(folder, `${index}.zip`)));
  for (const other of others) expect(other.equals(first ?? Buffer.alloc(0))).toBe(true);
});

test('says what changed since the archive that is there, and replaces one that was packed anew', async () => {
  const file = join(temporaryFolder(), 'a.zip');
  const site = siteOf(TEXTS);
  await publishZip(site, file);
  const bytes = readFileSync(file);
  expect((await publishZip(site, file)).changed).toEqual([]);
  const next = siteOf({ 'index.html': '首页，改过', '9/a': '', new: '' });
  const dry = await publishZip(next, file, { isDryRun: true });
  expect(dry).toMatchObject({ changed: ['index.html', 'new', 'manifest.json'], unchanged: 1 });
  expect(dry.removed).toEqual(['10/a', '2022/附件/a b.csv', '2022/附件/统计表（二）.csv']);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  const anew = zipSync({ 'manifest.json': Buffer.from(site.version.manifest), 'index.html': Buffer.from('不一样') });
  writeFileSync(file, anew);
  expect((await publishZip(site, file)).changed).toHaveLength(site.version.files.length);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each([
  ['no archive', Buffer.from('别人的')],
  ['an archive of something else', Buffer.from(zipSync({ a: new Uint8Array(3) }))],
  ['an archive with a list that is not ours', Buffer.from(zipSync({ 'manifest.json': Buffer.from('{"files":[]}') }))],
  ['nothing at all', Buffer.alloc(0)],
])('a file that is %s is left as it was', async (_, bytes) => {
  const file = join(temporaryFolder(), 'a.zip');
  writeFileSync(file, bytes);
  expect(await refusalOf(publishZip(siteOf(TEXTS), file))).toMatch('不是本程序写的，没有改动');
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a folder by that name is left as it was', async () => {
  const file = join(temporaryFolder(), 'a.zip');
  mkdirSync(file);
  expect(await refusalOf(publishZip(siteOf(TEXTS), file))).toMatch('不是本程序写的，没有改动');
});

test('a folder that nobody may write is named, and nothing is left in it', async () => {
  const folder = temporaryFolder();
  const { root } = siteOf(TEXTS);
  chmodSync(root, 0o755);
  chmodSync(folder, 0o555);
  const { code, stderr } = await run(
    process.execPath,
    [join(ROOT, 'test/publish/write-zip.mjs'), root, join(folder, 'a.zip')],
    { env: { ORDINARY_USER: '65534' } },
  );
  expect(code).toBe(2);
  expect(stderr).toContain('没有读写权限，请让管理员开通。\n原来的文件没有改动。');
  expect(readdirSync(folder)).toEqual([]);
});
