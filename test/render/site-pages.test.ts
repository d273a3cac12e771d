/** What the site as a whole is made of, from digests: with few towns as ever, with many in files that stay small. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { digest, digestsOf, PORTAL, siteFiles } from './digests.js';

const MEGABYTE = 1_000_000;
const COLUMN = 'http://www.zgsuixian.gov.cn/fzzfjsndbg/';

/** The links of a page within the site, as paths from its folder. */
function linksOf(path: string, html: string | undefined): string[] {
  return [...(html ?? '').matchAll(/<a href="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href, `https://site/${path}`))
    .flatMap(({ host, pathname }) => (host === 'site' ? [decodeURIComponent(pathname.slice(1))] : []));
}

const isReport = (path: string): boolean => /(?:^|\/)\d{4}\/index\.html$/.test(path);

describe.each([
  ['of a province: 1,000 towns in ten years', { towns: 1000, years: 10 }],
  ['of 10,000 towns in one year', { towns: 10_000, years: 1 }],
  [
    'in folders with long Chinese names',
    {
      towns: 2000,
      years: 5,
      folder: (town: number) => `湖北省随州市/第${Math.floor(town / 20)}自治县/乡镇街道办事处${town}`,
    },
  ],
] as const)('the site %s', (_, shape) => {
  const towns = digestsOf(shape);
  const files = siteFiles(towns);
  const pages = [...files.keys()].filter((path) => path === 'index.html' || path.startsWith('directory/'));

  test('has no file of more than a megabyte, and no page of more than 200 KB', () => {
    const sizes = [...files].map(([path, text]) => [path, Buffer.byteLength(text)] as const);
    expect(sizes.filter(([, bytes]) => bytes > MEGABYTE)).toEqual([]);
    expect(sizes.filter(([path, bytes]) => path.endsWith('.html') && bytes > 200_000)).toEqual([]);
    expect(Buffer.byteLength(files.get('search/index.html') ?? '')).toBeLessThan(10_000);
  });

  test('leads from the home page to every report, once, and from each page of the directory to all others', () => {
    const listed = pages.flatMap((path) => linksOf(path, files.get(path)).filter(isReport));
    const reports = towns.flatMap((town) => town.reports.map(({ path }) => `${path}/index.html`));
    expect(listed.toSorted()).toEqual(reports.toSorted());
    for (const path of pages) {
      const links = new Set(linksOf(path, files.get(path)));
      expect(pages.filter((page) => !links.has(page))).toEqual([]);
    }
  });

  test('has pages of about the same size, each with a title and an address of its own', () => {
    const counts = pages.map((path) => linksOf(path, files.get(path)).filter(isReport).length);
    expect(Math.min(...counts)).toBeGreaterThan(Math.max(...counts) * 0.8);
    const titles = pages.map((path) => /<title>(.*?)<\/title>/.exec(files.get(path) ?? '')?.[1]);
    expect(new Set(titles).size).toBe(pages.length);
    const canonical = pages.map((path) => /rel="canonical" href="(.*?)"/.exec(files.get(path) ?? '')?.[1]);
    expect(canonical).toEqual(pages.map((path) => COLUMN + path.replace(/index\.html$/, '')));
  });

  test('names every page once to search engines, in files that an index lists', () => {
    const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });
    const index = parser.parse(files.get('sitemap.xml') ?? '') as { sitemapindex: { sitemap: { loc: string }[] } };
    const parts = index.sitemapindex.sitemap.map(({ loc }) => files.get(loc.slice(COLUMN.length)) ?? '');
    expect(parts).toHaveLength([...files.keys()].filter((path) => path.startsWith('sitemap/')).length);
    const urls = parts.flatMap((xml) => {
      expect(XMLValidator.validate(xml)).toBe(true);
      const { url } = (parser.parse(xml) as { urlset: { url: { loc: string }[] } }).urlset;
      expect(url.length).toBeLessThanOrEqual(50_000);
      return url.map(({ loc }) => loc);
    });
    expect(urls).toHaveLength(new Set(urls).size);
    expect(urls).toHaveLength(towns.length * (towns[0]?.reports.length ?? 0) * 7 + pages.length + 1);
  });

  test('lists every town to the search, with its files', () => {
    const lists = [...files].filter(([path]) => path.startsWith('search/towns/'));
    const rows = lists.flatMap(
      ([, text]) => text.match(/^\{"town".*"texts":\[\{"address":"texts\/.*\}\]\}(?=,?$)/gm) ?? [],
    );
    expect(rows).toHaveLength(towns.length);
    const html = files.get('search/index.html') ?? '';
    for (const [path] of lists) expect(html).toContain(`<script src="${path.slice('search/'.length)}?v=`);
  });

  test('is the same bytes twice', () => {
    expect(siteFiles(digestsOf(shape))).toEqual(files);
  });
});

describe('the site of a county with few reports', () => {
  const files = siteFiles(digestsOf({ towns: 20, years: 2 }));

  test('is these files, with the whole directory on the home page', () => {
    expect([...files.keys()]).toEqual([
      'index.html',
      'search/index.html',
      'search/towns/1.js',
      'sitemap.xml',
      'feed.xml',
    ]);
    const html = files.get('index.html') ?? '';
    expect(linksOf('index.html', html).filter(isReport)).toHaveLength(40);
    expect(html).not.toContain('目录的各页');
    expect(html).toContain(
      '<section class="office"><h2>第1镇人民政府</h2><div><ul class="others"><li><a href="town-0001/2022/index.html">' +
        '<span class="date">2022年度</span> <span>第1镇人民政府2022年度法治政府建设年度报告</span></a>' +
        '<span class="note">2023年1月20日发布</span></li>',
    );
  });

  test('lists the pages of all reports for whoever has no scripts, and searches all at once', () => {
    const html = files.get('search/index.html') ?? '';
    expect(linksOf('search/index.html', html).filter((path) => path.endsWith('/report/index.html'))).toHaveLength(40);
    expect(html).not.toContain('发布机构');
  });
});

test('more than fifty reports are not listed on the search page, which leads to the directory', () => {
  const html = siteFiles(digestsOf({ towns: 17, years: 3 })).get('search/index.html');
  expect(linksOf('search/index.html', html).filter((path) => path.endsWith('/report/index.html'))).toEqual([]);
  expect(html).toContain('<a href="../index.html">全部报告的目录</a>');
});

test.each([
  ['six megabytes', { towns: 6, years: 1, textBytes: 1_000_000 }, false],
  ['more', { towns: 6, years: 1, textBytes: 1_000_001 }, true],
  ['two hundred files', { towns: 200, years: 1, textBytes: 1 }, false],
  ['more files', { towns: 201, years: 1, textBytes: 1 }, true],
  ['whatever one town has', { towns: 1, years: 1, textBytes: 9_000_000 }, false],
])('of %s of texts, the search page asks for a town: %o, %s', (_, shape, isAsked) => {
  const html = siteFiles(digestsOf(shape)).get('search/index.html') ?? '';
  expect(html.includes('data-search-town')).toBe(isAsked);
});

test('a town of many years has its latest report in full and the others by their years', () => {
  const html = siteFiles(digestsOf({ towns: 2, years: 12 })).get('index.html') ?? '';
  expect(html.match(/年度法治政府建设年度报告<\/span>/g)).toHaveLength(2);
  expect(html).toContain(
    '<p class="note">以往年度</p><ul class="years"><li><a href="town-0001/2021/index.html">2021</a></li>',
  );
});

test('towns stand under the folders above them, unless all lie in the same', () => {
  const counties = ['湖北省/随县', '湖北省/曾都区', '湖北省/广水市'];
  const folder = (town: number): string => `${counties[town % 3]}/第${town}镇`;
  const grouped = siteFiles(digestsOf({ towns: 9, years: 1, folder })).get('index.html') ?? '';
  expect([...grouped.matchAll(/<h(2|3)>(.*?)<\/h/g)].map(([, level, words]) => `${level} ${words}`)).toEqual([
    ...['2 广水市', '3 第3镇人民政府', '3 第6镇人民政府', '3 第9镇人民政府'],
    ...['2 曾都区', '3 第2镇人民政府', '3 第5镇人民政府', '3 第8镇人民政府'],
    ...['2 随县', '3 第1镇人民政府', '3 第4镇人民政府', '3 第7镇人民政府'],
  ]);
  const plain = siteFiles(digestsOf({ towns: 3, years: 1, folder: (town) => `湖北省/随县/第${town}镇` }));
  expect(plain.get('index.html')).not.toMatch(/<h\d>(?:随县|湖北省)/);
});

test('a county that goes on on the next page is named there again', () => {
  const folder = (town: number): string => `${town < 450 ? '甲县' : '乙县'}/town-${String(town).padStart(4, '0')}`;
  const files = siteFiles(digestsOf({ towns: 600, years: 1, folder }));
  const heads = (path: string): string[] =>
    [...(files.get(path) ?? '').matchAll(/<h2>(.*?)<\/h2>/g)].map(([, h]) => h ?? '');
  expect([heads('index.html'), heads('directory/2/index.html')]).toEqual([['乙县', '甲县'], ['甲县（续）']]);
  expect(files.get('directory/2/index.html')).toContain('第2页，共2页：甲县 第151镇人民政府 至 第450镇人民政府</p>');
});

test('towns of one name are told apart by their folders', () => {
  const towns = ['junchuan', 'liulin', '随县/均川'].map((town) => ({
    town,
    reports: [digest(town, 2022, '城关镇人民政府')],
    texts: [],
  }));
  const html = siteFiles(towns).get('index.html') ?? '';
  expect([...html.matchAll(/<h(?:2|3)>(.*?)<\/h/g)].map(([, words]) => words)).toEqual([
    '城关镇人民政府（junchuan）',
    '城关镇人民政府（liulin）',
    '随县',
    '城关镇人民政府',
  ]);
});

test('a single town has no directory, and its search page is about its reports', () => {
  const files = siteFiles(digestsOf({ towns: 1, years: 3, folder: () => '' }));
  expect([...files.keys()]).toEqual(['search/index.html', 'search/towns/1.js', 'sitemap.xml', 'feed.xml']);
  expect(files.get('sitemap.xml')).toContain(`<url><loc>${COLUMN}</loc></url>`);
});

test('without a published address there is no sitemap, however large', () => {
  const { url: _, ...column } = PORTAL.column;
  const files = siteFiles(digestsOf({ towns: 2000, years: 10 }), { ...PORTAL, column });
  expect([...files.keys()].filter((path) => path.includes('sitemap'))).toEqual([]);
});
