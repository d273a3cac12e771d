/** Next year's report, begun from the real one. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/build.js';
import type { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { Asker } from '../../src/new/ask.js';
import type { Answers } from '../../src/new/fields.js';
import { newReport } from '../../src/new/new-report.js';
import { putFiles } from '../../src/new/put-files.js';
import type { Trial } from '../../src/new/trial.js';
import { BASE, brief } from '../support/content.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { buildSite, ROOT } from '../support/site.js';
import { CTRL_U, DOWN, ENTER, SPACE, typedTerminal } from '../support/terminal.js';

const CONTENT = join(ROOT, 'content');

const WORDS: Answers = {
  text: ['一年来，均川镇党委政府推进法治政府建设，现报告如下：'],
  measures: ['我镇组织开展普法宣传活动。'],
  duties: ['均川镇党委政府主要负责人履行第一责任人职责。'],
  plan: ['继续开展普法宣传。'],
};

function report(words: string, given: Answers = {}, content = CONTENT): Promise<Trial> {
  return newReport(words, { content, language: 'zh', given, asker: undefined, show: () => undefined });
}

function fileIn({ files }: Trial, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}

function copyOfContent(): string {
  const content = temporaryFolder();
  cpSync(CONTENT, content, { recursive: true });
  return content;
}

describe('the report on 2023 after that on 2022', () => {
  test('has the four parts under the headings of the year before, years moved on, without its dates', async () => {
    const trial = await report('2023');
    expect(trial.files.map(({ path }) => path)).toEqual([
      '2023/sections/10-measures.md',
      '2023/sections/20-problems.md',
      '2023/sections/30-first-responsible.md',
      '2023/sections/40-plan.md',
      '2023/report.md',
    ]);
    expect(fileIn(trial, '2023/report.md')).toBe(`---
title: 均川镇法治政府建设年度报告
year: 2023
organ: 均川镇党委政府
keywords: [法治政府建设, 年度报告, 均川镇, 法治均川]
---

<!-- 开头一段写在这里 -->
`);
    expect(fileIn(trial, '2023/sections/40-plan.md')).toBe(`---
title: 2024年主要工作安排
part: plan
---

<!-- 这一部分的正文写在这里 -->
`);
  });

  test('lists what is open where the clerk is going to write, in remarks that no page shows', async () => {
    const trial = await report('2023');
    expect(fileIn(trial, '2023/sections/20-problems.md')).toBe(`---
title: 存在的问题及不足
part: shortcomings
---

<!-- 2022年度写明的问题：法治宣传力度不够，氛围不浓（2022/shortcomings/01-publicity-strength.md）。请写明整改情况；2023年仍然存在的，用 fazhi new shortcoming 写进本部分 -->
<!-- 2022年度写明的问题：行政执法人员整体素质及能力有待提高（2022/shortcomings/02-enforcement-staff.md）。请写明整改情况；2023年仍然存在的，用 fazhi new shortcoming 写进本部分 -->
<!-- 2022年度写明的问题：乡村“法律明白人”培基工程和“一村一法律顾问”业务知识培训指导不够（2022/shortcomings/03-village-guidance.md）。请写明整改情况；2023年仍然存在的，用 fazhi new shortcoming 写进本部分 -->
`);
    const measures = fileIn(trial, '2023/sections/10-measures.md') ?? '';
    expect(measures.match(/2022\/tasks\/\S+(?= 里加一行 result: )/g)).toEqual([
      '2022/tasks/01-legal-education.md',
      '2022/tasks/02-leaders-study.md',
      '2022/tasks/03-enforcement-training.md',
      '2022/tasks/04-village-adviser-guidance.md',
      '2022/tasks/05-legal-insiders.md',
    ]);
    expect(fileIn(trial, '2023/sections/30-first-responsible.md')).toContain('office: [均川镇党委政府]；');
  });

  test('lacks nothing but words, and a date of publication', async () => {
    const { diagnostics } = await report('2023');
    expect(diagnostics.map(({ rule, at }) => `${at.file}:${at.line} ${rule}`)).toEqual([
      '2023/report.md:1 portal/published-time',
      '2023/report.md:7 text/empty',
      '2023/sections/10-measures.md:5 text/empty',
      '2023/sections/20-problems.md:5 text/empty',
      '2023/sections/30-first-responsible.md:5 text/empty',
      '2023/sections/40-plan.md:5 text/empty',
    ]);
  });

  test('with the words of every part passes `check`', async () => {
    const { diagnostics } = await report('2023', { ...WORDS, shortcomings: ['普法形式还不够多样，原因是人手不足。'] });
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['portal/published-time', 'warning']]);
  });

  test('takes over what the clerk says is still open, in the words of the year before', async () => {
    const carry = ['publicity-strength', 'legal-education', 'leaders-study'];
    const trial = await report('2023', { ...WORDS, carry });
    expect(trial.diagnostics.map(({ rule }) => rule)).toEqual(['portal/published-time', 'part/cause']);
    expect(fileIn(trial, '2023/shortcomings/01-publicity-strength.md')).toBe(`---
title: 法治宣传力度不够，氛围不浓
section: problems
---

一是法治宣传力度不够，氛围不浓。
`);
    expect(fileIn(trial, '2023/tasks/01-legal-education.md')).toBe(`---
title: 加大普法宣传力度，营造浓厚的法治氛围
section: plan-publicity
addresses: publicity-strength
---

经常组织相关职能部门进社区、进企业、进学校、进乡村，开展形式多样的普法宣传活动，做到人人参与，学法、尊法、守法、用法；切实增强广大人民群众的法律意识、法治观念。
`);
    // The heading it stood under comes along: the title is made of its words.
    expect(fileIn(trial, '2023/sections/41-plan-publicity.md')).toBe(`---
title: 加大普法宣传力度，营造浓厚的法治氛围，
section: plan
---

<!-- tasks -->
`);
    const problems = fileIn(trial, '2023/sections/20-problems.md') ?? '';
    expect(problems).toContain('\n<!-- shortcomings -->\n');
    expect(problems).not.toContain('法治宣传力度不够');
    expect(problems).toContain('行政执法人员整体素质及能力有待提高');
    expect(fileIn(trial, '2023/sections/30-first-responsible.md')).toContain('office: 均川镇党委政府\n');
  });

  test('all that is open can be taken over at once', async () => {
    const { files } = await report('2023', { carry: ['all'] });
    expect(files.filter(({ path }) => /\/(?:shortcomings|tasks)\//.test(path))).toHaveLength(8);
  });

  test('a task with a result, and a shortcoming whose tasks all have one, are open no more', async () => {
    const content = copyOfContent();
    putFiles(content, (await report('2023', { ...WORDS, shortcomings: ['普法形式还不够多样。'] }, content)).files);
    const task = join(content, '2022/tasks/01-legal-education.md');
    writeFileSync(task, readFileSync(task, 'utf8').replace('section:', 'result: measures\nsection:'));
    const { files } = await report('2024', { from: ['2022'] }, content);
    const all = files.map(({ text }) => text).join('');
    expect(all).not.toContain('01-legal-education.md');
    expect(all).not.toContain('01-publicity-strength.md');
    expect(all).toContain('02-leaders-study.md');
  });
});

test('the follow-up page shows the tasks of 2022 as waiting, and with a result as followed up in 2023', async () => {
  const content = copyOfContent();
  const given = { ...WORDS, carry: ['publicity-strength', 'legal-education'] };
  putFiles(content, (await report('2023', given, content)).files);
  const task = join(content, '2022/tasks/03-enforcement-training.md');
  writeFileSync(task, readFileSync(task, 'utf8').replace('section:', 'result: measures\nsection:'));

  const page = (await buildSite(content)).text('2023/follow-up/index.html');
  const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replaceAll(/<wbr>|<\/?b>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  expect(rows).toEqual([
    '报告写明的不足 下一年度的整改任务 结果',
    '2023年度',
    '不足 法治宣传力度不够，氛围不浓 任务 加大普法宣传力度，营造浓厚的法治氛围 结果 待2024年度报告载明',
    '2022年度',
    '不足 法治宣传力度不够，氛围不浓 任务 加大普法宣传力度，营造浓厚的法治氛围 结果 2023年度报告没有指明',
    '不足 行政执法人员整体素质及能力有待提高 任务 加强行政执法人员专业知识的学习 结果 2023年度报告：主要举措和成效',
    '不足 乡村“法律明白人”培基工程和“一村一法律顾问”业务知识培训指导不够 任务 加强“一村一法律顾问”业务指导工作 结果 2023年度报告没有指明',
    '任务 制定有针对性的业务培训计划 结果 2023年度报告没有指明',
    '其他安排 任务 持续推进党政主要负责人履行法治建设第一责任人职责和领导干部学法的制度化、经常化 结果 2023年度报告没有指明',
  ]);
});

describe('what the new report follows', () => {
  const elsewhere = (town: string): Record<string, string> =>
    Object.fromEntries(Object.entries(BASE).map(([path, text]) => [path.replace(/^2022/, `${town}/2022`), text]));

  test('of one town in a folder of its own, the year is enough', async () => {
    const { files } = await report('2023', {}, folderOf({ ...elsewhere('junchuan') }));
    expect(files.at(-1)?.path).toBe('junchuan/2023/report.md');
  });

  test('of several towns one has to be named, by the folder or by the report it follows', async () => {
    const content = folderOf({ ...elsewhere('junchuan'), ...elsewhere('anju') });
    await expect(report('2023', {}, content)).rejects.toThrow('Say which: anju/2023, junchuan/2023.');
    expect((await report('anju/2023', {}, content)).files.at(-1)?.path).toBe('anju/2023/report.md');
    expect((await report('2023', { from: ['junchuan/2022'] }, content)).files.at(-1)?.path).toBe(
      'junchuan/2023/report.md',
    );
  });

  test('nothing, when it is the first: then it needs a title and an organ', async () => {
    const content = folderOf({ 'site.yaml': BASE['site.yaml'] });
    const refused = await report('2022', {}, content).catch((error: EnvironmentError) => error);
    expect('words' in refused && refused.words.zh).toBe(`还要写明：
  --title  报告标题
  --organ  发布机构
在终端里运行 fazhi new report，会逐项询问。`);
    const given = { ...WORDS, title: ['均川镇法治政府建设年度报告'], organ: ['均川镇'], shortcomings: ['还有不足。'] };
    const trial = await report('2022', given, content);
    expect(brief(trial.diagnostics.filter(({ severity }) => severity === 'error'))).toEqual([]);
    expect(trial.files.map(({ path }) => path)).toEqual([
      '2022/sections/10-measures.md',
      '2022/sections/20-shortcomings.md',
      '2022/sections/30-duties.md',
      '2022/sections/40-plan.md',
      '2022/report.md',
    ]);
  });

  test.each([
    ['2022', {}, 'There is a report “2022” already; it was left as it is.'],
    ['明年', {}, '“明年” is not the year of a report.'],
    ['../2023', {}, '“../2023” is not the year of a report.'],
    ['2021', { from: ['2022'] }, 'The report on 2021 cannot follow that on 2022.'],
    ['2023', { from: ['2020'] }, 'There is no report “2020”.'],
    ['2023', { carry: ['publicity'] }, "Last year's report left no “publicity” open. Choices: publicity-strength, "],
  ])('a call that cannot be carried out is refused: %s %j', async (words, given: Answers, refusal) => {
    await expect(report(words, given)).rejects.toThrow(refusal);
  });
});

test('at a terminal the clerk is asked what is still open, and may leave every text for later', async () => {
  const later = (question: string): [string, string, string] => [question, ENTER, ENTER];
  const terminal = typedTerminal([
    ['哪一年的报告', ENTER],
    ['报告标题', CTRL_U, '均川镇2023年度法治政府建设年度报告', ENTER],
    ['发布机构', ENTER],
    ['上年度的哪些问题、任务仍然存在', DOWN, SPACE, ENTER],
    ['开头一段', '一年来，', ENTER, '现报告如下：', ENTER, ENTER],
    later('“举措和成效”'),
    later('“不足”'),
    later('“第一责任人职责”'),
    later('“下一年度安排”'),
  ]);
  const trial = await newReport(undefined, {
    content: CONTENT,
    language: 'zh',
    given: {},
    asker: new Asker(terminal, 'zh'),
    show: () => undefined,
  });
  expect(terminal.left()).toEqual([]);
  expect(fileIn(trial, '2023/report.md')).toBe(`---
title: 均川镇2023年度法治政府建设年度报告
year: 2023
organ: 均川镇党委政府
keywords: [法治政府建设, 年度报告, 均川镇, 法治均川]
---

一年来，

现报告如下：
`);
  expect(trial.files.map(({ path }) => path)).toContain('2023/shortcomings/02-enforcement-staff.md');
  expect(check(CONTENT).site.reports).toHaveLength(1);
});
