/**
 * Render: the pages and data files of a site.
 *
 * In:  the reports of one town, without errors; or the digests of all towns; what pages may know besides; the theme.
 * Out: every file of the built site but the manifest and the attachments, as text.
 * Not here: markup (`templates/`), disk, clock. The same reports give the same bytes.
 *
 * Each page is one function that composes what its template shows, and one plan below: what it is made from, and how.
 * A page is made anew only when something it is made from is another; one that comes out the same is the same object.
 */
import { h } from 'preact';
import { Checklist } from '../../templates/checklist.js';
import { Data } from '../../templates/data.js';
import { FollowUp } from '../../templates/follow-up.js';
import { FullText } from '../../templates/full-text.js';
import { NotFound } from '../../templates/not-found.js';
import { Offices } from '../../templates/offices.js';
import { Overview } from '../../templates/overview.js';
import { Timeline } from '../../templates/timeline.js';
import { Keep } from '../keep.js';
import type { TextsDigest, TownDigest } from '../model/digest.js';
import type { Page, Theme } from '../model/page.js';
import { reportDataSchema } from '../model/report-data.js';
import type { Office, Portal, Report } from '../model/site.js';
import { fileOf, isTextsFile, textsFile, type ReportPage } from '../model/urls.js';
import { checklist } from './checklist.js';
import { contextOf, type Context } from './context.js';
import { dataFiles } from './data/data-files.js';
import { dataPage } from './data/data-page.js';
import { feed, FEED } from './data/feed.js';
import { folderOf } from './entries.js';
import { followUp } from './follow-up.js';
import { addressOf, type AssetUrls, type Subject } from './frame.js';
import { fullText } from './full-text.js';
import { ICON } from './icon.js';
import { linkTo } from './link-to.js';
import { offices } from './offices.js';
import { overview, type NamedReport, type OtherReports } from './overview.js';
import { pageHtml } from './page-html.js';
import type { Composed, Plan } from './plans.js';
import { pageName } from './report-pages.js';
import { safeHref } from './safe-href.js';
import { reportTexts } from './search/report-texts.js';
import { divide, textFile, writeReport } from './search/text-files.js';
import { shippedCss } from './shipped-css.js';
import { columnTitle, sitePages } from './site-pages.js';
import { eventStructures, reportStructure } from './structured-data.js';
import { summaryOf } from './summary.js';
import { timeline } from './timeline.js';
import { version } from './version.js';

export { digestOf } from './digest.js';
export { namesOf } from './names.js';
export { homeOf } from './towns.js';

/** What the pages of a town may know of the rest of the site. */
export interface Elsewhere {
  portal: Portal;
  offices: readonly Office[];
  /** What each report is called where it stands among others, by its folder. */
  names: ReadonlyMap<string, string>;
  /** The folder of the report whose overview is the home page; absent when that is a directory of towns. */
  home?: string;
  assets: AssetUrls;
}

/** A file of the site as text. */
export type TextPage = Extract<Page, { text: string }>;

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
  const town = reports[0]?.town ?? '';
  const schema = schemaText();
  const contexts = reports.map((report) => {
    const name = names.get(report.path) ?? '';
    return keep.of(`context ${report.path}`, [report, name, portal, allOffices], () =>
      contextOf(report, name, portal, allOffices),
    );
  });
  const years = contexts.map(({ report: { path }, name }): NamedReport => ({ path, name }));
  const others = keep.same(`others ${town}`, { years, hasDirectory: home === undefined });
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
      ...pagesOfReport(context, others, reports).map((plan) => page(plan, portal, assets, within)),
      page(downloads(context, data, assets.feed !== undefined), portal, assets, within),
      ...data,
    ];
  };
  const latest = contexts.find(({ report }) => report.path === home);
  return [
    ...(latest ? [page(homePage(latest, others), portal, assets, keep)] : []),
    ...contexts.flatMap((context) =>
      keep.of(`report ${context.report.path}`, [context, assets, others, schema, ...reports], (below) =>
        filesOfReport(context, below),
      ),
    ),
    ...textsOf(town, contexts, keep),
  ];
}

/** What the site as a whole will know of the words for the search page that are among a town's files. */
export function textsIn(files: readonly TextPage[]): TextsDigest[] {
  return files
    .filter(({ path }) => isTextsFile(path))
    .map(({ path, text }) => ({ path, version: version(text), bytes: Buffer.byteLength(text) }));
}

/** The files of the site as a whole. */
export function renderSite(
  towns: readonly TownDigest[],
  { portal, assets }: Elsewhere,
  theme: Theme,
  keep = new Keep(),
): TextPage[] {
  const css = keep.of('style sheet', [theme.css], () => shippedCss(theme.css));
  const { plans, files } = sitePages(towns, portal, theme.searchScript, keep.part('site'));
  return [
    page({ url: '404.html', madeFrom: [], compose: () => notFound(portal) }, portal, assets, keep),
    ...plans.map((plan) => page(plan, portal, assets, keep)),
    ...files.map(({ path, text }) => file(path, [text], keep, () => text)),
    ...(assets.feed === undefined ? [] : [file(FEED, [portal, ...towns], keep, () => feed(towns, portal) ?? '')]),
    file('assets/site.css', [css], keep, () => css),
    file('assets/site.js', [theme.script], keep, () => theme.script),
    file('assets/search.js', [theme.searchScript], keep, () => theme.searchScript),
    file('assets/icon.svg', [], keep, () => ICON),
  ];
}

function page({ url, madeFrom, compose }: Plan, portal: Portal, assets: AssetUrls, keep: Keep): TextPage {
  return file(fileOf(url), [...madeFrom, portal, assets], keep, () => pageHtml(compose(), portal, assets));
}

/** One whose text comes out the same is the same object. */
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

function pagesOfReport(context: Context, others: OtherReports, town: readonly Report[]): Plan[] {
  const { report, portal } = context;
  const folder = folderOf(report.path);
  const url = (page: ReportPage): string => folder + page;
  const plan = (page: ReportPage, compose: (url: string) => Composed, ...more: readonly unknown[]): Plan => ({
    url: url(page),
    madeFrom: [context, ...more],
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
    plan('', (own) => [overviewSubject(context, own), h(Overview, overview(report, context, others, own))], others),
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

/** The latest report's overview once more, by the name of the column. */
function homePage(latest: Context, others: OtherReports): Plan {
  const { report, portal } = latest;
  return {
    url: '',
    madeFrom: [latest, others],
    compose: () => [
      { ...overviewSubject(latest, ''), name: columnTitle(portal), article: report.title },
      h(Overview, overview(report, latest, others, '')),
    ],
  };
}

/** What the search page searches of a town, the latest reports first. */
function textsOf(town: string, contexts: readonly Context[], keep: Keep): TextPage[] {
  const written = contexts
    .toSorted((one, other) => other.report.year - one.report.year)
    .map((context) => keep.of(`texts of ${context.report.path}`, [context], () => writeReport(reportTexts(context))));
  return divide(town, written).map((ofFile, index) => {
    const made = ofFile.flatMap(({ head, entries }) => [head, ...entries]);
    return file(textsFile(town, index + 1), made, keep, () => textFile(town, index + 1, ofFile));
  });
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
