import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FSWatcher, watch, type ChokidarOptions } from 'chokidar';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchContent } from '../../src/serve/watch.js';
import { BASE } from '../support/content.js';
import { folderOf } from '../support/folder.js';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((end) => end()));
});

test('where the system watches no more files, they are looked at in turn, and that is said', async () => {
  const content = folderOf(BASE);
  const opened: ChokidarOptions[] = [];
  const noSpace = Object.assign(new Error('ENOSPC: no space left on device, watch'), { code: 'ENOSPC' });
  const said: unknown[] = [];
  let changed = (): void => undefined;
  const open = (paths: string[], options: ChokidarOptions): FSWatcher => {
    opened.push(options);
    if (opened.length > 1) return watch(paths, options);
    const failing = new FSWatcher(options);
    setTimeout(() => failing.emit('error', noSpace), 0);
    return failing;
  };

  await new Promise<void>((ready) => {
    const watching = watchContent({
      content,
      alsoWatch: [],
      open,
      onFallback: (error) => said.push(error),
      onChange: (isCheck) => (isCheck ? ready() : changed()),
    });
    cleanUp.push(() => watching.close());
  });
  const change = new Promise<void>((resolve) => (changed = resolve));
  writeFileSync(join(content, 'site.yaml'), '# 一行\n', { flag: 'a' });
  await change;

  expect(said).toEqual([noSpace]);
  expect(opened.map(({ usePolling = false }) => usePolling)).toEqual([false, true]);
});

test('folders that change places without a word of the watcher are seen all the same', async () => {
  const content = folderOf(BASE);
  const silent = new FSWatcher();
  const change = new Promise<readonly string[] | undefined>((resolve) => {
    const watching = watchContent({
      content,
      alsoWatch: [],
      open: () => silent,
      onFallback: () => undefined,
      onChange: (_, changed) => resolve(changed),
    });
    cleanUp.push(() => watching.close());
  });
  const [events, tasks, aside] = ['events', 'tasks', 'aside'].map((name) => join(content, '2022', name));
  renameSync(events ?? '', aside ?? '');
  renameSync(tasks ?? '', events ?? '');
  renameSync(aside ?? '', tasks ?? '');
  // Nothing tells what changed, so anything may have.
  expect(await change).toBeUndefined();
});

describe('a quiet moment', () => {
  /** Calls of `onChange`, with the milliseconds since the first event; the events come from no disk. */
  async function callsAfter(events: readonly [number, 'add' | 'change' | 'unlink', string][]): Promise<string[]> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    const calls: string[] = [];
    const began = Date.now();
    const watcher = new FSWatcher();
    const watching = watchContent({
      content: folderOf(BASE),
      alsoWatch: [],
      open: () => watcher,
      onFallback: () => undefined,
      onChange: (isCheck) => calls.push(`${Date.now() - began} ${isCheck ? 'check' : 'change'}`),
    });
    for (const [at, event, path] of events) {
      vi.advanceTimersByTime(began + at - Date.now());
      watcher.emit('all', event, path);
    }
    vi.advanceTimersByTime(2000);
    vi.useRealTimers();
    await watching.close();
    return calls;
  }

  test('after a save comes at once, and a second look when all is quiet', async () => {
    expect(await callsAfter([[0, 'change', 'a.md']])).toEqual(['10 change', '250 check']);
  });

  test('is waited for while events keep coming', async () => {
    const burst = Array.from({ length: 50 }, (_, index): [number, 'add', string] => [index * 8, 'add', `${index}.md`]);
    expect(await callsAfter(burst)).toEqual(['402 change', '642 check']);
  });

  test('is longer after a file went, since its editor may be about to bring it back', async () => {
    expect(await callsAfter([[0, 'unlink', 'a.md']])).toEqual(['80 change', '250 check']);
  });

  test('is short again once the file is back', async () => {
    const save: [number, 'add' | 'unlink', string][] = [
      [0, 'unlink', 'a.md'],
      [30, 'add', 'a.md'],
    ];
    expect(await callsAfter(save)).toEqual(['40 change', '280 check']);
  });
});
