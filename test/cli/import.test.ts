/** `fazhi import` as clerks and scripts call it: exit codes, streams, files. */
import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';

const SOURCE = join(ROOT, 'test/source/junchuan-2022.txt');
const SHORT = `青石镇2022年度法治政府建设年度报告

一、主要举措和成效
12月4日，司法所在集镇广场开展宪法宣传，发放资料300份。
二、存在的不足
宣传形式单一，主要原因是人手少。
三、党政主要负责人履行第一责任人职责情况
镇党委书记、镇长召开专题会议4次。
四、2023年工作安排
一是办好普法讲座。二是建好法治广场。

青石镇人民政府
2023年1月10日
`;

function shortReport(text = SHORT): string {
  return join(folderOf({ 'report.txt': text }), 'report.txt');
}

describe('fazhi import', () => {
  test('writes content that builds at once, and says what it recognised', async () => {
    const folder = temporaryFolder();
    const content = join(folder, 'content');
    const { code, stdout, stderr } = await fazhi(['import', shortReport(), '--out', join(content, '2022')]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(content, 'content')).toBe(`青石镇2022年度法治政府建设年度报告（2022年度）
          认出  存疑  留作正文
标题         4
法定部分     4
活动         1               0
职责         1
问题         1
任务         2
责任单位     2
全文 120 字，与原文逐字相同。
有 1 处请核对，见 IMPORT.md。
已写入 11 个文件：content/2022
接着可以：fazhi serve
`);
    const built = await fazhi(['build', '--content', content, '--out', join(folder, 'dist')]);
    expect(built.code).toBe(0);
    expect(existsSync(join(folder, 'dist/2022/timeline/index.html'))).toBe(true);
  });

  test('changes nothing the second time', async () => {
    const out = join(temporaryFolder(), 'content/2022');
    const report = shortReport();
    await fazhi(['import', report, '--out', out]);
    const before = filesIn(out);
    const { code, stdout } = await fazhi(['import', report, '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain('与要导入的内容相同，没有改动。');
    expect(filesIn(out)).toEqual(before);
  });

  test('leaves a folder with other content as it is, and names what differs', async () => {
    const content = join(temporaryFolder(), 'content');
    cpSync(join(ROOT, 'content'), content, { recursive: true });
    const before = filesIn(content);
    const { code, stderr } = await fazhi(['import', SOURCE, '--out', join(content, '2022')]);
    expect(code).toBe(2);
    expect(stderr).toContain('里已有内容，与要导入的不同，没有改动：\n');
    expect(stderr).toContain('2022/report.md（内容不同）\n');
    expect(stderr).toContain('2022/sections/11-organization.md（导入的报告里没有）\n');
    expect(filesIn(content)).toEqual(before);
  });

  test('with --force shows the difference, writes, and keeps the folder that was there', async () => {
    const content = join(temporaryFolder(), 'content');
    const out = join(content, '2022');
    await fazhi(['import', shortReport(), '--out', out]);
    const before = filesIn(out);
    const other = shortReport(SHORT.replace('资料300份', '资料500份'));
    const shown = await fazhi(['import', other, '--out', out, '--force', '--dry-run']);
    expect(shown.stdout).toContain('-12月4日，司法所在集镇广场开展宪法宣传，发放资料300份。\n+12月4日');
    expect(filesIn(out)).toEqual(before);
    const { code, stdout } = await fazhi(['import', other, '--out', out, '--force']);
    expect(code).toBe(0);
    expect(stdout).toContain('原来的文件夹另存为：');
    expect(filesIn(join(content, '.2022.before-import'))).toEqual(before);
    expect(readFileSync(join(out, 'events/2022-12-04-xian-fa-xuan-chuan.md'), 'utf8')).toContain('发放资料500份');
  });

  test('with --dry-run writes nothing, with --format json says everything in one object', async () => {
    const out = join(temporaryFolder(), 'content/2022');
    const { code, stdout } = await fazhi(['import', shortReport(), '--out', out, '--dry-run', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'text',
      folder: '2022',
      title: '青石镇2022年度法治政府建设年度报告',
      year: 2022,
      fidelity: { characters: 120, isWhole: true, difference: null },
      isThere: false,
      isWritten: false,
    });
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['missing.docx', undefined, '文件不存在'],
    ['report.pdf', '%PDF-1.7', '不认识'],
    [
      'report.docx',
      readFileSync(join(ROOT, 'test/import/docx/junchuan-libreoffice.docx')).subarray(0, 5000),
      '文件似乎已损坏',
    ],
    ['page.docx', '<html><body>报告</body></html>', '网页'],
    ['empty.txt', '', '没有正文'],
    ['blank.txt', '  \n\u3000\n', '没有正文'],
  ])('refuses %s with words, and writes nothing', async (name, text, said) => {
    const folder = temporaryFolder();
    if (text !== undefined) writeFileSync(join(folder, name), text);
    const out = join(folder, 'content/2022');
    const { code, stdout, stderr } = await fazhi(['import', join(folder, name), '--out', out]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  test('does not open a file larger than any report', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.docx');
    writeFileSync(file, '');
    truncateSync(file, 200 * 1024 * 1024);
    const { code, stderr } = await fazhi(['import', file, '--out', join(folder, 'content/2022')]);
    expect([code, stderr]).toEqual([
      2,
      `“${file}”有 200 MB，超过 64 MB，没有打开。请压缩里面的图片，或另存为 .txt 后导入。\n`,
    ]);
  });

  test('asks for the year where neither words nor folder tell it', async () => {
    const out = join(temporaryFolder(), 'content/report');
    const report = shortReport('一、主要做法\n开展宣传，成效明显。\n');
    const refused = await fazhi(['import', report, '--out', out]);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      '看不出这是哪一年的报告。请用 --year 写明，例如 --year 2022，或把 --out 写成以年份结尾的文件夹：content/2022。\n',
    ]);
    expect((await fazhi(['import', report, '--out', out, '--year', '2021'])).code).toBe(0);
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('\nyear: 2021\n');
  });

  test('says what a call lacks', async () => {
    expect(await fazhi(['import', SOURCE])).toEqual({
      code: 2,
      stdout: '',
      stderr: '还要写明“--out <folder>”。\n用 fazhi --help 查看命令和选项。\n',
    });
    expect(await fazhi(['import', '--out', 'content/2022'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '还要写明“file”。\n用 fazhi --help 查看命令和选项。\n',
    });
  });
});
