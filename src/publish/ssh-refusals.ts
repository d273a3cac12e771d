/**
 * What keeps `ssh` from reaching a server, in words that say what to do.
 *
 * In:  what `ssh` wrote while it failed. It speaks English everywhere: OpenSSH is not translated.
 * Out: an `EnvironmentError`; what nobody foresaw is shown in ssh's own words.
 */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Words } from '../diagnostics/diagnostic.js';
import { shownCommand, shownServer, type SshOptions } from './ssh.js';
import type { SshTarget } from './ssh-target.js';

export interface Way extends SshOptions {
  target: SshTarget;
}

/** What is known of a failure. */
interface Failure {
  said: string;
  /** The lines that are meant for people. */
  plain: string;
  server: string;
  host: string;
  command: string;
}

type Kind = readonly [
  sign: RegExp,
  say: (failure: Failure, groups: Readonly<Record<string, string | undefined>>) => Words,
];

/** The first that fits is meant: a changed host key is also one whose verification failed. */
const KINDS: readonly Kind[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .+ has changed|REVOKED HOST KEY/, changedHostKey],
  [/No (?<type>\S+) host key is known for (?<known>.+?) and you have requested strict checking/, unknownHostKey],
  [/Host key verification failed/, unknownHostKey],
  [
    /Could not resolve hostname (?<name>[^:]+)/,
    (_, { name = '' }) => ({
      zh: `找不到主机“${name}”。请核对主机名（或 ssh 配置文件里的 Host 名称）；名称没有写错的话，请检查本机的网络和域名解析。`,
      en: `There is no host “${name}”. Check the name (or the Host of the ssh configuration); if it is right, check this machine's network and name service.`,
    }),
  ],
  [
    /Connection refused/,
    ({ server, command }) => ({
      zh: `${server} 拒绝连接：这个端口上没有 SSH 服务。请核对主机和端口，或请服务器管理员确认 sshd 已经启动、防火墙允许连接。可用 ${command} 试一试。`,
      en: `${server} refuses the connection: no SSH service at this port. Check host and port, or ask the server's administrator whether sshd runs and the firewall lets you in. To try: ${command}`,
    }),
  ],
  [
    /timed out|No route to host|Network is unreachable|Host is down|UNKNOWN port 65535/,
    ({ server, command }) => ({
      zh: `连不上 ${server}：没有回应。请检查本机的网络（是否要先连政务外网或 VPN）、主机和端口、防火墙，然后再发布一次。可用 ${command} 试一试。`,
      en: `${server} cannot be reached: no answer. Check this machine's network (is a VPN needed?), host and port, and firewalls; then publish again. To try: ${command}`,
    }),
  ],
  [
    /UNPROTECTED PRIVATE KEY FILE|bad permissions/,
    ({ plain }) => ({
      zh: `密钥文件或 ssh 配置文件别人也能读，ssh 因此不用它。请把它改成只有自己能读（Linux、macOS：chmod 600 文件）。ssh 的原话：\n${plain}`,
      en: `Others can read the key or the ssh configuration, so ssh does not use it. Make it readable by you alone (Linux, macOS: chmod 600 FILE). ssh's own words:\n${plain}`,
    }),
  ],
  [
    /Bad owner or permissions|Bad configuration option|[Cc]an't open user config file|terminating, .* bad configuration/,
    ({ plain }) => ({
      zh: `ssh 的配置文件有问题，没有连接。请改正后再发布一次。ssh 的原话：\n${plain}`,
      en: `ssh cannot use its configuration and did not connect. Mend it and publish again. ssh's own words:\n${plain}`,
    }),
  ],
  [/Permission denied \((?<methods>[^)]*)\)|Too many authentication failures/, noKey],
  [
    /subsystem request failed/,
    ({ server }) => ({
      zh: `已登录 ${server}，但服务器没有开通 SFTP。请服务器管理员在 sshd_config 里加上“Subsystem sftp internal-sftp”并重新加载 sshd。`,
      en: `Logged in to ${server}, but it offers no SFTP. Ask its administrator to add “Subsystem sftp internal-sftp” to sshd_config and to reload sshd.`,
    }),
  ],
  [
    /no matching (?<what>.+?) found/,
    ({ server, plain }) => ({
      zh: `本机的 ssh 和 ${server} 没有共同的加密方法，多半是服务器上的 SSH 太旧。请服务器管理员升级。ssh 的原话：\n${plain}`,
      en: `ssh and ${server} have no cipher in common: most likely the server's SSH is too old. Ask its administrator for an upgrade. ssh's own words:\n${plain}`,
    }),
  ],
];

export function sshRefusal(said: string, way: Way, cause?: unknown): EnvironmentError {
  const failure = { said, plain: plainLines(said), ...shown(way) };
  for (const [sign, say] of KINDS) {
    const found = sign.exec(said);
    if (found) return new EnvironmentError(say(failure, found.groups ?? {}), { cause });
  }
  const { server, command, plain } = failure;
  const words = plain === '' ? { zh: '', en: '' } : { zh: `ssh 的原话：\n${plain}`, en: `ssh's own words:\n${plain}` };
  return new EnvironmentError(
    {
      zh: `没能登录 ${server}，什么也没有传送。请先用 ${command} 试一试，能登录以后再发布。${words.zh}`,
      en: `Could not log in to ${server}; nothing was sent. Try ${command} first, and publish once that works. ${words.en}`.trimEnd(),
    },
    { cause },
  );
}

/** The connection was there, and then was not. */
export function lostConnection(said: string, way: Way, cause?: unknown): EnvironmentError {
  const { server } = shown(way);
  const plain = plainLines(said);
  return new EnvironmentError(
    {
      zh: `和 ${server} 的连接中途断了。请检查网络，再执行一次同样的命令，会从断开处接着发布。${plain === '' ? '' : `ssh 的原话：\n${plain}`}`,
      en: `The connection to ${server} broke off. Check the network and run the same command again: it goes on where it stopped.${plain === '' ? '' : ` ssh's own words:\n${plain}`}`,
    },
    { cause },
  );
}

/** The server speaks, but not what was asked for. */
export function garbledStart(way: Way): EnvironmentError {
  const { server, command } = shown(way);
  return new EnvironmentError({
    zh: `${server} 在 SFTP 开始以前先输出了别的文字，没法继续。多半是登录脚本（.bashrc 之类）打印了内容：用 ${command} true 应当什么也不显示。请服务器管理员去掉这些输出，或把 SFTP 设成 internal-sftp。`,
    en: `${server} wrote something else before SFTP began. Most likely a login script (.bashrc or the like) prints: ${command} true should show nothing. Ask the administrator to remove that, or to use internal-sftp.`,
  });
}

/** The program itself could not be started. */
export function missingProgram(program: 'ssh' | 'rsync', cause: NodeJS.ErrnoException): EnvironmentError {
  if (cause.code !== 'ENOENT')
    return new EnvironmentError(
      {
        zh: `启动不了程序 ${program}（系统报告 ${String(cause.code)}）。请检查它能否运行：${program} ${program === 'ssh' ? '-V' : '--version'}`,
        en: `The program ${program} cannot be started (the system reports ${String(cause.code)}). Check that it runs: ${program} ${program === 'ssh' ? '-V' : '--version'}`,
      },
      { cause },
    );
  return new EnvironmentError(
    program === 'ssh'
      ? {
          zh: '本机没有 ssh 程序。请先安装 OpenSSH 客户端：Windows 在“设置—系统—可选功能”里添加“OpenSSH 客户端”；Debian、Ubuntu、统信、麒麟执行 apt install openssh-client；或改为发布到文件夹或 .zip。',
          en: 'This machine has no ssh. Install the OpenSSH client: on Windows add “OpenSSH Client” under Settings, System, Optional features; on Debian and its kin apt install openssh-client; or publish to a folder or a .zip.',
        }
      : {
          zh: '本机没有 rsync 程序。请先安装（Debian、Ubuntu、统信、麒麟执行 apt install rsync），或改用 sftp:// 开头的地址：它只要 ssh。',
          en: 'This machine has no rsync. Install it (on Debian and its kin: apt install rsync), or use an address that begins with sftp://, which needs ssh alone.',
        },
    { cause },
  );
}

function changedHostKey({ said, server }: Failure): Words {
  const key = /fingerprint for the (?<type>\S+) key sent by the remote host is\s+(?<print>\S+?)\.?\s/.exec(
    said,
  )?.groups;
  const print = key === undefined ? serverKeys(said).at(-1) : `${key['type']} ${key['print']}`;
  const record = /Offending (?:\S+ )?key in (?<place>.+?)\s*$/m.exec(said)?.groups?.['place'];
  return {
    zh: `危险：${server} 出示的主机密钥与本机登记的不一样，已停止，什么也没有传送。可能有人在冒充这台服务器，也可能服务器换了密钥。${print === undefined ? '' : `\n现在出示的密钥：${print}`}${record === undefined ? '' : `\n本机的登记：${record}`}\n请当面或打电话向服务器管理员核实。核实以前不要发布，也不要改动登记；只有管理员确认换过密钥、告知的指纹与上面一字不差，才可请管理员更新这条登记。`,
    en: `Danger: the host key that ${server} shows is not the one on record. Stopped; nothing was sent. Somebody may be posing as this server, or its key was changed.${print === undefined ? '' : `\nThe key it shows now: ${print}`}${record === undefined ? '' : `\nThe one on record: ${record}`}\nAsk the server's administrator, in person or by telephone. Until then neither publish nor touch the record; only when they confirm that the key was changed, and name a fingerprint equal to the one above to the letter, have them renew the record.`,
  };
}

function unknownHostKey(
  { said, server, command }: Failure,
  groups: Readonly<Record<string, string | undefined>>,
): Words {
  // The last one that was reached: a jump host, if it is that one's key.
  const reached = [...said.matchAll(/Authenticating to (?<host>\S+) as /g)].at(-1)?.groups?.['host'];
  const known = groups['known'] ?? reached ?? server;
  const print = serverKeys(said).at(-1);
  return {
    zh: `本机还没有登记 ${known} 的主机密钥，已停止，什么也没有传送。${print === undefined ? '' : `\n它出示的密钥：${print}`}\n请向服务器管理员核对${print === undefined ? '它的' : '这串'}指纹。一致的话，执行一次\n  ${command}\n看到同一串指纹时输入 yes，登记以后再发布。`,
    en: `The host key of ${known} is not on record here. Stopped; nothing was sent.${print === undefined ? '' : `\nThe key it shows: ${print}`}\nCheck ${print === undefined ? 'its' : 'this'} fingerprint with the server's administrator. If it is right, run\n  ${command}\nonce, answer yes where it shows the same fingerprint, and publish again.`,
  };
}

/** `ED25519 SHA256:…`, as it is logged with `-v`, the jump hosts' first. */
function serverKeys(said: string): string[] {
  return [...said.matchAll(/Server host key: (?<type>\S+) (?<print>SHA256:\S+)/g)].map(
    ({ groups }) => `${(groups?.['type'] ?? '').replace(/^ssh-/, '').toUpperCase()} ${groups?.['print'] ?? ''}`,
  );
}

function noKey(
  { said, server, command }: Failure,
  { methods = '' }: Readonly<Record<string, string | undefined>>,
): Words {
  const offered = [...said.matchAll(/Offering public key: (?<file>.+?) (?:\S+ )?SHA256:/g)].map(
    ({ groups }) => groups?.['file'] ?? '',
  );
  const files = [...new Set(offered)];
  const asksForMore = /password|keyboard-interactive/.test(methods);
  return {
    zh: `${server} 不允许登录：${
      files.length === 0 ? '本机没有可用的密钥' : `它不接受本机的密钥（${files.join('、')}）`
    }。${asksForMore ? '服务器愿意用密码登录，但发布不用密码。' : ''}请用 ssh-keygen -t ed25519 生成密钥，把 .pub 文件的内容交给服务器管理员，加到该用户的 authorized_keys 里；密钥设有口令的，先执行 ssh-add。可用 ${command} 试一试。`,
    en: `${server} does not let you in: ${
      files.length === 0 ? 'there is no key here to offer' : `it accepts none of the keys here (${files.join(', ')})`
    }.${asksForMore ? ' It would take a password, but publishing uses none.' : ''} Make a key with ssh-keygen -t ed25519 and give the .pub file to the server's administrator for the user's authorized_keys; for a key with a passphrase run ssh-add first. To try: ${command}`,
  };
}

function shown(way: Way): Pick<Failure, 'server' | 'host' | 'command'> {
  return { server: shownServer(way.target), host: way.target.host, command: shownCommand(way.target, way) };
}

/** Without what is logged for us alone, and at most as much as fits a screen. */
export function plainLines(said: string): string {
  return said
    .split(/\r?\n/)
    .filter(
      (line) =>
        line.trim() !== '' &&
        !/^(?:debug\d: |OpenSSH_|Authenticated to |Authenticating to |Transferred: |Bytes per second: )/.test(line),
    )
    .slice(-8)
    .map((line) => `  ${line}`)
    .join('\n');
}
