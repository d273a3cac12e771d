/** `fazhi export docx` as a clerk calls it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, type Outcome } from '../support/site.js';

const NAME = '2022 均川镇法治政府建设年度报告（2022年度）.docx';
const content = folderOf(BASE);
const exportTo = (out: string, ...more: string[]): Promise<Outcome> =>
  fazhi(['export', 'docx', '--content', content, '--out', out, ...more]);

describe('fazhi export docx', () => {
  test('writes each report by its name, and says where; again, it says that nothing changed', async () => {
    const out = join(temporaryFolder(), '上报');
    const first = await exportTo(out);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout.split('\n')[1]).toBe(`已写入 ${join(out, NAME)}`);
    expect(filesIn(out)).toEqual([NAME]);
    expect(readFileSync(join(out, NAME)).subarray(0, 2).toString()).toBe('PK');
    const again = await exportTo(out, '--lang', 'en');
    expect(again.stdout.split('\n')[1]).toBe(`${join(out, NAME)} is unchanged`);
  });

  test('leaves a file that somebody worked on as it is, until told otherwise', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, NAME), '改过的文件');
    const refused = await exportTo(out);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      `这里已有同名的文件，内容不同，没有覆盖，也没有写入任何文件：\n  ${join(out, NAME)}\n如果不需要保留原来的文件，请加 --force；否则用 --out 换一个文件夹。\n`,
    ]);
    expect(readFileSync(join(out, NAME), 'utf8')).toBe('改过的文件');
    expect((await exportTo(out, '--force')).code).toBe(0);
    expect(readFileSync(join(out, NAME)).subarray(0, 2).toString()).toBe('PK');
  });

  test('writes nothing of content with an error', async () => {
    const out = join(temporaryFolder(), 'export');
    const broken = folderOf({ ...BASE, '2022/events/2022-06-26-drug-control-day.md': '没有开头' });
    const { code, stdout } = await fazhi(['export', 'docx', '--content', broken, '--out', out]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(stdout.split('\n')[1]).toBe('没有写入任何文件。请先改正上面的错误');
  });

  test('says so in words when the folder is a file, or the kind is one it does not know', async () => {
    const file = join(temporaryFolder(), '文件');
    writeFileSync(file, '');
    const { code, stderr } = await exportTo(file);
    expect([code, stderr]).toEqual([
      2,
      `无法写入“${join(file, NAME)}”（这是文件，不是文件夹）。请检查输出文件夹（--out）和磁盘后再执行。\n`,
    ]);
    const unknown = await fazhi(['export', 'pdf', '--content', content]);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('pdf')]);
  });
});
