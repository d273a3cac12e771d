import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { write, Writer } from '../../src/write/write.js';
import { temporaryFolder } from '../support/folder.js';
import { buildPages, deadProcess, files, holdings, pagesOf, refusalOf } from './folders.js';

/** A site of one page whose lock says this. */
function lockedSite(lock: string): string {
  const out = temporaryFolder();
  write(pagesOf({ a: '1' }), out);
  mkdirSync(join(out, '.fazhi'));
  writeFileSync(join(out, '.fazhi/lock'), lock);
  return out;
}

test('while another build is writing, this one says so and leaves everything to it', () => {
  const lock = JSON.stringify({ pid: process.ppid, host: hostname() });
  const out = lockedSite(lock);
  expect(refusalOf(() => write(pagesOf({ a: '2' }), out))).toBe(
    `另一个构建（进程 ${process.ppid}）正在写入“${out}”。请等它结束后再构建；如果确实没有构建在运行，请删除“${join(out, '.fazhi/lock')}”。`,
  );
  expect(files(out)).toEqual({ '.fazhi/lock': lock, a: '1' });
});

test('a build on another computer is named, with the file to delete if it was cut off', () => {
  const lock = JSON.stringify({ pid: deadProcess().pid, host: '政法办-电脑' });
  const out = lockedSite(lock);
  expect(refusalOf(() => write(pagesOf({ a: '2' }), out))).toBe(
    `计算机“政法办-电脑”上的构建正在写入“${out}”，或曾在写入时中断。请等它结束后再构建；如果确实没有构建在运行，请删除“${join(out, '.fazhi/lock')}”。`,
  );
  expect(files(out)).toEqual({ '.fazhi/lock': lock, a: '1' });
});

test.each([
  ['of a process that died here', () => JSON.stringify(deadProcess())],
  ['of an earlier process with our number', () => JSON.stringify({ pid: process.pid, host: hostname() })],
  ['that its process was killed before filling', () => ''],
  ['that makes no sense', () => '{"pid": -1}'],
])('a lock %s is taken over', (_, lock) => {
  const out = lockedSite(lock());
  expect(write(pagesOf({ a: '2' }), out).written).toEqual(['a']);
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('dead locks that somebody was killed while taking over are swept away', () => {
  const out = lockedSite(JSON.stringify(deadProcess()));
  writeFileSync(join(out, '.fazhi/lock.123'), JSON.stringify(deadProcess()));
  write(pagesOf({ a: '1' }), out);
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('of many builds at once after one was cut off, each completes or says why not, and the site is whole', async () => {
  const clean = temporaryFolder();
  await buildPages(clean, 'a');
  const out = lockedSite(JSON.stringify(deadProcess()));
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => buildPages(out, 'a')));
  const refused = outcomes.filter(({ code }) => code !== 0);
  for (const { code, stderr } of refused) {
    expect({ code, stderr: stderr.replace(/\d+/u, 'N') }).toEqual({
      code: 2,
      stderr: `另一个构建（进程 N）正在写入“${out}”。请等它结束后再构建；如果确实没有构建在运行，请删除“${join(out, '.fazhi/lock')}”。`,
    });
  }
  expect(refused.length).toBeLessThan(outcomes.length);
  expect(holdings(out)).toEqual(holdings(clean));
});

test('a lock holds the process and the computer while a build runs, and is gone thereafter', () => {
  const out = temporaryFolder();
  const seen: string[] = [];
  // The text of a page is read while its build holds the lock.
  const page = {
    path: 'a',
    get text() {
      seen.push(readFileSync(join(out, '.fazhi/lock'), 'utf8'));
      return '1';
    },
  };
  write([page], out);
  expect(JSON.parse(seen[0] ?? '')).toEqual({ pid: process.pid, host: hostname() });
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

describe('a writer that no longer holds the folder leaves the lock that another build has taken', () => {
  const other = JSON.stringify({ pid: process.ppid, host: hostname() });

  function takenByAnother(out: string): void {
    mkdirSync(join(out, '.fazhi'), { recursive: true });
    writeFileSync(join(out, '.fazhi/lock'), other);
  }

  test('when it has failed and is told to let go', () => {
    const out = temporaryFolder();
    const writer = new Writer(out);
    writer.put({ path: 'a', text: '1' });
    expect(() => writer.put({ path: 'b', copyOf: join(out, 'missing') })).toThrow(/missing/);
    takenByAnother(out);
    writer.abandon();
    expect(readFileSync(join(out, '.fazhi/lock'), 'utf8')).toBe(other);
  });

  test('when it is done', () => {
    const out = temporaryFolder();
    const writer = new Writer(out);
    writer.put({ path: 'a', text: '1' });
    writer.commit();
    takenByAnother(out);
    writer.abandon();
    expect(readFileSync(join(out, '.fazhi/lock'), 'utf8')).toBe(other);
  });
});
