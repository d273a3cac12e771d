/**
 * Read: finds and decodes the files of the content folder and splits their front matter.
 *
 * In:  the content folder.
 * Out: the list of its files; and of each text that is asked for, its values with their spans, and diagnostics about
 *      what could not be read, in no order. A text that cannot be read is handed on all the same, as `broken`, and hides
 *      none of the others.
 * Not here: what keys mean (assemble), and images and attachments, which are listed but not opened.
 *
 * Listing asks for the status of every file; one is opened only when somebody asks for it, so that a site need not be in
 * memory as a whole. A file whose status is the same is the same object, and what was made of it is made again only when
 * its bytes are others: the same bytes give the same objects. Whoever has watched the folder may say what can have
 * changed; nothing else is listed again or asked for its status.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { diagnose, type Diagnostic, type Words } from '../diagnostics/diagnostic.js';
import { Keep } from '../keep.js';
import type { TextSource } from '../model/source.js';
import { startOf } from '../model/span.js';
import { CONTROL_CHARACTER, decode } from './decode.js';
import { splitFrontMatter } from './front-matter.js';
import { mend } from './mend.js';
import { linesOf, PlacedText } from './placed-text.js';
import {
  fileConflict,
  fileControlCharacter,
  fileEmpty,
  fileEncoding,
  fileEncodingUnknown,
  fileSymlink,
  fileTooLarge,
  fileUnreadable,
} from './rules.js';
import { MAX_BYTES, textKindOf, type ListedFile } from './list.js';
import { reasonOf } from './reasons.js';
import type { FoundFile } from './walk.js';
import { readYaml } from './yaml.js';

export { readTheme, THEME_FILES } from './theme.js';
export { list, listTexts, countTexts, type ListedFile } from './list.js';
export { readLine } from './read-line.js';
export { isIgnored } from './walk.js';

/** Of one file. A file with more mistakes is none that somebody wrote, and they would bury those of its neighbours. */
const MAX_DIAGNOSTICS = 200;

/** What is made of the bytes of one file. */
export interface ReadFile {
  /** Absent for what is no text. */
  source?: TextSource;
  diagnostics: Diagnostic[];
}

/** What was read, and of which bytes: their SHA-256 in base64, absent where they could not be read. */
export interface ReadBytes extends ReadFile {
  sum?: string;
}

/** Opens a file of the list: any but assets. */
export function readFile(listed: ListedFile, keep = new Keep()): ReadBytes {
  const { path, file, found, bytes: size } = listed;
  const kind = textKindOf(path);
  return keep.of(
    path,
    [listed],
    (below) => {
      const bytes = open(found, size, kind ?? 'markdown');
      const isRead = bytes instanceof Uint8Array;
      const content = isRead ? createHash('sha256').update(bytes).digest('base64') : bytes.message.zh;
      const result = below.of('content', [file, content], () => readText(path, kind, bytes));
      return { isRead, result: isRead ? { ...result, sum: content } : result };
    },
    // What could not be read may be readable the next time without a change of its status.
    ({ isRead }) => isRead,
  ).result;
}

/** The bytes of a text file, or why there are none. */
function open(found: FoundFile, size: number, kind: TextSource['kind']): Uint8Array | Diagnostic {
  const at = startOf(found.path);
  if (found.kind === 'symlink') return diagnose(fileSymlink, { at });
  if (found.kind === 'special') return diagnose(fileUnreadable, { at, reason: NOT_A_FILE });
  if (found.kind === 'unreadable') return diagnose(fileUnreadable, { at, reason: reasonOf(found.error) });
  const limit = MAX_BYTES[kind];
  if (size > limit) return diagnose(fileTooLarge, { at, bytes: size, limit });
  try {
    return readFileSync(found.file);
  } catch (error) {
    return diagnose(fileUnreadable, { at, reason: reasonOf(error) });
  }
}

/** `kind` is absent for what is no text file but has something wrong with it, and then is not listed. */
function readText(path: string, kind: TextSource['kind'] | undefined, bytes: Uint8Array | Diagnostic): ReadFile {
  const at = startOf(path);
  const listed = (parts: Omit<TextSource, 'kind' | 'path'>): Pick<ReadFile, 'source'> =>
    kind === undefined ? {} : { source: { kind, path, ...parts } };
  const unread = (...diagnostics: Diagnostic[]): ReadFile => ({
    ...listed({ broken: true, body: '', bodyLine: 1 }),
    diagnostics,
  });
  if (!(bytes instanceof Uint8Array)) return unread(bytes);
  const decoded = decode(bytes);
  if (decoded === undefined) return unread(diagnose(fileEncodingUnknown, { at }));
  if (decoded.text.trim() === '') return unread(diagnose(fileEmpty, { at }));
  const text = new PlacedText(path, decoded.text);
  // Whatever else there is to say about two versions in one file would be about neither.
  const conflicts = conflictsIn(text);
  if (conflicts.length > 0) return unread(...conflicts);
  const { diagnostics, ...parts } = READERS[kind ?? 'markdown'](text);
  return {
    ...listed(parts),
    diagnostics: [
      ...(decoded.encoding === 'gb18030' ? [diagnose(fileEncoding, { at })] : []),
      ...controlCharacters(text),
      ...diagnostics,
    ].slice(0, MAX_DIAGNOSTICS),
  };
}

const READERS: Readonly<Record<TextSource['kind'], typeof splitFrontMatter>> = {
  markdown: splitFrontMatter,
  yaml: readYamlFile,
  fragment: ({ text }) => ({ broken: false, body: text, bodyLine: 1, diagnostics: [] }),
};

function readYamlFile(text: PlacedText): ReturnType<typeof splitFrontMatter> {
  const { mended, diagnostics } = mend(text, 0, text.text.length);
  const result = readYaml(text, mended);
  return { ...result, body: '', bodyLine: 1, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** The places where a merge left both versions. */
function conflictsIn(text: PlacedText): Diagnostic[] {
  const lines = linesOf(text.text);
  return lines.flatMap((line, index) => {
    if (!/^<{7}(?: |$)/.test(line.text)) return [];
    const end = lines.slice(index).find((below) => /^>{7}(?: |$)/.test(below.text));
    return end ? [diagnose(fileConflict, { at: text.span(line.start, line.end) })] : [];
  });
}

/** One a line: where one got in, the rest of the line needs a look anyway. */
function controlCharacters(text: PlacedText): Diagnostic[] {
  return linesOf(text.text).flatMap((line) => {
    const match = CONTROL_CHARACTER.exec(line.text);
    if (match === null) return [];
    const start = line.start + match.index;
    const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [diagnose(fileControlCharacter, { at: text.span(start, start + match[0].length), code })];
  });
}

const NOT_A_FILE: Words = { zh: '它不是普通文件', en: 'it is not a regular file' };
