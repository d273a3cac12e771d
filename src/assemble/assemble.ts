/**
 * Assemble: puts the files together into the typed site.
 *
 * In:  the `SourceFile`s from read, with the place of every value.
 * Out: the `Site`, and diagnostics about file names, keys, dates and Markdown. What is wrong is left out or kept as
 *      written, so that one mistake does not hide the next.
 * Not here: whether what the files say is right; `check` judges that from the model.
 *
 * A report is kept as long as its own files, the offices and what it asked of the rest of the site are the same.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { bodiesOf } from '../model/entries.js';
import { isFilePath } from '../model/paths.js';
import type { Asset, Office, Report, RuleSetting, Site, Term } from '../model/site.js';
import type { SourceFile, TextSource } from '../model/source.js';
import { startOf, type Span } from '../model/span.js';
import { chineseText } from './chinese.js';
import { readKeys, type Keys } from './keys.js';
import { anchorOf, isEntryPath, layOut, type Layout, type ReportSource } from './layout.js';
import { Outside, Places, type Told } from './outside.js';
import { passagesOfValues } from './passages.js';
import { readPortal } from './portal.js';
import { ReportReader, yearOf, type OfficeWords } from './report-reader.js';
import * as rules from './rules.js';

export function assemble(sources: readonly SourceFile[], keep = new Keep()): { site: Site; diagnostics: Diagnostic[] } {
  const layout = layOut(sources, keep);
  const assets = new Map(
    sources.flatMap((source) => (source.kind === 'asset' ? [[source.path, source] as const] : [])),
  );
  const yearIn = (report: ReportSource): number | undefined =>
    keep.of(`year ${report.path}`, [report.source], () => yearOf(report));
  const places = new Places(layout.reports, yearIn, new Set(assets.keys()));

  const own = keep.of('site.yaml', [layout.site, ...layout.fragments], () => readSite(layout.site, layout.fragments));
  const portal = keep.same('portal', own.portal);
  const offices = keep.same('offices', own.offices);
  const words = keep.same(
    'office words',
    offices.map(({ id, name, aliases }) => ({ id, name, aliases })),
  );
  const house = keep.of('terms.yaml', [layout.terms], () => readTerms(layout.terms));
  const made = layout.reports.map((source) =>
    keep.of(
      `report ${source.path}`,
      [source, words],
      (below) => readReport(source, words, new Outside(places), below),
      ({ told }) => places.wouldTell(told),
    ),
  );
  const reports = made
    .map(({ report }) => report)
    .toSorted((a, b) => byCodeUnit(a.town, b.town) || a.year - b.year || byCodeUnit(a.path, b.path));
  // Only what some text refers to is published; whatever else lies in the folder stays there.
  const used = [...new Set(made.flatMap(({ assetPaths }) => assetPaths))]
    .toSorted(byCodeUnit)
    .flatMap((path) => assets.get(path) ?? []);
  const terms = keep.same('terms', house.terms);
  keep.forget();
  return {
    site: {
      portal,
      offices,
      reports,
      assets: used,
      terms,
      ruleSettings: own.ruleSettings,
      values: own.values,
    },
    diagnostics: [
      ...layout.diagnostics,
      ...missing(layout),
      ...own.diagnostics,
      ...house.diagnostics,
      ...made.flatMap(({ diagnostics }) => diagnostics),
      ...misnamed([...assets.keys()], used, reports),
    ],
  };
}

function missing({ site, reports, diagnostics }: Layout): Diagnostic[] {
  const hasLonely = diagnostics.some(({ rule }) => rule === rules.reportMissing.id);
  return [
    ...(site ? [] : [diagnose(rules.siteMissing, { at: startOf('site.yaml') })]),
    ...(reports.length === 0 && !hasLonely
      ? [diagnose(rules.noReport, { at: startOf(site?.path ?? 'site.yaml') })]
      : []),
  ];
}

type OwnWords = Pick<Site, 'portal' | 'offices' | 'ruleSettings' | 'values'>;

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
  /** The attachments it refers to. */
  assetPaths: string[];
  told: readonly Told[];
}

function readReport(source: ReportSource, offices: readonly OfficeWords[], outside: Outside, keep: Keep): MadeReport {
  const diagnostics: Diagnostic[] = [];
  const report = new ReportReader(source, outside, offices, diagnostics, keep).read();
  return { report, diagnostics, assetPaths: assetPathsOf(report), told: outside.told };
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

/** Files that a clerk takes for content and nobody would see, and names that cannot be addresses. */
function misnamed(paths: readonly string[], used: readonly Asset[], reports: readonly Report[]): Diagnostic[] {
  const isUsed = new Set(used.map(({ path }) => path));
  const unread = paths.filter((path) => NOT_MARKDOWN.test(path) && isEntryPath(path) && !isUsed.has(path));
  const published = [...isUsed, ...reports.map(({ at }) => at.file)].filter(
    (path) => !isFilePath(path) || path.includes('#'),
  );
  return [
    ...unread.map((path) =>
      diagnose(rules.fileNotMarkdown, { at: startOf(path), fix: `${path.replace(/(?:\.md)?\.[^./]*$/i, '')}.md` }),
    ),
    ...published.map((path) => diagnose(rules.fileName, { at: startOf(path), found: path })),
  ];
}

function assetPathsOf(report: Report): string[] {
  const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
  const linked = bodiesOf(report).flatMap((body) => [...body.links, ...body.images]);
  return [...evidence, ...linked].flatMap(({ target }) => (target?.kind === 'asset' ? [target.path] : []));
}
