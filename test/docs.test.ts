/**
 * `docs/diagnostics.md` and `docs/diagnostics.en.md` list every rule with an example of what it says. The examples are
 * run here, those here and the rules' own in `test/check/rules/`, so the pages cannot promise what the program does not
 * say. `UPDATE=1` writes them anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { describe, expect, test } from 'vitest';
import { diagnose, type Diagnostic, type Language, type Rule } from '../src/diagnostics/diagnostic.js';
import { pretty } from '../src/diagnostics/pretty.js';
import { applyEdits } from '../src/fix/apply.js';
import { startOf } from '../src/model/span.js';
import { fileSymlink, fileUnreadable } from '../src/read/rules.js';
import { RULES } from '../src/rules.js';
import { BASE, siteOf } from './support/content.js';
import type { Files } from './support/folder.js';
import { ruleExample } from './support/rule-example.js';

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

/** Mended by `--fix` though no edit says so, or only in some of its forms. */
const MENDED: Readonly<Record<string, 'always' | 'sometimes'>> = {
  'file/encoding': 'always',
  'front-matter/syntax': 'sometimes',
};

interface Example {
  files: Files;
  diagnostic: Diagnostic;
}

function exampleOf(rule: string): Example | undefined {
  const byHand = BY_HAND[rule];
  if (byHand) return { files: BASE, diagnostic: byHand };
  const files: Files = { ...BASE, ...(EXAMPLES[rule] ?? ruleExample(folderNameOf(rule), 'bad')) };
  const diagnostic = siteOf(files).diagnostics.find((one) => one.rule === rule);
  return diagnostic && { files, diagnostic };
}

function folderNameOf(rule: string): string {
  return rule.replace('/', '-');
}

function linesOf(content: string | Uint8Array | undefined): string[] {
  return typeof content === 'string' ? content.replace(/\n$/, '').split('\n') : [];
}

/** What the program says of the example. */
function said({ files, diagnostic }: Example, language: Language): string {
  const lineOf = (path: string, line: number): string | undefined => linesOf(files[path])[line - 1];
  return pretty([diagnostic], { language, colour: false, root: 'content/', lineOf });
}

function mends(rule: string, { files, diagnostic: { at, edits } }: Example): 'always' | 'sometimes' | 'never' {
  const text = linesOf(files[at.file]).join('\n');
  return MENDED[rule] ?? (edits && applyEdits(text, [edits]) !== text ? 'always' : 'never');
}

const MAX_LINES = 12;

/** The lines in which the good example differs from the bad one, under the names of their files. */
function mended(rule: string): string {
  const [bad, good] = (['bad', 'good'] as const).map((kind) => ruleExample(folderNameOf(rule), kind));
  if (!bad || !good || Object.keys(good).length === 0) return '';
  const paths = [...new Set([...Object.keys(bad), ...Object.keys(good)])].toSorted();
  const parts = paths.flatMap((path) => {
    const [before, after] = [linesOf(bad[path] ?? BASE[path]), linesOf(good[path] ?? BASE[path])];
    const isText = /\.(?:md|yaml)$/.test(path);
    const lines = isText
      ? diffArrays(before, after).flatMap(({ value, added, removed }) =>
          added ? value.map((line) => `+ ${line}`) : removed ? value.map((line) => `- ${line}`) : [],
        )
      : path in good && !(path in bad)
        ? ['+ …']
        : [];
    const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '…'] : lines;
    return lines.length === 0 ? [] : [`content/${path}`, ...shown.map((line) => line.trimEnd())];
  });
  return parts.join('\n');
}

const WORDS = {
  zh: {
    title: '诊断一览',
    lead: '每条规则一节：它要求什么，为什么，能不能关闭，`fazhi check --fix` 能不能改好，以及一个实际的例子。此页由测试生成，与程序所说的一致。`fazhi explain 规则名` 显示其中一节。',
    severity: { error: '错误，改正后才能生成网页。', warning: '提醒，不妨碍生成网页。', info: '提示。' },
    silence: {
      never: '不能关闭。',
      allowed: (rule: string) => `可以关闭，最好写明理由：${ways(rule, '忽略', '：理由', '理由')}`,
      'with-reason': (rule: string) => `写明理由才能关闭：${ways(rule, '忽略', '：理由', '理由')}`,
    },
    mends: {
      always: '`fazhi check --fix` 能改好。',
      sometimes: '其中有把握的写法，`fazhi check --fix` 能改好；其余要由人来改。',
      never: '要由人来改，`fazhi check --fix` 不动它。',
    },
    good: '这样改就对了：',
  },
  en: {
    title: 'Diagnostics',
    lead: 'A section for each rule: what it asks and why, whether it may be silenced, whether `fazhi check --fix` mends it, and an example as it happens. This page is generated by a test, so it says what the program says. `fazhi explain RULE` shows one section.',
    severity: {
      error: 'Error: no pages are made until it is mended.',
      warning: 'Warning: pages are made all the same.',
      info: 'Hint.',
    },
    silence: {
      never: 'Never silenced.',
      allowed: (rule: string) => `May be silenced, best with a reason: ${ways(rule, 'silence', ': reason', 'reason')}`,
      'with-reason': (rule: string) => `Silenced only with a reason: ${ways(rule, 'silence', ': reason', 'reason')}`,
    },
    mends: {
      always: 'Mended by `fazhi check --fix`.',
      sometimes: 'Where it is certain, `fazhi check --fix` mends it; the rest is for people.',
      never: 'For people to mend: `fazhi check --fix` leaves it alone.',
    },
    good: 'Nothing is said after this change:',
  },
} as const;

function ways(rule: string, verb: string, reason: string, value: string): string {
  const [or, stop] = value === 'reason' ? [' behind the words, or ', '.'] : [' 写在那段话里；或 ', '。'];
  return `\`<!-- ${verb} ${rule}${reason} -->\`${or}\`rules: [{ rule: ${rule}, severity: off, reason: ${value} }]\`${
    value === 'reason' ? ' in `site.yaml`' : ' 写在 `site.yaml` 里'
  }${stop}`;
}

function block(text: string, kind = ''): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${kind}\n${text}\n${fence}`;
}

function section(rule: Rule<never>, example: Example, language: Language): string {
  const words = WORDS[language];
  const { id, severity, about, silence } = rule;
  const facts = [
    words.severity[severity],
    silence === undefined ? words.silence.never : words.silence[silence](id),
    words.mends[mends(id, example)],
  ];
  const change = mended(id);
  return [
    `<a id="${folderNameOf(id)}"></a>`,
    `## ${id}`,
    about?.[language],
    facts.map((fact) => `- ${fact}`).join('\n'),
    block(said(example, language)),
    ...(change === '' ? [] : [words.good, block(change, 'diff')]),
  ].join('\n\n');
}

describe.each([
  ['zh', 'diagnostics.md'],
  ['en', 'diagnostics.en.md'],
] as const)('the reference in %s', (language, name) => {
  test(`docs/${name} has a section for every rule, with what it says of an example`, () => {
    const sections = [...RULES.values()].map((rule) => {
      const example = exampleOf(rule.id);
      if (!example || !rule.about) throw new Error(`${rule.id} has no example, or does not say what it asks`);
      return section(rule, example, language);
    });
    const { title, lead } = WORDS[language];
    const page = `# ${title}\n\n${lead}\n\n${sections.join('\n\n')}\n`;
    const file = join(import.meta.dirname, '../docs', name);
    if (process.env['UPDATE']) writeFileSync(file, page);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
  });
});
