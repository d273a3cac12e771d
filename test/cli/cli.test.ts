/** The command line as clerks and scripts call it: exit codes, streams, words. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules.js';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT, run } from '../support/site.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const broken = { ...BASE, [EVENT]: (BASE[EVENT] ?? '').replace('司法所\n', '司法局所\n') };
const warned = { ...BASE, '2022/report.md': (BASE['2022/report.md'] ?? '').replace(' 09:00', '') };
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** The summary's last line without its time. */
const timeless = (text: string): string =>
  text.replace(/用时 \d+\.\d\d 秒/, '用时 … 秒').replace(/\d+\.\d\d s$/m, '… s');

describe('fazhi build', () => {
  test('says in three lines what it read, wrote and found, and exits 0', async () => {
    const out = join(temporaryFolder(), 'dist');
    const { code, stdout, stderr } = await fazhi(['build', '--content', folderOf(BASE), '--out', out]);
    const count = filesIn(out).length - 1;
    expect([code, stderr]).toEqual([0, '']);
    expect(timeless(stdout)).toBe(`读取 10 个文件：1 份报告，1 项活动，1 项职责，1 个问题，1 项任务
写入 ${count} 个文件到 ${out}，未变 0 个，删去 0 个
0 个错误，0 条提醒，0 条提示，用时 … 秒
`);
  });

  test('with an error exits 1, writes nothing and leaves the earlier site as it was', async () => {
    const content = folderOf(BASE);
    const out = join(temporaryFolder(), 'dist');
    await fazhi(['build', '--content', content, '--out', out]);
    const before = filesIn(out).map((file) => readFileSync(join(out, file), 'utf8'));
    writeFileSync(join(content, EVENT), broken[EVENT] ?? '');

    const { code, stdout, stderr } = await fazhi(['build', '--content', content, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toBe(`${content}/${EVENT}:5:9  错误  office/unknown
  未登记的责任单位“司法局所”，是否指“司法所”？
  5 | office: 司法局所
    |         ^^^^^^^^
`);
    expect(timeless(stdout).split('\n').slice(1)).toEqual([
      `没有写入任何文件，${out} 保持原样。请先改正上面的错误`,
      '1 个错误，0 条提醒，0 条提示，用时 … 秒',
      '',
    ]);
    expect(filesIn(out).map((file) => readFileSync(join(out, file), 'utf8'))).toEqual(before);
  });

  test('with --strict a warning is refused as an error is', async () => {
    const out = join(temporaryFolder(), 'dist');
    const content = folderOf(warned);
    const strict = await fazhi(['build', '--content', content, '--out', out, '--strict']);
    expect([strict.code, existsSync(out)]).toEqual([1, false]);
    expect((await fazhi(['build', '--content', content, '--out', out])).code).toBe(0);
  });

  test('a folder that is not its own is refused with exit 2 and left alone', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, '重要.txt'), '勿删');
    const { code, stderr } = await fazhi(['build', '--content', folderOf(BASE), '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toContain(out);
    expect(filesIn(out)).toEqual(['重要.txt']);
  });
});

describe('fazhi check', () => {
  test('--format json prints one object on standard output and nothing else', async () => {
    const content = folderOf(broken);
    const { code, stdout, stderr } = await fazhi(['check', '--content', content, '--format', 'json', '--lang', 'en']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [
        {
          rule: 'office/unknown',
          severity: 'error',
          message: 'Unknown office “司法局所”. Did you mean “司法所”?',
          file: `${content}/${EVENT}`,
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 13,
          fix: '司法所',
          docs: 'docs/diagnostics.md#office-unknown',
        },
      ],
    });
  });

  test.each(['sarif', 'github', 'gitlab'])('--format %s says the same on standard output, alone', async (format) => {
    const folder = folderOf({});
    folderOf(broken, join(folder, 'content'));
    const { code, stdout, stderr } = await fazhi(['check', '--content', './content', '--format', format], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([1, '']);
    if (format !== 'github') expect(JSON.parse(stdout)).toBeTypeOf('object');
    expect(stdout).toContain('未登记的责任单位“司法局所”，是否指“司法所”？');
    expect(stdout).toMatch(new RegExp(`["=]content/${EVENT}[",]`));
  });

  test('--fix writes what is certain, shows it, and exits by what is left', async () => {
    const slips = { ...BASE, [EVENT]: (BASE[EVENT] ?? '').replace('date: ', 'date：') };
    const content = folderOf(slips);
    const { code, stdout, stderr } = await fazhi(['check', '--content', content, '--fix']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 4)).toEqual([`${content}/${EVENT}:4`, '- date：6月26日', '+ date: 6月26日', '']);
    expect(readFileSync(join(content, EVENT), 'utf8')).toBe(BASE[EVENT]);
    expect((await fazhi(['check', '--content', folderOf(broken), '--fix'])).code).toBe(1);
  });

  test('--fix leaves standard output to a program that reads it', async () => {
    const content = folderOf({ ...BASE, [EVENT]: (BASE[EVENT] ?? '').replace('date: ', 'date：') });
    const { stdout, stderr } = await fazhi(['check', '--content', content, '--fix', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ diagnostics: [] });
    expect(stderr).toContain('+ date: 6月26日');
  });

  test('--quiet prints the diagnostics alone', async () => {
    const { stdout, stderr } = await fazhi(['check', '--content', folderOf(warned), '--quiet']);
    expect(stdout).toBe('');
    expect(stderr).toContain('portal/published-time');
  });

  test('--lang en speaks English', async () => {
    const { stdout } = await fazhi(['check', '--content', folderOf(BASE), '--lang', 'en']);
    expect(timeless(stdout)).toBe(`Read 10 files: 1 reports, 1 events, 1 duties, 1 shortcomings, 1 tasks
0 errors, 0 warnings, 0 hints, … s
`);
  });
});

describe('fazhi explain', () => {
  test('prints what a rule asks, how it may be silenced, and an example', async () => {
    const { code, stdout, stderr } = await fazhi(['explain', 'front-matter/fullwidth-colon']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "front-matter/fullwidth-colon

      中文输入法的冒号“：”在 YAML 里只是一个字，不能分开键和值。

      - 错误，改正后才能生成网页。
      - 不能关闭。
      - fazhi check --fix 能改好。

        content/2022/events/2022-06-26-drug-control-day.md:4:5  错误  front-matter/fullwidth-colon
          “date”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“date: ”。
          4 | date：6月26日
            |     ^^
      "
    `);
    const english = await fazhi(['explain', 'front-matter/fullwidth-colon', '--lang', 'en']);
    expect(english.stdout).toContain('The full-width colon of Chinese input is a character like any other to YAML');
  });

  test('without a rule lists all of them, a line each', async () => {
    const { code, stdout } = await fazhi(['explain']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...RULES.keys()]);
    expect(stdout).toMatch(/^office\/unknown +错误 {2}责任单位要先登记在 site\.yaml 里：.*。$/m);
  });

  test('names the rule most like one that there is not', async () => {
    expect(await fazhi(['explain', 'office/unknwon'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '没有规则“office/unknwon”，是否指“office/unknown”？\n用 fazhi explain 查看全部规则。\n',
    });
  });
});

describe('a call that cannot be carried out exits 2 with a sentence', () => {
  test.each([
    [['build', '--contnet', 'x'], '没有选项“--contnet”，是否指“--content”？\n用 fazhi --help 查看命令和选项。\n'],
    [['biuld'], '没有命令“biuld”，是否指“build”？\n用 fazhi --help 查看命令和选项。\n'],
    [['check', '--content'], '选项“--content <folder>”后面要写一个值。\n用 fazhi --help 查看命令和选项。\n'],
    [
      ['check', '--format', 'xml'],
      '选项“--format <format>”的值不对，可选：pretty, json, sarif, github, gitlab。\n用 fazhi --help 查看命令和选项。\n',
    ],
    [['check', 'content', 'more'], '多写了参数。\n用 fazhi --help 查看命令和选项。\n'],
    [['check', '--content', ''], '--content 后面没有写文件夹。\n'],
    [['build', '--out', ''], '--out 后面没有写文件夹。\n'],
    [['check', '--content', '/nowhere/at/all'], expect.stringContaining('/nowhere/at/all')],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await fazhi(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toEqual(sentence);
    expect(stderr).not.toContain('    at ');
  });
});

test('--version prints the version, --help the commands', async () => {
  expect(await fazhi(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  const help = await fazhi(['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('fazhi <命令> [选项]');
  expect(help.stdout).toContain('检查内容，生成网页');
});

test('the help of a command tells choices and defaults in the language of the help', async () => {
  const chinese = await fazhi(['check', '--help']);
  expect(chinese.stdout).toContain('（可选 zh、en，默认 zh）');
  expect(chinese.stdout).toContain('（默认 content）');
  expect(chinese.stdout).not.toMatch(/default|choices/);
  const english = await fazhi(['check', '--lang', 'en', '--help']);
  expect(english.stdout).toContain('(choices: zh, en; default: zh)');
});

test.each([
  [['--lang', 'en', 'check'], 'Read 10 files'],
  [['--lang=en', 'check'], 'Read 10 files'],
  [['--lang', 'zh', 'check', '--lang', 'en'], 'Read 10 files'],
  [['--lang', 'en', 'check', '--lang', 'zh'], '读取 10 个文件'],
])('the language may be told before the command: %j', async (args, words) => {
  const { code, stdout } = await fazhi([...args, '--content', folderOf(BASE)]);
  expect([code, stdout.slice(0, words.length)]).toEqual([0, words]);
});

test('without a command the help is shown and the call is wrong', async () => {
  const { code, stderr } = await fazhi([]);
  expect(code).toBe(2);
  expect(stderr).toContain('fazhi build');
});

test('a bug in the program exits 70 with its version and no stack trace', async () => {
  const main = JSON.stringify(join(ROOT, 'lib/bin/fazhi.js'));
  const planted = "String.prototype.normalize = () => { throw new TypeError('planted'); };";
  const folder = folderOf({ 'faulty.mjs': `${planted}\nawait import(${main});\n` });
  const args = [join(folder, 'faulty.mjs'), 'check', '--content', folderOf(BASE)];
  const { code, stderr } = await run(process.execPath, args);
  expect(code).toBe(70);
  expect(stderr).toContain(`fazhi ${version}`);
  expect(stderr).toContain('planted');
  expect(stderr).not.toContain('    at ');
  const debugged = await run(process.execPath, args, { env: { FAZHI_DEBUG: '1' } });
  expect(debugged.stderr).toContain('TypeError: planted');
  const [, file = '', line = ''] = /\b(lib[/\\]src[/\\][-/\\\w]+\.js):(\d+):\d+/.exec(debugged.stderr) ?? [];
  expect(readFileSync(join(ROOT, file), 'utf8').split('\n')[Number(line) - 1]).toContain('.normalize(');
});

test('a reader that stops listening is no bug', async () => {
  const main = join(ROOT, 'lib/bin/fazhi.js');
  const { code, stderr } = await run('sh', [
    '-c',
    `"${process.execPath}" "${main}" check --format json --content "${folderOf(broken)}" | true; echo ok`,
  ]);
  expect([code, stderr]).toEqual([0, '']);
});
