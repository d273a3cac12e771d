/**
 * The directory: the home page of a site of several towns, in as many pages as it needs.
 *
 * Few towns have their reports with titles and days; many have one line each, with their years. The first page is the
 * home page; each tells which towns it holds and leads to all others.
 */
import type { DirectoryPages, DirectoryProps, DirectoryTown } from '../../templates/directory.js';
import type { TownDigest } from '../model/digest.js';
import type { Portal } from '../model/site.js';
import { directoryPage } from '../model/urls.js';
import { chineseDay } from './dates.js';
import { folderOf } from './entries.js';
import { linkTo } from './link-to.js';
import { latestFirst, type NamedTown } from './towns.js';

export interface DirectoryPlan {
  /** Relative to the site's folder; the first is `''`. */
  url: string;
  /** No two pages have the same. */
  name: string;
  /** Below the home page. */
  crumb?: string;
  description: string;
  props: DirectoryProps;
}

/** Up to so many towns have titles and days. */
const FEW_TOWNS = 60;
/** A town with more reports has its latest alone in full. */
const FEW_REPORTS = 3;
/** Of one page: what a phone draws at once, and what a reader walks through. */
const PAGE = { bytes: 150_000, towns: 300 };
/** Of more pages, the list has their numbers alone. */
const PAGES_WITH_TOWNS = 30;

/** `title` is what the column is called. */
export function directory(towns: readonly NamedTown[], portal: Portal, title: string): DirectoryPlan[] {
  const isLong = towns.length > FEW_TOWNS;
  const lede = portal.column.description?.value;
  const description = lede ?? `${portal.name?.value ?? ''}${title}`;
  const pages = divide(towns);
  const reports = towns.reduce((sum, { digest }) => sum + digest.reports.length, 0);
  return pages.map((page, index) => {
    const url = directoryPage(index + 1);
    const ordinal = `第${index + 1}页`;
    return {
      url,
      name: index === 0 ? title : `${title}（${ordinal}）`,
      ...(index > 0 && { crumb: ordinal }),
      description: index === 0 ? description : `${title}，${ordinal}：${rangeOf(page)}。`,
      props: {
        title,
        ...(lede !== undefined && { lede }),
        ...(isLong && { extent: `${towns.length}个发布机构，${reports}份报告` }),
        isLong,
        groups: groupsOf(page, pages[index - 1]?.at(-1)?.group).map(({ towns: own, ...group }) => ({
          ...group,
          towns: own.map((town) => (isLong ? shortTown(town, url) : fullTown(town, url))),
        })),
        ...(pages.length > 1 && { pages: pagesFrom(index, pages) }),
      },
    };
  });
}

/** Pages of about the same weight; a town stays whole. */
function divide(towns: readonly NamedTown[]): NamedTown[][] {
  const weights = towns.map((town) => Math.max(bytesOf(town) / PAGE.bytes, 1 / PAGE.towns));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  // Three hundred times a three hundredth is a little more than one.
  const count = Math.max(1, Math.ceil(all - 1e-9));
  const pages = Array.from({ length: count }, (): NamedTown[] => []);
  let before = 0;
  for (const [index, town] of towns.entries()) {
    const weight = weights[index] ?? 0;
    pages[Math.min(count - 1, Math.floor(((before + weight / 2) / all) * count))]?.push(town);
    before += weight;
  }
  return pages;
}

/** What a town takes in a page that has many, near enough: its line, and a link for each year. */
function bytesOf({ digest, name }: NamedTown): number {
  const links = digest.reports.map(({ path }) => encodeURI(path).length + 52);
  return Buffer.byteLength(name) + 60 + links.reduce((sum, bytes) => sum + bytes, 0);
}

function groupsOf(
  towns: readonly NamedTown[],
  before: string | undefined,
): { name: string; isContinued: boolean; towns: NamedTown[] }[] {
  const groups: { name: string; isContinued: boolean; towns: NamedTown[] }[] = [];
  for (const town of towns) {
    const last = groups.at(-1);
    if (last?.name === town.group) last.towns.push(town);
    else groups.push({ name: town.group, isContinued: !last && town.group === before, towns: [town] });
  }
  return groups;
}

function fullTown({ digest, name }: NamedTown, url: string): DirectoryTown {
  const reports = latestFirst(digest.reports);
  const inFull = reports.length > FEW_REPORTS ? 1 : reports.length;
  return {
    name,
    reports: reports.slice(0, inFull).map((report) => ({
      year: `${report.year}年度`,
      title: report.title,
      ...(report.published && { published: chineseDay(report.published.day) }),
      href: linkTo(url, folderOf(report.path)),
    })),
    years: yearsOf(reports.slice(inFull), url),
  };
}

function shortTown({ digest, name }: NamedTown, url: string): DirectoryTown {
  return { name, reports: [], years: yearsOf(latestFirst(digest.reports), url) };
}

function yearsOf(reports: TownDigest['reports'], url: string): DirectoryTown['years'] {
  return reports.map(({ year, path }) => ({ year: String(year), href: linkTo(url, folderOf(path)) }));
}

function pagesFrom(current: number, pages: readonly NamedTown[][]): DirectoryPages {
  const url = directoryPage(current + 1);
  const hrefOf = (index: number): string => linkTo(url, directoryPage(index + 1));
  return {
    current: current + 1,
    range: rangeOf(pages[current] ?? []),
    ...(current > 0 && { previous: hrefOf(current - 1) }),
    ...(current < pages.length - 1 && { next: hrefOf(current + 1) }),
    all: pages.map((page, index) => ({
      number: index + 1,
      href: hrefOf(index),
      ...(pages.length <= PAGES_WITH_TOWNS && { range: rangeOf(page) }),
    })),
  };
}

/** The first and the last town of a page, with what they lie in. */
function rangeOf(towns: readonly NamedTown[]): string {
  const [first, last] = [towns[0], towns.at(-1)];
  if (!first || !last) return '';
  const [begin, end] = [first, last].map(({ above, name }) => [...above, name]);
  // What both lie in is said once.
  const different = end?.findIndex((part, index) => part !== begin?.[index]);
  return [begin, first === last ? [] : end?.slice(different)]
    .flatMap((parts = []) => (parts.length > 0 ? [parts.join(' ')] : []))
    .join(' 至 ');
}
