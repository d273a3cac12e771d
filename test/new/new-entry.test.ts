/** New files beside the real content, checked as the program itself would. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/build.js';
import type { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { Asker, Cancelled } from '../../src/new/ask.js';
import type { Answers, EntryKind } from '../../src/new/fields.js';
import { newEntry } from '../../src/new/new-entry.js';
import { putFiles } from '../../src/new/put-files.js';
import type { Trial } from '../../src/new/trial.js';
import { BASE, brief } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { ROOT } from '../support/site.js';
import {
  CTRL_C,
  CTRL_U,
  DOWN,
  ENTER,
  SPACE,
  typedTerminal,
  type Typed,
  type TypedTerminal,
} from '../support/terminal.js';

const CONTENT = join(ROOT, 'content');
const text = '9月5日，司法所在唐王广场开展国家网络安全宣传周活动，发放资料500份。';
const EVENT: Answers = {
  title: ['国家网络安全宣传周'],
  date: ['9月5日'],
  section: ['atmosphere'],
  text: [text],
};

function entry(kind: EntryKind, given: Answers, content = CONTENT): Promise<Trial> {
  return newEntry(kind, { content, language: 'zh', given, asker: undefined, show: () => undefined });
}

describe('a new file beside the real content', () => {
  const cases: [EntryKind, Answers, string, string][] = [
    [
      'event',
      {
        ...EVENT,
        office: ['司法所'],
        place: ['唐王广场'],
        topic: ['网络安全'],
        kind: ['宣传活动'],
        figure: ['发放资料：500：份'],
      },
      '2022/events/2022-09-05-guo-jia-wang-luo-an-quan-xuan-chuan-zhou.md',
      `---
title: 国家网络安全宣传周
section: atmosphere
date: 9月5日
office: 司法所
place: 唐王广场
topic: 网络安全
kind: campaign
figures:
  - label: 发放资料
    value: 500
    unit: 份
---

${text}
`,
    ],
    [
      'section',
      { section: ['measures'], title: ['推进行政复议工作'], text: ['我镇推进行政复议工作。\\n全年无复议案件。'] },
      '2022/sections/15-tui-jin-xing-zheng-fu-yi-gong-zuo.md',
      `---
title: 推进行政复议工作
section: measures
---

我镇推进行政复议工作。

全年无复议案件。
`,
    ],
    [
      'duty',
      {
        section: ['first-responsible'],
        title: ['听取法治建设工作汇报'],
        holder: ['both'],
        status: ['已完成'],
        evidence: ['study', '2022-mobilization-meeting'],
        text: ['听取法治建设工作汇报。'],
      },
      '2022/duties/12-ting-qu-fa-zhi-jian-she-gong-zuo-hui-bao.md',
      `---
title: 听取法治建设工作汇报
section: first-responsible
holder: both
status: done
evidence: [study, 2022-mobilization-meeting]
---

听取法治建设工作汇报。
`,
    ],
    [
      'shortcoming',
      { section: ['problems'], title: ['普法形式单一'], tasks: ['legal-education'], text: ['四是普法形式单一。'] },
      '2022/shortcomings/04-pu-fa-xing-shi-dan-yi.md',
      `---
title: 普法形式单一
section: problems
tasks: legal-education
---

四是普法形式单一。
`,
    ],
    [
      'task',
      {
        section: ['plan-training'],
        title: ['组织旁听庭审'],
        addresses: ['enforcement-staff'],
        text: ['组织旁听庭审。'],
      },
      '2022/tasks/06-zu-zhi-pang-ting-ting-shen.md',
      `---
title: 组织旁听庭审
section: plan-training
addresses: enforcement-staff
---

组织旁听庭审。
`,
    ],
  ];

  test.each(cases)('%s: `check` says of it nothing that it did not say before', async (kind, given, path, file) => {
    const trial = await entry(kind, given);
    expect(trial.files).toEqual([{ path, text: file }]);
    expect(brief(trial.diagnostics)).toEqual([]);

    const content = temporaryFolder();
    cpSync(CONTENT, content, { recursive: true });
    putFiles(content, trial.files);
    expect(brief(check(content).diagnostics)).toEqual(brief(check(CONTENT).diagnostics));
  });

  test('trying out leaves the content as it is, also where the name is taken by a file that is no entry', async () => {
    const content = folderOf({ ...BASE, '2022/events/2022-07-01-xuan-chuan.md': '草稿', '2022/现场.png': 'png' });
    const files = filesIn(content);
    const texts = files.map((file) => readFileSync(join(content, file), 'utf8'));
    const given = { section: ['measures'], title: ['宣传'], date: ['7月1日'], text: ['7月1日，宣传。'] };
    await expect(entry('event', given, content)).rejects.toThrow('is there already and was left as it is');
    await entry('event', { ...given, id: ['pu-fa'] }, content);
    expect(filesIn(content)).toEqual(files);
    expect(files.map((file) => readFileSync(join(content, file), 'utf8'))).toEqual(texts);
  });

  test('images that its text shows are found', async () => {
    const content = folderOf({ ...BASE, '2022/现场.png': 'png' });
    const given = {
      section: ['measures'],
      title: ['宣传'],
      date: ['7月1日'],
      text: ['7月1日，宣传。![宣传](../现场.png)'],
    };
    expect((await entry('event', given, content)).diagnostics).toEqual([]);
  });
});

describe('what is wrong is said before anything is written', () => {
  test('a title and a date that the text does not name', async () => {
    const { diagnostics } = await entry('event', {
      ...EVENT,
      title: ['反诈宣传周'],
      date: ['9月6日'],
      id: ['fan-zha'],
    });
    expect(brief(diagnostics)).toEqual([
      '2022/events/2022-09-06-fan-zha.md:2:8-13 faithful/title “反诈宣传周”里的“反诈”在正文里找不到。请改用报告原文里的词，或核对是否写错字。',
      '2022/events/2022-09-06-fan-zha.md:4:7-11 faithful/date 正文里没有日期“9月6日”。正文写的是“9月5日”，请照原文写，不多写也不少写。',
    ]);
  });

  test('the text of another file, said of the new one, with the line of either', async () => {
    const given = {
      section: ['problems'],
      title: ['法治宣传力度不够，氛围不浓'],
      text: ['一是法治宣传力度不够，氛围不浓。'],
    };
    const { diagnostics, lineOf, files } = await entry('shortcoming', given);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['text/repeated']);
    expect(lineOf(files[0]?.path ?? '', 3)).toBe('section: problems');
    expect(lineOf('2022/shortcomings/01-publicity-strength.md', 3)).toBe('section: problems');
  });

  test('mistakes that were there before are not held against the new file', async () => {
    const content = folderOf({ ...BASE, '2022/duties/02-bad.md': '没有要素' });
    const given = { section: ['measures'], title: ['宣传'], date: ['7月1日'], text: ['7月1日，宣传。'] };
    expect((await entry('event', given, content)).diagnostics).toEqual([]);
  });
});

describe('names of files', () => {
  const nameOf = async (kind: EntryKind, given: Answers, content = CONTENT): Promise<string | undefined> =>
    (await entry(kind, given, content)).files[0]?.path;
  const section = { title: ['推进'], text: ['推进。'] };

  test.each([
    [{ ...section, section: ['publicity'] }, '2022/sections/124-tui-jin.md'],
    [{ ...section, section: ['results'] }, '2022/sections/141-tui-jin.md'],
    [{ ...section, section: ['problems'] }, '2022/sections/21-tui-jin.md'],
    [{ ...section, section: ['plan'] }, '2022/sections/43-tui-jin.md'],
    [{ ...section, part: ['other'] }, '2022/sections/50-tui-jin.md'],
    [{ ...section, part: ['其他'], id: ['25-rest'] }, '2022/sections/25-rest.md'],
    [{ ...section, part: ['other'], title: ['成效'], id: ['成效 二.md'] }, '2022/sections/50-成效-二.md'],
  ])('a section comes last among its siblings, unless its id brings a number: %j', async (given, path) => {
    expect(await nameOf('section', given)).toBe(path);
  });

  test.each([
    ['9月初', '2022-09-pu-fa.md'],
    ['9月5日至7日', '2022-09-05-pu-fa.md'],
    ['年初', '2022-pu-fa.md'],
    ['某一天', '2022-pu-fa.md'],
  ])('an event begins with as much of its date as the words tell: %s', async (date, name) => {
    const given = { ...EVENT, title: ['普法'], date: [date], text: [`${date}，普法。`] };
    expect(await nameOf('event', given)).toBe(`2022/events/${name}`);
  });

  test('an id that another entry has, of whatever kind, gets a number', async () => {
    const content = folderOf({
      ...BASE,
      '2022/duties/07-tui-jin.md':
        '---\ntitle: 学法\nsection: first-responsible\nholder: both\nstatus: done\n---\n\n学法。\n',
    });
    expect(await nameOf('section', { ...section, section: ['measures'] }, content)).toBe(
      '2022/sections/11-tui-jin-2.md',
    );
  });

  test('among files without numbers a new one has none, so that it does not come first', async () => {
    const content = folderOf({
      ...BASE,
      '2022/duties/01-study.md': undefined,
      '2022/duties/学法.md': BASE['2022/duties/01-study.md'],
    });
    const given = {
      section: ['first-responsible'],
      title: ['述法'],
      holder: ['both'],
      status: ['done'],
      text: ['述法。'],
    };
    expect(await nameOf('duty', given, content)).toBe('2022/duties/shu-fa.md');
  });
});

describe('a call that cannot be carried out', () => {
  const refusalOf = async (kind: EntryKind, given: Answers, content = CONTENT): Promise<string> => {
    const error = await entry(kind, given, content).catch((error: EnvironmentError) => error);
    return 'words' in error ? error.words.zh : 'not refused';
  };

  test('names all that is missing at once', async () => {
    expect(await refusalOf('duty', { title: ['述法'] })).toBe(`还要写明：
  --text 或 --text-file  正文：报告原句
  --section  属于哪一章
  --holder  责任人
  --status  状态
在终端里运行 fazhi new duty，会逐项询问。`);
  });

  test('a section needs the section above it or its part', async () => {
    expect(await refusalOf('section', { title: ['成效'], text: ['成效。'] })).toContain('--part 或 --section');
  });

  test('an id that is taken is refused with one that is free', async () => {
    const given = { ...EVENT, date: ['6月26日'], id: ['drug-control-day'] };
    expect(await refusalOf('event', given)).toBe('代号“drug-control-day”已经用过。可以用：drug-control-day-2');
    expect(await refusalOf('event', { ...EVENT, id: ['a/b'] })).toBe(
      '代号“a/b”不能作文件名。请只用字母、数字、汉字和“-”，例如 guo-jia-wang-luo-an-quan-xuan-chuan-zhou',
    );
  });

  test('of several reports one has to be named, and has to be there', async () => {
    const second = Object.entries(BASE).map(([path, text]) => [path.replace(/^2022/, 'junchuan/2022'), text]);
    const content = folderOf({ ...BASE, ...Object.fromEntries(second) });
    const given = { section: ['measures'], title: ['宣传'], date: ['7月1日'], text: ['7月1日，宣传。'] };
    expect(await refusalOf('event', given, content)).toContain('--report');
    expect(await refusalOf('event', { ...given, report: ['2024'] }, content)).toBe(
      '没有报告“2024”。现有：2022、junchuan/2022。要新建一份，请用 fazhi new report。',
    );
    const { files } = await entry('event', { ...given, report: ['junchuan/2022'] }, content);
    expect(files[0]?.path).toBe('junchuan/2022/events/2022-07-01-xuan-chuan.md');
  });

  test('a figure has a label, a value and perhaps a unit', async () => {
    expect(await refusalOf('event', { ...EVENT, figure: ['500份'] })).toContain('看不懂数据“500份”');
  });
});

describe('at a terminal', () => {
  const ask = (
    terminal: TypedTerminal,
    given: Answers,
    shown: Trial[] = [],
    kind: EntryKind = 'event',
  ): Promise<Trial> =>
    newEntry(kind, {
      content: CONTENT,
      language: 'zh',
      given,
      asker: new Asker(terminal, 'zh'),
      show: (trial) => shown.push(trial),
    });

  test('every key that is not given is asked for, in Chinese, and choices come from the content', async () => {
    const terminal = typedTerminal([
      ['正文：报告原句', text, ENTER, ENTER],
      ['标题', '国家网络安全宣传周', ENTER],
      ['日期', '国庆前', ENTER],
      ['看不懂这个日期', CTRL_U, '9月5日', ENTER],
      ['属于哪一章', ENTER],
      ['责任单位', SPACE, ENTER],
      ['地点', '唐王广场', ENTER],
      ['主题', ENTER],
      ['宣传的法律', ENTER],
      ['活动类型', DOWN, ENTER],
      ['文件名中的代号', CTRL_U, 'wang-an', ENTER],
    ]);
    const trial = await ask(terminal, {});
    expect(terminal.left()).toEqual([]);
    expect(trial.files).toEqual([
      {
        path: '2022/events/2022-09-05-wang-an.md',
        text: `---
title: 国家网络安全宣传周
section: atmosphere
date: 9月5日
office: 司法所
place: 唐王广场
kind: meeting
---

${text}
`,
      },
    ]);
    expect(terminal.shown()).toContain('（三）强化为民宗旨，持续优化营商环境');
  });

  test('with all that is required given, nothing is asked', async () => {
    const terminal = typedTerminal([]);
    expect((await ask(terminal, EVENT)).diagnostics).toEqual([]);
    expect(terminal.shown()).toBe('');
  });

  test('answers that `check` refuses are shown and asked for again, with the words there', async () => {
    const rest: Typed[] = [
      ['属于哪一章', ENTER],
      ['责任单位', ENTER],
      ['地点', ENTER],
      ['主题', ENTER],
      ['宣传的法律', ENTER],
      ['活动类型', ENTER],
      ['文件名中的代号', ENTER],
    ];
    const terminal = typedTerminal([
      ['标题', '反诈宣传周', ENTER],
      ['日期', '9月5日', ENTER],
      ...rest,
      ['正文：报告原句', ENTER, ENTER],
      ['标题', CTRL_U, '宣传周活动', ENTER],
      ['日期', ENTER],
      ...rest,
    ]);
    const shown: Trial[] = [];
    const trial = await ask(terminal, { text: [text], figure: ['发放资料:500:份'] }, shown);
    expect(terminal.left()).toEqual([]);
    expect(shown.map(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual([['faithful/title']]);
    expect(trial.files[0]?.text).toBe(`---
title: 宣传周活动
section: atmosphere
date: 9月5日
kind: campaign
figures:
  - label: 发放资料
    value: 500
    unit: 份
---

${text}
`);
  });

  test('several lines are several paragraphs', async () => {
    const terminal = typedTerminal([
      ['上级章节', ENTER],
      ['属于报告的哪一部分', DOWN, DOWN, DOWN, DOWN, ENTER],
      ['正文：报告原句', '第一段。', ENTER, '第二段。', ENTER, ENTER],
      ['标题', '其他情况', ENTER],
      ['文件名中的代号', ENTER],
    ]);
    const trial = await ask(terminal, {}, [], 'section');
    expect(terminal.left()).toEqual([]);
    expect(trial.files).toEqual([
      {
        path: '2022/sections/50-qi-ta-qing-kuang.md',
        text: '---\ntitle: 其他情况\npart: other\n---\n\n第一段。\n\n第二段。\n',
      },
    ]);
  });

  test('asks in English when English is wanted', async () => {
    const terminal = typedTerminal([
      ["text: the report's own sentences (a line a paragraph, Enter twice to end)", CTRL_C],
    ]);
    const asker = new Asker(terminal, 'en');
    const options = { content: CONTENT, language: 'en' as const, given: {}, asker, show: () => undefined };
    await expect(newEntry('event', options)).rejects.toThrow(Cancelled);
    expect(terminal.left()).toEqual([]);
  });

  test('Ctrl-C ends it at any question', async () => {
    const first = typedTerminal([['正文：报告原句', CTRL_C]]);
    await expect(ask(first, {})).rejects.toThrow(Cancelled);
    const second = typedTerminal([
      ['正文：报告原句', text, ENTER, ENTER],
      ['标题', '国家网络', CTRL_C],
    ]);
    await expect(ask(second, {})).rejects.toThrow(Cancelled);
    expect([first.left(), second.left()]).toEqual([[], []]);
  });
});
