/** `fazhi new` as scripts call it: exit codes, streams, files. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT, run } from '../support/site.js';

const TEXT = '9月5日，司法所在唐王广场开展国家网络安全宣传周活动。';
const EVENT = ['--title', '国家网络安全宣传周', '--date', '9月5日', '--section', 'atmosphere', '--text', TEXT];
const PATH = '2022/events/2022-09-05-guo-jia-wang-luo-an-quan-xuan-chuan-zhou.md';
const FILE = `---
title: 国家网络安全宣传周
section: atmosphere
date: 9月5日
office: 司法所
---

${TEXT}
`;

function copyOfContent(): string {
  const content = temporaryFolder();
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  return content;
}

describe('fazhi new event', () => {
  test('writes the file, says where it is and what comes next, and `check` passes as before', async () => {
    const content = copyOfContent();
    const args = ['new', 'event', '--content', content, ...EVENT, '--office', '司法所'];
    expect(await fazhi(args)).toEqual({
      code: 0,
      stdout: `已写入 ${content}/${PATH}\n下一步：打开文件核对一遍；运行 fazhi serve，看它在网页上的样子。\n`,
      stderr: '',
    });
    expect(readFileSync(join(content, PATH), 'utf8')).toBe(FILE);
    expect((await fazhi(['check', '--content', content])).code).toBe(0);

    // Once more the same id is free with a number, but the report would say the same twice.
    const again = await fazhi(args);
    expect([again.code, again.stdout]).toEqual([1, '没有写入任何文件。请按上面的提示改正后再执行。\n']);
    expect(again.stderr).toContain('text/repeated');
    expect(readFileSync(join(content, PATH), 'utf8')).toBe(FILE);
    expect(existsSync(join(content, PATH.replace('.md', '-2.md')))).toBe(false);
  });

  test('with --dry-run shows the file and writes nothing', async () => {
    const content = copyOfContent();
    const before = filesIn(content);
    const { code, stdout } = await fazhi([
      'new',
      'event',
      '--content',
      content,
      ...EVENT,
      '--office',
      '司法所',
      '--dry-run',
    ]);
    expect([code, stdout]).toEqual([0, `==> ${content}/${PATH}\n${FILE}\n`]);
    expect(filesIn(content)).toEqual(before);
  });

  test('takes the text from a file or from standard input', async () => {
    const content = copyOfContent();
    const folder = folderOf({ 'text.txt': `\ufeff${TEXT}\r\n`, 'gbk.txt': new Uint8Array([0xd5, 0xfe, 0xb7, 0xa8]) });
    const args = ['new', 'event', '--content', content, ...EVENT.slice(0, -2), '--office', '司法所', '--text-file'];
    const fromFile = await fazhi([...args, join(folder, 'text.txt'), '--dry-run']);
    expect(fromFile.stdout).toBe(`==> ${content}/${PATH}\n${FILE}\n`);

    const main = join(ROOT, 'lib/bin/fazhi.js');
    const quoted = [process.execPath, main, ...args, '-', '--quiet'].map((word) => `'${word}'`).join(' ');
    const piped = await run('sh', ['-c', `${quoted} < '${join(folder, 'text.txt')}'`]);
    expect(piped).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(content, PATH), 'utf8')).toBe(FILE);

    const wrong = await fazhi([...args, join(folder, 'gbk.txt')]);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      `无法读取“${join(folder, 'gbk.txt')}”：不是 UTF-8 编码，请另存为 UTF-8。\n`,
    ]);
  });

  test('shows what is wrong at the very character, and writes nothing', async () => {
    const content = copyOfContent();
    const { code, stdout, stderr } = await fazhi(['new', 'event', '--content', content, ...EVENT, '--place', '朝阳街']);
    expect(code).toBe(1);
    expect(stdout).toBe('没有写入任何文件。请按上面的提示改正后再执行。\n');
    expect(stderr).toBe(`${content}/${PATH}:5:8  错误  faithful/place
  正文里没有地点“朝阳街”。请用报告原文里的写法。
  5 | place: 朝阳街
    |        ^^^^^^
`);
    expect(existsSync(join(content, PATH))).toBe(false);
  });

  test('never writes over a file that `check` cannot even read', async () => {
    const content = copyOfContent();
    writeFileSync(join(content, '2022/events/2022-09-05-wang-an.md'), '草稿');
    const { code, stderr } = await fazhi(['new', 'event', '--content', content, ...EVENT, '--id', 'wang-an']);
    expect([code, stderr]).toEqual([
      2,
      `已有文件“${content}/2022/events/2022-09-05-wang-an.md”，没有改动它，也没有写入任何文件。请换一个名字。\n`,
    ]);
    expect(readFileSync(join(content, '2022/events/2022-09-05-wang-an.md'), 'utf8')).toBe('草稿');
  });

  test('in a script asks nothing and names all that is missing', async () => {
    const { code, stdout, stderr } = await fazhi(['new', 'event', '--title', '宣传周', '--lang', 'en']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`Still to be given:
  --text or --text-file  text: the report's own sentences
  --date  date, as the text has it
  --section  id of the section it belongs to
Run at a terminal, fazhi new event asks for each.
`);
  });
});

describe('fazhi new report', () => {
  test('says which lines still need words', async () => {
    const content = copyOfContent();
    const { code, stdout } = await fazhi(['new', 'report', '2023', '--content', content]);
    expect(code).toBe(0);
    expect(stdout).toBe(`已写入 ${content}/2023/sections/10-measures.md
已写入 ${content}/2023/sections/20-problems.md
已写入 ${content}/2023/sections/30-first-responsible.md
已写入 ${content}/2023/sections/40-plan.md
已写入 ${content}/2023/report.md
还有 5 处要写上正文；写好以前，网页上是空的：
  ${content}/2023/report.md:7
  ${content}/2023/sections/10-measures.md:5
  ${content}/2023/sections/20-problems.md:5
  ${content}/2023/sections/30-first-responsible.md:5
  ${content}/2023/sections/40-plan.md:5
下一步：打开这些文件写上正文；运行 fazhi serve，边写边看。
`);
    const again = await fazhi(['new', 'report', '2023', '--content', content]);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('已有报告“2023”，没有改动它。');
  });

  test('with the words that are needed leaves a content that passes `check`', async () => {
    const content = copyOfContent();
    const words = [
      '--text',
      '现报告如下：',
      '--measures',
      '开展普法宣传。',
      '--duties',
      '履行职责。',
      '--carry',
      'all',
    ];
    const { code, stdout } = await fazhi(['new', 'report', '2023', '--content', content, ...words]);
    expect([code, stdout.split('\n').slice(-2)]).toEqual([
      0,
      ['下一步：打开文件核对一遍；运行 fazhi serve，看它在网页上的样子。', ''],
    ]);
    expect((await fazhi(['check', '--content', content])).code).toBe(0);
  });
});

describe('a call of `fazhi new` that cannot be carried out exits 2 with a sentence', () => {
  test.each([
    [['new', 'evnt'], '没有命令“evnt”，是否指“event”？\n用 fazhi --help 查看命令和选项。\n'],
    [
      ['new', 'event', '--text', '甲', '--text-file', '乙'],
      '选项“--text-file”和“--text”只能写一个。\n用 fazhi --help 查看命令和选项。\n',
    ],
    [['new', 'event', '--content', '/nowhere/at/all'], expect.stringContaining('/nowhere/at/all')],
    [['new', 'report'], '还要写明是哪一年的报告，例如 fazhi new report 2023。\n'],
    [['new', 'report', '明年'], expect.stringContaining('不是报告的年度')],
    [
      ['new', 'event', ...EVENT, '--content', folderOf({ 'site.yaml': BASE['site.yaml'] })],
      expect.stringContaining('fazhi new report 2022'),
    ],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await fazhi(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toEqual(sentence);
  });
});

test('--help of a kind lists its keys with what may be chosen', async () => {
  const { code, stdout } = await fazhi(['new', 'duty', '--help']);
  expect(code).toBe(0);
  expect(stdout.replace(/\s+/g, ' ')).toContain('状态；done 已完成、ongoing 持续推进、planned 计划中、missed 未完成');
});
