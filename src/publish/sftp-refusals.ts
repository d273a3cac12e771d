/**
 * What a server answers with a no, in words that say what to do. SFTP knows few: “Permission denied”, “No such file”,
 * and “Failure” for all the rest, so the question tells what the answer means.
 */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Words } from '../diagnostics/diagnostic.js';
import type { Refusal } from './sftp-session.js';
import { STATUS } from './sftp-packets.js';
import { shownServer } from './ssh.js';
import type { Way } from './ssh-refusals.js';

/** What was asked of the server. */
export type Action = 'look' | 'read' | 'mkdir' | 'put' | 'write' | 'copy' | 'link' | 'rename' | 'remove';

const ACTIONS: Readonly<Record<Action, Words>> = {
  look: { zh: '查看', en: 'looked at' },
  read: { zh: '读取', en: 'read' },
  mkdir: { zh: '新建', en: 'made' },
  put: { zh: '写入', en: 'written' },
  write: { zh: '写入', en: 'written' },
  copy: { zh: '复制成', en: 'copied to' },
  link: { zh: '建立链接', en: 'made, a link,' },
  rename: { zh: '改名为', en: 'renamed to' },
  remove: { zh: '删除', en: 'removed' },
};

/** What a disk that is full, or may not be written to, refuses with a mere “Failure”. */
const WRITES: readonly Action[] = ['mkdir', 'put', 'write', 'copy', 'link', 'rename', 'remove'];
/** With so little left, the disk is full: not even a page would fit. */
const FULL_BYTES = 64 * 1024;

/** The disk that the site is on. */
export interface Disk {
  /** What is left for this user. */
  freeBytes: number;
  isReadOnly: boolean;
}

/** `disk`: where the server tells. */
export function refusal(action: Action, path: string, error: Refusal, way: Way, disk?: Disk): EnvironmentError {
  return new EnvironmentError(wordsOf(action, path, error, shownServer(way.target), disk), { cause: error });
}

function wordsOf(action: Action, path: string, { status, message }: Refusal, server: string, disk?: Disk): Words {
  const { zh, en } = ACTIONS[action];
  if (status === STATUS.denied)
    return WRITES.includes(action)
      ? {
          zh: `没有权限${zh} ${server} 上的 ${path}。请服务器管理员让登录的用户能写它所在的文件夹（也可能是账号设成了只读）。`,
          en: `${path} on ${server} may not be ${en}. Ask the server's administrator to let the user write to its folder (the account may be a read-only one).`,
        }
      : {
          zh: `没有权限${zh} ${server} 上的 ${path}。请服务器管理员让登录的用户能读这里。`,
          en: `${path} on ${server} may not be ${en}. Ask the server's administrator to let the user read it.`,
        };
  if (status === STATUS.absent)
    return {
      zh: `不能${zh} ${server} 上的 ${path}：文件或文件夹已不在，可能有别人同时在改。`,
      en: `${path} on ${server} could not be ${en}: it, or its folder, is gone; somebody else may be at work there.`,
    };
  if (status === STATUS.failure && WRITES.includes(action) && disk?.isReadOnly === true)
    return {
      zh: `不能${zh} ${server} 上的 ${path}：服务器的磁盘是只读的。请服务器管理员检查磁盘（出了故障的磁盘也会变成只读）。`,
      en: `${path} on ${server} could not be ${en}: the server's disk is read-only. Ask its administrator to look at the disk (one that fails becomes read-only, too).`,
    };
  // Of a file that is open, only want of room keeps the bytes out; which kind of it, SFTP does not tell.
  if (status === STATUS.failure && (action === 'write' || (WRITES.includes(action) && isFull(disk)))) {
    const room = roomWords(disk);
    return {
      zh: `${server} 上写不下 ${path}：${room.zh}。请服务器管理员腾出空间或放宽限制。`,
      en: `There is no room for ${path} on ${server}: ${room.en}. Ask the server's administrator for room.`,
    };
  }
  return {
    zh: `不能${zh} ${server} 上的 ${path}（服务器只说“${message || String(status)}”）。请检查那里是否已有别的东西。`,
    en: `${path} on ${server} could not be ${en} (the server only says “${message || String(status)}”). Check whether something else stands there.`,
  };
}

export const isFull = (disk: Disk | undefined): boolean => disk !== undefined && disk.freeBytes < FULL_BYTES;

/** Why there is no room, as far as it can be known. */
export function roomWords(disk: Disk | undefined): Words {
  if (isFull(disk)) return { zh: '服务器的磁盘已满', en: "the server's disk is full" };
  const left = disk === undefined ? '' : (disk.freeBytes / 1_000_000).toFixed(1);
  return {
    zh: `服务器的磁盘快满了${left === '' ? '' : `（还剩 ${left} MB）`}，或超过了配额、单个文件大小的限制`,
    en: `the server's disk is nearly full${left === '' ? '' : ` (${left} MB are left)`}, or a quota or a limit on the size of files is reached`,
  };
}

export function missingFolder(way: Way): EnvironmentError {
  const { parent, name } = way.target;
  const server = shownServer(way.target);
  return new EnvironmentError({
    zh: `${server} 上没有文件夹 ${parent}（网站的文件夹 ${name} 要放在它里面）。请核对地址；地址没有写错的话，请服务器管理员建好这个文件夹，并让登录的用户能写。`,
    en: `There is no folder ${parent} on ${server}, which is to hold the site's folder ${name}. Check the address; if it is right, ask the server's administrator to make that folder, and to let the user write to it.`,
  });
}

export function noOneStepRename(way: Way): EnvironmentError {
  const server = shownServer(way.target);
  return new EnvironmentError({
    zh: `${server} 的 SFTP 不是 OpenSSH 那样的：它不能一步换掉已有的文件（没有 posix-rename@openssh.com），读者会看到半新半旧的网页。请改用 OpenSSH 的 SFTP，或发布成 .zip 交给网站管理员。`,
    en: `The SFTP of ${server} is not like OpenSSH's: it cannot replace a file in one step (no posix-rename@openssh.com), and readers would meet pages half old, half new. Use OpenSSH's SFTP, or publish a .zip for the webmaster.`,
  });
}

/** A file of the built site that cannot be read, or is not as long as it was. */
export function unreadableSource(path: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `读不出要发布的文件 ${path}，或者它在发布时变了。请先不要改动网页文件夹，重新执行 fazhi build 和发布。`,
      en: `${path}, which is to be published, cannot be read or has changed meanwhile. Leave the built site alone, then build and publish again.`,
    },
    { cause },
  );
}
