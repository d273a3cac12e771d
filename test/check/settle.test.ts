import { describe, expect, test } from 'vitest';
import { BASE, brief, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const NUMBER = (line: number): string =>
  `${EVENT}:${line}:8-19 faithful/number “第35个国际禁毒日宣传”里的数字“35”在正文里找不到。请与报告原文核对。`;

/** An event whose title has a number that its text has not. */
const wrong = (body: string, settings = ''): Files => ({
  ...BASE,
  'site.yaml': `${BASE['site.yaml']}${settings}`,
  [EVENT]: `${(BASE[EVENT] ?? '').replace('title: 国际', 'title: 第35个国际').split('\n---\n')[0]}\n---\n\n${body}\n`,
});
const TEXT = '6月26日，司法所在唐王广场进行国际禁毒日宣传。';
const saidOf = (files: Files): string[] => brief(siteOf(files).diagnostics);

describe('a silence in the text', () => {
  test('before all words of a file is for its front matter too', () => {
    expect(saidOf(wrong(TEXT))).toEqual([NUMBER(2)]);
    expect(saidOf(wrong(`<!-- 忽略 faithful/number：活动横幅上的数字 -->\n\n${TEXT}`))).toEqual([]);
    expect(saidOf(wrong(`<!-- silence faithful/number: as on the banner -->\n${TEXT}`))).toEqual([]);
  });

  test('without a reason does nothing for a rule that asks for one, and says so', () => {
    expect(saidOf(wrong(`<!-- 忽略 faithful/number -->\n\n${TEXT}`))).toEqual([
      NUMBER(2),
      `${EVENT}:8:1-28 silence/no-reason 不提示“faithful/number”要写明理由，没有理由不起作用。备注写成 <!-- 忽略 faithful/number：理由 -->；在 site.yaml 里加一行 reason: 理由。`,
    ]);
  });

  test('for a rule that does not exist is an error with the nearest name', () => {
    expect(saidOf({ ...BASE, [EVENT]: `${BASE[EVENT]}\n<!-- 忽略 faithful/numbers：理由 -->\n` })).toEqual([
      `${EVENT}:10:1-32 silence/unknown-rule 没有规则“faithful/numbers”，是否指“faithful/number”？规则名就是诊断第一行末尾的那个词，如 punctuation/half-width。`,
    ]);
  });

  test('that has nothing to silence is reported, so that it does not hide a later mistake', () => {
    expect(saidOf(wrong(`${TEXT}\n\n<!-- 忽略 faithful/number：放错了段落 -->`))).toEqual([
      NUMBER(2),
      `${EVENT}:10:1-34 silence/unused 这里没有“faithful/number”要提示的问题，这条备注不起作用。请删去它，或移到问题所在的那一段。`,
    ]);
  });

  test('of a rule without which no page works is refused', () => {
    const files = { ...BASE, [EVENT]: `${BASE[EVENT]}\n[名单](名单.pdf)<!-- 忽略 link/broken：以后再传 -->\n` };
    expect(saidOf(files).map((line) => line.split(' ')[1])).toEqual(['link/broken', 'silence/not-allowed']);
  });

  test('is a remark like any other when it names no rule', () => {
    expect(saidOf({ ...BASE, [EVENT]: `${BASE[EVENT]}\n<!-- 忽略 这一段 -->\n` })).toEqual([]);
  });

  test('is shown on no page', () => {
    const { site } = siteOf(wrong(`<!-- 忽略 faithful/number：活动横幅上的数字 -->\n\n${TEXT}`));
    expect(site.reports[0]?.events[0]?.body.text).toBe(TEXT);
  });
});

describe('a setting in site.yaml', () => {
  const rules = (severity: string, reason = ''): string =>
    `rules:\n  - rule: faithful/number\n    severity: ${severity}\n${reason === '' ? '' : `    reason: ${reason}\n`}`;

  test('turns a rule off everywhere', () => {
    expect(saidOf(wrong(TEXT, rules('off', '标题里的数字另有出处')))).toEqual([]);
    expect(saidOf(wrong(TEXT, rules('关闭', '标题里的数字另有出处')))).toEqual([]);
  });

  test('makes a rule milder', () => {
    const { diagnostics } = siteOf(wrong(TEXT, rules('warning', '标题里的数字另有出处')));
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['faithful/number', 'warning']]);
  });

  test('needs a reason where the rule does', () => {
    expect(saidOf(wrong(TEXT, rules('off'))).map((line) => line.split(' ')[1])).toEqual([
      'faithful/number',
      'silence/no-reason',
    ]);
  });

  test('may make any rule stricter without one', () => {
    const portal = BASE['site.yaml']?.replace('  code: "4213210001"\n', '') ?? '';
    const stricter = `${portal}rules:\n  - rule: portal/missing\n    severity: error\n`;
    const { diagnostics } = siteOf({ ...BASE, 'site.yaml': stricter });
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['portal/missing', 'error']]);
  });
});
