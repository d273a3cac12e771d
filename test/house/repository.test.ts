import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/folder.js';
import { ROOT, run } from '../support/site.js';
import { lockFaults, machineFaults } from './repository.js';

/** The files that git keeps, or of a copy without git all that are not made. */
async function keptFiles(): Promise<string[]> {
  const { code, stdout } = await run('git', ['-c', 'core.quotePath=off', 'ls-files', '-z']).catch(() => ({
    code: 1,
    stdout: '',
  }));
  if (code === 0) return stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
  return filesIn(ROOT).filter((path) => !/^(?:node_modules|lib|dist|coverage|shots|\.git)\//.test(path));
}

test('no file tells of the machine it was written on, or where its packages came from', async () => {
  const files = await keptFiles();
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((path) => machineFaults(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test('the lock file holds no address to load a package from', () => {
  expect(lockFaults(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))).toEqual([]);
});

describe('the check for traces of a machine', () => {
  // In pieces, so that this file does not hold what it looks for.
  const joined = (...pieces: string[]): string => pieces.join('');

  test.each([
    joined('/ho', 'me/li/fazhi/content'),
    joined('see /ro', 'ot/.npmrc'),
    joined('"/Us', 'ers/wang/fazhi"'),
    joined('/t', 'mp/fazhi-1/dist'),
    joined('C:\\Us', 'ers\\wang'),
    joined('https://reg', 'istry.example.org/zod'),
    joined('https://npm.exam', 'ple.org/zod'),
    joined('https://cdn.npm', 'mirror.com/'),
  ])('sees %s', (line) => expect(machineFaults('a.md', `甲\n${line}`)).toEqual([expect.stringMatching(/^a\.md:2: /)]));

  test.each([
    'content/2022/report.md',
    '../work/of/others',
    'https://www.gov.cn/home/index.html',
    '/usr/bin/chromium',
    'npm ci',
  ])('lets %s pass', (line) => expect(machineFaults('a.md', line)).toEqual([]));

  test('sees an address in a lock file', () => {
    const lock = (entry: object): string => JSON.stringify({ packages: { 'node_modules/zod': entry } });
    expect(
      lockFaults(lock({ version: '4.0.0', integrity: 'sha512-x', funding: { url: 'https://example.org' } })),
    ).toEqual([]);
    expect(lockFaults(lock({ resolved: 'https://example.org/zod.tgz' }))).toEqual([
      'resolved: https://example.org/zod.tgz',
    ]);
    expect(lockFaults(lock({ version: 'git+ssh://example.org/zod' }))).toEqual(['version: git+ssh://example.org/zod']);
    expect(lockFaults(lock({ version: 'https://example.org/zod.tgz' }))).toEqual([
      'version: https://example.org/zod.tgz',
    ]);
  });
});
