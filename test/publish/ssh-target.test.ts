import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { parseSshTarget } from '../../src/publish/ssh-target.js';

test.each([
  ['sftp://portal.example/srv/www/fazhi', { by: 'sftp', host: 'portal.example', parent: '/srv/www', name: 'fazhi' }],
  [
    'sftp://web@portal.example:2222/srv/www/fazhi/',
    { by: 'sftp', host: 'portal.example', user: 'web', port: 2222, parent: '/srv/www', name: 'fazhi' },
  ],
  ['SFTP://[2001:db8::1]:22/fazhi', { by: 'sftp', host: '2001:db8::1', port: 22, parent: '/', name: 'fazhi' }],
  ['sftp://h/~/www/%E6%B3%95%E6%B2%BB%20a', { by: 'sftp', host: 'h', parent: 'www', name: '法治 a' }],
  ['sftp://dom%5Cweb@h/a/./b/../c', { by: 'sftp', host: 'h', user: 'dom\\web', parent: '/a', name: 'c' }],
  ['web@portal:/srv/www/fazhi', { by: 'rsync', host: 'portal', user: 'web', parent: '/srv/www', name: 'fazhi' }],
  ['portal:fazhi', { by: 'rsync', host: 'portal', parent: '.', name: 'fazhi' }],
  ['portal:~/www/法治 a', { by: 'rsync', host: 'portal', parent: 'www', name: '法治 a' }],
  ['web@[::1]:/x/y', { by: 'rsync', host: '::1', user: 'web', parent: '/x', name: 'y' }],
])('%s names a server and a folder', (text, target) => {
  expect(parseSshTarget(text)).toEqual(target);
});

test.each(['dist', '/srv/www', './a:b', 'C:\\www', 'c:/www', '../x', 'site.zip', 'a/b:c'])(
  '%s is of this machine',
  (text) => {
    expect(parseSshTarget(text)).toBeUndefined();
  },
);

test('a password in the address is refused and not repeated', () => {
  const error = refusalOf('sftp://web:Geheim1@portal.example/srv/www');
  expect(error.words.zh).toContain('发布地址里不能写密码');
  expect(error.words.zh).toContain('sftp://web@portal.example/srv/www');
  expect(`${error.words.zh}${error.words.en}`).not.toContain('Geheim1');
});

test.each([
  'sftp://',
  'sftp:///srv/www',
  'sftp://h:99999/x',
  'sftp://h:0/x',
  'sftp://h/%zz',
  'sftp://-oProxyCommand=x/y',
  'sftp://-l@h/y',
  'sftp://h;x/y',
  'rsync://h/module/x',
  'host::module/x',
  '-oProxyCommand=x:/y',
])('%s is refused as no address', (text) => {
  expect(refusalOf(text).words.zh).toContain(`看不懂发布地址“${text}”`);
});

test.each(['sftp://h', 'sftp://h/', 'sftp://h/~/', 'sftp://h/..', 'host:', 'host:/', 'host:~', 'host:..', 'host:a\nb'])(
  '%j names no folder',
  (text) => {
    expect(refusalOf(text).words.en).toContain('names no folder');
  },
);

function refusalOf(text: string): EnvironmentError {
  try {
    parseSshTarget(text);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error(`${text} was not refused.`);
}
