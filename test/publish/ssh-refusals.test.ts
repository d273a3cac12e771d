/** What keeps a person from reaching a server, provoked with the system's own ssh, and what it is told as. */
import { chmodSync, copyFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Words } from '../../src/diagnostics/diagnostic.js';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { openRsyncPlace } from '../../src/publish/rsync-place.js';
import { rsyncRefusal } from '../../src/publish/rsync-refusals.js';
import { openSftpPlace } from '../../src/publish/sftp-place.js';
import { sshRefusal } from '../../src/publish/ssh-refusals.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { findProgram } from '../support/machine.mjs';
import { knownHost, makeKey, sessionsAfter, startSshServer, type SshServer } from './sshd.js';

let server: SshServer;
let folder: string;
beforeAll(async () => {
  server = await startSshServer();
  folder = temporaryFolder();
});

test('a server whose host key is not on record is refused, with its fingerprint and how to accept it', async () => {
  const config = server.configWith('UserKnownHostsFile none');
  const words = await refused({ config });
  expect(words.zh).toBe(
    `本机还没有登记 127.0.0.1:${server.port} 的主机密钥，已停止，什么也没有传送。\n它出示的密钥：ED25519 ${server.fingerprint}\n请向服务器管理员核对这串指纹。一致的话，执行一次\n  ssh -F ${config} -p ${server.port} 127.0.0.1\n看到同一串指纹时输入 yes，登记以后再发布。`,
  );
  expect(words.en).toContain(`The key it shows: ED25519 ${server.fingerprint}`);
  expect(readdirSync(folder)).toEqual([]);
});

test('a server whose host key has changed is refused with a warning, and nobody is told to delete the record', async () => {
  const records = join(temporaryFolder(), 'known_hosts');
  makeKey(`${records}.key`);
  writeFileSync(records, `# the portal\n${knownHost(server.port, `${records}.key.pub`)}`);
  const words = await refused({ config: server.configWith(`UserKnownHostsFile ${records}`) });
  expect(words.zh).toMatch(/^危险：.+与本机登记的不一样，已停止，什么也没有传送。可能有人在冒充这台服务器/);
  expect(words.zh).toContain(`现在出示的密钥：ED25519 ${server.fingerprint}\n本机的登记：${records}:2\n`);
  expect(words.zh).toContain('核实以前不要发布，也不要改动登记');
  expect(words.en).toContain('Until then neither publish nor touch the record');
  expect(`${words.zh}${words.en}`).not.toMatch(/ssh-keygen|删除|delete|remove/);
  expect(readdirSync(folder)).toEqual([]);
});

test('a server is known by its name in the configuration, and reached through a jump host', async () => {
  const hosts = (jump: string) =>
    server.configWith(
      'Host portal',
      'ProxyJump jump',
      'Host jump',
      jump,
      'Host portal jump',
      'HostName 127.0.0.1',
      'Host *',
    );
  const target = { by: 'sftp', host: 'portal', parent: folder, name: 'site' } as const;
  const place = await openSftpPlace({ target, sshConfig: hosts('LogLevel ERROR') });
  expect(await place.list('gone')).toBeUndefined();
  await place.close();

  const unknown = await wordsOf(() => openSftpPlace({ target, sshConfig: hosts('UserKnownHostsFile none') }));
  expect(unknown.zh).toContain(`本机还没有登记 127.0.0.1:${server.port} 的主机密钥`);
});

test('a host that does not exist is named', async () => {
  const words = await refused({ host: 'nowhere.invalid' });
  expect(words.zh).toMatch(/^找不到主机“nowhere\.invalid”。请核对主机名/);
});

test('a port where nothing listens is told', async () => {
  const stopped = await startSshServer();
  await stopped.stop();
  expect((await refused({ port: stopped.port })).zh).toContain(`127.0.0.1:${stopped.port} 拒绝连接`);
});

describe('who is not let in', () => {
  test('is told which keys were offered', async () => {
    const key = join(temporaryFolder(), 'other_key');
    makeKey(key);
    const words = await refused({ config: configWithKey(key) });
    expect(words.zh).toContain(`它不接受本机的密钥（${key}）。请用 ssh-keygen -t ed25519 生成密钥`);
    expect(words.en).toContain(`it accepts none of the keys here (${key}).`);
  });

  test('is told that there is no key', async () => {
    expect((await refused({ config: configWithKey('none') })).zh).toContain('不允许登录：本机没有可用的密钥。');
  });

  test('is told that passwords are not used, where the server would take one', async () => {
    const asking = await startSshServer({ lines: ['KbdInteractiveAuthentication no'] });
    const words = sshRefusal(`${asking.user}@h: Permission denied (publickey,password).`, way);
    expect(words.words.zh).toContain('服务器愿意用密码登录，但发布不用密码。');
  });

  test('is told that others can read the key', async () => {
    const key = join(temporaryFolder(), 'open_key');
    copyFileSync(server.key, key);
    chmodSync(key, 0o644);
    expect((await refused({ config: configWithKey(key) })).zh).toMatch(
      /^密钥文件或 ssh 配置文件别人也能读.+chmod 600/s,
    );
  });
});

test('a server without SFTP is told', async () => {
  const bare = await startSshServer({ sftp: '' });
  expect((await refused({ ...bare })).zh).toContain('服务器没有开通 SFTP');
});

test('a server that prints at login is told', async () => {
  const chatty = await startSshServer({ lines: ['ForceCommand echo Welcome to our server'] });
  expect((await refused({ ...chatty })).zh).toContain('在 SFTP 开始以前先输出了别的文字');
});

test('a server without an answer in common is told in the words of ssh', async () => {
  const old = await startSshServer({ lines: ['Ciphers aes128-ctr'] });
  const words = await refused({ port: old.port, config: old.configWith('Ciphers aes256-gcm@openssh.com') });
  expect(words.zh).toMatch(/没有共同的加密方法.+ssh 的原话：\n {2}Unable to negotiate/s);
});

test('a configuration that ssh cannot read is told in its words', async () => {
  expect((await refused({ config: join(folder, 'none') })).zh).toMatch(/ssh 的配置文件有问题.+Can't open user config/s);
  const wrong = await refused({ config: server.configWith('Nonsense yes') });
  expect(wrong.zh).toMatch(/ssh 的配置文件有问题.+Bad configuration option: nonsense/s);
});

test('a folder that is not there, or is a file, is told', async () => {
  const file = join(folderOf({ file: '' }), 'file');
  for (const parent of [join(folder, 'gone'), file])
    expect((await refused({ parent })).zh).toContain(`上没有文件夹 ${parent}（网站的文件夹 site 要放在它里面）`);
});

test('a server that cannot replace in one step is refused before anything is written', async () => {
  const other = join(temporaryFolder(), 'sftp.mjs');
  // A server of another make: it greets with version 3 and no extension, and knows one folder.
  writeFileSync(
    other,
    `const answer = (type, ...fields) => { const bytes = Buffer.concat([Buffer.of(type), ...fields]);
       const length = Buffer.alloc(4); length.writeUInt32BE(bytes.length); process.stdout.write(Buffer.concat([length, bytes])); };
     const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
     let all = Buffer.alloc(0);
     process.stdin.on('data', (bytes) => { all = Buffer.concat([all, bytes]);
       while (all.length >= 4 && all.length >= 4 + all.readUInt32BE(0)) {
         const [type, id] = [all[4], all.subarray(5, 9)]; all = all.subarray(4 + all.readUInt32BE(0));
         if (type === 1) answer(2, u32(3));
         else if (type === 16) answer(104, id, u32(1), u32(1), Buffer.from('/'), u32(0), u32(0));
         else answer(105, id, u32(4), u32(0o40755));
       } }).on('end', () => process.exit());`,
  );
  const others = await startSshServer({ sftp: `${process.execPath} ${other}` });
  const place = await openSftpPlace({
    target: { by: 'sftp', host: '127.0.0.1', port: others.port, parent: '/', name: 'site' },
    sshConfig: others.config,
  });
  onTestFinished(() => place.close());
  for (const attempt of [() => place.makeFolders(['a']), () => place.put([])])
    expect((await wordsOf(attempt)).zh).toContain('不能一步换掉已有的文件');
});

describe('a program that is missing', () => {
  test('is named, with where to get it', async () => {
    pathOnly();
    expect((await refused({})).zh).toMatch(/^本机没有 ssh 程序。请先安装 OpenSSH 客户端/);
  });

  test('is rsync on this machine, or on the server', async () => {
    const from = folderOf({ 'a.html': 'a', 'b.html': 'b' });
    const into = temporaryFolder();
    const sentTo = async ({ port, config }: SshServer) => {
      const target = { by: 'rsync', host: '127.0.0.1', port, parent: into, name: 'site' } as const;
      const place = await openRsyncPlace({ target, sshConfig: config });
      onTestFinished(() => place.close());
      return wordsOf(() =>
        place.put(['a.html', 'b.html'].map((name) => ({ from: join(from, name), to: name, size: 1 }))),
      );
    };
    const without = await startSshServer(sessionsAfter('PATH=', 'export PATH'));
    expect((await sentTo(without)).zh).toMatch(/^127\.0\.0\.1:\d+ 上没有 rsync 程序/);
    pathOnly('ssh');
    expect((await sentTo(server)).zh).toMatch(/^本机没有 rsync 程序。.+改用 sftp:\/\//);
    expect(readdirSync(into)).toEqual([]);
  });
});

test.each([
  ['ssh: connect to host h port 22: Connection timed out', '连不上 web@h：没有回应'],
  ['ssh: connect to host h port 22: No route to host', '连不上 web@h：没有回应'],
  ['ssh: connect to host h port 22: Network is unreachable', '连不上 web@h：没有回应'],
  ['Connection to UNKNOWN port 65535 timed out', '连不上 web@h：没有回应'],
  ['kex_exchange_identification: Connection closed by remote host', '没能登录 web@h，什么也没有传送'],
])('“%s” is put into words', (said, words) => {
  expect(sshRefusal(`debug1: Connecting to h\n${said}\r\n`, way).words.zh).toContain(words);
});

test('what nobody foresaw is shown in the words of ssh, without what it logs', () => {
  const { zh, en } = sshRefusal('debug1: a\nOpenSSH_9.9\nsomething new\n', way).words;
  expect(zh).toBe(
    '没能登录 web@h，什么也没有传送。请先用 ssh web@h 试一试，能登录以后再发布。ssh 的原话：\n  something new',
  );
  expect(en).toContain("ssh's own words:\n  something new");
});

test.each([
  [1, 'rsync: --from0: unknown option', '太旧，不认得要用的选项'],
  [2, 'protocol version mismatch -- is your shell clean?', '说不到一起'],
  [10, '', '连接中途断了'],
  [11, 'rsync: write failed on "/srv/a": No space left on device (28)', '写不下：服务器的磁盘已满'],
  [12, 'rsync: connection unexpectedly closed', '连接中途断了'],
  [12, 'bash: line 1: rsync: command not found', '没有 rsync 程序'],
  [23, 'rsync: mkstemp "/srv/.a" failed: Permission denied (13)', '没有权限写入'],
  [24, 'file has vanished', '在发布时不见了'],
  [25, 'something', 'rsync 没有把文件全部送到 web@h 上的 /srv/site/（它以 25 结束）'],
  [30, 'io timeout', '连接中途断了'],
  [127, 'bash: line 1: rsync: command not found', '没有 rsync 程序'],
  [255, 'client_loop: send disconnect: Broken pipe', '连接中途断了'],
  [255, 'Permission denied (publickey).', '不允许登录'],
  [null, '', '连接中途断了'],
])('what rsync ends with, %s after “%s”, is put into words', (code, said, words) => {
  const error = rsyncRefusal(code, said, { folder: '/srv/site/', disk: { freeBytes: 0, isReadOnly: false }, way });
  expect(error.words.zh).toContain(words);
});

/** For the rest of the test, this machine has these programs alone. */
function pathOnly(...programs: string[]): void {
  const { PATH } = process.env;
  const only = temporaryFolder();
  for (const program of programs) symlinkSync(findProgram(program) ?? '', join(only, program));
  process.env['PATH'] = only;
  onTestFinished(() => void (process.env['PATH'] = PATH));
}

const way = { target: { by: 'sftp', user: 'web', host: 'h', parent: '/srv', name: 'site' } } as const;

interface Reached {
  host?: string;
  port?: number;
  config?: string;
  parent?: string;
}

/** The words in which a server is not reached. */
function refused({
  host = '127.0.0.1',
  port = server.port,
  config = server.config,
  parent = folder,
}: Reached): Promise<Words> {
  return wordsOf(() => openSftpPlace({ target: { by: 'sftp', host, port, parent, name: 'site' }, sshConfig: config }));
}

async function wordsOf(action: () => Promise<unknown>): Promise<Words> {
  try {
    await action();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.words;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** As the server's own, with another key. */
function configWithKey(key: string): string {
  const config = join(temporaryFolder(), 'config');
  copyFileSync(server.knownHosts, `${config}.hosts`);
  writeFileSync(
    config,
    `IdentityFile ${key}\nIdentitiesOnly yes\nIdentityAgent none\nUserKnownHostsFile ${config}.hosts\nGlobalKnownHostsFile none\n`,
  );
  return config;
}
