/**
 * Render: the pages and data files of a site.
 *
 * In:  the reports of one town, without errors; or the digests of all towns; what pages may know besides; the theme.
 * Out: every file of the built site but the manifest, as text or as a copy of an attachment.
 * Not here: markup (`templates/`), disk, clock. The same reports give the same bytes.
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
import type { ReportDigest, TextsDigest, TownDigest } from '../model/digest.js';
import { reportDataSchema } from '../model/report-data.js';
import { FRAGMENT_PLACES, type Office, type Portal, type Report } from '../model/site.js';
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
import { offices } from './offices.js';
import { overview, type NamedReport } from './overview.js';
import { pageName } from './report-pages.js';
import { safeHref } from './safe-href.js';
import { reportTexts } from './search/report-texts.js';
import { searchPage } from './search/search-page.js';
import { divide, textFile, writeReport } from './search/text-files.js';
import { shippedCss } from './shipped-css.js';
import { sitemap } from './sitemap.js';
import { summaryOf } from './summary.js';
import { eventStructures, reportStructure } from './structured-data.js';
import { timeline } from './timeline.js';
import { withoutSlashes } from './without-slashes.js';

/** What a column is called that nobody has named. */
const COLUMN_NAME = '法治政府建设年度报告';

export { digestOf } from './digest.js';
export { namesOf } from './names.js';

type Composed = [Subject, ComponentChildren];

/** A page to be: `compose` uses nothing but `madeFrom` and the portal. */
interface Plan {
  url: string;
  madeFrom: readonly unknown[];
  compose: () => Composed;
}

/** What the pages of a town may know of the rest of the site. */
export interface Elsewhere {
  portal: Portal;
  offices: readonly Office[];
  /** What each report is called where it stands among others, by its folder. */
  names: ReadonlyMap<string, string>;
  /** The folder of the report whose overview is the site's front page; absent when that is a list of towns. */
  home?: string;
  assets: AssetUrls;
}

/** Which report is the front page: the latest, when it alone is of that year. */
export function homeOf(reports: readonly { path: string; year: number }[]): string | undefined {
  const latestYear = Math.max(...reports.map(({ year }) => year));
  const [latest, another] = reports.filter(({ year }) => year === latestYear);
  return another ? undefined : latest?.path;
}

/** The addresses of the files that every page loads. */
export function assetUrls({ css, script }: Theme, hasFeed: boolean, keep = new Keep()): AssetUrls {
  const shipped = keep.of('style sheet', [css], () => shippedCss(css));
  return keep.of('asset urls', [shipped, script, hasFeed], () => ({
    css: version(shipped),
    script: version(script),
    ...(hasFeed && { feed: FEED }),
  }));
}

/** The files of one town: those of its reports, of all years, and the words of these for the search page. */
export function renderTown(
  reports: readonly Report[],
  { portal, offices: allOffices, names, home, assets }: Elsewhere,
  keep = new Keep(),
): TextPage[] {
  const page = pageMaker(portal, assets);
  const schema = schemaText();
  const named = keep.same(
    `names ${reports[0]?.town}`,
    reports.map((report): NamedReport => ({ path: report.path, name: names.get(report.path) ?? '' })),
  );
  const contexts = reports.map((report) => {
    const name = names.get(report.path) ?? '';
    return keep.of(`context ${report.path}`, [report, name, portal, allOffices], () =>
      contextOf(report, name, portal, allOffices),
    );
  });
  const filesOfReport = (context: Context, within: Keep): TextPage[] => {
    const folder = `${folderOf(context.report.path)}data/`;
    const data = [
      ...dataFiles(context, reports).flatMap(({ file: name, write, isOfTown }) => {
        const written = optionalFile(folder + name, [context, ...(isOfTown ? reports : [])], within, write);
        return written ? [written] : [];
      }),
      file(`${folder}report.schema.json`, [schema], within, () => schema),
    ];
    return [
      ...pagesOfReport(context, named, reports).map((plan) => page(plan, within)),
      page(downloads(context, data, assets.feed !== undefined), within),
      ...data,
    ];
  };
  return [
    ...contexts.flatMap((context) => {
      const isHome = context.report.path === home;
      return [
        ...(isHome ? [page(homeReport(context, named), keep)] : []),
        ...keep.of(`report ${context.report.path}`, [context, assets, named, schema, ...reports], (below) =>
          filesOfReport(context, below),
        ),
      ];
    }),
    ...textFiles(contexts, keep),
  ];
}

/** What the site as a whole will know of the words for the search page that are among a town's files. */
export function textsIn(files: readonly TextPage[]): TextsDigest[] {
  return files
    .filter(({ path }) => path.startsWith(`${TEXTS_FOLDER}/`))
    .map(({ path, text }) => ({ path, version: version(text), bytes: Buffer.byteLength(text) }));
}

/** The files of the site as a whole, and the attachments that its reports refer to. */
export function renderSite(
  towns: readonly TownDigest[],
  { portal, home, assets }: Elsewhere,
  theme: Theme,
  keep = new Keep(),
): TextPage[] {
  const css = keep.of('style sheet', [theme.css], () => shippedCss(theme.css));
  const page = pageMaker(portal, assets);
  const reports = towns.flatMap((town) => town.reports);
  return [
    ...(home === undefined ? [page(directoryPage(towns, portal, keep), keep)] : []),
    page({ url: '404.html', madeFrom: [], compose: () => notFound(portal) }, keep),
    page(search(towns, theme, keep), keep),
    ...(addressOf('', portal) === undefined
      ? []
      : [file('sitemap.xml', [portal, ...towns], keep, () => sitemapOf(reports, portal))]),
    ...(assets.feed === undefined ? [] : [file(FEED, [portal, ...towns], keep, () => feed(reports, portal) ?? '')]),
    file('assets/site.css', [css], keep, () => css),
    file('assets/site.js', [theme.script], keep, () => theme.script),
    file('assets/search.js', [theme.searchScript], keep, () => theme.searchScript),
    file('assets/icon.svg', [], keep, () => ICON),
  ];
}

type PageMaker = (plan: Plan, keep: Keep) => TextPage;

function pageMaker(portal: Portal, assets: AssetUrls): PageMaker {
  return ({ url, madeFrom, compose }, keep) =>
    file(fileOf(url), [...madeFrom, portal, assets], keep, () => {
      const [subject, children] = compose();
      const html = renderToString(h(PageTemplate, { ...frame(subject, portal, assets), children }));
      return `<!DOCTYPE html>\n${withFragments(withoutSlashes(html), portal)}\n`;
    });
}

/** A file of the site as text; one whose text comes out the same is the same object. */
export type TextPage = Extract<Page, { text: string }>;

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

/** The overview of the latest report, as the site's front page. */
function homeReport(context: Context, named: readonly NamedReport[]): Plan {
  const { report, portal } = context;
  const name = portal.column.name?.value ?? COLUMN_NAME;
  return {
    url: '',
    madeFrom: [context, named],
    compose: () => [
      { ...overviewSubject(context, ''), name, article: report.title },
      h(Overview, overview(report, context, named, '')),
    ],
  };
}

/** The list of towns, where no single report can be the front page. */
function directoryPage(towns: readonly TownDigest[], { column, name: portalName }: Portal, keep: Keep): Plan {
  const name = column.name?.value ?? COLUMN_NAME;
  const description = column.description?.value ?? `${portalName?.value ?? ''}${name}`;
  const props = keep.same('directory', directory(towns, column.description?.value, name));
  return { url: '', madeFrom: [props], compose: () => [{ url: '', name, description }, h(Directory, props)] };
}

/** The words of a town's reports, as scripts, the latest reports first. */
function textFiles(contexts: readonly Context[], keep: Keep): TextPage[] {
  const written = contexts
    .toReversed()
    .map((context) => keep.of(`texts of ${context.report.path}`, [context], () => writeReport(reportTexts(context))));
  const folder = `${TEXTS_FOLDER}/${folderOf(contexts[0]?.report.town ?? '')}`;
  return divide(written).map((reports, index) => {
    const made = reports.flatMap(({ head, entries }) => [head, ...entries]);
    return file(`${folder}${index + 1}.js`, made, keep, () => textFile(index + 1, reports));
  });
}

/** The address of each text tells what is in it. */
function search(towns: readonly TownDigest[], { searchScript }: Theme, keep: Keep): Plan {
  const props = keep.same('search', searchPage(towns));
  const scripts = {
    script: `assets/search.js${version(searchScript)}`,
    texts: towns.flatMap(({ texts }) => texts.map((file) => file.path + file.version)),
  };
  const name = '搜索';
  const description = '在所有报告的全文里逐字查找。';
  return {
    url: SEARCH_PAGE,
    madeFrom: [props, keep.same('search scripts', scripts)],
    compose: () => [{ url: SEARCH_PAGE, name, description, search: scripts }, h(SearchPage, props)],
  };
}

function notFound({ column: { url, name } }: Portal): Composed {
  const href = url && safeHref(url.value);
  const column = href === undefined ? {} : { column: { name: name?.value ?? '门户栏目', href } };
  const subject = { url: '404.html', name: '没有找到这个页面', description: '没有找到这个页面。' };
  return [subject, h(NotFound, { ...column, home: linkTo('404.html', '') })];
}

let schemaMade: string | undefined;

/** The same for every report. */
function schemaText(): string {
  schemaMade ??= `${JSON.stringify(reportDataSchema(), null, 2)}\n`;
  return schemaMade;
}

function sitemapOf(reports: readonly ReportDigest[], portal: Portal): string {
  const pages = reports.flatMap((report) =>
    report.pages.map((path) => ({ url: folderOf(report.path) + path, day: report.published?.day })),
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

/** A portal's cache keeps a file by its whole address: a new content makes a new one. */
function version(text: string): string {
  return `?v=${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
