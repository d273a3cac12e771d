/** Targets as they are written on the command line; those on a server are in `ssh-target.test.ts`. */
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { parseTarget } from '../../src/publish/target.js';

test.each([
  ['/srv/www/fzzfjsndbg', { kind: 'folder', path: '/srv/www/fzzfjsndbg' }],
  ['发布/法治报告', { kind: 'folder', path: '发布/法治报告' }],
  ['./a:b', { kind: 'folder', path: './a:b' }],
  ['C:\\inetpub\\fzzf', { kind: 'folder', path: 'C:\\inetpub\\fzzf' }],
  ['z:/inetpub/fzzf', { kind: 'folder', path: 'z:/inetpub/fzzf' }],
  ['\\\\server\\share\\fzzf', { kind: 'folder', path: '\\\\server\\share\\fzzf' }],
  ['发布/均川.ZIP', { kind: 'zip', path: '发布/均川.ZIP' }],
  ['D:\\均川.zip', { kind: 'zip', path: 'D:\\均川.zip' }],
  [
    'web@host:/var/www/fzzf/',
    { kind: 'ssh', server: { by: 'rsync', user: 'web', host: 'host', parent: '/var/www', name: 'fzzf' } },
  ],
  [
    'sftp://host:22/www/fzzf',
    { kind: 'ssh', server: { by: 'sftp', host: 'host', port: 22, parent: '/www', name: 'fzzf' } },
  ],
])('%s is read in parts', (text, target) => {
  expect(parseTarget(text)).toEqual(target);
});

test.each([
  ['', '没有写明发布到哪里'],
  [' ', '没有写明发布到哪里'],
  ['a\nb', '控制字符'],
  ['ftp://host/www', '不能发布到这种地址'],
  ['https://web:secret@host/www', '不能发布到这种地址'],
  ['file:///srv/www', '不能发布到这种地址'],
  ['rsync://host/www', '不能发布到这种地址'],
  ['web:secret@host:www', '命令里不能写密码'],
  ['web:se@cret@host:www', '命令里不能写密码'],
  ['host:site.zip', '只能写到本机'],
  ['sftp://host/site.ZIP/', '只能写到本机'],
])('%j is refused with words, and without its password', (text, words) => {
  const said = wordsOf(text);
  expect(said.zh).toContain(words);
  expect(said.en).toMatch(/^Cannot publish to “/);
  expect(said.zh + said.en).not.toMatch(/secret|cret|undefined/);
});

function wordsOf(text: string): { zh: string; en: string } {
  try {
    parseTarget(text);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.words;
    throw error;
  }
  throw new Error('It was not refused.');
}
