import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/render/dates.js';
import { render } from '../support/whole.js';
import { BASE, siteOf } from '../support/content.js';
import { attribute, elementsIn, find, parseHtml } from '../support/html.js';
import { renderFiles, textsOf, THEME, unbroken } from './theme.js';

const SITE = BASE['site.yaml'] ?? '';
const HOSTILE = '<script>alert(1)</script>"\'&';
const METAS = /<meta name="([A-Z]\w+)" content="([^"]*)">/g;

function change(path: string, from: string, to: string): Record<string, string> {
  const before = BASE[path] ?? '';
  if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...BASE, [path]: before.replace(from, to) };
}

function tagsOf(html: string | undefined): Record<string, string> {
  return Object.fromEntries([...(html ?? '').matchAll(METAS)].map(([, name = '', content = '']) => [name, content]));
}

function structuredData(html: string | undefined): Record<string, unknown>[] {
  const blocks = [...(html ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
  return blocks.flatMap(([, json = '']) => {
    const data = JSON.parse(json) as Record<string, unknown> & { '@graph'?: Record<string, unknown>[] };
    return data['@graph'] ?? [data];
  });
}

function htmlOf(files: Record<string, string>): string[] {
  return Object.keys(files).flatMap((path) => (path.endsWith('.html') ? (files[path] ?? []) : []));
}

/** `content/2022/` as the report of another folder and year. */
function reportIn(folder: string, year: number): Record<string, string> {
  const entries = Object.entries(BASE).filter(([path]) => path.startsWith('2022/'));
  return Object.fromEntries(
    entries.map(([path, text]) => [
      path.replace('2022/', folder).replace('2022-06-26', `${year}-06-26`),
      text.replace('year: 2022', `year: ${year}`).replace('2023-03-21', `${year + 1}-03-21`),
    ]),
  );
}

test('a site of one report is these files', () => {
  expect(Object.keys(renderFiles(BASE)).toSorted()).toEqual([
    '2022/checklist/index.html',
    '2022/data/article.html',
    '2022/data/checklist.csv',
    '2022/data/events.csv',
    '2022/data/events.ics',
    '2022/data/follow-up.csv',
    '2022/data/index.html',
    '2022/data/report.json',
    '2022/data/report.md',
    '2022/data/report.schema.json',
    '2022/follow-up/index.html',
    '2022/index.html',
    '2022/offices/index.html',
    '2022/report/index.html',
    '2022/timeline/index.html',
    '404.html',
    'assets/icon.svg',
    'assets/search.js',
    'assets/site.css',
    'assets/site.js',
    'feed.xml',
    'index.html',
    'search/index.html',
    'search/texts/1.js',
    'search/towns/1.js',
    'sitemap.xml',
  ]);
});

test('the same site gives the same bytes', () => {
  expect(renderFiles(BASE)).toEqual(renderFiles(BASE));
});

test('a file whose content changes gets another address, so that no cache shows an old one', () => {
  const addressOf = (css: string): string | undefined => {
    const files = textsOf(render(siteOf(BASE).site, { ...THEME, css }));
    return /href="(\.\.\/\.\.\/assets\/site\.css\?v=[0-9a-f]{8})"/.exec(files['2022/report/index.html'] ?? '')?.[1];
  };
  expect(addressOf('a { color: red }')).toBeDefined();
  expect(addressOf('a { color: red }')).not.toBe(addressOf('a { color: blue }'));
  expect(addressOf('a { color: red }')).toBe(addressOf('/* the same to a reader */ a { color: red }'));
});

describe('the portal tags', () => {
  test('stand in all three groups on a page of a report', () => {
    expect(tagsOf(renderFiles(BASE)['2022/report/index.html'])).toEqual({
      SiteName: '随县人民政府',
      SiteDomain: 'www.zgsuixian.gov.cn',
      SiteIDCode: '4213210001',
      ColumnName: '法治政府建设年度报告',
      ColumnDescription: '公开法治政府建设年度报告。',
      ColumnKeywords: '法治政府建设',
      ColumnType: '信息公开目录',
      ArticleTitle: '均川镇法治政府建设年度报告',
      PubDate: '2023-03-21 09:00',
      ContentSource: '均川镇党委政府',
      Description: '一年来，均川镇推进法治政府建设，现报告如下：',
      Url: 'http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/report/',
    });
  });

  test('say nothing that nobody told: no code, no time of publication, no address', () => {
    const files = renderFiles({
      ...change('2022/report.md', '2023-03-21 09:00', '2023-03-21'),
      'site.yaml': SITE.replace(/ {2}code: .*\n/, '').replace(/ {4}url: .*\n/, ''),
    });
    const html = files['2022/timeline/index.html'];
    expect(Object.keys(tagsOf(html))).not.toEqual(expect.arrayContaining(['SiteIDCode']));
    expect(tagsOf(html)).not.toHaveProperty('PubDate');
    expect(tagsOf(html)).not.toHaveProperty('Url');
    expect(html).not.toContain('rel="canonical"');
    expect(files).not.toHaveProperty(['sitemap.xml']);
  });

  test('do not call the page that is not found an article', () => {
    const html = renderFiles(BASE)['404.html'];
    expect(tagsOf(html)).not.toHaveProperty('ArticleTitle');
    expect(html).not.toContain('rel="canonical"');
  });
});

test('what the portal itself supplies at the foot of its pages is not printed twice', () => {
  const foot = renderFiles(BASE)['2022/index.html']?.split('<footer')[1];
  expect(foot).toContain('主办单位：随县人民政府办公室');
  expect(foot).not.toContain('ICP');
  expect(foot).not.toContain('由门户模板提供');
});

test('every page names the portal and leads back to it, and shows a date of the report', () => {
  const pages = Object.entries(renderFiles(BASE)).filter(([path]) => /^2022\/.*index\.html$/.test(path));
  for (const [, html] of pages) {
    expect(html).toContain('<a href="http://www.zgsuixian.gov.cn/">随县人民政府</a>门户网站');
    expect(html).toContain('<time datetime="2023-03-21">2023年3月21日 09:00</time>');
  }
});

test('without a date of publication, the year of the report is what a page can say', () => {
  const files = renderFiles(change('2022/report.md', 'published: 2023-03-21 09:00\n', ''));
  expect(files['2022/timeline/index.html']).toContain('<dt>报告年度</dt><dd><time datetime="2022">2022年</time></dd>');
});

test('every address inside the site is relative and leads to a file that is there', () => {
  const files = renderFiles({ ...BASE, ...reportIn('2021/', 2021) });
  // The manifest is written beside the pages.
  const paths = [...Object.keys(files), 'manifest.json'];
  for (const [path, html] of Object.entries(files).filter(([file]) => file.endsWith('.html'))) {
    for (const element of elementsIn(parseHtml(html))) {
      const address = attribute(element, 'href') ?? attribute(element, 'src');
      if (address === undefined || address.startsWith('http://www.zgsuixian.gov.cn/')) continue;
      const url = new URL(address, `http://x/${path}`);
      expect(address).not.toMatch(/^[a-z]+:|^\//i);
      expect(paths).toContain(url.pathname.slice(1));
      const target = parseHtml(files[url.pathname.slice(1)] ?? '');
      if (url.hash) expect(() => find(target, decodeURIComponent(url.hash))).not.toThrow();
    }
  }
});

test('titles differ from page to page', () => {
  const files = renderFiles({ ...BASE, ...reportIn('2021/', 2021) });
  const titles = Object.values(files).flatMap((text) => /<title>(.*?)<\/title>/.exec(text)?.[1] ?? []);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('普法宣传大事记 - 均川镇法治政府建设年度报告（2022年度） - 随县人民政府');
});

test('words that look like markup stay words, wherever they are shown', () => {
  const files = renderFiles({
    ...BASE,
    'site.yaml': SITE.replace('name: 随县人民政府', `name: ${JSON.stringify(HOSTILE)}`).replace(
      'name: 司法所',
      `name: ${JSON.stringify(`司法所${HOSTILE}`)}\n    aliases: [司法所]`,
    ),
    '2022/report.md': (BASE['2022/report.md'] ?? '').replace(
      'organ: 均川镇党委政府',
      `organ: ${JSON.stringify(HOSTILE)}\nkeywords: [${JSON.stringify(HOSTILE)}]\nauthor: ${JSON.stringify(HOSTILE)}`,
    ),
    '2022/duties/01-study.md': (BASE['2022/duties/01-study.md'] ?? '').replace(
      'status: done',
      `status: done\nbasis: ${JSON.stringify(HOSTILE)}`,
    ),
  });
  for (const text of htmlOf(files)) {
    expect(text).not.toContain('<script>alert');
    const scripts = elementsIn(parseHtml(text)).filter(({ tagName }) => tagName === 'script');
    for (const script of scripts) expect(script.properties['src'] ?? script.properties['type']).toBeTruthy();
  }
  const [report] = structuredData(files['2022/report/index.html']);
  expect(report).toMatchObject({ publisher: { name: HOSTILE } });
});

describe('what machines are told', () => {
  test('a report is a Report of a government organization', () => {
    expect(structuredData(renderFiles(BASE)['2022/index.html'])).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'Report',
        name: '均川镇法治政府建设年度报告',
        inLanguage: 'zh-CN',
        temporalCoverage: '2022',
        datePublished: '2023-03-21T09:00:00+08:00',
        url: 'http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/',
        publisher: { '@type': 'GovernmentOrganization', name: '均川镇党委政府' },
      },
    ]);
  });

  test.each([
    ['2022-06-26', { startDate: '2022-06-26' }],
    ['2022-06-24/2022-06-26', { startDate: '2022-06-24', endDate: '2022-06-26' }],
    ['6月初', { startDate: '2022-06' }],
    ['2022-06', { startDate: '2022-06' }],
    ['年初', { startDate: '2022' }],
  ])('an event of %s never gets a day that nobody named', (date, expected) => {
    const words = { '2022-06-26': '6月26日', '2022-06-24/2022-06-26': '6月24日至26日', '2022-06': '6月' }[date] ?? date;
    const path = '2022/events/2022-06-26-drug-control-day.md';
    const files = renderFiles({
      ...BASE,
      [path]: `---\ntitle: 国际禁毒日宣传\nsection: measures\ndate: ${date}\n---\n\n${words}，司法所进行国际禁毒日宣传。\n`,
    });
    const [event] = structuredData(files['2022/timeline/index.html']);
    const { startDate, endDate } = event as { startDate?: string; endDate?: string };
    expect({ startDate, ...(endDate !== undefined && { endDate }) }).toEqual(expected);
  });

  test('an office that took part in an event is not said to have organized it', () => {
    const [event] = structuredData(renderFiles(BASE)['2022/timeline/index.html']);
    expect(event).toEqual({
      '@type': 'Event',
      name: '国际禁毒日宣传',
      startDate: '2022-06-26',
      contributor: [{ '@type': 'Organization', name: '司法所' }],
      url: 'http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/timeline/#2022-06-26-drug-control-day',
    });
  });

  test('the year alone stands for the end of the year, too', () => {
    const date = { start: '2022-10-01', end: '2022-12-31', precision: 'part-of-year', text: '年底' } as const;
    expect(isoDate(date)).toEqual({ start: '2022' });
  });

  test('report.json is valid by the schema beside it', () => {
    const files = renderFiles({ ...BASE, ...reportIn('2021/', 2021) });
    for (const folder of ['2021', '2022']) {
      const schema = JSON.parse(files[`${folder}/data/report.schema.json`] ?? '') as object;
      const validate = new Ajv2020({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema);
      const data: unknown = JSON.parse(files[`${folder}/data/report.json`] ?? '');
      expect([validate(data), validate.errors]).toEqual([true, null]);
      expect(validate({ ...(data as object), more: 1 })).toBe(false);
    }
  });

  test('report.json says what the report says', () => {
    const data = JSON.parse(renderFiles(BASE)['2022/data/report.json'] ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({
      id: '2022',
      year: 2022,
      published: '2023-03-21 09:00',
      adopted: null,
      events: [
        {
          id: '2022-06-26-drug-control-day',
          section: 'measures',
          date: { start: '2022-06-26', end: '2022-06-26', precision: 'day', text: '6月26日' },
          offices: ['司法所'],
          place: null,
          kind: 'other',
          text: '6月26日，司法所在唐王广场进行国际禁毒日宣传。',
          url: 'timeline/#2022-06-26-drug-control-day',
        },
      ],
      shortcomings: [{ id: 'publicity', tasks: ['more-publicity'], url: 'follow-up/#publicity' }],
      tasks: [{ id: 'more-publicity', addresses: ['publicity'], result: null }],
      offices: [
        { id: 'justice-office', events: ['2022-06-26-drug-control-day'], duties: [] },
        { id: 'police-station', events: [] },
      ],
    });
  });
});

describe('the front page', () => {
  test('is the overview of the latest report, and names the others', () => {
    const html = unbroken(renderFiles({ ...BASE, ...reportIn('2021/', 2021) })['index.html']);
    expect(html).toContain('>均川镇法治政府建设年度报告</h1>');
    expect(html).toContain('二〇二二年度');
    expect(html).toContain('<a href="2021/index.html">均川镇法治政府建设年度报告（2021年度）</a>');
    expect(html).toContain('<a href="2022/timeline/index.html#2022-06-26-drug-control-day">');
  });

  test('is a directory when several towns share the latest year', () => {
    const { '2022/report.md': report = '', ...rest } = BASE;
    const junchuan = Object.fromEntries(
      Object.entries(rest).map(([path, text]) => [path.replace(/^2022/, 'jc/2022'), text]),
    );
    const other = Object.fromEntries(Object.entries(junchuan).map(([path, text]) => [path.replace(/^jc/, 'lt'), text]));
    const files = renderFiles({
      ...junchuan,
      ...other,
      'site.yaml': SITE,
      'jc/2022/report.md': report,
      'lt/2022/report.md': report.replaceAll('均川镇', '厉山镇'),
    });
    const html = unbroken(files['index.html']);
    expect(html).toContain('>法治政府建设年度报告</h1>');
    expect(html).toContain('<h2>均川镇党委政府</h2>');
    expect(html).toContain('<h2>厉山镇党委政府</h2>');
    expect(html).toContain('<a href="lt/2022/index.html">');
    // Each overview leads to the years of its own town, and to the directory.
    const others = unbroken(files['lt/2022/index.html']).split('其他报告</h2>')[1]?.split('</section>')[0];
    expect(others).toBe('</div><ul class="others"><li><a href="../../index.html">各单位的全部报告</a></li></ul>');
  });

  test('is a directory of several towns even while only one of them has a report on the latest year', () => {
    const later = Object.fromEntries(
      Object.entries(reportIn('lt/2023/', 2023)).map(([path, text]) => [path, text.replaceAll('均川镇', '厉山镇')]),
    );
    const files = renderFiles({ ...BASE, ...reportIn('2021/', 2021), ...later });
    expect([...(files['index.html'] ?? '').matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name)).toEqual([
      '均川镇党委政府',
      '厉山镇党委政府',
    ]);
    const others = unbroken(files['2022/index.html']).split('其他报告</h2>')[1]?.split('</section>')[0];
    expect(others).toContain('<a href="../2021/index.html">均川镇法治政府建设年度报告（2021年度）</a>');
    expect(others).not.toContain('厉山镇');
  });
});

describe('the timeline', () => {
  test('groups by month, and by the report’s own words what is longer than a month', () => {
    const event = (date: string, words: string): string =>
      `---\ntitle: 宣传活动\nsection: measures\ndate: ${date}\n---\n\n${words}开展宣传活动。\n`;
    const html = renderFiles({
      ...BASE,
      '2022/events/2022-early.md': event('年初', '今年年初'),
      '2022/events/2022-06-early.md': event('6月初', '6月初'),
    })['2022/timeline/index.html'];
    const headings = [
      ...(html ?? '').matchAll(/<section class="month"[^>]*><h2>(.*?)<\/h2>|<p class="when"[^>]*>(.*?)<\/p>/g),
    ];
    expect(headings.map(([, group, when]) => group ?? when)).toEqual([
      '年初',
      '<time datetime="2022">年初</time>',
      '6月',
      '<time datetime="2022-06">6月初</time>',
      '<time datetime="2022-06-26">6月26日</time>',
    ]);
  });
});

describe('the checklist', () => {
  test('gives a status as word and shape, and the sentence of the report as evidence', () => {
    const html = renderFiles(BASE)['2022/checklist/index.html'];
    expect(html).toMatch(/<span class="status status-done"><svg class="mark".*?<\/svg>已完成<\/span>/);
    expect(html).toContain(
      '<a href="../report/index.html#study">报告原文<span class="visually-hidden">：带头学法</span></a>',
    );
    expect(html).toMatch(/<ul class="state-counts" aria-label="共1项职责"><li>.*?已完成<\/span> <b>1<\/b> 项<\/li>/);
  });

  test('quotes a clause without the mark that joined it to the next, and only once', () => {
    const duty = (text: string): string =>
      renderFiles(change('2022/duties/01-study.md', '\n带头学法。', `\n${text}`))['2022/checklist/index.html'] ?? '';
    expect(duty('党政主要负责人带头学法，')).toContain(
      '<span class="words"><span class="visually-hidden">，</span><span>党政主要负责人带头学法</span></span>',
    );
    expect(duty('带头学法，')).not.toContain('class="words"');
  });

  test('shows all that the report says of a duty, and takes no mark from what is more than a clause', () => {
    const duty = (text: string): string =>
      renderFiles(change('2022/duties/01-study.md', '\n带头学法。', `\n${text}`))['2022/checklist/index.html'] ?? '';
    expect(duty('带头学法：\n\n每月一次；\n')).toContain(
      '<span class="duty">带头学法</span><div class="prose"><p>带头学法：</p><p>每月一次；</p></div></th>',
    );
    expect(duty('- 带头学法；\n- 带头讲法；\n')).toContain(
      '<div class="prose"><ul>\n<li>带头学法；</li>\n<li>带头讲法；</li>\n</ul></div></th>',
    );
  });

  test('of more than four duties, the overview says how many it shows', () => {
    const caption = (count: number): string | undefined => {
      const more = Array.from({ length: count - 1 }, (_, index) => [
        `2022/duties/1${index}-more-${index}.md`,
        (BASE['2022/duties/01-study.md'] ?? '').replaceAll('带头学法', `带头讲法${index}次`),
      ]);
      const html = renderFiles({ ...BASE, ...(Object.fromEntries(more) as Record<string, string>) })['2022/index.html'];
      return /<caption>(责任清单.*?)<\/caption>/.exec(html ?? '')?.[1];
    };
    expect(caption(6)).toBe('责任清单节选（前4项，共6项）');
    expect(caption(4)).toBe('责任清单（共4项）');
  });
});

describe('the follow-up', () => {
  test('waits for the next year’s report, and points to it when it is there', () => {
    expect(renderFiles(BASE)['2022/follow-up/index.html']).toContain('待2023年度报告载明');
    const task = '2022/tasks/01-more-publicity.md';
    const files = renderFiles({
      ...BASE,
      ...reportIn('2023/', 2023),
      [task]: (BASE[task] ?? '').replace('addresses: publicity', 'addresses: publicity\nresult: measures'),
    });
    expect(files['2022/follow-up/index.html']).toContain(
      '<a href="../../2023/report/index.html#measures">2023年度报告：主要举措和成效</a>',
    );
  });

  test('has all years of a town in one table, and anchors for its own year alone', () => {
    const html = renderFiles({ ...BASE, ...reportIn('2021/', 2021) })['2021/follow-up/index.html'] ?? '';
    expect([...html.matchAll(/scope="rowgroup"[^>]*>(.*?)</g)].map((match) => match[1])).toEqual([
      '2022年度',
      '2021年度',
    ]);
    expect(html.match(/id="publicity"/g)).toHaveLength(1);
    expect(html).toContain('2022年度报告没有指明');
  });
});

const ANSWERED_FOR = {
  '2022/shortcomings/01-publicity.md':
    '---\ntitle: 宣传力度不够\nsection: problems\noffice: 派出所\n---\n\n一是派出所宣传力度不够。\n',
};

describe('the follow-up of many years', () => {
  const years = Array.from({ length: 13 }, (_, index) => 2012 + index);
  const files = renderFiles({
    'site.yaml': SITE,
    ...Object.assign({}, ...years.map((year) => reportIn(`${year}/`, year))),
  } as Record<string, string>);
  const shown = (year: number): [shown: string[], linked: string[]] => {
    const html = files[`${year}/follow-up/index.html`] ?? '';
    return [
      [...html.matchAll(/scope="rowgroup"[^>]*>(\d+)/g)].map(([, shown = '']) => shown),
      [...html.matchAll(/<a href="\.\.\/\.\.\/(\d+)\/follow-up\/index\.html">\1<\/a>/g)].map(([, one = '']) => one),
    ];
  };

  test.each([
    [2024, [2024, 2015], [2014, 2013, 2012]],
    [2012, [2021, 2012], [2024, 2023, 2022]],
    [2018, [2023, 2014], [2024, 2013, 2012]],
  ])('shows the ten years nearest to %i, and leads to the others', (year, [last = 0, first], others) => {
    const nearest = years.filter((one) => one <= last && one >= (first ?? 0)).toReversed();
    expect(shown(year)).toEqual([nearest.map(String), others.map(String)]);
  });

  test('of ten years leads nowhere else', () => {
    const few = renderFiles({
      'site.yaml': SITE,
      ...Object.assign({}, ...years.slice(3).map((year) => reportIn(`${year}/`, year))),
    } as Record<string, string>);
    expect(few['2020/follow-up/index.html']).not.toContain('其他年度');
  });
});

describe('the offices', () => {
  const offices = (files: Record<string, string>): string => renderFiles(files)['2022/offices/index.html'] ?? '';

  test('that the report gives nothing to are listed plainly when it speaks of them', () => {
    const html = offices(change('2022/sections/10-measures.md', '我镇开展', '我镇和派 出所开展'));
    expect(html).toContain('<section id="justice-office" class="office"><h2>司法所</h2>');
    expect(html).toContain('<li id="police-station">均川镇派出所</li>');
  });

  test('that stand in site.yaml alone are not called mentioned', () => {
    expect(offices({ ...BASE })).not.toContain('police-station');
    expect(offices({ ...BASE })).not.toContain('报告中提到的其他机构');
  });

  test('have the shortcomings that they answer for', () => {
    const html = offices({ ...BASE, ...ANSWERED_FOR });
    expect(html).toContain(
      '<dt>不足 <span class="count">1</span></dt>' +
        '<dd><a href="../follow-up/index.html#publicity"> <span>宣传力度不够</span></a></dd>',
    );
  });
});

describe('whatever a clerk wrote is shown', () => {
  test('the law that an event was about, on the timeline', () => {
    const path = '2022/events/2022-06-26-drug-control-day.md';
    expect(
      renderFiles({
        ...BASE,
        [path]: (BASE[path] ?? '').replace('office:', 'law: 禁毒法\noffice:').replace('进行国际', '按禁毒法进行国际'),
      })['2022/timeline/index.html'],
    ).toContain('<div><dt>法律</dt><dd>禁毒法</dd></div>');
  });

  test('the author and the offices of the report, at its head, by their full names', () => {
    const html = renderFiles(change('2022/report.md', 'organ:', 'author: 张三\noffice: 派出所\norgan:'))[
      '2022/index.html'
    ];
    expect(html).toContain('<div><dt>作者</dt><dd>张三</dd></div><div><dt>责任单位</dt><dd>均川镇派出所</dd></div>');
  });

  test('the offices of a shortcoming, in the follow-up', () => {
    const files = renderFiles({ ...BASE, ...ANSWERED_FOR });
    expect(files['2022/follow-up/index.html']).toContain(
      '宣传力度不够</a><span class="offices"><span class="visually-hidden">，</span>均川镇派出所</span></span></th>',
    );
  });

  test.each([
    ['2022/duties/01-study.md', '6月初', '2022/checklist/index.html', '已完成</span>'],
    ['2022/shortcomings/01-publicity.md', '6月初', '2022/follow-up/index.html', '宣传力度不够</a>'],
    ['2022/tasks/01-more-publicity.md', '2023年6月', '2022/follow-up/index.html', '加大宣传力度</a>'],
  ])('the date in %s, where the item is listed', (path, date, page, before) => {
    const text = (BASE[path] ?? '')
      .replace('section:', `date: ${date}\nsection:`)
      .replace(/---\n\n/, `---\n\n${date}，`);
    expect(renderFiles({ ...BASE, [path]: text })[page]).toContain(
      `${before}<span class="due"><span class="visually-hidden">，</span>日期：${date}</span>`,
    );
  });

  test('the date of a section, beside its number on the page of offices', () => {
    const path = '2022/sections/10-measures.md';
    const text = (BASE[path] ?? '')
      .replace('part:', 'date: 6月初\noffice: 派出所\npart:')
      .replace('我镇', '6月初，派出所');
    const files = renderFiles({ ...BASE, [path]: text });
    expect(files['2022/offices/index.html']).toContain(
      '<span class="date">一 6月初</span> <span>主要举措和成效</span>',
    );
  });
});

test('a long opening is cut between characters, never inside one', () => {
  const html = renderFiles(change('2022/report.md', '一年来，均川镇推进法治政府建设，现报告如下：', '𠮷'.repeat(121)));
  expect(tagsOf(html['2022/report/index.html'])['Description']).toBe(`${'𠮷'.repeat(119)}…`);
  const whole = renderFiles(change('2022/report.md', '一年来，均川镇推进法治政府建设，现报告如下：', '𠮷'.repeat(120)));
  expect(tagsOf(whole['2022/report/index.html'])['Description']).toBe('𠮷'.repeat(120));
});
