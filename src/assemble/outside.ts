/**
 * What lies outside a report: the other reports, and the attachments.
 *
 * `Places` answers for the whole site. A report asks by way of `Outside`, which remembers what it was told, so that the
 * report can be kept as long as it would be told the same.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EntryTarget, Target } from '../model/site.js';
import { PAGE_OF, REPORT_PAGES } from '../model/urls.js';
import { anchorOf, findEntry, folderOf, ownerOf, type EntrySource, type ReportSource } from './layout.js';

/** Everything inside the site that words can name. */
export class Places {
  readonly #reports: ReadonlyMap<string, ReportSource>;
  readonly #byYear = new Map<string, ReportSource>();
  readonly #assets: ReadonlySet<string>;

  /** `yearOf` is asked once for each report; `assets` are the paths of files that are neither Markdown nor YAML. */
  constructor(
    reports: readonly ReportSource[],
    yearOf: (report: ReportSource) => number | undefined,
    assets: ReadonlySet<string>,
  ) {
    this.#reports = new Map(reports.map((report) => [report.path, report]));
    this.#assets = assets;
    for (const report of reports) {
      const key = `${folderOf(report.path)} ${yearOf(report)}`;
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

  /** Whether a report that was told this would be told the same now. */
  wouldTell(told: readonly Told[]): boolean {
    return told.every(({ question, answer }) => isDeepStrictEqual(question(this), answer));
  }

  #findFile(path: string, hash: string | undefined): Target | undefined {
    if (this.#assets.has(path)) return { kind: 'asset', path, ...(hash !== undefined && { hash }) };
    const report = ownerOf(path, this.#reports);
    if (!report) return undefined;
    if (report.source.path === path)
      return hash === undefined ? { kind: 'page', url: `${report.path}/report/` } : undefined;
    const entry = report.entries.find((one) => one.source.path === path);
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

function isOn(entry: EntrySource, page: string): boolean {
  return entry.kind !== 'section' && PAGE_OF[entry.kind] === page;
}

/** What a report asked, and the answer. */
export interface Told {
  question: Question<Target>;
  answer: Target | undefined;
}

type Question<Answer extends Target> = (places: Places) => Answer | undefined;

/** The site as one report comes to know it. */
export class Outside {
  readonly #places: Places;
  readonly told: Told[] = [];

  constructor(places: Places) {
    this.#places = places;
  }

  find(path: string, hash: string | undefined): Target | undefined {
    return this.#ask((places) => places.find(path, hash));
  }

  findResult(town: string, year: number, id: string): EntryTarget | undefined {
    return this.#ask((places) => places.findResult(town, year, id));
  }

  #ask<Answer extends Target>(question: Question<Answer>): Answer | undefined {
    const answer = question(this.#places);
    this.told.push({ question, answer });
    return answer;
  }
}
