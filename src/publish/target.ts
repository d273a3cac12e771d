/**
 * Reads where a site is to be published, as it is written on the command line.
 *
 * Forms: a folder's path (also `C:\…` and `\\server\share\…`); a path that ends in `.zip`; a folder of a server, in one
 *        of the two ways of `ssh-target.ts`.
 * Out:   where it is, in parts. Nothing is looked at: neither the disk nor the network.
 * Errors: `EnvironmentError` that says what is wrong with the words, and how they should look.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import { parseSshTarget, type SshTarget } from './ssh-target.js';
import { Refusal } from './refusals.js';

/** Paths are as they were written. */
export type Target =
  { kind: 'folder'; path: string } | { kind: 'zip'; path: string } | { kind: 'ssh'; server: SshTarget };

export function parseTarget(text: string): Target {
  if (text.trim() === '') throw refused(text, NOTHING);
  if (/[\u0000-\u001f\u007f]/u.test(text)) throw refused(text.replace(/[\u0000-\u001f\u007f]/gu, '�'), CONTROL);
  const scheme = /^([a-z][a-z\d+.-]+):\/\//iu.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'sftp') throw refused(hidden(text), SCHEME);
  // In rsync's way of writing there is no place for a password: this one would be taken for a part of the path.
  if (scheme === undefined && /^[^@/\\:]{2,}:[^/\\]*@[^@/\\:]+:/u.test(text)) throw refused(hidden(text), PASSWORD);
  const isZip = /\.zip\/*$/iu.test(text);
  const server = parseSshTarget(text);
  if (server === undefined) return { kind: isZip ? 'zip' : 'folder', path: text };
  if (isZip) throw refused(text, REMOTE_ZIP);
  return { kind: 'ssh', server };
}

/** Without what may be a password. */
function hidden(text: string): string {
  return text.replace(/^(?<scheme>[a-z][a-z\d+.-]+:\/\/)?(?<user>[^@/:]*):.*@/iu, '$<scheme>$<user>:…@');
}

const NOTHING: Words = {
  zh: '没有写明发布到哪里。可以写文件夹、.zip 文件、sftp://用户@主机/文件夹，或 用户@主机:文件夹。',
  en: 'No target is given. Write a folder, a .zip file, sftp://user@host/folder, or user@host:folder.',
};
const CONTROL: Words = { zh: '其中有控制字符。', en: 'It has control characters in it.' };
const SCHEME: Words = {
  zh: '不能发布到这种地址。服务器请写 sftp://用户@主机/文件夹，或 用户@主机:文件夹；共享文件夹请先挂载，再写它的路径。',
  en: 'Sites are not published that way. For a server write sftp://user@host/folder, or user@host:folder; for a share, mount it and write its path.',
};
const PASSWORD: Words = {
  zh: '命令里不能写密码，别人看得到。请去掉密码，写成 用户@主机:文件夹，改用 SSH 密钥登录。',
  en: 'No password goes on the command line, where others can see it. Write user@host:folder, and log in with an SSH key.',
};
const REMOTE_ZIP: Words = {
  zh: '.zip 只能写到本机。请写本机的路径，或写服务器上的文件夹。',
  en: 'A .zip is written on this machine only. Give a path here, or a folder of the server.',
};

function refused(text: string, why: Words): Refusal {
  return new Refusal({
    zh: `不能发布到“${text}”：${why.zh}`,
    en: `Cannot publish to “${text}”: ${why.en}`,
  });
}
