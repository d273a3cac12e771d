/**
 * What lies outside a report: the other reports, and the attachments.
 *
 * `Places` answers for the whole site. A report asks by way of `Outside`, which remembers what it was told, so that the
 * report can be kept as long as it would be told the same.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EntryTarget, Target } from '../model/site.js';
import { PAGE_OF, REPORT_PAGES } from '../model/urls.js';
import { anchorOf, findEntry, folderOf, ownerOf, type EntryPlace, type ReportPlace } from './layout.js';

/** Everything inside the site that words can name. */
export class Places {
  readonly #reports: ReadonlyMap<string, ReportPlace>;
  readonly #byYear = new Map<string, ReportPlace>();
  readonly #assets: ReadonlyMap<string, number>;

  /** `yearOf` is asked once for each report's folder; `assets` has the bytes of each file that is no text, by path. */
  constructor(
    reports: readonly ReportPlace[],
    yearOf: (report: string) => number | undefined,
    assets: ReadonlyMap<string, number>,
  ) {
    this.#reports = new Map(reports.map((report) => [report.path, report]));
    this.#assets = assets;
    for (const report of reports) {
      const key = `${folderOf(report.path)} ${yearOf(report.path)}`;
      if (!this.#byYear.has(key)) this.#byYear.set(key, report);
    }
  }

  /** What a path relative to the content folder names: an attachment, a content file or a page. */
  find(path: string, hash: string | undefined): Target | undefined {
    return this.#findFile(path, hash) ?? this.#findPage(path, hash);
  }

  /** A section or event of a town's report on a year. */
  findResult(town: string, year: number, id: string): EntryTarget | undefined {
    return findEntry(this.#byYear.get(`${town} ${year}`), id, ['event', 'section']);
  }

  #findFile(path: string, hash: string | undefined): Target | undefined {
    const bytes = this.#assets.get(path);
    if (bytes !== undefined) return { kind: 'asset', path, bytes, ...(hash !== undefined && { hash }) };
    const report = ownerOf(path, this.#reports);
    if (!report) return undefined;
    if (report.file === path) return hash === undefined ? { kind: 'page', url: `${report.path}/report/` } : undefined;
    const entry = report.entries.find((one) => one.path === path);
    // A content file has one anchor, its own.
    if (!entry || (hash !== undefined && hash !== entry.id)) return undefined;
    return { kind: 'entry', report: report.path, id: entry.id };
  }

  #findPage(path: string, hash: string | undefined): Target | undefined {
    const folder = path.replace(/(^|\/)index\.html$/, '$1').replace(/\/$/, '');
    if (folder === '') return hash === undefined ? { kind: 'page', url: '' } : undefined;
    const report = this.#reports.get(folder) ?? this.#reports.get(folderOf(folder));
    const page = report && REPORT_PAGES.find((one) => `${report.path}/${one}`.replace(/\/$/, '') === folder);
    if (!report || page === undefined) return undefined;
    const url = `${report.path}/${page}`;
    if (hash === undefined) return { kind: 'page', url };
    const entry = report.entries.find((one) => one.id === anchorOf(hash));
    if (!entry) return undefined;
    if (page === 'report/') return { kind: 'entry', report: report.path, id: entry.id };
    return isOn(entry, page) ? { kind: 'page', url: `${url}#${entry.id}` } : undefined;
  }
}

function isOn(entry: EntryPlace, page: string): boolean {
  return entry.kind !== 'section' && PAGE_OF[entry.kind] === page;
}

/** What answers for the site: `Places`, or whoever stands in for it. */
export type Answering = Pick<Places, 'find' | 'findResult'>;

/** What a report asked, and the answer. Plain data, so that it can be asked again by another build. */
export interface Told {
  question: Question;
  answer: Target | undefined;
}

type Question = { path: string; hash: string | undefined } | { town: string; year: number; id: string };

/** Whether a town that was told this would be told the same now. */
export function wouldTell(places: Answering, told: readonly Told[]): boolean {
  return told.every(({ question, answer }) => {
    const now =
      'path' in question
        ? places.find(question.path, question.hash)
        : places.findResult(question.town, question.year, question.id);
    return isDeepStrictEqual(now, answer);
  });
}

/** The site as one town comes to know it. */
export class Outside {
  readonly #places: Answering;
  readonly told: Told[] = [];

  constructor(places: Answering) {
    this.#places = places;
  }

  find(path: string, hash: string | undefined): Target | undefined {
    const answer = this.#places.find(path, hash);
    this.told.push({ question: { path, hash }, answer });
    return answer;
  }

  findResult(town: string, year: number, id: string): EntryTarget | undefined {
    const answer = this.#places.findResult(town, year, id);
    this.told.push({ question: { town, year, id }, answer });
    return answer;
  }
}
