/** What people do to a content folder while a site of it is looked at, for properties about builds that follow them. */
import fc from 'fast-check';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BASE } from './content.js';
import { folderOf, type Files } from './folder.js';

const TOWNS = ['均川镇', 'wanhe'];
const YEARS = [2021, 2022];

/** Two towns with two years each: the smallest content in which everything can refer to everything. */
export const COUNTY: Files = {
  'site.yaml': BASE['site.yaml'],
  ...Object.fromEntries(
    TOWNS.flatMap((town) =>
      YEARS.flatMap((year) =>
        Object.entries(BASE)
          .filter(([path]) => path.startsWith('2022/'))
          .map(([path, text]) => [
            `${town}/${path.replaceAll('2022', String(year))}`,
            text
              .replace(/20(22|23)/g, (one) => String(Number(one) - 2022 + year))
              .replace('organ: 均川镇', `organ: ${town}`),
          ]),
      ),
    ),
  ),
  '附件/名单.pdf': '%PDF 名单',
};

/** One thing done to the folder, in words that can be read when a property fails. */
export type Edit =
  | { do: 'write'; path: string; text: string }
  | { do: 'add words'; path: string; words: string }
  | { do: 'set key'; path: string; key: string; value: string }
  | { do: 'rename'; path: string; to: string }
  | { do: 'swap'; path: string; with: string }
  | { do: 'put back'; path: string }
  | { do: 'delete'; path: string };

const paths = Object.keys(COUNTY);
const anyFile = fc.constantFrom(...paths);
const textFile = fc.constantFrom(...paths.filter((path) => path.endsWith('.md')));
const reportFile = fc.constantFrom(...paths.filter((path) => path.endsWith('report.md')));
const taskFile = fc.constantFrom(...paths.filter((path) => path.includes('/tasks/')));
const itemFile = fc.constantFrom(...paths.filter((path) => /\/(?:events|duties|sections)\//.test(path)));
const folder = fc.constantFrom(
  '均川镇',
  'wanhe',
  '均川镇/2022',
  'wanhe/2021',
  '均川镇/2021/sections',
  'wanhe/2022/events',
);

const GOOD_WORDS = [
  '成效明显。',
  '另见[万和](../../../wanhe/2022/events/2022-06-26-drug-control-day.md)。',
  '另见[均川](../../../均川镇/2021/sections/10-measures.md)。',
  '另见[大事记](../../../均川镇/2022/timeline/)。',
  '另见[本报告](#study)。',
  '另见[名单](../../../附件/名单.pdf)。',
];
const goodWords = fc.constantFrom(...GOOD_WORDS);
const words = fc.constantFrom(
  ...GOOD_WORDS,
  '另见[去年的报告](/)。',
  '![公示](../../../附件/公示.png)',
  '<!-- tasks -->',
  '<b>粗体</b>',
  '2月30日，司法所再次宣传。',
);

const siteEdit: fc.Arbitrary<Edit> = fc.record({
  do: fc.constant('write' as const),
  path: fc.constant('site.yaml'),
  text: fc.constantFrom(
    `# 说明\n${BASE['site.yaml']}`,
    `${BASE['site.yaml']}  - id: market\n    name: 市场监管所\n    aliases: [宣传]\n`,
    (BASE['site.yaml'] ?? '').replace('随县人民政府', '曾都区人民政府'),
    (BASE['site.yaml'] ?? '').replace('aliases: [派出所]', 'aliases: [派出所, 司法办]'),
  ),
});

/** Whatever happens to a folder, mistakes above all. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('add words' as const), path: textFile, words }),
  fc.record({
    do: fc.constant('set key' as const),
    path: taskFile,
    key: fc.constant('result'),
    value: fc.constantFrom('measures', 'publicity', '2022-06-26-drug-control-day', 'nothing'),
  }),
  fc.record({
    do: fc.constant('set key' as const),
    path: reportFile,
    key: fc.constantFrom('year', 'title', 'organ', 'published'),
    value: fc.constantFrom('2021', '2022', '2023', '均川镇法治政府建设年度报告', '年度报告', '2023-04-01'),
  }),
  fc.record({
    do: fc.constant('set key' as const),
    path: itemFile,
    key: fc.constantFrom('title', 'office', 'section', 'date'),
    value: fc.constantFrom('宣传', '司法所', '派出所', 'measures', 'first-responsible', '6月26日', '2020-01-01'),
  }),
  fc.record({
    do: fc.constant('rename' as const),
    path: fc.oneof(anyFile, folder),
    to: fc.constantFrom('11-other.md', '2022-06-26-other.md', 'report.md', '2023', '名单.pdf', '名单#.pdf', 'a.md.txt'),
  }),
  fc.record({ do: fc.constant('swap' as const), path: anyFile, with: anyFile }),
  fc.record({ do: fc.constant('put back' as const), path: anyFile }),
  fc.record({ do: fc.constant('delete' as const), path: fc.oneof(anyFile, folder) }),
  fc.record({
    do: fc.constant('write' as const),
    path: fc.constantFrom(...paths, '附件/公示.png', 'terms.yaml', '均川镇/2021/sections/report.md', '说明.md'),
    text: fc.constantFrom(
      '',
      '---\ntitle: [\n',
      '---\ntitle: 宣传\nsection: measures\n---\n\n6月26日，司法所宣传。\n',
      'terms:\n  - wrong: 司法所\n    right: 司法办\n    reason: 机构改名\n',
      '%PDF 名册',
    ),
  }),
  siteEdit,
);

/** What leaves the content without an error, by itself at least, so that there are pages to compare. */
const goodEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('add words' as const), path: itemFile, words: goodWords }),
  fc.record({
    do: fc.constant('set key' as const),
    path: fc.constantFrom(...paths.filter((path) => /\/2021\/tasks\//.test(path))),
    key: fc.constant('result'),
    value: fc.constantFrom('measures', 'problems', '2022-06-26-drug-control-day'),
  }),
  fc.record({
    do: fc.constant('set key' as const),
    path: reportFile,
    key: fc.constant('title'),
    value: fc.constantFrom('均川镇法治政府建设年度报告', '年度报告'),
  }),
  fc.record({
    do: fc.constant('set key' as const),
    path: reportFile,
    key: fc.constant('published'),
    value: fc.constantFrom('2023-04-01', '2023-03-21 09:00'),
  }),
  fc.record({
    do: fc.constant('set key' as const),
    path: fc.constantFrom(...paths.filter((path) => path.includes('/sections/'))),
    key: fc.constant('title'),
    value: fc.constantFrom('法治宣传', '工作安排'),
  }),
  fc.record({
    do: fc.constant('write' as const),
    path: fc.constantFrom(...TOWNS.map((town) => `${town}/2022/events/2022-03-talk.md`)),
    text: fc
      .constantFrom('宣传', '讲座')
      .map((title) => `---\ntitle: ${title}\nsection: measures\ndate: 3月\n---\n\n3月，派出所开展${title}。\n`),
  }),
  fc.record({
    do: fc.constant('swap' as const),
    path: fc.constantFrom('均川镇/2021', '均川镇/2021/report.md', '均川镇/2021/sections/10-measures.md'),
    with: fc.constantFrom('wanhe/2021', 'wanhe/2021/report.md', 'wanhe/2021/sections/10-measures.md'),
  }),
  fc.record({
    do: fc.constant('delete' as const),
    path: fc.constantFrom('wanhe', 'wanhe/2022', '均川镇/2021', '均川镇/2022/events', '均川镇/2022/tasks'),
  }),
  fc.record({ do: fc.constant('rename' as const), path: fc.constant('wanhe'), to: fc.constant('万和镇') }),
  fc.record({ do: fc.constant('put back' as const), path: anyFile }),
  fc.record({
    do: fc.constant('write' as const),
    path: fc.constant('附件/名单.pdf'),
    text: fc.constantFrom('%PDF 名册', '%PDF 名册二'),
  }),
  siteEdit,
);

/** Edits that come so close after each other that nobody looks in between. */
export const bursts = fc.oneof(
  { weight: 1, arbitrary: burstsOf(anyEdit) },
  { weight: 2, arbitrary: burstsOf(goodEdit) },
);

function burstsOf(edit: fc.Arbitrary<Edit>): fc.Arbitrary<Edit[][]> {
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
}

/** Does it; what cannot be done, because an earlier edit was in its way, is not done. */
export function apply(one: Edit, content: string): void {
  try {
    make(one, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function make(one: Edit, content: string): void {
  const path = join(content, one.path);
  switch (one.do) {
    case 'write':
      return write(path, one.text);
    case 'add words':
      return rewrite(path, (text) => `${text.trimEnd()}${one.words}\n`);
    case 'set key':
      return rewrite(path, (text) => {
        const others = text.replace(new RegExp(`^${one.key}:.*\n`, 'm'), '');
        return others.replace('---\n', `---\n${one.key}: ${one.value}\n`);
      });
    case 'rename': {
      const to = join(dirname(path), one.to);
      if (existsSync(path) && !existsSync(to)) renameSync(path, to);
      return undefined;
    }
    case 'swap': {
      const other = join(content, one.with);
      if (path === other || !existsSync(path) || !existsSync(other)) return undefined;
      renameSync(path, `${path}.tmp`);
      renameSync(other, path);
      renameSync(`${path}.tmp`, other);
      return undefined;
    }
    case 'put back':
      return write(path, String(COUNTY[one.path]));
    case 'delete':
      return rmSync(path, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function rewrite(path: string, change: (text: string) => string): void {
  if (existsSync(path)) writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** A content folder of its own for each run of a property. */
export function county(): string {
  return folderOf(COUNTY);
}
