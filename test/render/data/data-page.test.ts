/** The page of downloads: what it says of a file is true of the file. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { BASE } from '../../support/content.js';
import type { Files } from '../../support/folder.js';
import { attribute, blocksOf, elementsIn, parseHtml } from '../../support/html.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles } from '../theme.js';

const DATA = '2022/data/';

function downloads(files: Record<string, string>): string[] {
  return elementsIn(parseHtml(files[`${DATA}index.html`] ?? '')).flatMap(
    (element) => attribute(element, 'download') ?? [],
  );
}

test('every file of the data folder can be downloaded there, and nothing else', () => {
  const files = renderFiles(BASE);
  const made = Object.keys(files).filter((path) => path.startsWith(DATA) && path !== `${DATA}index.html`);
  expect(
    downloads(files)
      .map((name) => DATA + name)
      .toSorted(),
  ).toEqual(made.toSorted());
});

test('it says what each is for, how large it is, and its sum, to compare and to copy', () => {
  const files = renderFiles(realContent());
  const blocks = blocksOf(files[`${DATA}index.html`] ?? '').join('\n');
  for (const name of downloads(files)) {
    const bytes = Buffer.from(files[DATA + name] ?? '');
    const sum = createHash('sha256').update(bytes).digest('hex');
    expect(blocks).toContain(`${name}，${(bytes.length / 1024).toFixed(1)} KB\n`);
    expect(blocks).toContain(`校验和 ${sum.slice(0, 8)}…\nSHA-256：${sum}`);
  }
});

test('a calendar that is not made is not offered', () => {
  const { '2022/events/2022-06-26-drug-control-day.md': _, ...rest } = BASE;
  expect(downloads(renderFiles(rest))).not.toContain('events.ics');
});

test('it leads to the feed only where there is one', () => {
  const undated: Files = { ...BASE, '2022/report.md': BASE['2022/report.md']?.replace(/published: .*\n/, '') };
  expect(renderFiles(BASE)[`${DATA}index.html`]).toContain('<a href="../../feed.xml">本栏目的更新（Atom）</a>');
  expect(renderFiles(undated)[`${DATA}index.html`]).not.toContain('Atom');
});

test('all data files come out byte for byte the same twice', () => {
  expect(renderFiles(realContent())).toEqual(renderFiles(realContent()));
});
