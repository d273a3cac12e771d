/**
 * `docs/diagnostics.md` lists every rule with an example of what it says. The examples are run here and the rules' own
 * in `test/check/rules/`, so the page cannot promise what the program does not say. `UPDATE=1` writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose, type Diagnostic } from '../src/diagnostics/diagnostic.js';
import { pretty } from '../src/diagnostics/pretty.js';
import { startOf } from '../src/model/span.js';
import { fileSymlink, fileUnreadable } from '../src/read/rules.js';
import { RULES } from '../src/rules.js';
import { BASE, siteOf } from './support/content.js';
import type { Files } from './support/folder.js';

const PAGE = join(import.meta.dirname, '../docs/diagnostics.md');
const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const SECTION = '2022/sections/10-measures.md';

const changed = (path: string, from: string, to: string): Files => ({ [path]: (BASE[path] ?? '').replace(from, to) });
const event = (from: string, to: string): Files => changed(EVENT, from, to);
const body = (words: string): Files => changed(SECTION, '我镇开展法治宣传。', words);
const DAY = 'date: 6月26日';

/** A content in which each rule of read and assemble speaks. */
const EXAMPLES: Readonly<Record<string, Files>> = {
  'file/too-large': { '2022/sections/11-large.md': '汉'.repeat(700_000) },
  'file/encoding': { [EVENT]: Buffer.from('2d2d2d0a7469746c653ab9fabcca0a2d2d2d0a0ab9fabcca0a', 'hex') },
  'file/encoding-unknown': { [EVENT]: Buffer.from('ff00ff00ff', 'hex') },
  'file/control-character': event('唐王', '唐\u0007王'),
  'file/conflict': event(
    '司法所在唐王广场进行',
    '\n<<<<<<< HEAD\n司法所在唐王广场进行\n=======\n司法所在集贸市场进行\n>>>>>>> 李明\n',
  ),
  'file/empty': { [EVENT]: '' },
  'file/unplaced': { '2022/event/2022-06-26-day.md': BASE[EVENT] },
  'file/not-markdown': { '2022/events/2022-07-01-day.md.txt': BASE[EVENT] },
  'file/name': { [SECTION]: `${BASE[SECTION]}\n[名单](../%5C%5C名单.pdf)\n`, '2022/\\\\名单.pdf': '名单' },
  'date/no-year': changed('2022/report.md', 'year: 2022', 'year: 2022\nadopted: 1月10日'),
  'markdown/link-title': body('[通知](https://www.gov.cn/ "第3号")'),
  'markdown/link-marks': body('见[名单]（../附件/名单.pdf）。'),
  'markdown/rule-line': body('签字：\n\n____\n'),
  'front-matter/missing': { [EVENT]: '6月26日，司法所进行国际禁毒日宣传。\n' },
  'front-matter/blank-before': event('---', '\n---'),
  'front-matter/unclosed': event('司法所\n---\n', '司法所\n'),
  'front-matter/fence': event('---', '－－－'),
  'front-matter/language': event('---', '---js'),
  'front-matter/too-large': event('title: ', `title: ${'宣传'.repeat(70_000)}`),
  'front-matter/fullwidth-colon': event('date: ', 'date：'),
  'front-matter/colon-blank': event('date: ', 'date:'),
  'front-matter/colon-missing': event('date: ', 'date '),
  'front-matter/wide-blank': event('date: ', 'date:　'),
  'front-matter/tab': event('office: 司法所', 'figures:\n\t- label: 宣传'),
  'front-matter/indent': event('date: ', '  date: '),
  'front-matter/duplicate-key': event(DAY, `${DAY}\n${DAY}`),
  'front-matter/not-keys': event(
    'title: 国际禁毒日宣传\nsection: measures\ndate: 6月26日\noffice: 司法所',
    '- 国际禁毒日宣传',
  ),
  'front-matter/anchor': event('title: ', 'title: &名 '),
  'front-matter/comment': event('title: 国际禁毒日宣传', 'title: 国际禁毒日宣传 #普法'),
  'front-matter/nesting': event('司法所\n', `${'['.repeat(60)}司法所${']'.repeat(60)}\n`),
  'front-matter/syntax': event('office: 司法所', 'office: [司法所'),
  'site/missing': { 'site.yaml': undefined },
  'site/no-report': Object.fromEntries(
    Object.keys(BASE).flatMap((path) => (path === 'site.yaml' ? [] : [[path, undefined]])),
  ),
  'report/missing': { '2023/sections/10-measures.md': BASE[SECTION] },
  'report/year': changed('2022/report.md', 'year: 2022', 'year: 22'),
  'key/unknown': event('office: ', 'ofice: '),
  'key/missing': event('section: measures\n', ''),
  'key/repeated': event(DAY, `${DAY}\n日期: 6月26日`),
  'key/one-value': event(DAY, 'date: [6月26日, 6月27日]'),
  'key/shape': event('office: 司法所', 'figures: 8000余份'),
  'key/choice': event('office: 司法所', 'kind: 演出'),
  'date/unreadable': event('6月26日', '开春'),
  'date/impossible': event('6月26日', '2月30日'),
  'date/wide-digits': event('6月26日', '６月２６日'),
  'date/published': changed('2022/report.md', '2023-03-21 09:00', '明年三月'),
  'markdown/too-deep': body(`${'> '.repeat(30)}层层引用`),
  'markdown/too-long': body('*宣'.repeat(2001)),
  'markdown/heading': body('## 法治宣传'),
  'markdown/heading-mark': body('#法治宣传'),
  'markdown/table-mark': body('｜活动｜次数｜'),
  'markdown/table-cells': body('| 活动 | 次数 |\n| --- | --- |\n| 宣讲 | 12 | 8000 |\n'),
  'markdown/emphasis-in-numbers': body('展板5*10*3米。'),
  'markdown/list-number': body('2022. 年度宣传'),
  'markdown/code-info': body('```宣传\n法治\n```\n'),
  'markdown/comment-unclosed': body('我镇开展法治宣传。<!-- 核对'),
  'markdown/definition-unused': body('[注]: 法治宣传\n'),
  'markdown/footnote-unused': body('法治宣传。\n\n[^1]: 含线上宣传。\n'),
  'markdown/footnote-undefined': body('法治宣传[^1]。'),
  'silence/unknown-rule': body('我镇开展法治宣传。<!-- 忽略 text/repeats：原文如此 -->'),
  'silence/not-allowed': body('[名单](名单.pdf)。<!-- 忽略 link/broken：以后再传 -->'),
  'silence/no-reason': body('我镇开展法治宣传。<!-- 忽略 text/repeated -->'),
  'silence/unused': body('我镇开展法治宣传。<!-- 忽略 text/repeated：两处原文相同 -->'),
  'marker/misplaced': body('- 法治宣传<!-- tasks -->'),
  'marker/unknown': body('法治宣传。<!-- event -->'),
};

/** What the system has to refuse, or what no folder can be made for everywhere. */
const BY_HAND: Readonly<Record<string, Diagnostic>> = {
  'file/symlink': diagnose(fileSymlink, { at: startOf(EVENT) }),
  'file/unreadable': diagnose(fileUnreadable, {
    at: startOf(EVENT),
    reason: { zh: '没有读取的权限', en: 'there is no permission to read it' },
  }),
};

function exampleOf(rule: string): string {
  const file = join(import.meta.dirname, 'check/rules', rule.replace('/', '-'), 'bad.txt');
  const byHand = BY_HAND[rule];
  const files: Files = { ...BASE, ...EXAMPLES[rule] };
  const lineOf = (path: string, line: number): string | undefined => {
    const content = files[path];
    return typeof content === 'string' ? content.split('\n')[line - 1] : undefined;
  };
  const show = (diagnostics: readonly Diagnostic[]): string =>
    pretty(diagnostics, { language: 'zh', colour: false, root: 'content/', lineOf });
  if (byHand) return show([byHand]);
  if (EXAMPLES[rule])
    return show(
      siteOf(files)
        .diagnostics.filter((diagnostic) => diagnostic.rule === rule)
        .slice(0, 1),
    );
  const said = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
  return said.split('\n\n').find((paragraph) => paragraph.split('\n')[0]?.endsWith(`  ${rule}`)) ?? '';
}

test('docs/diagnostics.md lists every rule with an example of what it says', () => {
  const severities = { error: '错误：改正后才能生成网页', warning: '提醒：不妨碍生成网页', info: '提示' };
  const entries = [...RULES.values()].map(({ id, severity }) => {
    const example = exampleOf(id);
    expect(example, `an example of ${id}`).toContain(id);
    return `<a id="${id.replace('/', '-')}"></a>\n\n## ${id}\n\n${severities[severity]}。\n\n\`\`\`\n${example}\n\`\`\`\n`;
  });
  const page = `# 诊断一览\n\n每条规则一节，附一个实际的例子。此页由测试生成，与程序所说的一致。\n\n${entries.join('\n')}`;
  if (process.env['UPDATE']) writeFileSync(PAGE, page);
  expect(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').toBe(page);
});
