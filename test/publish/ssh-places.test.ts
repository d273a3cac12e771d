/** What a place must do, done to a real OpenSSH server on this machine, by SFTP alone and with rsync. */
import { linkSync, lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { isPart, type Place, type PutFile } from '../../src/publish/place.js';
import { openRsyncPlace } from '../../src/publish/rsync-place.js';
import { openSftpPlace } from '../../src/publish/sftp-place.js';
import { filesIn, folderOf, temporaryFolder, type Files } from '../support/folder.js';
import { limitedSessions, smallDisk } from './full-disk.js';
import { startProxy, startSshServer, type SshServer } from './sshd.js';

let server: SshServer;
beforeAll(async () => {
  server = await startSshServer();
});

const MEGABYTE = 1_000_000;

describe.each(['sftp', 'rsync'] as const)('by %s', (by) => {
  async function open(parent: string, { port, config } = { port: server.port, config: server.config }): Promise<Place> {
    const way = { target: { by, host: '127.0.0.1', port, parent, name: 'site' }, sshConfig: config };
    const place = await (by === 'sftp' ? openSftpPlace(way) : openRsyncPlace(way));
    onTestFinished(() => place.close());
    return place;
  }

  test('files, folders and links are made, listed, read, renamed and removed', async () => {
    const folder = folderOf({ 'site/of-others.html': '他人' });
    const place = await open(folder);
    await place.makeFolders(['site/a/b', 'site/c']);
    await place.makeFolders(['site', 'site/a/b', 'site/a']);
    const files = sources({ 'index.html': '<p>页', 'a/b/大 图.bin': randomBytes(300_000), 'a/empty': '' }, 'site');
    const done: string[] = [];
    await place.put(files, (to) => done.push(to));
    expect(done.toSorted()).toEqual(files.map(({ to }) => to).toSorted());
    expect(await place.makeLink('now', 'site/a')).toBe(true);
    expect(await place.stat('now')).toEqual({ path: 'now', kind: 'link', target: 'site/a' });
    expect(await place.stat('site/a/empty')).toEqual({ path: 'site/a/empty', kind: 'file', size: 0 });
    expect(await place.stat('gone')).toBeUndefined();
    expect(await place.list('gone')).toBeUndefined();
    expect(await place.list('now')).toBeUndefined();
    expect(await place.list('site/index.html')).toBeUndefined();
    expect(await place.list('site')).toEqual([
      { path: 'site/a', kind: 'folder' },
      { path: 'site/a/b', kind: 'folder' },
      { path: 'site/a/b/大 图.bin', kind: 'file', size: 300_000 },
      { path: 'site/a/empty', kind: 'file', size: 0 },
      { path: 'site/c', kind: 'folder' },
      { path: 'site/index.html', kind: 'file', size: 6 },
      { path: 'site/of-others.html', kind: 'file', size: 6 },
    ]);
    expect((await place.read('site/a/b/大 图.bin'))?.equals(readFileSync(files[1]?.from ?? ''))).toBe(true);
    expect(await place.read('site/gone/x')).toBeUndefined();

    await place.makeLink('next', 'site/c');
    await place.rename([
      { from: 'next', to: 'now' },
      { from: 'site/a/empty', to: 'site/index.html' },
    ]);
    expect(readlinkSync(join(folder, 'now'))).toBe('site/c');
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('');

    await place.remove([
      'site',
      'site/a',
      'site/a/b',
      'site/a/b/大 图.bin',
      'site/c',
      'site/gone',
      'now',
      'site/index.html',
    ]);
    expect(filesIn(folder)).toEqual(['site/of-others.html']);
    expect(await place.list('site')).toEqual([{ path: 'site/of-others.html', kind: 'file', size: 6 }]);
  });

  test('a link is removed, not what it leads to', async () => {
    const folder = folderOf({ 'kept/file': 'x' });
    symlinkSync('kept', join(folder, 'link'));
    const place = await open(folder);
    await place.remove(['link']);
    expect(filesIn(folder)).toEqual(['kept/file']);
    expect(await place.stat('link')).toBeUndefined();
  });

  test('a file that is replaced keeps its other names as they were', async () => {
    const folder = folderOf({ 'v1/page': '旧' });
    mkdirSync(join(folder, 'v2'));
    linkSync(join(folder, 'v1/page'), join(folder, 'v2/page'));
    const place = await open(folder);
    await place.put(sources({ page: '新的' }, 'v2'));
    expect([readFileSync(join(folder, 'v1/page'), 'utf8'), readFileSync(join(folder, 'v2/page'), 'utf8')]).toEqual([
      '旧',
      '新的',
    ]);
  });

  test('every name is taken as it is spelt', async () => {
    const folder = temporaryFolder();
    const place = await open(folder);
    const piece = fc.constantFrom(
      ...[
        ' ',
        '"',
        "'",
        '[',
        ']',
        '{a,b}',
        '*',
        '?',
        '\\',
        '\\#101',
        '$HOME',
        '`id`',
        '~',
        '#',
        ';',
        '-',
        '--delete',
        '&',
        '|',
      ],
      ...[
        '!',
        '%',
        '\n',
        '\t',
        '\u007f',
        '\u0080',
        '法',
        '治，',
        '。',
        '𠮷',
        'é',
        'e\u0301',
        'a',
        '.',
        ':',
        '(',
        ')',
        '<',
        '>',
        '=',
      ],
    );
    const name = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join(''))
      .filter((text) => text !== '.' && text !== '..' && !isPart(text));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: by === 'sftp' ? 6 : 20 }),
        name,
        async (names, below) => {
          const root = `${(run += 1)}${below}`;
          await place.makeFolders([root, ...names.map((one) => `${root}/d${one}`)]);
          const files = Object.fromEntries(
            names.flatMap((one): [string, string][] => [
              [one, `of ${one}`],
              [`d${one}/${one}`, one],
            ]),
          );
          // A folder is named like a file of the list only by chance.
          await place.put(sources(files, root));
          const listed = (await place.list(root)) ?? [];
          expect(listed.filter(({ kind }) => kind === 'file').map(({ path }) => path)).toEqual(
            Object.keys(files)
              .map((path) => `${root}/${path}`)
              .toSorted(),
          );
          for (const [path, text] of Object.entries(files))
            expect(readFileSync(join(folder, root, path), 'utf8')).toBe(text);
          await place.remove(listed.map(({ path }) => path));
          expect(await place.list(root)).toEqual([]);
        },
      ),
      { numRuns: by === 'sftp' ? 40 : 3, endOnFailure: by === 'rsync' },
    );
  });

  test('a connection that is cut leaves whole files only, and goes on where it was cut', async () => {
    const folder = temporaryFolder();
    const files = sources({ 'a.html': 'A', 'b.bin': randomBytes(6 * MEGABYTE), 'c.html': 'C' }, 'site');
    const before = await open(folder);
    await before.makeFolders(['site']);
    const cut = await startProxy(server.port, 4 * MEGABYTE);
    const cutOff = await open(folder, { port: cut.port, config: server.config });
    const words = await wordsOf(cutOff.put(files));
    expect(words.zh).toContain('连接中途断了。请检查网络，再执行一次同样的命令');
    await eventually(() => partsIn(folder).some(({ size }) => size > MEGABYTE));
    for (const { from, to } of files)
      if (filesIn(folder).includes(to)) expect(isSame(join(folder, to), from)).toBe(true);
    expect(filesIn(folder)).not.toContain('site/b.bin');

    const counted = await startProxy(server.port);
    const again = await open(folder, { port: counted.port, config: server.config });
    await again.put(files);
    for (const { from, to } of files) expect(isSame(join(folder, to), from)).toBe(true);
    expect(counted.bytesSaid()).toBeLessThan(4.5 * MEGABYTE);
    expect(partsIn(folder)).toEqual([]);
  });

  test('a server that dies in the middle is told as a lost connection, and no file is half', async () => {
    const folder = temporaryFolder();
    const own = await startSshServer();
    const place = await open(folder, own);
    await place.makeFolders(['site']);
    const files = sources({ 'big.bin': randomBytes(40 * MEGABYTE) }, 'site');
    const putting = wordsOf(place.put(files));
    await eventually(() => partsIn(folder).some(({ size }) => size > 0));
    own.killSessions();
    expect((await putting).en).toContain('run the same command again');
    expect(filesIn(folder).filter((path) => !isPart(path))).toEqual([]);
    await expect(place.stat('site')).rejects.toThrow('run the same command again');
  });

  test('a folder where nothing may be written is told', async () => {
    const readOnly = await startSshServer({ sftp: 'internal-sftp -R' });
    const folder = folderOf({ 'site/index.html': '旧' });
    const place = await open(folder, readOnly);
    await place.makeFolders(['site']);
    for (const attempt of [
      () => place.makeFolders(['site/new']),
      () => place.makeLink('link', 'site'),
      () => place.rename([{ from: 'site/index.html', to: 'site/x' }]),
      () => place.remove(['site/index.html']),
      () => place.put(sources({ 'index.html': '新' }, 'site')),
    ])
      expect((await wordsOf(attempt())).zh).toMatch(/^没有权限.+请服务器管理员让登录的用户能写它所在的文件夹/);
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('旧');
    expect(filesIn(folder)).toEqual(['site/index.html']);
  });

  test('a file beyond what may be written is told, and its name is not given', async () => {
    const limited = await startSshServer(limitedSessions());
    const folder = folderOf({ 'site/b.bin': '旧' });
    const place = await open(folder, limited);
    const words = await wordsOf(place.put(sources({ 'a.html': 'A', 'b.bin': randomBytes(3 * MEGABYTE) }, 'site')));
    expect(words.zh).toMatch(/写不下.+配额、单个文件大小的限制/);
    expect(readFileSync(join(folder, 'site/b.bin'), 'utf8')).toBe('旧');
  });

  const disk = smallDisk(2 * MEGABYTE);
  if (disk !== undefined)
    test('a disk that is full is told as such', async () => {
      const place = await open(disk);
      await place.makeFolders(['site']);
      const words = await wordsOf(place.put(sources({ 'a.html': 'A', 'b.bin': randomBytes(4 * MEGABYTE) }, 'site')));
      expect(words.zh).toMatch(/写不下.+服务器的磁盘(?:已满|满了)/);
      expect(filesIn(disk)).not.toContain('site/b.bin');
    });
});

describe('a server that knows less', () => {
  async function without(requests: string) {
    const less = await startSshServer({ sftp: `internal-sftp -P ${requests}` });
    const folder = folderOf({ 'v1/a': 'A', 'v1/b': 'B' });
    mkdirSync(join(folder, 'v2'));
    const way = { target: { by: 'sftp', host: '127.0.0.1', port: less.port, parent: folder, name: 'site' } } as const;
    const place = await openSftpPlace({ ...way, sshConfig: less.config });
    onTestFinished(() => place.close());
    return { folder, place };
  }
  const pairs = [
    { from: 'v1/a', to: 'v2/a' },
    { from: 'v1/b', to: 'v2/b' },
  ];

  test('copies files where it gives them no second name', async () => {
    const { folder, place } = await without('hardlink');
    expect(await place.duplicate(pairs)).toBe(true);
    expect(filesIn(folder)).toEqual(['v1/a', 'v1/b', 'v2/a', 'v2/b']);
    expect(readFileSync(join(folder, 'v2/b'), 'utf8')).toBe('B');
    expect(lstatSync(join(folder, 'v2/b')).ino).not.toBe(lstatSync(join(folder, 'v1/b')).ino);
  });

  test('says so where it does neither, and has done nothing', async () => {
    const { folder, place } = await without('hardlink,copy-data');
    expect(await place.duplicate(pairs)).toBe(false);
    expect(filesIn(folder)).toEqual(['v1/a', 'v1/b']);
  });

  test('says so where it makes no links, and has left nothing', async () => {
    const { folder, place } = await without('symlink');
    expect(await place.makeLink('link', 'v1')).toBe(false);
    expect(filesIn(folder)).toEqual(['v1/a', 'v1/b']);
  });
});

/** Files of this machine with these contents, to be put into a folder of the place. */
function sources(files: Files, into: string): PutFile[] {
  const folder = folderOf(files);
  return Object.keys(files).map((path) => ({
    from: join(folder, path),
    to: `${into}/${path}`,
    size: lstatSync(join(folder, path)).size,
  }));
}

async function wordsOf(work: Promise<unknown>): Promise<EnvironmentError['words']> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EnvironmentError) return error.words;
  throw new Error('It was not refused.', { cause: error });
}

/** `toEqual` takes a minute for some megabytes. */
const isSame = (one: string, other: string): boolean => readFileSync(one).equals(readFileSync(other));

/** What has begun to arrive in a folder; rsync hides it deeper than SFTP does. */
function partsIn(folder: string) {
  return filesIn(folder)
    .filter(isPart)
    .map((path) => ({ path, size: lstatSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0 }));
}

async function eventually(isSo: () => boolean): Promise<void> {
  // Something that another process does: nothing tells when. A test that waits in vain runs into its time limit.
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
