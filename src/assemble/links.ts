/** Where an address in a text leads. */
import { PAGE_OF, REPORT_PAGES } from '../model/urls.js';
import type { EntryTarget, Target } from '../model/site.js';
import { anchorOf, folderOf, type EntrySource, type ReportSource } from './layout.js';

/** Everything inside the site that an address can name. */
export interface Places {
  reports: readonly ReportSource[];
  /** Paths of the files that are neither Markdown nor YAML. */
  assets: ReadonlySet<string>;
}

/** The entry of a report by its id, when it is of one of the kinds. */
export function findEntry(
  report: ReportSource | undefined,
  id: string,
  kinds?: readonly EntrySource['kind'][],
): EntryTarget | undefined {
  const wanted = anchorOf(id);
  const entry = report?.entries.find((one) => one.id === wanted && (kinds?.includes(one.kind) ?? true));
  return report && entry && { kind: 'entry', report: report.path, id: wanted };
}

/**
 * Resolves an address as written in a content file.
 *
 * Source: `#id` of the same report; a path relative to the file, to another content file, an attachment or a page of
 *         the site; or an outside address.
 * Errors: `undefined` when nothing is there; `unsafe` for schemes no page may carry.
 */
export function resolveAddress(
  address: string,
  file: string,
  report: ReportSource,
  places: Places,
): Target | undefined {
  // Browsers drop these characters before they look for a scheme, so `java\nscript:` must not slip through.
  const url = [...address].filter((character) => character > ' ').join('');
  if (url === '') return undefined;
  if (/^(?:https?:\/\/[^/]|mailto:.|tel:.)/i.test(url)) return { kind: 'outside', url: address.trim() };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.startsWith('\\'))
    return { kind: 'unsafe', url: address };
  if (url.startsWith('/') || url.startsWith('?')) return undefined;

  const [rawPath = '', rawHash] = address.trim().split('#', 2);
  const path = decoded(rawPath);
  const hash = rawHash === undefined || rawHash === '' ? undefined : decoded(rawHash);
  if (path === '') return hash === undefined ? undefined : findEntry(report, hash);
  const full = join(folderOf(file), path);
  if (full === undefined) return undefined;
  return findFile(full, hash, places) ?? findPage(full, hash, places);
}

function findFile(path: string, hash: string | undefined, places: Places): Target | undefined {
  if (places.assets.has(path)) return { kind: 'asset', path, ...(hash !== undefined && { hash }) };
  for (const report of places.reports) {
    if (report.source.path === path && hash === undefined) return { kind: 'page', url: `${report.path}/report/` };
    const entry = report.entries.find((one) => one.source.path === path);
    // A content file has one anchor, its own.
    if (entry)
      return hash === undefined || hash === entry.id ? { kind: 'entry', report: report.path, id: entry.id } : undefined;
  }
  return undefined;
}

function findPage(path: string, hash: string | undefined, places: Places): Target | undefined {
  const folder = path.replace(/(^|\/)index\.html$/, '$1').replace(/\/$/, '');
  if (folder === '') return hash === undefined ? { kind: 'page', url: '' } : undefined;
  for (const report of places.reports) {
    const page = REPORT_PAGES.find((one) => `${report.path}/${one}`.replace(/\/$/, '') === folder);
    if (page === undefined) continue;
    const url = `${report.path}/${page}`;
    if (hash === undefined) return { kind: 'page', url };
    const entry = report.entries.find((one) => one.id === anchorOf(hash));
    if (!entry) return undefined;
    if (page === 'report/') return { kind: 'entry', report: report.path, id: entry.id };
    return isOn(entry, page) ? { kind: 'page', url: `${url}#${entry.id}` } : undefined;
  }
  return undefined;
}

function isOn(entry: EntrySource, page: string): boolean {
  return entry.kind !== 'section' && PAGE_OF[entry.kind] === page;
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** `undefined` when the path climbs out of the content folder. */
function join(folder: string, path: string): string | undefined {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of path.replace(/\?.*$/, '').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
