/**
 * Render: the pages and data files of a site.
 *
 * In:  an assembled `Site` without errors, and the theme's files.
 * Out: every file of the built site but the manifest, as text or as a copy of an attachment.
 * Not here: markup (`templates/`), disk, clock. The same site gives the same bytes.
 *
 * Each page is one function that composes what its template shows, and one plan below: what it is made from, and how.
 * A page is made anew only when something it is made from is another; one that comes out the same is the same object.
 */
import { createHash } from 'node:crypto';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Checklist } from '../../templates/checklist.js';
import { Data } from '../../templates/data.js';
import { Directory } from '../../templates/directory.js';
import { FollowUp } from '../../templates/follow-up.js';
import { FullText } from '../../templates/full-text.js';
import { NotFound } from '../../templates/not-found.js';
import { Offices } from '../../templates/offices.js';
import { Overview } from '../../templates/overview.js';
import { FRAGMENT_MARKS, Page as PageTemplate } from '../../templates/page.js';
import { SearchPage } from '../../templates/search-page.js';
import { Timeline } from '../../templates/timeline.js';
import { Keep } from '../keep.js';
import type { Page, Theme } from '../model/page.js';
import { reportDataSchema } from '../model/report-data.js';
import { FRAGMENT_PLACES, type Portal, type Report, type Site } from '../model/site.js';
import { fileOf, SEARCH_PAGE, TEXTS_FOLDER, type ReportPage } from '../model/urls.js';
import { checklist } from './checklist.js';
import { contextOf, type Context } from './context.js';
import { dataFiles } from './data/data-files.js';
import { dataPage } from './data/data-page.js';
import { feed, FEED } from './data/feed.js';
import { directory } from './directory.js';
import { folderOf } from './entries.js';
import { followUp } from './follow-up.js';
import { addressOf, frame, type AssetUrls, type Subject } from './frame.js';
import { fullText } from './full-text.js';
import { ICON } from './icon.js';
import { linkTo } from './link-to.js';
import { namesOf } from './names.js';
import { offices } from './offices.js';
import { overview, type NamedReport } from './overview.js';
import { pageName, pagesOf } from './report-pages.js';
import { safeHref } from './safe-href.js';
import { reportTexts } from './search/report-texts.js';
import { searchPage } from './search/search-page.js';
import { divide, textFile, writeReport } from './search/text-files.js';
import { shippedCss } from './shipped-css.js';
import { sitemap } from './sitemap.js';
import { eventStructures, reportStructure } from './structured-data.js';
import { timeline } from './timeline.js';
import { withoutSlashes } from './without-slashes.js';

type Composed = [Subject, ComponentChildren];

/** A page to be: `compose` uses nothing but `madeFrom` and the portal. */
interface Plan {
  url: string;
  madeFrom: readonly unknown[];
  compose: () => Composed;
}

export function render(site: Site, theme: Theme, keep = new Keep()): Page[] {
  const { portal, reports } = site;
  const css = keep.of('style sheet', [theme.css], () => shippedCss(theme.css));
  const hasFeed = reports.some(({ published }) => published);
  const assets: AssetUrls = keep.of('asset urls', [css, theme.script, hasFeed], () => ({
    css: version(css),
    script: version(theme.script),
    ...(hasFeed && { feed: FEED }),
  }));
  const schema = keep.of('schema', [], () => json(reportDataSchema()));
  const names = namesOf(reports);
  const named = keep.same(
    'names',
    reports.map((report): NamedReport => ({ path: report.path, name: names.get(report) ?? '' })),
  );
  const towns = townsOf(reports);
  const contexts = reports.map((report) => {
    const madeFrom = [report, names.get(report), portal, site.offices] as const;
    return keep.of(`context ${report.path}`, madeFrom, () =>
      contextOf(report, names.get(report) ?? '', portal, site.offices),
    );
  });

  const page = ({ url, madeFrom, compose }: Plan, within: Keep): Page =>
    file(fileOf(url), [...madeFrom, portal, assets], within, () => {
      const [subject, children] = compose();
      const html = renderToString(h(PageTemplate, { ...frame(subject, portal, assets), children }));
      return `<!DOCTYPE html>\n${withFragments(withoutSlashes(html), portal)}\n`;
    });
  const filesOfReport = (context: Context, town: readonly Report[], within: Keep): Page[] => {
    const folder = `${folderOf(context.report.path)}data/`;
    const data = [
      ...dataFiles(context, town).flatMap(({ file: name, write, isOfTown }) => {
        const written = optionalFile(folder + name, [context, ...(isOfTown ? town : [])], within, write);
        return written ? [written] : [];
      }),
      file(`${folder}report.schema.json`, [schema], within, () => schema),
    ];
    return [
      ...pagesOfReport(context, named, town).map((plan) => page(plan, within)),
      page(downloads(context, data, hasFeed), within),
      ...data,
    ];
  };
  const texts = textFiles(contexts, keep);

  const pages = [
    page(home(contexts, named, portal, keep), keep),
    ...contexts.flatMap((context) => {
      const { path, town } = context.report;
      const others = towns.get(town) ?? [];
      return keep.of(`report ${path}`, [context, assets, named, schema, ...others], (below) =>
        filesOfReport(context, others, below),
      );
    }),
    page({ url: '404.html', madeFrom: [], compose: () => notFound(portal) }, keep),
    page(search(contexts, texts, theme, keep), keep),
    ...texts,
    ...(addressOf('', portal) === undefined
      ? []
      : [file('sitemap.xml', [portal, ...reports], keep, () => sitemapOf(reports, portal))]),
    ...(hasFeed ? [file(FEED, [portal, named, ...reports], keep, () => feedOf(reports, names, portal))] : []),
    file('assets/site.css', [css], keep, () => css),
    file('assets/site.js', [theme.script], keep, () => theme.script),
    file('assets/search.js', [theme.searchScript], keep, () => theme.searchScript),
    file('assets/icon.svg', [], keep, () => ICON),
    ...site.assets.map((asset) =>
      keep.of(`copy ${asset.path}`, [asset], (): Page => ({ path: asset.path, copyOf: asset.file })),
    ),
  ];
  keep.forget();
  return pages;
}

/** A file of the site as text; one whose text comes out the same is the same object. */
type TextPage = Extract<Page, { text: string }>;

function file(path: string, madeFrom: readonly unknown[], keep: Keep, write: () => string): TextPage {
  return keep.of(`file ${path}`, madeFrom, (below) => {
    const text = write();
    return below.of('text', [text], () => ({ path, text }));
  });
}

function optionalFile(
  path: string,
  madeFrom: readonly unknown[],
  keep: Keep,
  write: () => string | undefined,
): TextPage | undefined {
  return keep.of(`file ${path}`, madeFrom, (below) => {
    const text = write();
    return text === undefined ? undefined : below.of('text', [text], () => ({ path, text }));
  });
}

/** The reports of each town, in the order of the site. */
function townsOf(reports: readonly Report[]): Map<string, Report[]> {
  const towns = new Map<string, Report[]>();
  for (const report of reports) {
    const town = towns.get(report.town);
    if (town) town.push(report);
    else towns.set(report.town, [report]);
  }
  return towns;
}

function pagesOfReport(context: Context, named: readonly NamedReport[], town: readonly Report[]): Plan[] {
  const { report, portal } = context;
  const folder = folderOf(report.path);
  const url = (page: ReportPage): string => folder + page;
  const plan = (page: ReportPage, compose: (url: string) => Composed, ...others: readonly unknown[]): Plan => ({
    url: url(page),
    madeFrom: [context, ...others],
    compose: () => compose(url(page)),
  });
  const about = (page: ReportPage, description: string): Subject => ({
    url: url(page),
    name: pageName(page),
    context,
    description,
  });
  const list = (page: ReportPage): Subject => about(page, `${report.title}（${report.year}年度）：${pageName(page)}。`);
  const plans: Plan[] = [
    plan('', (own) => [overviewSubject(context, own), h(Overview, overview(report, context, named, own))], named),
    plan('report/', (own) => [
      {
        ...about('report/', summaryOf(report)),
        article: report.title,
        data: [reportStructure(report, addressOf(own, portal))],
      },
      h(FullText, fullText(report, context, own)),
    ]),
    plan('timeline/', (own) => [
      { ...list('timeline/'), data: eventStructures(report.events, context, addressOf(own, portal)) },
      h(Timeline, timeline(report, context, own)),
    ]),
    plan('checklist/', (own) => [list('checklist/'), h(Checklist, checklist(report, context, own))]),
    plan('follow-up/', (own) => [list('follow-up/'), h(FollowUp, followUp(report, context, town, own))], ...town),
    plan('offices/', (own) => [list('offices/'), h(Offices, offices(report, context, own))]),
  ];
  // A report at the top of the content folder has the site's front page as its overview.
  return folder === '' ? plans.slice(1) : plans;
}

/** The page of downloads is made from the files themselves: it tells their size and sum. */
function downloads(context: Context, files: readonly TextPage[], hasFeed: boolean): Plan {
  const { report } = context;
  const url = `${folderOf(report.path)}data/`;
  const texts = new Map(files.map(({ path, text }) => [path.slice(url.length), text]));
  const name = pageName('data/');
  const description = `${report.title}（${report.year}年度）：${name}。`;
  return {
    url,
    madeFrom: [context, hasFeed, ...files],
    compose: () => [{ url, name, context, description }, h(Data, dataPage(report, texts, { url, hasFeed }))],
  };
}

function overviewSubject(context: Context, url: string): Subject {
  const { report, portal } = context;
  return {
    url,
    name: report.title,
    context,
    isOverview: true,
    description: summaryOf(report),
    data: [reportStructure(report, addressOf(folderOf(report.path), portal))],
  };
}

/** The report that alone is the latest, or a directory of towns when several are. */
function home(contexts: readonly Context[], named: readonly NamedReport[], portal: Portal, keep: Keep): Plan {
  const latestYear = Math.max(...contexts.map(({ report }) => report.year));
  const [latest, another] = contexts.filter(({ report }) => report.year === latestYear);
  const { column, name: portalName } = portal;
  const name = column.name?.value ?? '法治政府建设年度报告';
  if (latest && !another) {
    return {
      url: '',
      madeFrom: [latest, named],
      compose: () => [
        { ...overviewSubject(latest, ''), name, article: latest.report.title },
        h(Overview, overview(latest.report, latest, named, '')),
      ],
    };
  }
  const description = column.description?.value ?? `${portalName?.value ?? ''}${name}`;
  const reports = contexts.map(({ report }) => report);
  const props = keep.same('directory', directory(reports, portal, name));
  return { url: '', madeFrom: [props], compose: () => [{ url: '', name, description }, h(Directory, props)] };
}

/** What the search page searches, the latest reports first. */
function textFiles(contexts: readonly Context[], keep: Keep): TextPage[] {
  const written = latestFirst(contexts).map((context) =>
    keep.of(`texts of ${context.report.path}`, [context], () => writeReport(reportTexts(context))),
  );
  return divide(written).map((reports, index) => {
    const made = reports.flatMap(({ head, entries }) => [head, ...entries]);
    return file(`${TEXTS_FOLDER}/${index + 1}.js`, made, keep, () => textFile(index + 1, reports));
  });
}

/** The address of each text tells what is in it, so the page is made from the texts. */
function search(contexts: readonly Context[], texts: readonly TextPage[], { searchScript }: Theme, keep: Keep): Plan {
  const props = keep.same('search', searchPage(latestFirst(contexts)));
  const scripts = {
    script: `assets/search.js${version(searchScript)}`,
    texts: texts.map((file) => file.path + keep.of(`version of ${file.path}`, [file], () => version(file.text))),
  };
  const name = '搜索';
  const description = '在所有报告的全文里逐字查找。';
  return {
    url: SEARCH_PAGE,
    madeFrom: [props, keep.same('search scripts', scripts)],
    compose: () => [{ url: SEARCH_PAGE, name, description, search: scripts }, h(SearchPage, props)],
  };
}

/** Reports of one year stay as the site has them. */
function latestFirst(contexts: readonly Context[]): Context[] {
  return contexts.toSorted((one, other) => other.report.year - one.report.year);
}

function notFound({ column: { url, name } }: Portal): Composed {
  const href = url && safeHref(url.value);
  const column = href === undefined ? {} : { column: { name: name?.value ?? '门户栏目', href } };
  const subject = { url: '404.html', name: '没有找到这个页面', description: '没有找到这个页面。' };
  return [subject, h(NotFound, { ...column, home: linkTo('404.html', '') })];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function feedOf(reports: readonly Report[], names: ReadonlyMap<Report, string>, portal: Portal): string {
  const all = reports.map((report) => ({ report, name: names.get(report) ?? '', summary: summaryOf(report) }));
  return feed(all, portal) ?? '';
}

function sitemapOf(reports: readonly Report[], portal: Portal): string {
  const pages = reports.flatMap((report) =>
    pagesOf(report).map(({ path }) => ({ url: folderOf(report.path) + path, day: report.published?.value.day })),
  );
  const ofSite = ['', SEARCH_PAGE].map((url) => ({ url, day: undefined }));
  const urls = [...ofSite, ...pages.filter(({ url }) => url !== '')];
  return sitemap(
    urls.map(({ url, day }) => ({ address: addressOf(url, portal) ?? '', ...(day !== undefined && { day }) })),
  );
}

/** The portal's own HTML in its places, byte for byte. */
function withFragments(html: string, { fragments }: Portal): string {
  return FRAGMENT_PLACES.reduce(
    (page, place) => page.replace(FRAGMENT_MARKS[place], () => fragments[place]?.value ?? ''),
    html,
  );
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
