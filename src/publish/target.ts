/**
 * Reads where a site is to be published, as it is written on the command line.
 *
 * Forms: a folder's path (also `C:\…` and `\\server\share\…`); a path that ends in `.zip`;
 *        `sftp://[user@]host[:port]/path`, the path from the root, or after `/~/` from the user's own folder;
 *        `[user@]host:path` as rsync has it: a colon before any slash, and more than one letter before it.
 * Out:   where it is, in parts. Nothing is looked at: neither the disk nor the network.
 * Errors: `EnvironmentError` that says what is wrong with the words, and how they should look.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';

export type Target = LocalTarget | RemoteTarget;

export interface LocalTarget {
  kind: 'folder' | 'zip';
  /** As it was written. */
  path: string;
}

export interface RemoteTarget {
  kind: 'sftp' | 'rsync';
  user?: string;
  /** Of an IPv6 address without brackets. */
  host: string;
  port?: number;
  /** Absolute, or relative to the user's own folder; without a slash at the end. */
  path: string;
}

export function parseTarget(text: string): Target {
  if (text.trim() === '') throw refused(text, NOTHING);
  if (/[\u0000-\u001f\u007f]/u.test(text)) throw refused(text.replace(/[\u0000-\u001f\u007f]/gu, '�'), CONTROL);
  const scheme = /^([a-z][a-z\d+.-]+):\/\//iu.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'sftp') return sftpTarget(text);
  if (scheme !== undefined) throw refused(hidden(text), SCHEME);
  // A colon in the name of a folder is written with a slash before it, as for rsync and scp.
  const remote = /^(?:(?<user>[^/\\]*)@)?(?<host>\[[^\]/\\]*\]|[^:@/\\]{2,}):(?<path>.*)$/u.exec(text)?.groups;
  if (remote !== undefined) return rsyncTarget(text, remote['user'], remote['host'] ?? '', remote['path'] ?? '');
  return { kind: isZip(text) ? 'zip' : 'folder', path: text };
}

function sftpTarget(text: string): RemoteTarget {
  const { user, host, port, path } =
    /^sftp:\/\/(?:(?<user>[^/]*)@)?(?<host>\[[^\]/]*\]|[^:/]*)(?::(?<port>[^/]*))?(?<path>\/.*)?$/iu.exec(text)
      ?.groups ?? {};
  if (host === undefined) throw refused(hidden(text), SFTP);
  if (user?.includes(':')) throw refused(hidden(text), PASSWORD);
  if (port !== undefined && !(/^\d{1,5}$/u.test(port) && Number(port) > 0 && Number(port) <= 65_535))
    throw refused(text, PORT);
  const from = decoded(text, path ?? '');
  return {
    kind: 'sftp',
    ...ofHost(text, user === undefined ? undefined : decoded(text, user), host),
    ...(port === undefined ? {} : { port: Number(port) }),
    path: remotePath(text, from.startsWith('/~/') ? from.slice('/~/'.length) : from),
  };
}

function rsyncTarget(text: string, user: string | undefined, host: string, path: string): RemoteTarget {
  if (path.startsWith(':')) throw refused(text, DAEMON);
  if (user?.includes(':')) throw refused(hidden(text), PASSWORD);
  return {
    kind: 'rsync',
    ...ofHost(text, user, host),
    path: remotePath(text, path.startsWith('~/') ? path.slice('~/'.length) : path),
  };
}

/** Neither may look like an option or bring a command with it: both are handed to programs. */
function ofHost(text: string, user: string | undefined, host: string): { user?: string; host: string } {
  const address = /^\[(?<address>[\da-f:.]+(?:%[\w.-]+)?)\]$/iu.exec(host)?.groups?.['address'];
  if (address === undefined && !/^\w[\w.-]*$/u.test(host)) throw refused(text, HOST);
  if (user !== undefined && !/^[\p{L}\p{N}_][\p{L}\p{N}_.+\\@$-]*$/u.test(user)) throw refused(text, USER);
  return { ...(user === undefined ? {} : { user }), host: address ?? host };
}

/** The site has a folder of its own, and its name is the last part of the path. */
function remotePath(text: string, path: string): string {
  if (isZip(path)) throw refused(text, REMOTE_ZIP);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || parts.length === 0 || parts.join('/') === '~') throw refused(text, NO_FOLDER);
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

function isZip(path: string): boolean {
  return /\.zip$/iu.test(path);
}

function decoded(text: string, part: string): string {
  let plain: string;
  try {
    plain = decodeURIComponent(part);
  } catch {
    throw refused(text, PERCENT);
  }
  if (/[\u0000-\u001f\u007f]/u.test(plain)) throw refused(text, CONTROL);
  return plain;
}

/** Without what may be a password. */
function hidden(text: string): string {
  return text.replace(/^([a-z][a-z\d+.-]+:\/\/)?([^@/:]*):[^@]*@/iu, '$1$2:…@');
}

const NOTHING: Words = {
  zh: '没有写明发布到哪里。可以写文件夹、.zip 文件、sftp://用户@主机/路径，或 用户@主机:路径。',
  en: 'No target is given: a folder, a .zip file, sftp://user@host/path, or user@host:path.',
};
const CONTROL: Words = { zh: '其中有控制字符。', en: 'It has control characters in it.' };
const SCHEME: Words = {
  zh: '不能发布到这种网址。远程服务器请写 sftp://用户@主机/路径，或 用户@主机:路径（rsync）；共享文件夹请先挂载，再写它的路径。',
  en: 'Sites are not published that way. For a server write sftp://user@host/path, or user@host:path (rsync); for a share, mount it and write its path.',
};
const SFTP: Words = { zh: '请写成 sftp://用户@主机/路径。', en: 'Write it as sftp://user@host/path.' };
const PASSWORD: Words = {
  zh: '密码不能写在命令里：别人会在进程列表和历史记录里看到它。请使用密钥（ssh-agent 或 ~/.ssh/config 里的 IdentityFile），去掉“:”和密码再执行。',
  en: 'No password goes on the command line, where others can read it in the list of processes and the history. Use a key (ssh-agent, or IdentityFile in ~/.ssh/config) and leave out the colon and the password.',
};
const PORT: Words = { zh: '端口应是 1–65535 的数字。', en: 'The port is a number from 1 to 65535.' };
const HOST: Words = {
  zh: '看不出是哪台主机。请写成 用户@主机:路径，或 sftp://用户@主机/路径。',
  en: 'That names no host. Write user@host:path, or sftp://user@host/path.',
};
const USER: Words = { zh: '用户名里有不能用的字符。', en: 'The user has characters in its name that cannot be used.' };
const DAEMON: Words = {
  zh: '“::”是 rsync 守护进程的写法，没有加密，不支持。请写 用户@主机:路径，经 ssh 传送。',
  en: 'A double colon means an rsync daemon, without encryption. Write user@host:path, which goes over ssh.',
};
const REMOTE_ZIP: Words = {
  zh: '.zip 只能写到本机。请写本机的路径，或写服务器上的文件夹。',
  en: 'A .zip is written on this machine only. Give a path here, or a folder on the server.',
};
const NO_FOLDER: Words = {
  zh: '要写明给这个网站的文件夹，例如 用户@主机:/var/www/fzzfjsndbg；不能是根目录、用户目录本身，也不能带“..”。',
  en: "Name a folder for this site, such as user@host:/var/www/fzzfjsndbg; not the root, not the user's own folder, and without “..”.",
};
const PERCENT: Words = {
  zh: '“%”后面不是两位十六进制数。“%”本身请写成 %25。',
  en: 'A % is not followed by two hexadecimal digits. Write %25 for the character itself.',
};

function refused(text: string, why: Words): EnvironmentError {
  return new EnvironmentError({
    zh: `不能发布到“${text}”：${why.zh}`,
    en: `Cannot publish to “${text}”: ${why.en}`,
  });
}
