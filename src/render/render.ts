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
import type { TownDigest } from '../model/digest.js';
import type { Page, Theme } from '../model/page.js';
import { reportDataSchema } from '../model/report-data.js';
import type { Portal, Report, Site } from '../model/site.js';
import { fileOf, textsFile, type ReportPage } from '../model/urls.js';
import { checklist } from './checklist.js';
import { contextOf, type Context } from './context.js';
import { dataFiles } from './data/data-files.js';
import { dataPage } from './data/data-page.js';
import { feed, FEED } from './data/feed.js';
import { digestOf, summaryOf } from './digest.js';
import { folderOf } from './entries.js';
import { followUp } from './follow-up.js';
import { addressOf, type AssetUrls, type Subject } from './frame.js';
import { fullText } from './full-text.js';
import { ICON } from './icon.js';
import { linkTo } from './link-to.js';
import { namesOf } from './names.js';
import { offices } from './offices.js';
import { overview, type NamedReport, type OtherReports } from './overview.js';
import { pageHtml } from './page-html.js';
import type { Composed, Plan } from './plans.js';
import { pageName } from './report-pages.js';
import { safeHref } from './safe-href.js';
import { reportTexts } from './search/report-texts.js';
import { divide, textFile, writeReport } from './search/text-files.js';
import { shippedCss } from './shipped-css.js';
import { columnTitle, hasDirectory, sitePages } from './site-pages.js';
import { eventStructures, reportStructure } from './structured-data.js';
import { timeline } from './timeline.js';
import { homeOf } from './towns.js';
import { version } from './version.js';

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
  const towns = townsOf(reports);
  const contexts = reports.map((report) => {
    const madeFrom = [report, names.get(report), portal, site.offices] as const;
    return keep.of(`context ${report.path}`, madeFrom, () =>
      contextOf(report, names.get(report) ?? '', portal, site.offices),
    );
  });

  const byReport = new Map(contexts.map((context) => [context.report, context]));
  const texts = new Map(
    [...towns].map(([town, ofTown]) => {
      const ownContexts = ofTown.flatMap((report) => byReport.get(report) ?? []);
      return [town, textsOf(town, ownContexts, keep)];
    }),
  );
  const digests = [...towns].map(([town, ofTown]): TownDigest => {
    const files = texts.get(town) ?? [];
    return keep.of(`digest ${town}`, [...ofTown, ...ofTown.map((report) => names.get(report)), ...files], () => ({
      town,
      reports: ofTown.map((report) => digestOf(report, names.get(report) ?? '')),
      texts: files.map(({ path, text }) => ({ path, version: version(text), bytes: Buffer.byteLength(text) })),
    }));
  });
  const isDirectory = hasDirectory(digests);
  const others = new Map(
    [...towns].map(([town, ofTown]): [string, OtherReports] => {
      const years = ofTown.map((report): NamedReport => ({ path: report.path, name: names.get(report) ?? '' }));
      return [town, keep.same(`others ${town}`, { years, hasDirectory: isDirectory })];
    }),
  );
  const othersOf = (town: string): OtherReports => others.get(town) ?? { years: [], hasDirectory: false };
  const ofSite = sitePages(digests, portal, theme.searchScript, keep.part('site'));

  const page = ({ url, madeFrom, compose }: Plan, within: Keep): Page =>
    file(fileOf(url), [...madeFrom, portal, assets], within, () => pageHtml(compose(), portal, assets));
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
      ...pagesOfReport(context, othersOf(context.report.town), town).map((plan) => page(plan, within)),
      page(downloads(context, data, hasFeed), within),
      ...data,
    ];
  };
  const latest = homeOf(reports);
  const homeContext = latest && byReport.get(latest);

  const pages = [
    ...(homeContext ? [page(home(homeContext, othersOf(homeContext.report.town)), keep)] : []),
    ...contexts.flatMap((context) => {
      const { path, town } = context.report;
      const ofTown = towns.get(town) ?? [];
      return keep.of(`report ${path}`, [context, assets, othersOf(town), schema, ...ofTown], (below) =>
        filesOfReport(context, ofTown, below),
      );
    }),
    page({ url: '404.html', madeFrom: [], compose: () => notFound(portal) }, keep),
    ...ofSite.plans.map((plan) => page(plan, keep)),
    ...[...texts.values()].flat(),
    ...ofSite.files.map(({ path, text }) => file(path, [text], keep, () => text)),
    ...(hasFeed ? [file(FEED, [portal, ...digests], keep, () => feed(digests, portal) ?? '')] : []),
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
function home(latest: Context, others: OtherReports): Plan {
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

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
