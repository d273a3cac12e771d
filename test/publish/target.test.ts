/** Targets as they are written on the command line. */
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { parseTarget } from '../../src/publish/target.js';

describe('a target', () => {
  test.each([
    ['/srv/www/fzzfjsndbg', { kind: 'folder', path: '/srv/www/fzzfjsndbg' }],
    ['发布/法治报告', { kind: 'folder', path: '发布/法治报告' }],
    ['./a:b', { kind: 'folder', path: './a:b' }],
    ['C:\\inetpub\\fzzf', { kind: 'folder', path: 'C:\\inetpub\\fzzf' }],
    ['z:/inetpub/fzzf', { kind: 'folder', path: 'z:/inetpub/fzzf' }],
    ['\\\\server\\share\\fzzf', { kind: 'folder', path: '\\\\server\\share\\fzzf' }],
    ['发布/均川.ZIP', { kind: 'zip', path: '发布/均川.ZIP' }],
    ['D:\\均川.zip', { kind: 'zip', path: 'D:\\均川.zip' }],
    ['web@host:/var/www/fzzf/', { kind: 'rsync', user: 'web', host: 'host', path: '/var/www/fzzf' }],
    ['host:fzzf', { kind: 'rsync', host: 'host', path: 'fzzf' }],
    ['host:~/www//fzzf', { kind: 'rsync', host: 'host', path: 'www/fzzf' }],
    ['host:a@b/法治', { kind: 'rsync', host: 'host', path: 'a@b/法治' }],
    ['web@[fe80::1%eth0]:www', { kind: 'rsync', user: 'web', host: 'fe80::1%eth0', path: 'www' }],
    ['web@gov.cn@10.0.0.1:www', { kind: 'rsync', user: 'web@gov.cn', host: '10.0.0.1', path: 'www' }],
    ['sftp://host/var/www/fzzf', { kind: 'sftp', host: 'host', path: '/var/www/fzzf' }],
    ['SFTP://web@host:2222/~/www', { kind: 'sftp', user: 'web', host: 'host', port: 2222, path: 'www' }],
    [
      'sftp://web%40gov.cn@[::1]:22/%E6%B3%95/治',
      { kind: 'sftp', user: 'web@gov.cn', host: '::1', port: 22, path: '/法/治' },
    ],
    ['sftp://host/a?b#c', { kind: 'sftp', host: 'host', path: '/a?b#c' }],
  ])('%s is read in parts', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each([
    [' ', '没有写明发布到哪里'],
    ['a\nb', '控制字符'],
    ['ftp://host/www', '不能发布到这种网址'],
    ['https://host/www', '不能发布到这种网址'],
    ['file:///srv/www', '不能发布到这种网址'],
    ['rsync://host/www', '不能发布到这种网址'],
    ['sftp://web:secret@host/www', '密码不能写在命令里'],
    ['sftp://web:se/cret@host/www', '端口'],
    ['sftp://web:@host/www', '密码不能写在命令里'],
    ['web:secret@host:www', '密码不能写在命令里'],
    ['sftp://host:ssh/www', '端口'],
    ['sftp://host:0/www', '端口'],
    ['sftp://host:65536/www', '端口'],
    ['sftp:///www', '看不出是哪台主机'],
    ['sftp://-oProxyCommand=x/www', '看不出是哪台主机'],
    ['-oProxyCommand=x:www', '看不出是哪台主机'],
    ['sftp://-l@host/www', '用户名'],
    ['-l@host:www', '用户名'],
    ['a b@host:www', '用户名'],
    ['@host:www', '用户名'],
    ['[host]:www', '看不出是哪台主机'],
    ['host::module/www', '守护进程'],
    ['host:', '要写明给这个网站的文件夹'],
    ['host:/', '要写明给这个网站的文件夹'],
    ['host:~', '要写明给这个网站的文件夹'],
    ['host:www/../..', '要写明给这个网站的文件夹'],
    ['sftp://host', '要写明给这个网站的文件夹'],
    ['sftp://host/~/', '要写明给这个网站的文件夹'],
    ['sftp://host/a%2f..%2f..', '要写明给这个网站的文件夹'],
    ['host:site.zip', '只能写到本机'],
    ['sftp://host/site.ZIP', '只能写到本机'],
    ['sftp://host/100%', '十六进制'],
    ['sftp://host/a%00b', '控制字符'],
  ])('%j is refused with words', (text, words) => {
    const said = wordsOf(text);
    expect(said.zh).toContain(words);
    expect(said.en).toMatch(/^Cannot publish to “/);
    expect(said.zh + said.en).not.toMatch(/secret|undefined/);
  });
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
