/**
 * Render: the pages and data files of a site.
 *
 * In:  an assembled `Site` without errors, and the theme's files.
 * Out: every file of the built site but the manifest, as text or as a copy of an attachment.
 * Not here: markup (`templates/`), disk, clock. The same site gives the same bytes.
 *
 * Each page is one function that composes what its template shows, and one line below.
 */
import { createHash } from 'node:crypto';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Checklist } from '../../templates/checklist.js';
import { Directory } from '../../templates/directory.js';
import { FollowUp } from '../../templates/follow-up.js';
import { FullText } from '../../templates/full-text.js';
import { NotFound } from '../../templates/not-found.js';
import { Offices } from '../../templates/offices.js';
import { Overview } from '../../templates/overview.js';
import { Page as PageTemplate } from '../../templates/page.js';
import { Timeline } from '../../templates/timeline.js';
import type { Page, Theme } from '../model/page.js';
import { reportDataSchema } from '../model/report-data.js';
import type { Report, Site } from '../model/site.js';
import { fileOf, type ReportPage } from '../model/urls.js';
import { checklist } from './checklist.js';
import { contextOf, type Context } from './context.js';
import { directory } from './directory.js';
import { folderOf } from './entries.js';
import { followUp } from './follow-up.js';
import { addressOf, frame, type AssetUrls, type Subject } from './frame.js';
import { fullText } from './full-text.js';
import { ICON } from './icon.js';
import { linkTo } from './link-to.js';
import { offices } from './offices.js';
import { overview } from './overview.js';
import { reportDataOf } from './report-data.js';
import { pageName, pagesOf } from './report-pages.js';
import { safeHref } from './safe-href.js';
import { shippedCss } from './shipped-css.js';
import { sitemap } from './sitemap.js';
import { eventStructures, reportStructure } from './structured-data.js';
import { timeline } from './timeline.js';

export function render(site: Site, theme: Theme): Page[] {
  const context = contextOf(site);
  const css = shippedCss(theme.css);
  const assets: AssetUrls = { css: version(css), script: version(theme.script) };
  const toPage = (subject: Subject, body: ComponentChildren): Page => {
    const html = renderToString(h(PageTemplate, { ...frame(subject, context, assets), children: body }));
    return { path: fileOf(subject.url), text: `<!DOCTYPE html>\n${withoutSlashes(html)}\n` };
  };
  return [
    toPage(...home(context)),
    ...site.reports.flatMap((report) => [
      ...pagesOfReport(report, context).map((page) => toPage(...page)),
      ...dataOfReport(report, context),
    ]),
    toPage(...notFound(site)),
    ...sitemapOf(site),
    { path: 'assets/site.css', text: css },
    { path: 'assets/site.js', text: theme.script },
    { path: 'assets/icon.svg', text: ICON },
    ...site.assets.map(({ path, file }) => ({ path, copyOf: file })),
  ];
}

type Composed = [Subject, ComponentChildren];

function pagesOfReport(report: Report, context: Context): Composed[] {
  const folder = folderOf(report.path);
  const url = (page: ReportPage): string => folder + page;
  const about = (page: ReportPage, description: string): Subject => ({
    url: url(page),
    name: pageName(page),
    report,
    description,
  });
  const list = (page: ReportPage): Subject => about(page, `${report.title}（${report.year}年度）：${pageName(page)}。`);
  const address = addressOf(url('timeline/'), context.site);
  const pages: Composed[] = [
    [overviewSubject(report, url(''), context), h(Overview, overview(report, context, url('')))],
    [
      {
        ...about('report/', summaryOf(report)),
        article: report.title,
        data: [reportStructure(report, addressOf(url('report/'), context.site))],
      },
      h(FullText, fullText(report, context, url('report/'))),
    ],
    [
      { ...list('timeline/'), data: eventStructures(report.events, context, address) },
      h(Timeline, timeline(report, context, url('timeline/'))),
    ],
    [list('checklist/'), h(Checklist, checklist(report, context, url('checklist/')))],
    [list('follow-up/'), h(FollowUp, followUp(report, context, url('follow-up/')))],
    [list('offices/'), h(Offices, offices(report, context, url('offices/')))],
  ];
  // A report at the top of the content folder has the site's front page as its overview.
  return folder === '' ? pages.slice(1) : pages;
}

function overviewSubject(report: Report, url: string, { site }: Context): Subject {
  return {
    url,
    name: report.title,
    report,
    isOverview: true,
    description: summaryOf(report),
    data: [reportStructure(report, addressOf(folderOf(report.path), site))],
  };
}

/** The report that alone is the latest, or a directory of towns when several are. */
function home(context: Context): Composed {
  const { site } = context;
  const latestYear = Math.max(...site.reports.map((report) => report.year));
  const [latest, another] = site.reports.filter((report) => report.year === latestYear);
  const { column, name: portal } = site.portal;
  const name = column.name?.value ?? '法治政府建设年度报告';
  if (!latest || another) {
    const description = column.description?.value ?? `${portal?.value ?? ''}${name}`;
    return [{ url: '', name, description }, h(Directory, directory(site, name))];
  }
  return [
    { ...overviewSubject(latest, '', context), name, article: latest.title },
    h(Overview, overview(latest, context, '')),
  ];
}

function notFound(site: Site): Composed {
  const { url, name } = site.portal.column;
  const href = url && safeHref(url.value);
  const column = href === undefined ? {} : { column: { name: name?.value ?? '门户栏目', href } };
  const subject = { url: '404.html', name: '没有找到这个页面', description: '没有找到这个页面。' };
  return [subject, h(NotFound, { ...column, home: linkTo('404.html', '') })];
}

function dataOfReport(report: Report, context: Context): Page[] {
  const folder = `${folderOf(report.path)}data/`;
  return [
    { path: `${folder}report.json`, text: json(reportDataOf(report, context)) },
    { path: `${folder}report.schema.json`, text: json(reportDataSchema()) },
  ];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sitemapOf(site: Site): Page[] {
  if (addressOf('', site) === undefined) return [];
  const pages = site.reports.flatMap((report) =>
    pagesOf(report).map(({ path }) => ({ url: folderOf(report.path) + path, day: report.published?.value.day })),
  );
  const urls = [{ url: '', day: undefined }, ...pages.filter(({ url }) => url !== '')];
  return [
    sitemap(urls.map(({ url, day }) => ({ address: addressOf(url, site) ?? '', ...(day !== undefined && { day }) }))),
  ];
}

/** The renderer closes empty elements as XML does; in HTML the slash means nothing. */
function withoutSlashes(html: string): string {
  return html.replace(/<((?:meta|link|img|br|hr|wbr)(?: [a-z-]+(?:="[^"]*")?)*)\/>/g, '<$1>');
}

/** The first words of the report, for whoever lists the page. */
function summaryOf(report: Report): string {
  const characters = [...(report.summary ?? report.lead.text)];
  return characters.length <= 120 ? characters.join('') : `${characters.slice(0, 119).join('')}…`;
}

/** A portal's cache keeps a file by its whole address: a new content makes a new one. */
function version(text: string): string {
  return `?v=${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
