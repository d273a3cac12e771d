/** `fazhi serve` in a process of its own: what it prints, and how Ctrl-C ends it at any moment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { ask } from '../support/serving.js';
import { fazhi, ROOT } from '../support/site.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const broken = (BASE[EVENT] ?? '').replace('司法所\n', '司法局所\n');

interface Run {
  child: ChildProcess;
  /** What stands on standard output, once these words do. */
  says: (words: string) => Promise<string>;
  ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
}

const runs: Run[] = [];
afterEach(() => runs.splice(0).forEach(({ child }) => child.kill('SIGKILL')));

function serve(content: string, ...options: string[]): Run {
  const args = [join(ROOT, 'lib/bin/fazhi.js'), 'serve', '--content', content, '--port', '0', ...options];
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const run: Run = {
    child,
    says: async (words) => {
      // oxlint-disable-next-line eslint/no-await-in-loop
      while (!stdout.includes(words)) await new Promise<void>((resolve) => (wake = resolve));
      return stdout;
    },
    ended: new Promise((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    }),
  };
  runs.push(run);
  return run;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const timeless = (text: string): string => text.replace(/\d+\.\d\d/g, '…').replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:…');

test('says where the site is, and after each save what is wrong, between two lines an editor can look for', async () => {
  const content = folderOf(BASE);
  const run = serve(content);
  await run.says('预览网址');
  writeFileSync(join(content, EVENT), broken);
  await run.says('1 个错误');
  run.child.kill('SIGINT');
  const { code, stdout, stderr } = await run.ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(timeless(stdout)).toBe(`检查开始
检查完成：0 个错误，0 条提醒，0 条提示，用时 … 秒
预览网址：http://127.0.0.1:…/
保存文件，网页自动更新。按 Ctrl-C 结束。
检查开始
${content}/${EVENT}:5:9  错误  office/unknown
  未登记的责任单位“司法局所”，是否指“司法所”？
  5 | office: 司法局所
    |         ^^^^^^^^
检查完成：1 个错误，0 条提醒，0 条提示，用时 … 秒
预览结束。
`);
});

test('says the same in English', async () => {
  const run = serve(folderOf(BASE), '--lang', 'en');
  await run.says('Serving at http://127.0.0.1:');
  run.child.kill('SIGTERM');
  const { code, stdout } = await run.ended;
  expect(code).toBe(0);
  expect(timeless(stdout)).toBe(`Check begins
Check done: 0 errors, 0 warnings, 0 hints, … s
Serving at http://127.0.0.1:…/
Save a file and the page follows. Ctrl-C ends it.
Serving has ended.
`);
});

test('says that a port was in use and which it took', async () => {
  const content = folderOf(BASE);
  const first = serve(content);
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(await first.says('Ctrl-C'))?.[1]);
  const second = serve(content, '--port', String(port));
  expect(await second.says('Ctrl-C')).toContain(`端口 ${port} 已被占用，改用 `);
});

test.each([
  [['--port', '65536'], '选项“--port <number>”的值不对'],
  [['--port', 'http'], '选项“--port <number>”的值不对'],
  [['--editor', 'emacs'], '选项“--editor <editor>”的值不对，可选：vscode, none'],
  [['--content', '没有这个文件夹'], '无法读取内容文件夹“没有这个文件夹”：它不存在。'],
])('a wrong call ends with 2 and a sentence: %j', async (options, sentence) => {
  const { code, stdout, stderr } = await fazhi(['serve', ...options], { cwd: temporaryFolder() });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
});

describe.skipIf(process.platform === 'win32')('a signal ends it cleanly', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s, while pages listen', async (signal) => {
    const run = serve(folderOf(BASE));
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(await run.says('Ctrl-C'))?.[1]);
    const listening = ask(port, '/.fazhi/events');
    await ask(port, '/');
    run.child.kill(signal);
    expect(await run.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    // The page's connection is closed, not left to hang.
    await listening.catch(() => undefined);
  });

  test('at any moment of the start', async () => {
    const content = folderOf(BASE);
    for (let delay = 0; delay <= 900; delay += 90) {
      const run = serve(content);
      // oxlint-disable-next-line eslint/no-await-in-loop
      await pause(delay);
      run.child.kill('SIGINT');
      // oxlint-disable-next-line eslint/no-await-in-loop
      const { code, signal, stdout, stderr } = await run.ended;
      // Before the program itself runs, the system ends the process: nothing has been said or opened yet.
      if (signal === null) expect([delay, code, stdout.endsWith('预览结束。\n')]).toEqual([delay, 0, true]);
      else expect([delay, signal, stdout]).toEqual([delay, 'SIGINT', '']);
      expect(stderr).toBe('');
    }
  });

  test('at any moment of a rebuild', async () => {
    const content = folderOf(BASE);
    for (let delay = 0; delay <= 120; delay += 15) {
      const run = serve(content);
      // oxlint-disable-next-line eslint/no-await-in-loop
      await run.says('预览网址');
      writeFileSync(join(content, EVENT), delay % 2 === 0 ? broken : (BASE[EVENT] ?? ''));
      // oxlint-disable-next-line eslint/no-await-in-loop
      await pause(delay);
      run.child.kill('SIGINT');
      // oxlint-disable-next-line eslint/no-await-in-loop
      const { code, stdout, stderr } = await run.ended;
      expect([delay, code, stderr, stdout.endsWith('预览结束。\n')]).toEqual([delay, 0, '', true]);
    }
  });

  test('twice, and at the second at once', async () => {
    const run = serve(folderOf(BASE));
    await run.says('预览网址');
    run.child.kill('SIGINT');
    run.child.kill('SIGTERM');
    expect([0, 130]).toContain((await run.ended).code);
  });
});
