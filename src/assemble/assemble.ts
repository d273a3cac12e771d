/**
 * Assemble: puts the files together into the typed site, town by town.
 *
 * In:  the list of files; of each town, and of what all towns have in common, the `TextSource`s from read, with the place
 *      of every value.
 * Out: `SiteSettings`, and `Report`s; diagnostics about file names, keys, dates and Markdown. What is wrong is left out
 *      or kept as written, so that one mistake does not hide the next.
 * Not here: whether what the files say is right; `check` judges that from the model.
 *
 * A report is kept as long as its own files, the offices and what it asked of the rest of the site are the same.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import type { ReportDigest } from '../model/digest.js';
import { isFilePath } from '../model/paths.js';
import type { Office, Report, RuleSetting, SiteSettings, Term } from '../model/site.js';
import type { ContentFile, TextSource } from '../model/source.js';
import { startOf, type Span } from '../model/span.js';
import { chineseText } from './chinese.js';
import { readKeys, type Keys } from './keys.js';
import { isEntryPath, type Layout, anchorOf, type ReportPlace, type TownPlace } from './layout.js';
import { Outside, wouldTell, type Answering, type Told } from './outside.js';
import { passagesOfValues } from './passages.js';
import { readPortal } from './portal.js';
import { headOf, ReportReader, type OfficeWords, type ReportHead, type ReportSource } from './report-reader.js';
import * as rules from './rules.js';

export { filesOf, layOut, type Layout, type TownPlace } from './layout.js';
export { Places, wouldTell, type Answering, type Told } from './outside.js';
export type { OfficeWords, ReportHead } from './report-reader.js';

/** The source of a path that was listed as a text. */
export type TextOf = (path: string) => TextSource;

/** What all reports have in common. */
export interface Common extends SiteSettings {
  /** By which words offices go: all that reports know of them while they are put together. */
  officeWords: readonly OfficeWords[];
}

export function assembleSettings(
  layout: Layout,
  textOf: TextOf,
  keep = new Keep(),
): { common: Common; diagnostics: Diagnostic[] } {
  const [site, terms] = [layout.site, layout.terms].map((path) => (path === undefined ? undefined : textOf(path)));
  const fragments = layout.fragments.map(textOf);
  const own = keep.of('site.yaml', [site, ...fragments], () => readSite(site, fragments));
  const house = keep.of('terms.yaml', [terms], () => readTerms(terms));
  const offices = keep.same('offices', own.offices);
  return {
    common: {
      portal: keep.same('portal', own.portal),
      offices,
      officeWords: keep.same(
        'office words',
        offices.map(({ id, name, aliases }) => ({ id, name, aliases })),
      ),
      terms: keep.same('terms', house.terms),
      ruleSettings: own.ruleSettings,
      values: own.values,
    },
    diagnostics: [...layout.diagnostics, ...missing(layout), ...own.diagnostics, ...house.diagnostics],
  };
}

/** What the reports of a town say of themselves, before anything else is read. */
export function assembleHeads({ reports }: TownPlace, textOf: TextOf, keep = new Keep()): ReportHead[] {
  return reports.map((place) => {
    const source = textOf(place.file);
    return keep.of(`head ${place.path}`, [source], () => headOf(place, source));
  });
}

/** The reports of a town, by year, then folder; and what they were told of what lies outside them. */
export function assembleTown(
  { reports: reportPlaces }: TownPlace,
  { textOf, officeWords, places }: { textOf: TextOf; officeWords: readonly OfficeWords[]; places: Answering },
  keep = new Keep(),
): { reports: Report[]; diagnostics: Diagnostic[]; told: Told[] } {
  const made = reportPlaces.map((place) => {
    const source = withTexts(place, textOf);
    return keep.of(
      `report ${place.path}`,
      [place, officeWords, source.source, ...source.entries.map((entry) => entry.source)],
      (below) => readReport(source, officeWords, new Outside(places), below),
      ({ told }) => wouldTell(places, told),
    );
  });
  return {
    reports: made.map(({ report }) => report).toSorted((a, b) => a.year - b.year || byCodeUnit(a.path, b.path)),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
    told: made.flatMap(({ told }) => told),
  };
}

function withTexts(place: ReportPlace, textOf: TextOf): ReportSource {
  return {
    ...place,
    source: textOf(place.file),
    entries: place.entries.map((entry) => ({ ...entry, source: textOf(entry.path) })),
  };
}

function missing({ site, towns, diagnostics }: Layout): Diagnostic[] {
  const hasLonely = diagnostics.some(({ rule }) => rule === rules.reportMissing.id);
  return [
    ...(site === undefined ? [diagnose(rules.siteMissing, { at: startOf('site.yaml') })] : []),
    ...(towns.length === 0 && !hasLonely ? [diagnose(rules.noReport, { at: startOf(site ?? 'site.yaml') })] : []),
  ];
}

type OwnWords = Pick<SiteSettings, 'portal' | 'offices' | 'ruleSettings' | 'values'>;

/** What `site.yaml` says. */
function readSite(
  source: TextSource | undefined,
  fragments: readonly TextSource[],
): OwnWords & { diagnostics: Diagnostic[] } {
  const keys = readKeys('site', 'site.yaml', source?.data);
  return {
    portal: readPortal(keys, fragments, source !== undefined && !source.broken),
    offices: readOffices(keys),
    ruleSettings: readRuleSettings(keys),
    values: passagesOfValues(source?.data),
    diagnostics: source?.broken ? [] : keys.diagnostics,
  };
}

/** A report with all that is kept beside it. */
interface MadeReport {
  report: Report;
  diagnostics: Diagnostic[];
  told: readonly Told[];
}

function readReport(source: ReportSource, offices: readonly OfficeWords[], outside: Outside, keep: Keep): MadeReport {
  const diagnostics: Diagnostic[] = [];
  const report = new ReportReader(source, outside, offices, diagnostics, keep).read();
  return { report, diagnostics, told: outside.told };
}

function readOffices(keys: Keys<'site'>): Office[] {
  return (keys.values.offices ?? []).map((office, index) => {
    const id = anchorOf(office.id);
    const name = chineseText(office.name);
    const aliases = (office.aliases ?? []).map(chineseText);
    const at = (...path: (string | number)[]): Span => keys.at('offices', index, ...path);
    const aliasesAt = aliases.map((alias, position) => [alias, at('aliases', position)] as const);
    return {
      id,
      name,
      aliases,
      wordsAt: Object.fromEntries([...aliasesAt, [id, at('id')], [name, at('name')]]),
      at: at('name'),
    };
  });
}

function readRuleSettings(keys: Keys<'site'>): RuleSetting[] {
  return (keys.values.rules ?? []).map(({ reason, ...setting }, index) => ({
    ...setting,
    ...(reason !== undefined && { reason }),
    at: keys.at('rules', index, 'rule'),
  }));
}

function readTerms(source: TextSource | undefined): { terms: Term[]; diagnostics: Diagnostic[] } {
  if (!source || source.broken) return { terms: [], diagnostics: [] };
  const keys = readKeys('terms', source.path, source.data);
  const terms = (keys.values.terms ?? []).map(({ wrong, right, severity = 'warning', reason, near = [] }, index) => ({
    wrong,
    ...(right !== undefined && { right }),
    severity,
    reason,
    near,
    at: keys.at('terms', index, 'wrong'),
  }));
  return { terms, diagnostics: keys.diagnostics };
}

/** What a text file's name may end in when Windows or Word has named it. */
const NOT_MARKDOWN = /(?:\.(?:md\.[a-z]+|txt|mdx|docx?|wps|rtf|odt)|\/[^./]*)$/i;

/** Files that are no texts by their names, and lie where texts do. */
export function suspectsIn(files: Iterable<ContentFile>): string[] {
  return [...files]
    .filter(({ kind, path }) => kind === 'asset' && NOT_MARKDOWN.test(path) && isEntryPath(path))
    .map(({ path }) => path);
}

/**
 * Files that a clerk takes for content and nobody would see, and names that cannot be addresses.
 *
 * In: the `suspects` among all files, and what is known of all reports.
 */
export function misnamed(suspects: readonly string[], reports: readonly ReportDigest[]): Diagnostic[] {
  const used = new Set(reports.flatMap((report) => report.assets.map(({ path }) => path)));
  const unread = suspects.filter((path) => !used.has(path));
  const published = [...used, ...reports.map(({ at }) => at.file)].filter(
    (path) => !isFilePath(path) || path.includes('#'),
  );
  return [
    ...unread.map((path) =>
      diagnose(rules.fileNotMarkdown, { at: startOf(path), fix: `${path.replace(/(?:\.md)?\.[^./]*$/i, '')}.md` }),
    ),
    ...published.map((path) => diagnose(rules.fileName, { at: startOf(path), found: path })),
  ];
}
