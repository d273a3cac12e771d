/** The built files of the real content: links, weight, policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realSite } from '../support/site.js';
import { iconFaults, linkFaults, policyFaults, styleSheetFaults, weightFaults } from './checks.js';

const site = await realSite();
const read = (path: string): string | undefined => (site.files.includes(path) ? site.text(path) : undefined);

const REPORT = ['', 'report/', 'timeline/', 'checklist/', 'follow-up/', 'offices/', 'data/'];
const DATA = [
  ...['events.csv', 'checklist.csv', 'follow-up.csv', 'events.ics'],
  ...['article.html', 'report.md', 'report.json', 'report.schema.json'],
];

test('the pages of DESIGN.md are there, and what goes with them', () => {
  const pages = ['index.html', '404.html', 'search/index.html', ...REPORT.map((url) => `2022/${url}index.html`)];
  const data = ['sitemap.xml', 'feed.xml', 'manifest.json', ...DATA.map((file) => `2022/data/${file}`)];
  for (const path of [...pages, ...data]) expect(site.files).toContain(path);
});

describe.each(site.pages)('%s', (path) => {
  test('links only to what is there, by addresses that work under any path and from disk', () => {
    expect(linkFaults(path, read)).toEqual([]);
  });

  test('weighs no more than 60 KB with its style sheets and scripts, and these no more than 10 KB', () => {
    expect(weightFaults(path, read)).toEqual([]);
  });

  test('names an icon of its own, so that no browser asks the portal for one', () => {
    expect(iconFaults(path, site.text(path))).toEqual([]);
  });

  test('has a strict policy and nothing that it refuses', () => {
    expect(policyFaults(path, site.text(path))).toEqual([]);
  });
});

test('style sheets ask only for what is there', () => {
  const sheets = site.files.filter((path) => path.endsWith('.css'));
  expect(sheets).not.toEqual([]);
  expect(sheets.flatMap((path) => styleSheetFaults(path, read))).toEqual([]);
});

test('every page can be reached from the first by links', () => {
  const reached = new Set(['index.html']);
  for (const path of reached)
    for (const [, url = ''] of site.text(path).matchAll(/<a\b[^>]*?\shref="([^"#:]+)/g)) {
      const target = join(path, '..', decodeURIComponent(url)).replaceAll('\\', '/');
      if (site.pages.includes(target)) reached.add(target);
    }
  expect(site.pages.filter((path) => !reached.has(path) && path !== '404.html')).toEqual([]);
});

test('the manifest holds every other file, with its size and hash', () => {
  const { files } = JSON.parse(site.text('manifest.json')) as { files: object[] };
  const actual = site.files
    .filter((path) => path !== 'manifest.json')
    .map((path) => {
      const bytes = readFileSync(join(site.folder, path));
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  expect(files).toEqual(actual);
});
