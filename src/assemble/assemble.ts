/**
 * Assemble: puts the files together into the typed site.
 *
 * In:  the `SourceFile`s from read, with the place of every value.
 * Out: the `Site`, and diagnostics about file names, keys, dates and Markdown. What is wrong is left out or kept as
 *      written, so that one mistake does not hide the next.
 * Not here: whether what the files say is right; `check` judges that from the model.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { bodiesOf } from '../model/entries.js';
import { isFilePath } from '../model/paths.js';
import type { Asset, Office, Report, RuleSetting, Site, Term } from '../model/site.js';
import type { SourceFile, TextSource } from '../model/source.js';
import { startOf, type Span } from '../model/span.js';
import { chineseText } from './chinese.js';
import { readKeys, type Keys } from './keys.js';
import { anchorOf, isEntryPath, layOut } from './layout.js';
import type { Places } from './links.js';
import { passagesOfValues } from './passages.js';
import { readPortal } from './portal.js';
import { ReportReader } from './report-reader.js';
import * as rules from './rules.js';

export function assemble(sources: readonly SourceFile[]): { site: Site; diagnostics: Diagnostic[] } {
  const layout = layOut(sources);
  const diagnostics = layout.diagnostics;
  if (!layout.site) diagnostics.push(diagnose(rules.siteMissing, { at: startOf('site.yaml') }));
  if (layout.reports.length === 0 && !diagnostics.some(({ rule }) => rule === rules.reportMissing.id))
    diagnostics.push(diagnose(rules.noReport, { at: startOf(layout.site?.path ?? 'site.yaml') }));

  const keys = readKeys('site', 'site.yaml', layout.site?.data);
  if (!layout.site?.broken) diagnostics.push(...keys.diagnostics);
  const offices = readOffices(keys);
  const assets = new Map(
    sources.flatMap((source) => (source.kind === 'asset' ? [[source.path, source] as const] : [])),
  );
  const places: Places = { reports: layout.reports, assets: new Set(assets.keys()) };
  const reports = layout.reports.map((source) => new ReportReader(source, places, offices, diagnostics).read());
  const inTowns = reports.toSorted(
    (a, b) => byCodeUnit(a.town, b.town) || a.year - b.year || byCodeUnit(a.path, b.path),
  );
  const used = usedAssets(reports, assets);
  diagnostics.push(...misnamed([...assets.keys()], used, inTowns));
  return {
    site: {
      portal: readPortal(keys, layout.site !== undefined && !layout.site.broken),
      offices,
      reports: inTowns,
      assets: used,
      terms: readTerms(layout.terms, diagnostics),
      ruleSettings: readRuleSettings(keys),
      values: passagesOfValues(layout.site?.data),
    },
    diagnostics,
  };
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

function readTerms(source: TextSource | undefined, diagnostics: Diagnostic[]): Term[] {
  if (!source || source.broken) return [];
  const keys = readKeys('terms', source.path, source.data);
  diagnostics.push(...keys.diagnostics);
  return (keys.values.terms ?? []).map(({ wrong, right, severity = 'warning', reason, near = [] }, index) => ({
    wrong,
    ...(right !== undefined && { right }),
    severity,
    reason,
    near,
    at: keys.at('terms', index, 'wrong'),
  }));
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

/** Only what some text refers to is published; whatever else lies in the folder stays there. */
function usedAssets(reports: readonly Report[], assets: ReadonlyMap<string, Asset>): Asset[] {
  const used = new Set<string>();
  for (const report of reports) {
    const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
    const linked = bodiesOf(report).flatMap((body) => [...body.links, ...body.images]);
    for (const { target } of [...evidence, ...linked]) {
      if (target?.kind === 'asset') used.add(target.path);
    }
  }
  return [...used].toSorted(byCodeUnit).flatMap((path) => {
    const asset = assets.get(path);
    return asset ? [{ path, file: asset.file, bytes: asset.bytes }] : [];
  });
}
