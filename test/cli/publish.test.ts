/** `fazhi publish` as a webmaster calls it. What each kind of place must do is in `test/publish/scenarios.ts`. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { ROOT, run, type Outcome } from '../support/site.js';
import { shown } from '../publish/sites.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const PROGRAM = join(ROOT, 'lib/bin/fazhi.js');
/** The user that root acts as where a permission must bind. */
const ORDINARY_USER = 65534;

/** A folder with content, in which the command is called. */
class Desk {
  readonly folder: string;

  constructor(content = BASE) {
    this.folder = folderOf(
      Object.fromEntries(Object.entries(content).map(([path, text]) => [`content/${path}`, text])),
    );
    mkdirSync(join(this.folder, 'www'));
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  edit(path: string, from: string, to: string): void {
    const file = this.at(join('content', path));
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  }

  publish(...args: string[]): Promise<Outcome> {
    return run(process.execPath, [PROGRAM, 'publish', ...args], { cwd: this.folder });
  }
}

/** How many files of the site there are, the manifest among them. */
const countIn = (folder: string): number => Object.keys(shown(folder)).length;

describe('fazhi publish to a folder', () => {
  test('says what it did, does only what is needed, and goes back', async () => {
    const desk = new Desk();
    const first = await desk.publish('www/法治报告');
    const count = countIn(desk.at('dist'));
    expect(first).toEqual({
      code: 0,
      stdout: `已发布到 www/法治报告：更新 ${count} 个文件，删去 0 个，未变 0 个。\n要退回上一版：fazhi publish www/法治报告 --rollback\n`,
      stderr: '',
    });
    expect(shown(desk.at('www/法治报告'))).toEqual(shown(desk.at('dist')));
    expect(await desk.publish('www/法治报告')).toMatchObject({
      code: 0,
      stdout: 'www/法治报告 上已经是这一版，没有改动。\n',
    });

    desk.edit('2022/tasks/01-more-publicity.md', '加大宣传力度。', '继续加大宣传力度。');
    const before = shown(desk.at('www/法治报告'));
    const dry = await desk.publish('www/法治报告', '--dry-run');
    expect(dry.stdout).toMatch(
      /^试运行，没有改动。发布到 www\/法治报告 将更新 \d+ 个文件，删去 0 个，未变 \d+ 个。\n {2}更新 /,
    );
    expect(shown(desk.at('www/法治报告'))).toEqual(before);
    expect(shown(desk.at('dist'))).toEqual(before);

    const second = await desk.publish('www/法治报告', '--lang', 'en');
    expect(second.stdout).toMatch(/^Published to www\/法治报告: \d+ files updated, 0 removed, \d+ unchanged\.\n/);
    expect(dry.stdout.match(/^ {2}更新 /gm)?.length).toBe(Number(/: (\d+) files/.exec(second.stdout)?.[1]));
    expect((await desk.publish('www/法治报告', '--rollback')).stdout).toMatch(
      /^已把 www\/法治报告 退回上一版：换回 \d+ 个文件/,
    );
    expect(shown(desk.at('www/法治报告'))).toEqual(before);
    expect((await desk.publish('www/法治报告', '--rollback', '--quiet')).stdout).toBe('');
    expect(shown(desk.at('www/法治报告'))).toEqual(shown(desk.at('dist')));
  });

  test('says so where it goes file by file, and names the files of others', async () => {
    const desk = new Desk();
    writeFileSync(desk.at('www/门户.txt'), '');
    const { stdout } = await desk.publish('www');
    expect(stdout).toContain('另有 1 个文件不是本程序放的，都保留不动：门户.txt\n');
    expect(stdout).toContain('这里是逐个文件更新的');
    expect(lstatSync(desk.at('www')).isDirectory()).toBe(true);
  });

  test('--format json prints one object on standard output and nothing else', async () => {
    const desk = new Desk();
    const { code, stdout, stderr } = await desk.publish('www/a', '--format', 'json');
    const data = JSON.parse(stdout) as Record<string, unknown>;
    expect([code, stderr]).toEqual([0, '']);
    expect(data).toEqual({
      diagnostics: [],
      target: 'www/a',
      isDryRun: false,
      isRollback: false,
      isPublished: true,
      way: 'link',
      version: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      changed: expect.arrayContaining(['index.html', 'manifest.json']) as string[],
      removed: [],
      unchanged: 0,
      foreign: [],
      resumed: 0,
    });
  });

  test.each([
    ['a warning', '2022/report.md', ' 09:00', '', 'portal/published-time'],
    ['a mobile number', EVENT, '宣传。', '宣传，联系电话13812345678。', 'personal/mobile'],
    ['a secrecy mark', EVENT, '宣传。', '宣传。（秘密★1年）', 'secrecy/'],
    ['a link outside that nobody signed off', EVENT, '宣传。', '[宣传](https://www.example.com/)。', 'link/'],
  ])('content with %s is refused with the reason, and nothing is touched', async (_, path, from, to, rule) => {
    const desk = new Desk();
    desk.edit(path, from, to);
    const { code, stdout, stderr } = await desk.publish('www/a', '--format', 'json');
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      isPublished: false,
      diagnostics: [{ rule: expect.stringContaining(rule) as string }],
    });
    expect(readdirSync(desk.folder).toSorted()).toEqual(['.fazhi-cache', 'content', 'www']);
    expect(readdirSync(desk.at('www'))).toEqual([]);
  });

  test('an error in the content leaves what was published and built, and does not keep anybody from going back', async () => {
    const desk = new Desk();
    await desk.publish('www/a');
    const [site, dist] = [shown(desk.at('www/a')), shown(desk.at('dist'))];
    desk.edit(EVENT, 'office: 司法所', 'office: 司法局所');
    const { code, stdout, stderr } = await desk.publish('www/a');
    expect([code, stdout]).toEqual([1, '没有发布。请先改正上面的错误和提醒（发布时，提醒也算不通过）。\n']);
    expect(stderr).toContain('未登记的责任单位“司法局所”，是否指“司法所”？');
    expect([shown(desk.at('www/a')), shown(desk.at('dist'))]).toEqual([site, dist]);
    expect((await desk.publish('www/a', '--rollback')).stderr).toMatch('没有可以退回的上一版');
  });

  test.each([
    ['content/2022/site', '互相包含'],
    ['missing/a', '没有文件夹“'],
    ['missing/a.zip', '没有文件夹“'],
    ['web:secret@host:a', '命令里不能写密码'],
  ])('%s is refused with words, and nothing is put anywhere', async (target, words) => {
    const desk = new Desk();
    const { code, stdout, stderr } = await desk.publish(target);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(filesIn(desk.folder).filter((path) => !/^(?:\.fazhi-cache|content|dist)\//.test(path))).toEqual([]);
  });

  test('a call without a target, or with options that exclude each other, is refused', async () => {
    const desk = new Desk();
    expect(await desk.publish()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('还要写明“target”') as string,
    });
    expect((await desk.publish('www/a', '--rollback', '--all')).code).toBe(2);
  });

  test('a folder that nobody may write is named, and the site is as it was', async () => {
    const desk = new Desk();
    await desk.publish('www/a');
    const site = shown(desk.at('www/a'));
    desk.edit('2022/report.md', '现报告如下', '现将情况报告如下');
    await run(process.execPath, [PROGRAM, 'build'], { cwd: desk.folder });
    chmodSync(desk.folder, 0o755);
    for (const path of readdirSync(desk.at('www'), { recursive: true }) as string[])
      if (lstatSync(desk.at(join('www', path))).isDirectory()) chmodSync(desk.at(join('www', path)), 0o555);
    const outcome = await asOrdinaryUser(desk, ['publish', 'www/a', '--out', 'out']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/没有读写权限，请让管理员开通。\n线上的网站没有改动。/);
    expect(shown(desk.at('www/a'))).toEqual(site);
  });

  test('a disk that takes no more is named, the site is as it was, and the next publish goes on', async () => {
    const desk = new Desk();
    await desk.publish('www/a');
    const site = shown(desk.at('www/a'));
    // The only file too large is one of the site, which the build has written already.
    folderOf({ 'content/2022/attachments/big.pdf': Buffer.alloc(1 << 20, 7) }, desk.folder);
    desk.edit(EVENT, '宣传。', '[宣传](../attachments/big.pdf)。');
    expect((await run(process.execPath, [PROGRAM, 'build'], { cwd: desk.folder })).code).toBe(0);
    const full = await limited(desk, ['publish', 'www/a'], 512);
    expect(full.code).toBe(2);
    expect(full.stderr).toMatch(/磁盘已满，或超出了配额，请腾出空间。\n线上的网站没有改动。/);
    expect(shown(desk.at('www/a'))).toEqual(site);
    await desk.publish('www/a');
    expect(shown(desk.at('www/a'))).toEqual(shown(desk.at('dist')));
  });

  test('killed in the middle, it leaves the site whole, and the next publish goes on from there', async () => {
    const desk = new Desk();
    await desk.publish('www/a');
    const site = shown(desk.at('www/a'));
    const attachments = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`content/2022/attachments/${index}.pdf`, Buffer.alloc(200_000, index)]),
    );
    folderOf(attachments, desk.folder);
    const links = Array.from({ length: 60 }, (_, index) => `[附件](../attachments/${index}.pdf)`).join('，');
    desk.edit(EVENT, '宣传。', `宣传：${links}。`);
    await run(process.execPath, [PROGRAM, 'build'], { cwd: desk.folder });
    const killed = await killedWhen(desk, () => stagedIn(desk.at('www/.fazhi-a')) > 5);
    expect(killed).toBe('SIGKILL');
    expect(shown(desk.at('www/a'))).toEqual(site);
    const data = JSON.parse((await desk.publish('www/a', '--format', 'json')).stdout) as { resumed: number };
    expect(data.resumed).toBeGreaterThan(5);
    expect(shown(desk.at('www/a'))).toEqual(shown(desk.at('dist')));
    expect(filesIn(desk.at('www')).filter((path) => path.includes('.fazhi-part'))).toEqual([]);
  });
});

describe('fazhi publish to a .zip', () => {
  test('writes it, says when nothing changed, and keeps no version before', async () => {
    const desk = new Desk();
    const first = await desk.publish('www/均川.zip');
    const count = countIn(desk.at('dist'));
    expect(first).toEqual({
      code: 0,
      stdout: `已发布到 www/均川.zip：更新 ${count} 个文件，删去 0 个，未变 0 个。\n`,
      stderr: '',
    });
    const { mtimeMs } = statSync(desk.at('www/均川.zip'));
    expect((await desk.publish('www/均川.zip')).stdout).toBe('www/均川.zip 上已经是这一版，没有改动。\n');
    expect(statSync(desk.at('www/均川.zip')).mtimeMs).toBe(mtimeMs);
    expect((await desk.publish('www/均川.zip', '--rollback')).stderr).toMatch('不能用 --rollback');
    desk.edit('2022/report.md', '现报告如下', '现将情况报告如下');
    expect((await desk.publish('www/均川.zip', '--dry-run')).stdout).toMatch(/^试运行/);
    expect(statSync(desk.at('www/均川.zip')).mtimeMs).toBe(mtimeMs);
    expect((await desk.publish('www/均川.zip')).stdout).toMatch(/更新 \d+ 个文件，删去 0 个，未变 \d+ 个/);
    expect(readdirSync(desk.at('www'))).toEqual(['均川.zip']);
  });

  test('is refused where another file has that name', async () => {
    const desk = new Desk();
    writeFileSync(desk.at('www/a.zip'), '别人的');
    const { code, stderr } = await desk.publish('www/a.zip');
    expect([code, stderr]).toEqual([2, expect.stringContaining('不是本程序写的，没有改动')]);
    expect(readFileSync(desk.at('www/a.zip'), 'utf8')).toBe('别人的');
  });
});

/** In a process that may not write what it does not own; `dist` is made elsewhere, since the desk is root's. */
function asOrdinaryUser(desk: Desk, args: readonly string[]): Promise<Outcome> {
  const out = temporaryFolder();
  chmodSync(out, 0o777);
  const given = args.map((arg) => (arg === 'out' ? join(out, 'dist') : arg));
  const ids = process.getuid?.() === 0 ? { uid: ORDINARY_USER, gid: ORDINARY_USER } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...given], {
      cwd: desk.folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...ids,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** With a largest size of files, in the blocks of `ulimit -f` (512 or 1024 bytes). */
function limited(desk: Desk, args: readonly string[], blocks: number): Promise<Outcome> {
  return run('/bin/sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, PROGRAM, ...args], {
    cwd: desk.folder,
  });
}

/** Publishes, and kills the process as soon as something is so; returns what ended it. */
function killedWhen(desk: Desk, isSo: () => boolean): Promise<string | null> {
  const child = spawn(process.execPath, [PROGRAM, 'publish', 'www/a'], { cwd: desk.folder, stdio: 'ignore' });
  const look = (): void => {
    if (child.exitCode !== null) return;
    if (isSo()) child.kill('SIGKILL');
    else setImmediate(look);
  };
  look();
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
}

/** How many attachments wait in the folders of versions; those of the version that is shown count for none. */
function stagedIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.pdf')).length;
}
