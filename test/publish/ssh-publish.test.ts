/** Publishing over OpenSSH as a clerk and a webmaster meet it, with a real server on this machine. */
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPart } from '../../src/publish/place.js';
import { openPlace } from '../../src/publish/places.js';
import { publish, rollBack, type Site } from '../../src/publish/publish.js';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';
import { limitedSessions } from './full-disk.js';
import { startReader } from './scenarios.js';
import { refusalOf, siteOf, textsOf } from './sites.js';
import { processesBelow, startProxy, startSshServer, type SshServer } from './sshd.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const NAME = '法治 报告';

let server: SshServer;
beforeAll(async () => {
  server = await startSshServer();
});

describe.each(['sftp', 'rsync'] as const)('by %s', (by) => {
  /** As it is typed, port and all: what rsync's way of writing has no place for is in the configuration. */
  const addressOf = (parent: string, port = server.port): string =>
    by === 'sftp' ? `sftp://127.0.0.1:${port}${encodeURI(parent)}/${encodeURI(NAME)}` : `127.0.0.1:${parent}/${NAME}`;

  const at = async <Result>(
    parent: string,
    { port, config }: { port: number; config: string },
    action: (target: Awaited<ReturnType<typeof openPlace>>) => Promise<Result>,
  ): Promise<Result> => {
    const server = { by, host: '127.0.0.1', port, parent, name: NAME };
    const target = await openPlace({ kind: 'ssh', server }, { sshConfig: config });
    try {
      return await action(target);
    } finally {
      await target.place.close();
    }
  };

  test('a site is published, left alone, changed in a page, and taken back', { timeout: 120_000 }, async () => {
    const parent = temporaryFolder();
    const target = join(parent, NAME);
    const content = folderOf(BASE);
    const out = join(temporaryFolder(), 'dist');
    const call = async (...more: string[]) => {
      const args = ['publish', addressOf(parent), '--content', content, '--out', out, '--ssh-config', server.config];
      const { code, stdout, stderr } = await fazhi([...args, '--format', 'json', ...more]);
      expect([code, stderr]).toEqual([0, '']);
      return JSON.parse(stdout) as { changed: string[]; removed: string[]; foreign: string[]; way: string };
    };
    const isServed = () => filesIn(out).every((path) => isSame(join(out, path), join(target, path)));

    const planned = await call('--dry-run');
    expect(readdirSync(parent)).toEqual([]);
    const first = await call();
    expect(first).toMatchObject({ way: 'link', changed: planned.changed, removed: [] });
    expect(isServed()).toBe(true);

    const before = inodesIn(parent);
    expect((await call()).changed).toEqual([]);
    expect(inodesIn(parent)).toEqual(before);

    writeFileSync(join(target, '通知.txt'), '门户自己的文件');
    const event = readFileSync(join(content, EVENT), 'utf8');
    writeFileSync(join(content, EVENT), event.replaceAll('国际禁毒日宣传', '禁毒日宣传'));
    const firstVersion = readlinkSync(target);
    const second = await call();
    expect(second.foreign).toEqual(['通知.txt']);
    expect(second.changed.length).toBeLessThan(first.changed.length);
    expect([isServed(), readFileSync(join(target, '通知.txt'), 'utf8')]).toEqual([true, '门户自己的文件']);
    // What did not change is the very file of the first version, not one that was sent again.
    for (const path of first.changed)
      expect([path, inodeOf(join(target, path)) === inodeOf(join(parent, firstVersion, path))]).toEqual([
        path,
        !second.changed.includes(path),
      ]);

    await call('--rollback');
    expect(readlinkSync(target)).toBe(firstVersion);
    expect([isServed(), existsSync(join(target, '通知.txt'))]).toEqual([false, true]);
  });

  test(
    'a publish that is cut by the death of the server goes on, while readers see whole sites alone',
    { timeout: 120_000 },
    async () => {
      const parent = temporaryFolder();
      const own = await startSshServer();
      const first = siteOf(pages(1));
      await at(parent, own, (target) => publish(first, target));
      const reader = startReader(join(parent, NAME));
      await reader.hasSeenAnother();

      const second = siteOf({ ...pages(2), 'asset/大 文件.txt': randomBytes(10_000_000).toString('hex') });
      const [slow, whole] = [folderOfVersion(parent, second), 'asset/大 文件.txt'];
      // It has got as far as the large file, and stays in it.
      const proxy = await startProxy(own.port, 6_000_000, 'stall');
      const cut = at(parent, { port: proxy.port, config: own.config }, (target) => refusalOf(publish(second, target)));
      await eventually(() => sizesOf(slow).some(({ path, size }) => isPart(path) && size > 2_000_000));
      own.killSessions();
      const words = await cut;
      expect(words).toMatch(/的连接中途断了。请检查网络，再执行一次同样的命令/);
      expect(words).toContain('\n线上的网站没有改动。');
      expect(textsOf(first)).toEqual(textsIn(join(parent, NAME), first));
      expect(existsSync(join(slow, whole))).toBe(false);
      await reader.hasSeenAnother();

      const arrived = inodesIn(slow);
      const counted = await startProxy(own.port);
      const result = await at(parent, { port: counted.port, config: own.config }, (target) => publish(second, target));
      expect(result.resumed).toBe(result.changed.filter((path) => path in arrived).length);
      expect(textsIn(join(parent, NAME), second)).toEqual(textsOf(second));
      // Nothing that was whole is sent again; of the large file, only the rest.
      const after = inodesIn(join(parent, NAME));
      for (const [path, inode] of Object.entries(arrived))
        if (!isPart(path)) expect([path, after[path]]).toEqual([path, inode]);
      // (An rsync that was killed has no rest: `ssh-places.test.ts` cuts its connection instead.)
      if (by === 'sftp') expect(counted.bytesSaid()).toBeLessThan(18_500_000);
      expect(filesIn(parent).filter(isPart)).toEqual([]);
      await reader.hasSeenAnother();

      await at(parent, own, (target) => rollBack(target));
      expect(textsIn(join(parent, NAME), first)).toEqual(textsOf(first));
      await reader.hasSeenAnother();
      const { whole: seen, broken } = await reader.end();
      expect([broken, Object.keys(seen).toSorted()]).toEqual([[], ['version1', 'version2']]);
    },
  );

  test('where nothing may be written, and where there is no room, the site stays as it was', async () => {
    const parent = temporaryFolder();
    const first = siteOf(pages(1));
    await at(parent, server, (target) => publish(first, target));
    const before = inodesIn(parent);

    const readOnly = await startSshServer({ sftp: 'internal-sftp -R' });
    const refused = await at(parent, readOnly, (target) => refusalOf(publish(siteOf(pages(2)), target)));
    expect(refused).toMatch(/^没有权限.+\n线上的网站没有改动。/);
    expect(inodesIn(parent)).toEqual(before);

    const limited = await startSshServer(limitedSessions());
    const large = siteOf({ ...pages(2), 'asset/large.txt': 'x'.repeat(3_000_000) });
    const full = await at(parent, limited, (target) => refusalOf(publish(large, target)));
    expect(full).toMatch(/写不下[^]+\n线上的网站没有改动。/);
    expect(textsIn(join(parent, NAME), first)).toEqual(textsOf(first));
    await at(parent, server, (target) => publish(large, target));
    expect(textsIn(join(parent, NAME), large)).toEqual(textsOf(large));
  });

  test('a server that cannot be trusted is refused by the command, with nothing written there', async () => {
    const parent = temporaryFolder();
    const out = join(temporaryFolder(), 'dist');
    const config = server.configWith('UserKnownHostsFile none');
    const { code, stdout, stderr } = await fazhi([
      'publish',
      addressOf(parent),
      '--content',
      folderOf(BASE),
      '--out',
      out,
      '--ssh-config',
      config,
      '--quiet',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`的主机密钥，已停止，什么也没有传送。\n它出示的密钥：ED25519 ${server.fingerprint}\n`);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('ended by Ctrl-C, it leaves no program behind', async () => {
    const parent = temporaryFolder();
    const content = folderOf({ ...BASE, '2022/assets/large.txt': randomBytes(3_000_000).toString('hex') });
    const proxy = await startProxy(server.port, 100_000, 'stall');
    const config = server.configWith(`Port ${proxy.port}`);
    const child = spawn(
      process.execPath,
      [join(ROOT, 'lib/bin/fazhi.js'), 'publish', addressOf(parent, proxy.port), '--content', content].concat([
        '--out',
        join(temporaryFolder(), 'dist'),
        '--ssh-config',
        config,
      ]),
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    await eventually(() => proxy.bytesSaid() > 100_000);
    const programs = processesBelow(child.pid ?? 0);
    expect(programs.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
    await eventually(() => programs.every((pid) => !isAlive(pid)));
  });
});

/** A site of small pages; the reader knows a version by the first letters of its `index.html`. */
function pages(version: number): Record<string, string> {
  const names = Array.from({ length: 20 }, (_, index) => `${index % 4}/页 ${index}.html`);
  return Object.fromEntries(
    ['index.html', ...names].map((path, index) => [
      path,
      `version${index % 5 === 0 ? version : 0} ${path} ${'法'.repeat(2_000)}`,
    ]),
  );
}

const folderOfVersion = (parent: string, site: Site): string => join(parent, `.fazhi-${NAME}`, site.version.name);

const isSame = (one: string, other: string): boolean =>
  existsSync(other) && readFileSync(one).equals(readFileSync(other));

const inodeOf = (file: string): string => {
  const { ino, mtimeMs } = lstatSync(file);
  return `${ino} ${mtimeMs}`;
};

/** Which files they are, by path: one that is written again is another, or has another time. */
const inodesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(filesIn(folder).map((path) => [path, inodeOf(join(folder, path))]));

function sizesOf(folder: string): { path: string; size: number }[] {
  if (!existsSync(folder)) return [];
  return filesIn(folder).map((path) => ({
    path,
    size: lstatSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0,
  }));
}

const textsIn = (folder: string, { version }: Site): Record<string, string> =>
  Object.fromEntries(version.files.map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')]));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended and was not asked for its code yet still has its number.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function eventually(isSo: () => boolean): Promise<void> {
  // Something that another process does: nothing tells when. A test that waits in vain runs into its time limit.
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
