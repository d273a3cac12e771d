/** `--fix` on whole contents: what it writes, what it leaves, and that no word is lost. */
import { hash } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/build.js';
import { wordsOf } from '../../src/fix/apply.js';
import { describeFixes } from '../../src/fix/describe.js';
import { fix } from '../../src/fix/fix.js';
import { replaceFile } from '../../src/fix/replace-file.js';
import { decode } from '../../src/read/decode.js';
import { CLERK_CASES, clerkContent } from '../support/clerk-content.js';
import { BASE } from '../support/content.js';
import { filesIn, folderOf } from '../support/folder.js';
import { ruleExample } from '../support/rule-example.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const clean = BASE[EVENT] ?? '';

/** What fixing a content with this event makes of it, and says. */
function fixEvent(event: string | Uint8Array): { text: string; said: string; left: string[] } {
  const folder = folderOf({ ...BASE, [EVENT]: event });
  const { checked, files, refused } = fix(folder);
  return {
    text: readFileSync(join(folder, EVENT), 'utf8'),
    said: describeFixes({ files, refused }, { language: 'zh', colour: false, root: 'content/' }),
    left: checked.diagnostics.map(({ rule }) => rule),
  };
}

describe('fixing', () => {
  test('writes colons, blanks, tabs, fences, quotes and digits, and shows each line before and after', () => {
    const slips = `

－－－
title：国际禁毒日宣传
section:measures
date: ６月26日
office:　司法所
topic: @国际禁毒日
figures:
  - label: 宣传
\tvalue: 26
--
${clean.split('---\n')[2] ?? ''}`;
    const { text, said } = fixEvent(slips);
    expect(text).toBe(`---
title: 国际禁毒日宣传
section: measures
date: 6月26日
office: 司法所
topic: "@国际禁毒日"
figures:
  - label: 宣传
    value: 26
---
${clean.split('---\n')[2] ?? ''}`);
    expect(said).toMatchInlineSnapshot(`
      "content/2022/events/2022-06-26-drug-control-day.md:1
      - 
      content/2022/events/2022-06-26-drug-control-day.md:2
      - 
      content/2022/events/2022-06-26-drug-control-day.md:3
      - －－－
      + ---
      content/2022/events/2022-06-26-drug-control-day.md:4
      - title：国际禁毒日宣传
      + title: 国际禁毒日宣传
      content/2022/events/2022-06-26-drug-control-day.md:5
      - section:measures
      + section: measures
      content/2022/events/2022-06-26-drug-control-day.md:6
      - date: ６月26日
      + date: 6月26日
      content/2022/events/2022-06-26-drug-control-day.md:7
      - office:□司法所
      + office: 司法所
      content/2022/events/2022-06-26-drug-control-day.md:8
      - topic: @国际禁毒日
      + topic: "@国际禁毒日"
      content/2022/events/2022-06-26-drug-control-day.md:11
      - ⇥   value: 26
      +     value: 26
      content/2022/events/2022-06-26-drug-control-day.md:12
      - --
      + ---"
    `);
  });

  test('saves as UTF-8 with LF what Windows saved otherwise, and says so', () => {
    const utf16 = Buffer.from(`\ufeff${clean}`, 'utf16le');
    const gbk = Buffer.from('2d2d2d0d0a7469746c653ab9fabcca0d0a2d2d2d0d0a', 'hex');
    expect(fixEvent(`\ufeff${clean.replaceAll('\n', '\r\n')}`)).toEqual({
      text: clean,
      said: `content/${EVENT}  已改存为 UTF-8、LF 换行（原来带 BOM，是 Windows 换行）`,
      left: [],
    });
    expect(fixEvent(utf16)).toMatchObject({
      text: clean,
      said: `content/${EVENT}  已改存为 UTF-8、LF 换行（原来是 UTF-16 编码）`,
    });
    expect(fixEvent(gbk)).toMatchObject({
      text: '---\ntitle: 国际\n---\n',
      said: `content/${EVENT}:2
- title:国际
+ title: 国际
content/${EVENT}  已改存为 UTF-8、LF 换行（原来是 GBK 编码，是 Windows 换行）`,
    });
  });

  test('leaves a content without slips as it is, and what only people can decide', () => {
    expect(fixEvent(clean)).toEqual({ text: clean, said: '', left: [] });
    for (const undecided of [
      clean.replace('date: ', 'date '),
      clean.replace('司法所\n', '[司法所\n'),
      clean.replace('title: 国际禁毒日宣传', 'title: 国际禁毒日宣传 kind: meeting'),
      clean.replace('title: ', '  title: '),
    ]) {
      const { text, said, left } = fixEvent(undecided);
      expect([text, said]).toEqual([undecided, '']);
      expect(left.length).toBeGreaterThan(0);
    }
  });

  test('leaves a damaged file, whose lost bytes would be lost for good', () => {
    const damaged = Buffer.concat([Buffer.from(clean.replace('date: ', 'date：')), Buffer.from([0xe5, 0x9b, 0x0a])]);
    const folder = folderOf({ ...BASE, [EVENT]: damaged });
    expect(fix(folder).files).toEqual([]);
    expect(readFileSync(join(folder, EVENT)).equals(damaged)).toBe(true);
  });

  test('shows of a long line only what is around the change', () => {
    const { said } = fixEvent(clean.replace('title: ', `summary：${'甲'.repeat(500)}\ntitle: `));
    expect(said.split('\n')).toEqual([
      `content/${EVENT}:2`,
      `- summary：${'甲'.repeat(30)}…`,
      `+ summary: ${'甲'.repeat(30)}…`,
    ]);
  });

  test('keeps the mode of a file, and leaves no other file behind', () => {
    const folder = folderOf({ ...BASE, [EVENT]: clean.replace('date: ', 'date：') });
    chmodSync(join(folder, EVENT), 0o640);
    fix(folder);
    expect(statSync(join(folder, EVENT)).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, '2022/events'))).toEqual(['2022-06-26-drug-control-day.md']);
  });

  test('does not write through a symbolic link', () => {
    const outside = join(folderOf({ 'a.md': clean.replace('date: ', 'date：') }), 'a.md');
    const folder = folderOf({ ...BASE, [EVENT]: undefined });
    rmSync(join(folder, EVENT), { force: true });
    folderOf({ '2022/events/x.md': clean }, folder);
    symlinkSync(outside, join(folder, '2022/events/2022-07-01-link.md'));
    fix(folder);
    expect(lstatSync(join(folder, '2022/events/2022-07-01-link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(outside, 'utf8')).toContain('date：');
    expect(
      replaceFile(join(folder, '2022/events/2022-07-01-link.md'), readFileSync(outside), Buffer.from('甲')),
    ).toEqual({
      why: { zh: '它不是普通文件', en: 'it is no regular file' },
      isFault: true,
    });
  });
});

describe('a file that is to be replaced', () => {
  test('is left alone when it is no longer what was read, or is gone', () => {
    const folder = folderOf({ 'a.md': '现在' });
    const file = join(folder, 'a.md');
    const changed = {
      why: { zh: '另一个程序正在改它，请再执行一次', en: 'another program is changing it; call again' },
      isFault: false,
    };
    expect(replaceFile(file, Buffer.from('先前'), Buffer.from('以后'))).toEqual(changed);
    expect([readFileSync(file, 'utf8'), filesIn(folder)]).toEqual(['现在', ['a.md']]);
    rmSync(file);
    expect(replaceFile(file, Buffer.from('现在'), Buffer.from('以后'))).toEqual(changed);
    expect(filesIn(folder)).toEqual([]);
    writeFileSync(file, '现在');
    expect([replaceFile(file, Buffer.from('现在'), Buffer.from('以后')), readFileSync(file, 'utf8')]).toEqual([
      undefined,
      '以后',
    ]);
  });
});

const RULES = readdirSync(join(import.meta.dirname, '../check/rules'));

/** The letters, digits and Han characters of each file. */
function wordsIn(folder: string): Record<string, string> {
  const paths = filesIn(folder);
  return Object.fromEntries(paths.map((path) => [path, wordsOf(decode(readFileSync(join(folder, path)))?.text ?? '')]));
}

function hashesIn(folder: string): Record<string, string> {
  const paths = filesIn(folder);
  return Object.fromEntries(paths.map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}

test.each([...RULES, ...CLERK_CASES])('of the content %s no word is changed, and a second time nothing', (name) => {
  const folder = folderOf(RULES.includes(name) ? { ...BASE, ...ruleExample(name, 'bad') } : clerkContent(name));
  const [before, words] = [check(folder).diagnostics, wordsIn(folder)];
  const { checked } = fix(folder);
  expect(wordsIn(folder)).toEqual(words);
  // Nothing that --fix writes is a mistake that was not there.
  const rules = new Set(before.map(({ rule }) => rule));
  expect(checked.diagnostics.map(({ rule }) => rule).filter((rule) => !rules.has(rule))).toEqual([]);
  const after = hashesIn(folder);
  expect(fix(folder).files).toEqual([]);
  expect(hashesIn(folder)).toEqual(after);
});

describe('whatever slips a content has', () => {
  const slips: [string | RegExp, string][] = [
    [/: /, '：'],
    [/: /g, ':'],
    [/: /, ':　'],
    ['6月26日\n', '６月２６日\n'],
    [/^---/, '\n\n---'],
    [/---/g, '－－－'],
    [/---/, '——'],
    ['office: ', 'office: @'],
    ['office: 司法所', 'office:\n\t- 司法所\n  - `派出所`'],
    ['title: ', 'topic: 主题: 宣传\ntitle: '],
    ['title: ', 'summary: |\n\t甲：乙\n　　丙: 丁\ntitle: '],
    ['date: ', 'figures:\n- label: 宣传\n\tvalue：26\n\t\tunit: @条\ndate: '],
    ['禁毒日宣传。', '禁毒日宣传,共26人.'],
    [/\n/g, '\r\n'],
    [/^/, '\ufeff'],
  ];
  const event = fc.tuple(fc.shuffledSubarray(slips), fc.constantFrom('utf-8', 'utf-16')).map(([chosen, encoding]) => {
    const text = chosen.reduce((whole, [from, to]) => whole.replace(from, to), clean);
    return Buffer.from(encoding === 'utf-16' ? `\ufeff${text}` : text, encoding === 'utf-16' ? 'utf16le' : 'utf8');
  });
  const site = fc
    .subarray([
      [/: /, '：'],
      [/^ {2}/gm, '\t'],
      [/^ {2}/gm, '　'],
      [/\n/g, '\r\n'],
      [/: /g, ':'],
    ] as [RegExp, string][])
    .map((chosen) => chosen.reduce((whole, [from, to]) => whole.replace(from, to), BASE['site.yaml'] ?? ''));

  test('letters, digits and Han characters stay, and a second time changes nothing', () => {
    const folder = folderOf(BASE);
    fc.assert(
      fc.property(event, site, (written, siteText) => {
        folderOf({ [EVENT]: written, 'site.yaml': siteText }, folder);
        const words = wordsIn(folder);
        fix(folder);
        const after = hashesIn(folder);
        expect(wordsIn(folder)).toEqual(words);
        const { files, checked } = fix(folder);
        expect(files).toEqual([]);
        expect(hashesIn(folder)).toEqual(after);
        expect(checked.diagnostics.filter(({ edits }) => edits !== undefined)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
