import { expect, test } from 'vitest';
import type { ReportTexts, TownTexts } from '../../../src/model/search-texts.js';
import { divide, textFile, writeReport } from '../../../src/render/search/text-files.js';
import { BASE, NEXT_YEAR } from '../../support/content.js';
import { renderFiles } from '../theme.js';
import { partIn } from './texts.js';

const LIMIT = 1_000_000;
const TOWN = 'junchuan';

function report(folder: string, texts: readonly string[]): ReportTexts {
  return {
    folder,
    year: 2022,
    name: folder,
    entries: texts.map((text, index) => ({
      kind: '章节',
      title: `第${index}章`,
      page: 'report/',
      id: `${index}`,
      paragraphs: [text],
    })),
  };
}

function filesOf(reports: readonly ReportTexts[], limit?: number): string[] {
  return divide(TOWN, reports.map(writeReport), limit).map((file, index) => textFile(TOWN, index + 1, file));
}

/** Reports that go on in the next file are one again. */
function together(files: readonly string[]): ReportTexts[] {
  const all = new Map<string, ReportTexts>();
  for (const one of files.flatMap((file) => partIn(file).reports)) {
    const before = all.get(one.folder);
    all.set(one.folder, before ? { ...before, entries: [...before.entries, ...one.entries] } : one);
  }
  return [...all.values()];
}

test('texts of less than a megabyte are one file, those of more several, none larger, with nothing lost', () => {
  const text = '法治'.repeat(5_000);
  const small = [report('../2022/', [text, text])];
  expect(filesOf(small)).toHaveLength(1);
  const large = [2024, 2023, 2022].map((year) =>
    report(
      `../${year}/`,
      Array.from({ length: 40 }, () => text),
    ),
  );
  const files = filesOf(large);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect(Buffer.byteLength(file)).toBeLessThanOrEqual(LIMIT);
  // All but the last are full: another entry would not have had room.
  for (const file of files.slice(0, -1)) expect(Buffer.byteLength(file)).toBeGreaterThan(LIMIT - 31_000);
  expect(files.map((file) => partIn(file).part)).toEqual(files.map((_, index) => index + 1));
  expect(together(files)).toEqual(large);
});

test('at every limit, files keep to it unless a single entry is larger, and hold everything', () => {
  const reports = [report('../a/', ['甲', '乙乙乙乙', '丙'.repeat(100)]), report('../b/', ['丁', '戊'])];
  for (let limit = 100; limit < 1200; limit += 7) {
    const files = filesOf(reports, limit);
    expect(together(files)).toEqual(reports);
    for (const file of files) {
      const entries = partIn(file).reports.flatMap((one) => one.entries);
      if (entries.length > 1) expect(Buffer.byteLength(file)).toBeLessThanOrEqual(limit);
    }
  }
});

test('a single entry of more than a megabyte has a file of its own, whole', () => {
  const reports = [report('../2022/', ['前', '长'.repeat(400_000), '后'])];
  const files = filesOf(reports);
  expect(files.map((file) => partIn(file).reports.flatMap(({ entries }) => entries.map(({ id }) => id)))).toEqual([
    ['0'],
    ['1'],
    ['2'],
  ]);
  expect(together(files)).toEqual(reports);
});

test('a town without a report would have a file of texts with nothing in it', () => {
  expect(filesOf([])).toEqual(['(self.fazhiTexts ||= []).push({"town":"junchuan","part":1,"reports":[\n\n]});\n']);
});

test('words that mean something to HTML or to scripts are written so that they mean nothing', () => {
  const text = '</script><!-- <script> \u2028\u2029 "引" \\ ${x} `';
  const [file = ''] = filesOf([report('../2022/', [text])]);
  expect(file).not.toMatch(/[<\u2028\u2029]/);
  expect(partIn(file).reports[0]?.entries[0]?.paragraphs).toEqual([text]);
});

/** What a list of towns hands over when a browser runs it. */
function townsIn(script: string): TownTexts[] {
  return [...script.matchAll(/^\{"town".*\}(?=,?$)/gm)].map(([row]) => JSON.parse(row) as TownTexts);
}

test('a town’s texts are the same bytes twice, the latest report first, at an address that tells their content', () => {
  const files = renderFiles({ ...BASE, ...NEXT_YEAR });
  const texts = files['search/texts/1.js'] ?? '';
  expect(renderFiles({ ...BASE, ...NEXT_YEAR })['search/texts/1.js']).toBe(texts);
  expect(partIn(texts).reports.map(({ folder }) => folder)).toEqual(['../2023/', '../2022/']);
  const [town] = townsIn(files['search/towns/1.js'] ?? '');
  expect(town).toEqual({
    town: '',
    name: '均川镇党委政府',
    texts: [
      { address: expect.stringMatching(/^texts\/1\.js\?v=[0-9a-f]{8}$/) as string, bytes: Buffer.byteLength(texts) },
    ],
  });
  expect(townsIn(renderFiles(BASE)['search/towns/1.js'] ?? '')[0]?.texts).not.toEqual(town?.texts);
  const addressIn = (html: string | undefined): string | undefined =>
    /<script src="(towns\/1\.js\?v=[0-9a-f]{8})" defer/.exec(html ?? '')?.[1];
  expect(addressIn(files['search/index.html'])).toBeDefined();
  expect(addressIn(files['search/index.html'])).not.toBe(addressIn(renderFiles(BASE)['search/index.html']));
});

test('towns have files of their own, which no folder’s name brings into one', () => {
  const moved = (folder: string, name: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(BASE).flatMap(([path, text]) =>
        path.startsWith('2022/') ? [[folder + path, text.replaceAll('均川镇', name)]] : [],
      ),
    );
  const files = renderFiles({
    ...BASE,
    ...moved('1.js/', '甲镇'),
    ...moved('1.js_/', '乙镇'),
    ...moved('丙县/丙/', '丙镇'),
  });
  const found = Object.keys(files).filter((path) => path.startsWith('search/'));
  expect(found.toSorted()).toEqual([
    'search/index.html',
    'search/texts/1.js',
    'search/texts/1.js_/1.js',
    'search/texts/1.js__/1.js',
    'search/texts/丙县/丙/1.js',
    'search/towns/1.js',
  ]);
  const towns = townsIn(files['search/towns/1.js'] ?? '');
  expect(towns.map(({ town, name, group }) => [town, name, group])).toEqual([
    ['', '均川镇党委政府', undefined],
    ['1.js', '甲镇党委政府', undefined],
    ['1.js_', '乙镇党委政府', undefined],
    ['丙县/丙', '丙镇党委政府', '丙县'],
  ]);
  for (const { town, texts } of towns) {
    const paths = texts.map(({ address }) => `search/${decodeURIComponent(address.split('?')[0] ?? '')}`);
    expect(paths.map((path) => partIn(files[path] ?? '').town)).toEqual([town]);
  }
});

test('only the search page loads the texts and the script that searches them', () => {
  const files = renderFiles(BASE);
  const loading = Object.keys(files).filter((path) =>
    /<script src="[^"]*(?:towns\/|search\.js)/.test(files[path] ?? ''),
  );
  expect(loading).toEqual(['search/index.html']);
});
