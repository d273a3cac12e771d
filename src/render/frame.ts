/** What surrounds every page: head, portal, pages of the report, foot. Nothing is said that nobody told. */
import type { Fact } from '../../templates/facts.js';
import type { Head, PageProps, ReportLinks } from '../../templates/page.js';
import type { FooterField, Portal, Report } from '../model/site.js';
import { SEARCH_PAGE } from '../model/urls.js';
import type { Context } from './context.js';
import { chineseYear, dateFacts } from './dates.js';
import { folderOf, type Entries } from './entries.js';
import { linkTo } from './link-to.js';
import { publishedOf } from './report-data.js';
import { numberFacts } from './full-text.js';
import { safeHref } from './safe-href.js';
import { pagesOf } from './report-pages.js';

export interface Subject {
  /** Relative to the site's folder. */
  url: string;
  /** The page's own name: 普法宣传大事记. */
  name: string;
  /** What it is called in the way down to it, where that is not its name. */
  crumb?: string;
  /** ArticleTitle, where it is not the page's name. */
  article?: string;
  description: string;
  /** Of the report that the page is about. */
  context?: Context;
  isOverview?: boolean;
  data?: object[];
  /** What this page loads besides the files that every page does. */
  search?: SearchScripts;
}

/** By address, relative to the site's folder. */
export interface SearchScripts {
  script: string;
  /** The lists of towns. */
  towns: string[];
}

/** The files every page refers to, by the address that changes when they do. */
export interface AssetUrls {
  css: string;
  script: string;
  /** The feed, relative to the site's folder; absent when there is none. */
  feed?: string;
}

export function frame(subject: Subject, portal: Portal, assets: AssetUrls): PageProps {
  const { url, context, isOverview = false } = subject;
  const report = context?.report;
  const portalHref = portal.url && safeHref(portal.url.value);
  return {
    head: head(subject, portal, assets),
    portal: {
      ...(portal.name && { name: portal.name.value }),
      ...(portal.fragments.header && { hasHeader: true }),
      ...(portal.fragments.footer && { hasFooter: true }),
      crumbs: crumbs(subject, portal),
    },
    search: { href: linkTo(url, SEARCH_PAGE), isCurrent: url === SEARCH_PAGE },
    ...(context && { report: reportLinks(context, url, isOverview) }),
    isOverview,
    footer: {
      facts: footFacts(report, portal),
      ...(portal.name && {
        portal: { name: portal.name.value, ...(portalHref !== undefined && { href: portalHref }) },
      }),
      fields: footFields(portal),
      ...(report && { data: { href: linkTo(url, `${folderOf(report.path)}data/report.json`) } }),
    },
  };
}

/** Where a page is published, absolute; unknown until somebody tells where the folder goes. */
export function addressOf(url: string, portal: Portal): string | undefined {
  const base = portal.column.url?.value;
  if (base === undefined || safeHref(base) === undefined) return undefined;
  return base.replace(/\/?$/, '/') + url.split('/').map(encodeURIComponent).join('/');
}

function head(subject: Subject, portal: Portal, assets: AssetUrls): Head {
  const { url, name, context, description, data = [], search } = subject;
  const canonical = url === '404.html' ? undefined : addressOf(url, portal);
  const ownName = name === context?.report.title ? undefined : name;
  const title = [ownName, context?.name, portal.name?.value];
  return {
    title: [...new Set(title.filter((part) => part !== undefined))].join(' - '),
    description,
    ...(canonical !== undefined && { canonical }),
    css: linkTo(url, 'assets/site.css') + assets.css,
    script: linkTo(url, 'assets/site.js') + assets.script,
    icon: linkTo(url, 'assets/icon.svg'),
    ...(assets.feed !== undefined && { feed: linkTo(url, assets.feed) }),
    ...(search && {
      search: {
        script: versionedLink(url, search.script),
        towns: search.towns.map((address) => versionedLink(url, address)),
      },
    }),
    tags: tags(subject, portal, canonical),
    data,
  };
}

/** The way to a file whose address carries its version. */
function versionedLink(url: string, address: string): string {
  const [path = '', version] = address.split('?');
  return `${linkTo(url, path)}?${version}`;
}

/** The portal's tags in their three groups; one whose value nobody has told is left out. */
function tags(
  { name, article: articleTitle = name, context, description }: Subject,
  portal: Portal,
  canonical: string | undefined,
): Head['tags'] {
  const { column } = portal;
  const report = context?.report;
  const published = report?.published?.value.time === undefined ? undefined : publishedOf(report);
  const article: Record<string, string | undefined> = report
    ? {
        ArticleTitle: articleTitle,
        PubDate: published,
        ContentSource: report.organ,
        Keywords: report.keywords.join(','),
        Author: report.author,
        Description: description,
        Url: canonical,
      }
    : {};
  const all: Record<string, string | undefined> = {
    SiteName: portal.name?.value,
    SiteDomain: portal.domain?.value,
    SiteIDCode: portal.code?.value,
    ColumnName: column.name?.value,
    ColumnDescription: column.description?.value,
    ColumnKeywords: column.keywords.map(({ value }) => value).join(','),
    ColumnType: column.type?.value,
    ...article,
  };
  return Object.entries(all).flatMap(([tag, content]) => (content ? [{ name: tag, content }] : []));
}

function crumbs(
  { url, name, crumb = name, context, isOverview = false }: Subject,
  portal: Portal,
): PageProps['portal']['crumbs'] {
  const told = portal.breadcrumb.map((crumb) => crumbTo(crumb.name, crumb.url));
  const column = told.pop() ?? { name: portal.column.name?.value ?? '首页' };
  // Nobody told the way, but the portal itself is known: the way back to it is.
  const portalCrumbs =
    portal.breadcrumb.length === 0 && portal.name ? [crumbTo(portal.name.value, portal.url?.value)] : told;
  const home = { name: column.name, href: linkTo(url, '') };
  if (url === '') return [...portalCrumbs, { name: column.name }];
  if (!context) return [...portalCrumbs, home, { name: crumb }];
  const { report } = context;
  const year = `${report.year}年度`;
  if (isOverview) return [...portalCrumbs, home, { name: year }];
  return [...portalCrumbs, home, { name: year, href: linkTo(url, folderOf(report.path)) }, { name }];
}

function crumbTo(name: string, url: string | undefined): { name: string; href?: string } {
  const href = url === undefined ? undefined : safeHref(url);
  return { name, ...(href !== undefined && { href }) };
}

function reportLinks({ report, entries }: Context, url: string, isOverview: boolean): ReportLinks {
  const folder = folderOf(report.path);
  return {
    kicker: `${chineseYear(report.year)}年度`,
    title: report.title,
    href: linkTo(url, folder),
    pages: pagesOf(report).map(({ path, shortName }) => {
      const isCurrent = path === '' ? isOverview : url === folder + path;
      return { name: shortName, href: linkTo(url, isCurrent ? url : folder + path), isCurrent };
    }),
    facts: [
      { label: '发布机构', value: report.organ },
      { label: '报告年度', value: `${report.year}年` },
      ...dateFacts(report).filter(({ label }) => label !== '报告年度'),
      ...numberFacts(report),
      ...makerFacts(report, entries),
      ...countFacts(report),
    ],
  };
}

/** Who wrote the report and who answers for it, when it says so. */
function makerFacts(report: Report, entries: Entries): Fact[] {
  const offices = entries.officeNames(report.offices);
  return [
    ...(report.author === undefined ? [] : [{ label: '作者', value: report.author }]),
    ...(offices.length === 0 ? [] : [{ label: '责任单位', value: offices.join('、') }]),
  ];
}

function countFacts(report: Report): Fact[] {
  const counts = [
    [report.events.length, '项活动'],
    [report.duties.length, '项职责'],
    [report.shortcomings.length, '项不足'],
    [report.tasks.length, '项安排'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return words.length > 0 ? [{ label: '内容', value: words.join('、') }] : [];
}

function footFacts(report: Report | undefined, portal: Portal): Fact[] {
  return [
    ...(report
      ? [
          { label: '发布机构', value: report.organ },
          { label: '报告年度', value: `${report.year}年` },
          ...dateFacts(report).filter(({ label }) => label !== '报告年度'),
        ]
      : []),
    ...(portal.code ? [{ label: '网站标识码', value: portal.code.value }] : []),
  ];
}

const FIELD_WORDS: Readonly<Record<FooterField, string>> = {
  sponsor: '主办单位',
  contact: '联系方式',
  icp: 'ICP备案',
  police: '公安备案',
  badge: '党政机关标识',
  complaint: '政府网站找错',
  sitemap: '网站地图',
};

function footFields(portal: Portal): PageProps['footer']['fields'] {
  return (Object.keys(FIELD_WORDS) as FooterField[]).flatMap((field) => {
    const value = portal.footer[field]?.value;
    if (value === undefined || value === 'portal') return [];
    const href = value.url === undefined ? undefined : safeHref(value.url);
    return [{ label: FIELD_WORDS[field], text: value.text, ...(href !== undefined && { href }) }];
  });
}
