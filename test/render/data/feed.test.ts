/** The feed, read back by an XML parser that is not ours. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { BASE } from '../../support/content.js';
import type { Files } from '../../support/folder.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles } from '../theme.js';

const COLUMN = 'http://www.zgsuixian.gov.cn/fzzfjsndbg/';

interface Feed {
  '@xmlns': string;
  '@xml:lang': string;
  id: string;
  title: string;
  updated: string;
  author: { name: string };
  link: { '@rel': string; '@type': string; '@href': string }[];
  entry: Entry[];
}
interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  author: { name: string };
  link: { '@rel': string; '@href': string }[];
  summary: string;
}

function feedOf(files: Files): Feed {
  const xml = renderFiles(files)['feed.xml'] ?? '';
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    htmlEntities: true,
    isArray: (name) => name === 'entry' || name === 'link',
  });
  return (parser.parse(xml) as { feed: Feed }).feed;
}

/** What every feed must have by RFC 4287, said of each part that lacks it. */
function faultsOf(feed: Feed): string[] {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
  const absolute = /^(?:https?:\/\/|urn:)\S+$/;
  return [feed, ...feed.entry].flatMap(({ id, title, updated, author, link }) => [
    ...(absolute.test(id) ? [] : [`${title}: id ${id}`]),
    ...(title === '' ? [`${id}: no title`] : []),
    ...(time.test(updated) ? [] : [`${id}: updated ${updated}`]),
    ...(author.name === '' ? [`${id}: no author`] : []),
    ...(link.filter((one) => one['@rel'] === 'alternate').length === 1 ? [] : [`${id}: not one alternate`]),
  ]);
}

function reportOfYear(year: number, published: string): Files {
  return Object.fromEntries(
    Object.entries(BASE)
      .filter(([path]) => path.startsWith('2022/') && !path.includes('/events/'))
      .map(([path, text]) => [
        path.replace('2022/', `${year}/`),
        text.replace('year: 2022', `year: ${year}`).replace('published: 2023-03-21 09:00', published),
      ]),
  );
}

test.each([
  ['the real content', realContent()],
  ['a report', BASE],
])('the feed of %s has what the standard demands', (_, content) => {
  expect(faultsOf(feedOf(content))).toEqual([]);
});

test('tells of a report: when, whose, in which words, and where it is', () => {
  const feed = feedOf(BASE);
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(feed['@xml:lang']).toBe('zh-CN');
  expect(feed.link.map((link) => link['@href'])).toEqual([`${COLUMN}feed.xml`, COLUMN]);
  expect(feed.entry).toMatchInlineSnapshot(`
    [
      {
        "author": {
          "name": "均川镇党委政府",
        },
        "id": "http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/",
        "link": [
          {
            "@href": "http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/",
            "@rel": "alternate",
            "@type": "text/html",
          },
        ],
        "published": "2023-03-21T09:00:00+08:00",
        "summary": "一年来，均川镇推进法治政府建设，现报告如下：",
        "title": "均川镇法治政府建设年度报告（2022年度）",
        "updated": "2023-03-21T09:00:00+08:00",
      },
    ]
  `);
});

test('a new report comes first, and its day is the feed’s; one that names no day is not told of', () => {
  const feed = feedOf({
    ...BASE,
    ...reportOfYear(2021, 'published: 2022-03-30'),
    ...reportOfYear(2023, 'published: 2024-03-29 17:05'),
    ...reportOfYear(2020, ''),
  });
  expect(feed.updated).toBe('2024-03-29T17:05:00+08:00');
  expect(feed.entry.map(({ id, updated }) => [id, updated])).toEqual([
    [`${COLUMN}2023/`, '2024-03-29T17:05:00+08:00'],
    [`${COLUMN}2022/`, '2023-03-21T09:00:00+08:00'],
    [`${COLUMN}2021/`, '2022-03-30T00:00:00+08:00'],
  ]);
});

test('where no address is known, ids are names that last and links lead from the feed', () => {
  const files = { ...BASE, 'site.yaml': BASE['site.yaml']?.replace(`    url: ${COLUMN}\n`, '') };
  const feed = feedOf(files);
  expect(faultsOf(feed)).toEqual([]);
  expect([feed.id, feed.entry[0]?.id]).toMatchInlineSnapshot(`
    [
      "urn:uuid:9cfbb5fc-e537-88f0-b762-2701eb46f8a3",
      "urn:uuid:72c49edd-f5a5-8712-a7cf-cf69d30bc0aa",
    ]
  `);
  expect(feed.link.map((link) => link['@href'])).toEqual(['feed.xml', 'index.html']);
  expect(feed.entry[0]?.link[0]?.['@href']).toBe('2022/index.html');
  expect(feedOf({ ...files, ...reportOfYear(2023, 'published: 2024-03-29') }).id).toBe(feed.id);
});

test('signs that mean something in XML are words in the feed', () => {
  const title = '均川镇“<法治>”&"建设"年度报告';
  const files = { ...BASE, '2022/report.md': BASE['2022/report.md']?.replace(/title: .*/, `title: '${title}'`) };
  expect(feedOf(files).entry[0]?.title).toBe(`${title}（2022年度）`);
});

test('pages name the feed; without a day of publication there is none, and none is named', () => {
  const link = '<link rel="alternate" type="application/atom+xml" href="../../feed.xml">';
  expect(renderFiles(BASE)['2022/timeline/index.html']).toContain(link);
  const undated = BASE['2022/report.md']?.replace('published: 2023-03-21 09:00\n', '');
  const files = renderFiles({ ...BASE, '2022/report.md': undated });
  expect(Object.keys(files)).not.toContain('feed.xml');
  expect(Object.values(files).join('')).not.toContain('feed.xml');
});
