/** A rebuild gives what a build from nothing gives, whatever was done in between, and the same objects where it can. */
import fc from 'fast-check';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { preview, type PreviewResult } from '../../src/build.js';
import { Keep } from '../../src/keep.js';
import type { Page } from '../../src/model/page.js';
import { brief } from '../support/content.js';
import { apply, bursts, county, type Edit } from '../support/edits.js';

afterEach(() => vi.useRealTimers());

/** All that a build says and makes, to be compared. */
function outcome({ pages, diagnostics, files }: PreviewResult): object {
  return { diagnostics, pages, files };
}

/** With `isTold`, a rebuild is told what differs and looks at nothing else. */
function followsEveryBurst(edits: Edit[][], isTold = false): void {
  const content = county();
  try {
    const keep = new Keep();
    let before = new Map<string, Page>();
    for (const burst of [[], ...edits]) {
      const earlier = everythingIn(content);
      for (const edit of burst) apply(edit, content);
      const kept = preview(content, {
        keep,
        ...(isTold && { changed: differences(earlier, everythingIn(content)) }),
      });
      expect(outcome(kept)).toEqual(outcome(preview(content)));
      for (const page of kept.pages ?? []) {
        const old = before.get(page.path);
        if (old && 'text' in old && 'text' in page && old.text === page.text) expect(page).toBe(old);
      }
      before = new Map(kept.pages?.map((page) => [page.path, page]) ?? before);
    }
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/** Milliseconds: forty contents, each built twice after every burst. */
const SLOW = 240_000;

describe('after any bursts of edits, a rebuild gives the pages and the messages of a build from nothing', () => {
  test(
    'when files have just been written, and are opened again',
    () => {
      fc.assert(
        fc.property(bursts, (edits) => followsEveryBurst(edits)),
        { numRuns: 40 },
      );
    },
    SLOW,
  );

  test(
    'when files were written long ago, and only their status is asked',
    () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      fc.assert(
        fc.property(bursts, (edits) => followsEveryBurst(edits)),
        { numRuns: 40 },
      );
    },
    SLOW,
  );

  test(
    'when it is told what differs, and looks at nothing else',
    () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      fc.assert(
        fc.property(bursts, (edits) => followsEveryBurst(edits, true)),
        { numRuns: 40 },
      );
    },
    SLOW,
  );
});

/** Files by path with their bytes, and folders: what a watcher tells of. */
function everythingIn(folder: string): Map<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isDirectory() ? '' : readFileSync(path, 'utf8')];
    }),
  );
}

/** The paths where something else is now, or something was or is only now. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

/** The paths of the pages that a change made anew; every other page is the object it was. */
function remade(change: (content: string) => void): string[] {
  const content = county();
  const keep = new Keep();
  const before = new Set(pagesOf(preview(content, { keep })));
  change(content);
  return pagesOf(preview(content, { keep }))
    .filter((page) => !before.has(page))
    .map(({ path }) => path);
}

function pagesOf({ pages, diagnostics }: PreviewResult): Page[] {
  if (!pages) throw new Error(brief(diagnostics).join('\n'));
  return pages;
}

const EVENT = 'wanhe/2021/events/2021-06-26-drug-control-day.md';

describe('only pages that show a change are made anew', () => {
  test('nothing is, when nothing changed', () => {
    expect(remade(() => undefined)).toEqual([]);
  });

  test('nothing is, when a file was saved as it was', () => {
    expect(remade((content) => apply({ do: 'put back', path: EVENT }, content))).toEqual([]);
  });

  test('words of an event change its report’s text, timeline and data, and what is searched', () => {
    expect(remade((content) => apply({ do: 'add words', path: EVENT, words: '成效明显。' }, content))).toEqual([
      'wanhe/2021/report/index.html',
      'wanhe/2021/timeline/index.html',
      'wanhe/2021/data/index.html',
      'wanhe/2021/data/events.csv',
      'wanhe/2021/data/events.ics',
      'wanhe/2021/data/article.html',
      'wanhe/2021/data/report.md',
      'wanhe/2021/data/report.json',
      'search/texts/wanhe/1.js',
      'search/index.html',
      'search/towns/1.js',
    ]);
  });

  test('a section’s title changes the year before, whose task has its result there', () => {
    const result: Edit = {
      do: 'set key',
      path: 'wanhe/2021/tasks/01-more-publicity.md',
      key: 'result',
      value: 'measures',
    };
    const content = county();
    apply(result, content);
    const keep = new Keep();
    const before = new Set(pagesOf(preview(content, { keep })));
    apply({ do: 'set key', path: 'wanhe/2022/sections/10-measures.md', key: 'title', value: '法治宣传' }, content);
    const paths = pagesOf(preview(content, { keep }))
      .filter((page) => !before.has(page))
      .map(({ path }) => path);
    expect(paths).toEqual([
      'wanhe/2021/follow-up/index.html',
      'wanhe/2021/data/index.html',
      'wanhe/2021/data/follow-up.csv',
      'wanhe/2021/data/report.json',
      'wanhe/2022/index.html',
      'wanhe/2022/report/index.html',
      'wanhe/2022/follow-up/index.html',
      'wanhe/2022/data/index.html',
      'wanhe/2022/data/events.csv',
      'wanhe/2022/data/article.html',
      'wanhe/2022/data/report.md',
      'wanhe/2022/data/report.json',
      'search/texts/wanhe/1.js',
      'search/index.html',
      'search/towns/1.js',
    ]);
  });

  test('an attachment that is another is another page, of the same name', () => {
    const words = '见[名单](../../../附件/名单.pdf)。';
    const content = county();
    apply({ do: 'add words', path: EVENT, words }, content);
    const keep = new Keep();
    const before = new Set(pagesOf(preview(content, { keep })));
    apply({ do: 'write', path: '附件/名单.pdf', text: '%PDF 名单二' }, content);
    const paths = pagesOf(preview(content, { keep }))
      .filter((page) => !before.has(page))
      .map(({ path }) => path);
    expect(paths).toEqual(['附件/名单.pdf']);
  });
});

test('a file of the same size with its old time of change is not taken for the old one', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  const paths = remade((content) => {
    const file = join(content, EVENT);
    const { atime, mtime, size } = statSync(file);
    apply({ do: 'add words', path: EVENT, words: '好。' }, content);
    const text = `---\ntitle: 禁毒日宣传\nsection: measures\ndate: 6月26日\n---\n\n6月26日，司法所进行禁毒日宣传`;
    writeFileSync(file, text + '。'.padEnd(size - Buffer.byteLength(text) - 2, '\n'));
    utimesSync(file, atime, mtime);
    expect(statSync(file).size).toBe(size);
  });
  expect(paths).toContain('wanhe/2021/timeline/index.html');
});

test('what a mistake took away is back, as it was, when the mistake is mended', () => {
  const content = county();
  const keep = new Keep();
  const before = pagesOf(preview(content, { keep }));
  apply({ do: 'write', path: EVENT, text: '---\ntitle: [\n' }, content);
  expect(preview(content, { keep }).pages).toBeUndefined();
  apply({ do: 'put back', path: EVENT }, content);
  const after = pagesOf(preview(content, { keep }));
  expect(after.map((page, index) => page === before[index])).toEqual(before.map(() => true));
});
