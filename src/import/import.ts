/**
 * Import: a report that a town already wrote becomes content files.
 *
 * read the source -> plan (lines, title and signature, headings, events and entries) -> files -> check
 *
 * In:  the source file, and the folder that the report is to be.
 * Out: the files, what was recognised, what a person should look at, and what `check` says. Nothing is written.
 *
 * What was recognised is composed again and compared with the source: where one character differs, events and entries
 * stay in the text of their sections, and the import says so.
 */
import { stringify } from 'yaml';
import type { CheckResult } from '../build.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { PART_WORDS } from '../model/choice-words.js';
import type { Part } from '../model/site.js';
import type { NewFile } from '../new/trial.js';
import type { SourceDocument } from './document.js';
import type { Draft } from './draft.js';
import { compare, type Fidelity } from './fidelity.js';
import {
  filesOf,
  imageFiles,
  pathOf,
  renumberedIn,
  siteFile,
  type ImageFile,
  type Layout,
  type Renumbered,
} from './files.js';
import { officeNamesOf, unknownNames } from './offices.js';
import { placeOf } from './place.js';
import { plan, withoutItems, type Plan } from './plan.js';
import { readSource } from './read-source.js';
import { tryFiles } from './try-files.js';

export interface ImportOptions {
  /** The report's folder to be, such as `content/2022`. */
  out: string;
  /** Where the words do not tell. */
  year?: number;
}

export interface Imported extends Plan {
  document: SourceDocument;
  /** The content folder, and in it the report's folder with `/`. */
  content: string;
  folder: string;
  files: NewFile[];
  images: ImageFile[];
  /** Names of offices that `site.yaml` does not have, and that no file names therefore. */
  unregistered: string[];
  renumbered: Renumbered[];
  fidelity: Fidelity;
  /** Events and entries were left in the text, since with them it would not have been the source's. */
  isPlain: boolean;
  /** Rules that files are not held against, by path, with why. */
  silences: Layout['silences'];
  /** Of the new files. */
  diagnostics: Diagnostic[];
  lineOf: CheckResult['lineOf'];
}

/** Errors: `EnvironmentError` for a source that cannot be read or holds no text, and for a year that nothing tells. */
export async function importFile(file: string, options: ImportOptions): Promise<Imported> {
  return importDocument(await readSource(file), options);
}

export function importDocument(document: SourceDocument, { out, year }: ImportOptions): Imported {
  const { content, folder, offices } = placeOf(out);
  const registered = offices?.flatMap(({ name, aliases }) => [name, ...aliases]);
  const planned = plan(document, {
    folder,
    ...(year !== undefined && { year }),
    ...(registered && { offices: registered }),
  });
  const proposed = registered ? [] : planned.proposed;
  const layout: Layout = {
    folder,
    notes: document.notes,
    images: document.images,
    offices: new Set(registered ?? proposed.flatMap(({ name, aliases }) => [name, ...aliases])),
    silences: silencesFor(planned.missingParts, folder),
  };
  const site = registered ? [] : [siteFile(proposed, (value) => stringify(value, { lineWidth: 0 }))];
  const images = imageFiles(layout);
  const first = makeFiles(planned.draft, planned, layout, [site, images], content);
  const silences = withOwnWording(layout.silences, first.diagnostics, planned.draft, folder);
  const silenced = { ...layout, silences };
  const whole =
    silences.size === layout.silences.size
      ? first
      : makeFiles(planned.draft, planned, silenced, [site, images], content);
  const isPlain = whole.fidelity.difference !== undefined;
  const made = isPlain ? makeFiles(withoutItems(planned.draft), planned, layout, [site, images], content) : whole;
  return {
    ...planned,
    ...made,
    document,
    content,
    folder,
    images,
    silences,
    proposed,
    unregistered: offices ? unknownNames(officeNamesOf(planned.draft), offices) : [],
    renumbered: renumberedIn(made.draft),
    isPlain,
  };
}

type Made = Pick<Imported, 'draft' | 'files' | 'fidelity' | 'diagnostics' | 'lineOf'>;

/** The files of a draft, with what `check` says of them and whether they compose to the source. */
function makeFiles(
  draft: Draft,
  { outline }: Plan,
  layout: Layout,
  [site, images]: readonly [NewFile[], ImageFile[]],
  content: string,
): Made {
  const files = [...site, ...filesOf(draft, layout)];
  const { site: tried, diagnostics, lineOf } = tryFiles(content, files, images);
  const report = tried.reports.find(({ path }) => path === layout.folder);
  const fidelity = report
    ? compare(outline, layout.notes, report)
    : { characters: 0, difference: { source: '', composed: '' } };
  return { draft, files, fidelity, diagnostics, lineOf };
}

/** A part that the source does not have is nothing to mend; supervisors still see that it is not there. */
function silencesFor(missing: readonly Part[], folder: string): Layout['silences'] {
  if (missing.length === 0) return new Map();
  const names = missing.map((part) => `“${PART_WORDS[part]}”`).join('');
  return new Map([[`${folder}/report.md`, [{ rule: 'part/missing', reason: `导入的原文没有单列${names}部分` }]]]);
}

/** What the source says in its own way is kept as it is, and said once, in `IMPORT.md`. */
const OWN_WORDING: Readonly<Record<string, string>> = {
  'faithful/date': '原文写作同月、当日一类，日期按上文推算',
  'ordinal/mark': '原文序号如此',
  'ordinal/level': '原文序号如此',
  'punctuation/pairs': '原文标点如此',
};

/** The silences, and those for items that `check` would refuse for the source's own wording. */
function withOwnWording(
  silences: Layout['silences'],
  diagnostics: readonly Diagnostic[],
  { items }: Draft,
  folder: string,
): Layout['silences'] {
  const own = new Map(silences);
  const paths = new Set(items.map((item) => pathOf(item, folder)));
  for (const { rule, at, severity } of diagnostics) {
    const reason = OWN_WORDING[rule];
    const known = own.get(at.file) ?? [];
    if (severity !== 'error' || reason === undefined || !paths.has(at.file) || known.some((one) => one.rule === rule))
      continue;
    own.set(at.file, [...known, { rule, reason }]);
  }
  return own;
}
