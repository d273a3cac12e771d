/**
 * The flow of a build, town by town.
 *
 * In:  the files of a content folder, listed, and how to read one.
 * Out: a survey of the site (what all reports have in common, and what each is called); then, of each town by itself, its
 *      digest, its diagnostics and its files; at the end the files of the site as a whole.
 *
 * A town is made from its own files and the survey alone, so that it can be made by another thread or computer, kept by
 * what it was made from, and let go before the next. Nothing here reads or writes by itself.
 */
import {
  assembleHeads,
  assembleSettings,
  assembleTown,
  filesOf,
  layOut,
  misnamed,
  Places,
  suspectsIn,
  type Answering,
  type Common,
  type ReportHead,
  type TextOf,
  type Told,
  type TownPlace,
} from './assemble/assemble.js';
import { checkAll, checkSettings, checkTown } from './check/check.js';
import { settle, wantedSeverities, type WantedSeverities } from './check/settle.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { Keep } from './keep.js';
import type { TownDigest } from './model/digest.js';
import type { Page, Theme } from './model/page.js';
import type { Report } from './model/site.js';
import type { ContentFile, TextSource } from './model/source.js';
import {
  assetUrls,
  digestOf,
  homeOf,
  namesOf,
  renderTown,
  textsIn,
  type Elsewhere,
  type TextPage,
} from './render/render.js';
import { RULES } from './rules.js';

/** A content folder: its files by path, in order, and how to read one that is no asset. */
export interface Content {
  files: ReadonlyMap<string, ContentFile>;
  read: (file: ContentFile, keep: Keep) => { source?: TextSource; diagnostics: Diagnostic[]; sum?: string };
}

/** What every town is made with, beside its own files. Plain data. */
export interface Ground {
  common: Common;
  heads: readonly ReportHead[];
  /** What each report is called where it stands among others, by its folder. */
  names: ReadonlyMap<string, string>;
  wanted: WantedSeverities;
}

/** What is known of the site before any town is made. */
export interface Survey extends Ground {
  towns: readonly TownPlace[];
  places: Places;
  /** About what all reports have in common. */
  diagnostics: Diagnostic[];
  /** Files of the whole content that are no texts but may be meant to be. */
  suspects: string[];
  /** Of what was read of the files that are about the site as a whole: what `read` tells of each, by path. */
  sums: Sums;
}

/** By path, for each file that was read; `undefined` where it could not be. */
export type Sums = ReadonlyMap<string, string | undefined>;

export interface MadeTown {
  /** Of a town that nobody has rendered: without the texts for the search page. */
  digest: TownDigest;
  reports: Report[];
  diagnostics: Diagnostic[];
  /** What its reports were told of what lies outside them. */
  told: Told[];
  /** Of its files. */
  sums: Sums;
}

/** `knownHeads` has those of a town whose `report.md` have been read before. */
export function survey(
  content: Content,
  keep: Keep,
  knownHeads: (town: TownPlace) => ReportHead[] | undefined = () => undefined,
): Survey {
  const assembling = keep.part('assemble');
  const layout = layOut([...content.files.values()], assembling);
  const ofSite = [layout.site, layout.terms, ...layout.fragments].filter((path) => path !== undefined);
  const { textOf, diagnostics: unreadable, sums } = readAll([...ofSite, ...layout.loose], content, keep);
  const { common, diagnostics: misplaced } = assembleSettings(layout, textOf, assembling);
  const heads = layout.towns.flatMap((town) => {
    const known = knownHeads(town);
    if (known) return known;
    const own = readAll(
      town.reports.map(({ file }) => file),
      content,
      keep,
    );
    return assembleHeads(town, own.textOf, assembling);
  });
  const { wanted, diagnostics: unfit } = wantedSeverities(common.ruleSettings, RULES);
  const said = [...unreadable, ...misplaced, ...checkSettings(common, keep.part('check'))];
  return {
    towns: layout.towns,
    common,
    heads,
    names: namesOf(heads),
    places: placesOf(content.files.values(), layout.towns, heads),
    wanted,
    diagnostics: [...settle(said, [], wanted, RULES), ...unfit],
    suspects: suspectsIn(content.files.values()),
    sums,
  };
}

/** What of a survey goes to whoever makes towns. */
export function groundOf({ common, heads, names, wanted }: Survey): Ground {
  return { common, heads, names, wanted };
}

/** Everything inside the site that words can name. */
export function placesOf(
  files: Iterable<ContentFile>,
  towns: readonly TownPlace[],
  heads: readonly ReportHead[],
): Places {
  const years = new Map(heads.map(({ path, year }) => [path, year]));
  const assets = [...files].filter(({ kind }) => kind === 'asset');
  return new Places(
    towns.flatMap(({ reports }) => reports),
    (report) => years.get(report),
    new Map(assets.map(({ path, bytes }) => [path, bytes])),
  );
}

/** What pages may know besides the reports they are about. */
export function elsewhere(
  { common, heads, names }: Pick<Ground, 'common' | 'heads' | 'names'>,
  theme: Theme,
  keep: Keep,
): Elsewhere {
  const home = homeOf(heads)?.path;
  return {
    portal: common.portal,
    offices: common.offices,
    names,
    ...(home !== undefined && { home }),
    assets: assetUrls(
      theme,
      heads.some(({ isPublished }) => isPublished),
      keep.part('render'),
    ),
  };
}

/** The same as `elsewhere`, for whoever has no heads but knows more. */
export function aroundDigests(towns: readonly TownDigest[], common: Common, theme: Theme): Elsewhere {
  const heads = towns.flatMap(({ town, reports }) =>
    reports.map((report) => ({ ...report, town, isPublished: report.published !== undefined })),
  );
  return elsewhere({ common, heads, names: namesOf(heads) }, theme, new Keep());
}

/** The reports of a town, and all there is to say of them. */
export function makeTown(
  place: TownPlace,
  { common, names, wanted }: Ground,
  places: Answering,
  content: Content,
  keep: Keep,
): MadeTown {
  const { textOf, diagnostics: unreadable, sums } = readAll(filesOf(place), content, keep);
  const outside = { textOf, officeWords: common.officeWords, places };
  const { reports, diagnostics: misplaced, told } = assembleTown(place, outside, keep.part('assemble'));
  const said = [...unreadable, ...misplaced, ...checkTown(reports, common, keep.part('check'))];
  return {
    digest: { town: place.town, reports: reports.map((report) => digestOf(report, names)), texts: [] },
    reports,
    diagnostics: settle(said, reports, wanted, RULES),
    told,
    sums,
  };
}

/** The files of a town without errors, and its digest with what they add to it. */
export function renderMade(
  { digest, reports }: MadeTown,
  around: Elsewhere,
  keep: Keep,
): { digest: TownDigest; pages: TextPage[] } {
  const pages = renderTown(reports, around, keep.part('render'));
  return { digest: { ...digest, texts: textsIn(pages) }, pages };
}

/** What there is to say of the reports of all towns together; `suspects` are of the whole content. */
export function judgeDigests(
  towns: readonly TownDigest[],
  suspects: readonly string[],
  { ruleSettings }: Pick<Common, 'ruleSettings'>,
): Diagnostic[] {
  const reports = towns.flatMap((town) => town.reports);
  const { wanted } = wantedSeverities(ruleSettings, RULES);
  return settle([...misnamed(suspects, reports), ...checkAll(reports)], [], wanted, RULES);
}

/** The attachments that some text refers to, as copies. */
export function copiesOf(towns: readonly TownDigest[], { files }: Content, keep = new Keep()): Page[] {
  const used = new Set(towns.flatMap(({ reports }) => reports.flatMap(({ assets }) => assets.map(({ path }) => path))));
  return [...files.values()]
    .filter(({ path }) => used.has(path))
    .map((file) => keep.of(`copy ${file.path}`, [file], (): Page => ({ path: file.path, copyOf: file.file })));
}

function readAll(
  paths: readonly string[],
  { files, read }: Content,
  keep: Keep,
): { textOf: TextOf; diagnostics: Diagnostic[]; sums: Sums } {
  const texts = new Map<string, TextSource>();
  const diagnostics: Diagnostic[] = [];
  const sums = new Map<string, string | undefined>();
  for (const path of paths) {
    const file = files.get(path);
    if (!file) throw new Error(`${path} is not listed`);
    const { source, diagnostics: own, sum } = read(file, keep.part('read'));
    sums.set(path, sum);
    if (source) texts.set(path, source);
    for (const diagnostic of own) diagnostics.push(diagnostic);
  }
  return {
    textOf: (path) => {
      const text = texts.get(path);
      if (!text) throw new Error(`${path} is no text`);
      return text;
    },
    diagnostics,
    sums,
  };
}
