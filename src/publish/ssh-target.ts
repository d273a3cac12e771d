/**
 * Reads where on which server a site is published to.
 *
 * In:  `sftp://[user@]host[:port]/path`, or as rsync and scp have it `[user@]host:path`.
 * Out: the server, and the folder the site becomes. What is not said (user, port) is left to ~/.ssh/config.
 * Not here: whether the host exists, and paths of this machine, for which the answer is `undefined`.
 */
import { posix } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.js';

export interface SshTarget {
  /** What carries the files. */
  by: 'sftp' | 'rsync';
  /** A name that ~/.ssh/config may explain, or an address. */
  host: string;
  user?: string;
  port?: number;
  /** The folder that holds the site's: absolute, or relative to where the server puts the user (`.`). */
  parent: string;
  /** The name of the site's folder in it. */
  name: string;
}

/**
 * `undefined` for what names no server.
 * Errors: `EnvironmentError` for a password in the address, and for one that names no host or no folder.
 */
export function parseSshTarget(text: string): SshTarget | undefined {
  return /^sftp:\/\//i.test(text) ? sftpTarget(text) : rsyncTarget(text);
}

/**
 * The path is absolute, as in other addresses; `/~/` begins at the user's home. (OpenSSH's own `sftp` begins every path
 * of such an address at home: where an account is locked into a folder, both are the same.)
 */
function sftpTarget(text: string): SshTarget {
  const { groups } =
    /^sftp:\/\/(?:(?<account>[^/@]*)@)?(?<host>\[[^\]/]*\]|[^/:]*)(?::(?<port>\d*))?(?<path>\/.*)?$/i.exec(text) ?? {
      groups: undefined,
    };
  const account = groups?.['account'] ?? '';
  if (account.includes(':')) throw passwordInAddress(text);
  const user = decoded(account);
  const host = bare(groups?.['host'] ?? '');
  const port = groups?.['port'] === undefined || groups['port'] === '' ? undefined : Number(groups['port']);
  const path = decoded(groups?.['path'] ?? '');
  if (user === undefined || path === undefined || !isHost(host) || !isUser(user) || !isPort(port))
    throw unreadable(text);
  return {
    by: 'sftp',
    host,
    ...(user !== '' && { user }),
    ...(port !== undefined && { port }),
    ...folderOf(text, path.replace(/^\/~(?:\/|$)/, '')),
  };
}

/** `C:\site` and `./a:b` are folders of this machine. */
function rsyncTarget(text: string): SshTarget | undefined {
  const { groups } = /^(?:(?<user>[^/\\:@[\]]+)@)?(?<host>\[[^\]/]+\]|[^/\\:@[\]]{2,}):(?<path>[^]*)$/.exec(text) ?? {
    groups: undefined,
  };
  if (groups === undefined) return undefined;
  const host = bare(groups['host'] ?? '');
  const { user = '', path = '' } = groups;
  // `rsync://` and `host::module` speak to a server of rsync's own, without keys.
  if (path.startsWith('//') || path.startsWith(':') || !isHost(host) || !isUser(user)) throw unreadable(text);
  return { by: 'rsync', host, ...(user !== '' && { user }), ...folderOf(text, path.replace(/^~(?:\/|$)/, '')) };
}

function folderOf(text: string, path: string): Pick<SshTarget, 'parent' | 'name'> {
  const folder = posix.normalize(path).replace(/\/$/, '');
  const name = posix.basename(folder);
  if (name === '' || name === '.' || name === '..' || /[\0-\x1f\x7f]/.test(folder)) throw noFolder(text);
  return { parent: posix.dirname(folder), name };
}

const bare = (host: string) => host.replace(/^\[(?<address>.*)\]$/, '$<address>');

/** What begins with `-` would be read as an option by the programs it is handed to; the others no host has. */
const isHost = (host: string) => /^[^-\s\0-\x1f"'`$\\;&<>|(){}*?!%#,][^\s\0-\x1f"'`$\\;&<>|(){}*?!#,]*$/.test(host);
const isUser = (user: string) =>
  user === '' || /^[^-\s\0-\x1f"'`$;&<>|(){}*?!:][^\s\0-\x1f"'`$;&<>|(){}*?!:]*$/.test(user);
const isPort = (port: number | undefined) => port === undefined || (port >= 1 && port <= 65_535);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function passwordInAddress(text: string): EnvironmentError {
  const shown = text.replace(/:[^:@/]*@/, '@');
  return new EnvironmentError({
    zh: `发布地址里不能写密码：命令行会留在历史记录里，别人看得到。请去掉密码，写成 ${shown}，改用 SSH 密钥登录。这个密码已经在命令行里出现过，建议更换。`,
    en: `The address must not hold a password: command lines are kept and others can see them. Write ${shown} and log in with an SSH key. The password has been on a command line now: better change it.`,
  });
}

function unreadable(text: string): EnvironmentError {
  return new EnvironmentError({
    zh: `看不懂发布地址“${text}”。请写成 sftp://用户@主机:端口/文件夹，或 用户@主机:文件夹，例如 sftp://web@portal.example.gov.cn/srv/www/fazhi；地址里的空格写成 %20，百分号写成 %25。`,
    en: `The address “${text}” cannot be read. Write sftp://user@host:port/folder or user@host:folder, such as sftp://web@portal.example.gov.cn/srv/www/fazhi; a blank in an address is %20, a percent sign %25.`,
  });
}

function noFolder(text: string): EnvironmentError {
  return new EnvironmentError({
    zh: `发布地址“${text}”没有写明文件夹。请写上网站自己的文件夹，例如 /srv/www/fazhi；不能是服务器的根目录或登录目录本身。`,
    en: `The address “${text}” names no folder. Add the site's own folder, such as /srv/www/fazhi; it cannot be the root of the server or the home folder itself.`,
  });
}
