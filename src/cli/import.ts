/**
 * `fazhi import FILE --out content/2022`: reads a report that is already written and writes it as content.
 *
 * Exit codes: 0 imported, or nothing to change; 2 the file cannot be read, or the folder holds something else.
 */
import { createColors } from 'picocolors';
import type { Language } from '../diagnostics/diagnostic.js';
import { displayWidth } from '../diagnostics/display-width.js';
import { visible } from '../diagnostics/visible.js';
import { importFile, type Imported } from '../import/import.js';
import { compareWithFolder, putImported, type Comparison, type Difference } from '../import/put.js';
import { reviewFile } from '../import/review-file.js';
import { reviewOf, type Review } from '../import/review.js';
import { IMPORT } from './words.js';

export interface ImportCommandOptions {
  out: string;
  year?: number;
  force: boolean;
  dryRun: boolean;
  format: 'pretty' | 'json';
  lang: Language;
  quiet: boolean;
}

export async function runImport(file: string, options: ImportCommandOptions): Promise<number> {
  const { out, year, force, dryRun, format, lang, quiet } = options;
  const words = IMPORT[lang];
  const imported = await importFile(file, { out, ...(year !== undefined && { year }) });
  const review = reviewOf(imported);
  const comparison = compareWithFolder(imported);
  const { isThere, differences } = comparison;
  const isSame = isThere && differences.length === 0;
  const isRefused = isThere && !isSame && !force;
  const isWritten = !isSame && !isRefused && !dryRun;
  if (format === 'pretty' && isThere && !isSame && (force || dryRun)) process.stdout.write(patchesOf(differences));
  const kept = isWritten ? putImported(imported, reviewFile(review, imported)) : undefined;
  if (format === 'json') {
    process.stdout.write(
      `${JSON.stringify(dataOf(imported, review, comparison, { isWritten, kept, lang }), undefined, 2)}\n`,
    );
  } else if (!quiet) {
    process.stdout.write(`${describe(imported, review, options)}\n`);
  }
  // Places are shown below the folder as it was given.
  const given = out.replaceAll('\\', '/').replace(/\/+$/u, '');
  const root = given.slice(0, given.length - imported.folder.length);
  if (isRefused) {
    const list = differences.map(({ path, kind }) => `  ${root}${path}${words.kinds[kind]}`);
    process.stderr.write(`${[words.refused(out), ...list, words.useForce].join('\n')}\n`);
    return 2;
  }
  if (quiet || format === 'json') return 0;
  const end = isSame
    ? words.same(out)
    : dryRun
      ? words.dryRun(differences.length)
      : words.written(imported.files.length + imported.images.length, given);
  process.stdout.write(`${[end, ...(kept === undefined ? [] : [words.kept(`${root}${kept}`)])].join('\n')}\n`);
  return 0;
}

/** The differences as a patch, coloured at a terminal. */
function patchesOf(differences: readonly Difference[]): string {
  const colours = createColors(process.stdout.isTTY && !process.env['NO_COLOR']);
  return differences
    .map(({ path, kind, patch }) => {
      if (patch === '') return `${kind === 'gone' ? '-' : '+'} ${path}\n`;
      return patch
        .split('\n')
        .map((line) => {
          const shown = visible(line);
          if (line.startsWith('+')) return colours.green(shown);
          return line.startsWith('-') ? colours.red(shown) : shown;
        })
        .join('\n');
    })
    .join('');
}

/** What was recognised as a table, and how many doubts are to be looked at. */
function describe(imported: Imported, review: Review, { lang }: ImportCommandOptions): string {
  const words = IMPORT[lang];
  const head = ['', words.recognised, words.doubtful, words.leftAsText];
  const rows = review.counts.map(({ name, recognised, doubtful, leftAsText }) =>
    [name[lang], recognised, doubtful || '', leftAsText ?? ''].map(String),
  );
  const { difference, characters } = imported.fidelity;
  const errors = imported.diagnostics.filter(({ severity }) => severity === 'error').length;
  return [
    words.title(visible(imported.draft.values.title), imported.draft.values.year),
    ...tableOf([head, ...rows]),
    difference === undefined ? words.faithful(characters) : words.unfaithful(visible(difference.source)),
    ...review.dropped.map(({ words: dropped, reason }) => words.dropped(visible(dropped), reason[lang])),
    ...(review.doubts.length === 0 ? [] : [words.doubts(review.doubts.length)]),
    ...(errors === 0 ? [] : [words.errors(errors)]),
  ].join('\n');
}

/** Columns by display width: a Chinese character fills two cells. */
function tableOf(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const fill = (text: string, column: number): string => ' '.repeat((widths[column] ?? 0) - displayWidth(text));
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text + fill(text, column) : fill(text, column) + text))
      .join('  ')
      .trimEnd(),
  );
}

function dataOf(
  imported: Imported,
  review: Review,
  { isThere, differences }: Comparison,
  { isWritten, kept, lang }: { isWritten: boolean; kept: string | undefined; lang: Language },
): object {
  const doubt = ({ message, quotation, file }: Review['doubts'][number]) => ({
    message: message[lang],
    quotation,
    file: file ?? null,
  });
  const { document, draft, folder, fidelity, files, images } = imported;
  return {
    format: document.format,
    folder,
    title: draft.values.title,
    year: draft.values.year,
    fidelity: {
      characters: fidelity.characters,
      isWhole: fidelity.difference === undefined,
      difference: fidelity.difference ?? null,
    },
    counts: review.counts.map(({ name, ...counts }) => ({ name: name[lang], ...counts })),
    doubts: review.doubts.map(doubt),
    noEvents: review.noEvents.map(doubt),
    renumbered: review.renumbered,
    dropped: review.dropped.map(({ words, reason }) => ({ words, reason: reason[lang] })),
    remarks: review.remarks.map(({ message, quotation }) => ({ message: message[lang], quotation })),
    files: [...files, ...images].map(({ path }) => path),
    isThere,
    differences: differences.map(({ path, kind }) => ({ path, kind })),
    isWritten,
    kept: kept ?? null,
  };
}
