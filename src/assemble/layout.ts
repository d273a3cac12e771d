/**
 * Which file is what, by its path alone: DESIGN.md §3.
 *
 * A folder with a `report.md` is a report; its sub-folders tell the kind of the files in them.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { KIND_OF, type EntryTarget, type ItemKind } from '../model/site.js';
import type { ContentFile } from '../model/source.js';
import { startOf, type Span } from '../model/span.js';
import { fragmentPlace } from './portal.js';
import * as rules from './rules.js';

const FOLDERS: ReadonlyMap<string, 'section' | ItemKind> = new Map([
  ['sections', 'section'],
  ...Object.entries(KIND_OF),
]);

/** A file of a report, by what its path tells. */
export interface EntryPlace {
  path: string;
  kind: 'section' | ItemKind;
  id: string;
}

/** The files of one report, entries in the order of their names. */
export interface ReportPlace {
  /** The folder. */
  path: string;
  /** The path of its `report.md`. */
  file: string;
  entries: EntryPlace[];
}

/** The reports of all years that share a folder. */
export interface TownPlace {
  /** That folder: `''`, `junchuan`. */
  town: string;
  reports: ReportPlace[];
}

export interface Layout {
  /** Texts that are about the site as a whole. */
  site: string | undefined;
  terms: string | undefined;
  fragments: string[];
  /** By code unit of their folders. */
  towns: TownPlace[];
  /** What is none of a report's, or not where it should be. */
  loose: string[];
  diagnostics: Diagnostic[];
}

type Placed = Pick<ContentFile, 'path' | 'kind'>;

export function layOut(files: readonly Placed[], keep: Keep): Layout {
  const all = files.filter(({ kind }) => kind !== 'asset' && kind !== 'other');
  const fragments = all.filter(({ kind, path }) => kind === 'fragment' && fragmentPlace(path) !== undefined);
  const texts = fragments.length === 0 ? all : all.filter((file) => !fragments.includes(file));
  const site = texts.find(({ path }) => path === 'site.yaml');
  const terms = texts.find(({ path }) => path === 'terms.yaml');
  const folders = new Map<string, Placed[]>();
  for (const file of texts) if (file.path.endsWith('/report.md')) folders.set(folderOf(file.path), [file]);
  const diagnostics: Diagnostic[] = [];
  const loose = files.filter(({ kind }) => kind === 'other').map(({ path }) => path);
  const orphans = new Map<string, Span[]>();
  for (const file of texts) {
    const owned = ownerOf(file.path, folders);
    if (file === site || file === terms || owned?.[0] === file) continue;
    if (owned) {
      owned.push(file);
      continue;
    }
    loose.push(file.path);
    const lonely = reportFolderOf(file);
    if (lonely === undefined) diagnostics.push(unplaced(file));
    else orphans.set(lonely, [...(orphans.get(lonely) ?? []), startOf(file.path)]);
  }
  // One mistake, however many files hang on it.
  for (const [folder, [at, ...others]] of orphans)
    if (at) diagnostics.push(diagnose(rules.reportMissing, { at, folder, files: 1 + others.length }));
  const towns = new Map<string, ReportPlace[]>();
  for (const [path, owned] of folders) {
    const names = owned.map((file) => file.path).join('\n');
    const laidOut = keep.of(`layout ${path}`, [names], () => layOutReport(path, owned));
    for (const diagnostic of laidOut.diagnostics) diagnostics.push(diagnostic);
    for (const file of laidOut.loose) loose.push(file);
    const town = folderOf(path);
    const reports = towns.get(town);
    if (reports) reports.push(laidOut.report);
    else towns.set(town, [laidOut.report]);
  }
  return {
    site: site?.path,
    terms: terms?.path,
    fragments: fragments.map(({ path }) => path),
    towns: [...towns]
      .map(([town, reports]) => ({ town, reports }))
      .toSorted((one, other) => byCodeUnit(one.town, other.town)),
    loose,
    diagnostics,
  };
}

/** `owned` has the report's own file first. */
function layOutReport(
  path: string,
  [own, ...others]: readonly Placed[],
): { report: ReportPlace; loose: string[]; diagnostics: Diagnostic[] } {
  if (!own) throw new Error(`no file makes ${path} a report`);
  const report: ReportPlace = { path, file: own.path, entries: [] };
  const loose: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const other of others) {
    const [folder = '', ...rest] = other.path.slice(path.length + 1).split('/');
    const kind = rest.length > 0 && other.kind === 'markdown' ? FOLDERS.get(folder) : undefined;
    if (kind) {
      report.entries.push({ path: other.path, kind, id: idOf(other.path, kind) });
    } else {
      loose.push(other.path);
      diagnostics.push(unplaced(other, path));
    }
  }
  report.entries = inOrderOfNames(report.entries);
  return { report, loose, diagnostics };
}

/** The paths of a town's files, report by report. */
export function filesOf({ reports }: TownPlace): string[] {
  return reports.flatMap(({ file, entries }) => [file, ...entries.map(({ path }) => path)]);
}

/** Whether a file lies where reports and their entries do. */
export function isEntryPath(path: string): boolean {
  return FOLDERS.has(nameOf(folderOf(path))) || /(?:^|\/)report\.[^/]*$/i.test(path);
}

/** The entry of a report by its id, when it is of one of the kinds. */
export function findEntry(
  report: ReportPlace | undefined,
  id: string,
  kinds?: readonly EntryPlace['kind'][],
): EntryTarget | undefined {
  const wanted = anchorOf(id);
  const entry = report?.entries.find((one) => one.id === wanted && (kinds?.includes(one.kind) ?? true));
  return report && entry && { kind: 'entry', report: report.path, id: wanted };
}

/** `report` is the folder of the report that the file lies in, if it lies in one. */
function unplaced(source: Placed, report?: string): Diagnostic {
  const at = startOf(source.path);
  const folders = [...FOLDERS.keys()];
  if (source.kind === 'fragment')
    return diagnose(rules.fileUnplaced, {
      at,
      folders: [],
      fix: nearest(source.path, ['portal/header.html', 'portal/footer.html']) ?? 'portal/header.html',
    });
  if (source.kind === 'yaml')
    return diagnose(rules.fileUnplaced, { at, folders: [], fix: nearest(source.path, ['site.yaml', 'terms.yaml']) });
  if (report !== undefined) {
    const [folder = '', ...rest] = source.path.slice(report.length + 1).split('/');
    const meant = rest.length > 0 ? nearest(folder, folders) : undefined;
    return diagnose(rules.fileUnplaced, { at, folders, fix: meant && `${report}/${meant}/${rest.join('/')}` });
  }
  const isReport = source.path === 'report.md';
  return diagnose(rules.fileUnplaced, { at, folders, ...(isReport && { fix: '2022/report.md' }) });
}

/** The folder that lacks a `report.md` for this file to belong to one; files at the top belong to none. */
function reportFolderOf({ kind, path }: Placed): string | undefined {
  if (kind !== 'markdown' || !path.includes('/')) return undefined;
  const parent = folderOf(path);
  return FOLDERS.has(nameOf(parent)) ? folderOf(parent) || '.' : parent;
}

/** The report whose folder holds the file, the innermost when reports are nested. */
export function ownerOf<T>(path: string, reports: ReadonlyMap<string, T>): T | undefined {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const report = reports.get(folder);
    if (report !== undefined) return report;
  }
  return undefined;
}

/**
 * The id of an entry: its file name without extension and leading order number; an event keeps its date.
 *
 * Shape: `sections/11-organization.md` -> `organization`; `events/2022-06-26-drug-control-day.md` ->
 *        `2022-06-26-drug-control-day`. Blanks become `-`, since an anchor can hold none, and
 *        several are one: pages keep `--` for anchors of their own.
 */
export function idOf(path: string, kind: EntryPlace['kind']): string {
  const name = nameOf(path).replace(/\.[^.]*$/, '');
  const isDated = kind === 'event' && /^\d{4}(?!\d)/.test(name);
  const bare = isDated ? name : name.replace(/^\d+[-_. ]+(?=.)/, '');
  return anchorOf(bare);
}

/** The same words as an anchor: what files are named by and references are written with. */
export function anchorOf(words: string): string {
  return words
    .normalize('NFC')
    .trim()
    .replace(/[\s-]+/g, '-');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** By the names of the files: `2-…` before `10-…`; equal numbers and names without one by code unit. */
export function inOrderOfNames<T extends { path: string }>(files: readonly T[]): T[] {
  // Read once of each, not at each comparison.
  const named = files.map((file) => {
    const name = nameOf(file.path);
    return { file, name, number: Number(/^\d+/.exec(name)?.[0] ?? Infinity) };
  });
  const sorted = named.toSorted((a, b) =>
    a.number === b.number ? byCodeUnit(a.name, b.name) : a.number < b.number ? -1 : 1,
  );
  return sorted.map(({ file }) => file);
}
