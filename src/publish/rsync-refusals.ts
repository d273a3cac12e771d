/** What `rsync` ends with, in words: its exit code, and what it wrote before. */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { lostConnection, plainLines, sshRefusal, type Way } from './ssh-refusals.js';
import { roomWords, type Disk } from './sftp-refusals.js';
import { shownServer } from './ssh.js';

/** What was shipped where. */
export interface Shipped {
  /** The whole path on the server. */
  folder: string;
  /** The disk it is on, where the server tells. */
  disk: Disk | undefined;
  way: Way;
}

/** `code`: `null` when it was ended from outside. */
export function rsyncRefusal(code: number | null, said: string, { folder, disk, way }: Shipped): EnvironmentError {
  const server = shownServer(way.target);
  const plain = plainLines(said);
  const own =
    plain === '' ? { zh: '', en: '' } : { zh: `rsync 的原话：\n${plain}`, en: ` rsync's own words:\n${plain}` };
  const refused = (zh: string, en: string) => new EnvironmentError({ zh: zh + own.zh, en: en + own.en });
  if (/Permission denied|Read-only file system|Operation not permitted/.test(said) && (code === 23 || code === 11))
    return refused(
      `没有权限写入 ${server} 上的 ${folder}。请服务器管理员让登录的用户能写这个文件夹。`,
      `${folder} on ${server} may not be written to. Ask the server's administrator to let the user write there.`,
    );
  // What the other side says of its disk does not always arrive before it ends.
  if (/No space left on device|Disk quota exceeded|File too large/.test(said) || code === 11) {
    const room = roomWords(disk);
    return refused(
      `${server} 上 ${folder} 写不下：${room.zh}。请服务器管理员腾出空间或放宽限制。`,
      `There is no room in ${folder} on ${server}: ${room.en}. Ask the server's administrator for room.`,
    );
  }
  if (code === 255)
    return /client_loop|closed by remote host|Connection reset|not responding|write error|unexpectedly closed/.test(
      said,
    )
      ? lostConnection(said, way)
      : sshRefusal(said, way);
  if (code === 127 || code === 126 || /rsync: (?:command )?not found|: not found|is not recognized/.test(said))
    return refused(
      `${server} 上没有 rsync 程序，或者这个账号不能运行它。请服务器管理员安装 rsync，或改用 sftp:// 开头的地址：它只要 SFTP。`,
      `${server} has no rsync, or this account may not run it. Ask its administrator to install rsync, or use an address that begins with sftp://, which needs SFTP alone.`,
    );
  if (code === 1 || code === 4)
    return refused(
      '本机或服务器上的 rsync 太旧，不认得要用的选项。请升级到 rsync 3，或改用 sftp:// 开头的地址。',
      'The rsync here or on the server is too old for the options needed. Upgrade to rsync 3, or use an address that begins with sftp://.',
    );
  if (code === 2 || /protocol version mismatch|is your shell clean/.test(said))
    return refused(
      `本机和 ${server} 的 rsync 说不到一起：版本相差太远，或服务器的登录脚本（.bashrc 之类）打印了别的文字，或这个账号只准用 SFTP。请改用 sftp:// 开头的地址，或请服务器管理员处理。`,
      `rsync here and on ${server} do not understand each other: their versions are too far apart, a login script (.bashrc or the like) prints, or the account is for SFTP alone. Use an address that begins with sftp://, or ask the server's administrator.`,
    );
  if (code === 24)
    return refused(
      '要发布的文件在发布时不见了。请先不要改动网页文件夹，重新执行 fazhi build 和发布。',
      'Files that were to be published vanished meanwhile. Leave the built site alone, then build and publish again.',
    );
  if (code === null || code === 10 || code === 12 || code === 20 || code === 30 || code === 35)
    return lostConnection(said, way);
  return refused(
    `rsync 没有把文件全部送到 ${server} 上的 ${folder}（它以 ${code} 结束）。`,
    `rsync did not bring all files to ${folder} on ${server} (it ended with ${code}).`,
  );
}
