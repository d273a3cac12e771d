/**
 * Read: finds and decodes the files of the content folder and splits their front matter.
 *
 * In:  the content folder.
 * Out: its files, each value with its span; diagnostics about what could not be read, in no order. A file that cannot
 *      be read is still listed, as `broken`, and hides none of the others.
 * Not here: what keys mean (assemble), and images and attachments, which are listed but not opened.
 *
 * A file is opened again only when its status has changed, and what was made of it is made again only when its bytes
 * have: the same bytes give the same objects. Whoever has watched the folder may say what can have changed; nothing else
 * is listed again or asked for its status.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose, type Diagnostic, type Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { Keep } from '../keep.js';
import type { SourceFile, TextSource } from '../model/source.js';
import { startOf } from '../model/span.js';
import { Changes } from './changes.js';
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
import { isSameStatus, statusOf, type Status } from './status.js';
import { walk, type FoundFile } from './walk.js';
import { readYaml } from './yaml.js';

export { readTheme, THEME_FILES } from './theme.js';
export { isIgnored } from './walk.js';

export interface ReadResult {
  /** By code unit of their paths. */
  sources: SourceFile[];
  diagnostics: Diagnostic[];
}

/** Bytes. A year's report has thirty thousand; a larger file is a picture or a mistake, and is not even opened. */
const MAX_BYTES: Readonly<Record<TextSource['kind'], number>> = {
  markdown: 2 * 1024 * 1024,
  yaml: 256 * 1024,
  fragment: 256 * 1024,
};

/** Of one file. A file with more mistakes is none that somebody wrote, and they would bury those of its neighbours. */
const MAX_DIAGNOSTICS = 200;

/**
 * `changed` has the only files and folders that can have changed since the last time, absolute; absent: any.
 *
 * Errors: `EnvironmentError` when the folder is missing or cannot be listed.
 */
export function read(content: string, keep = new Keep(), changed?: readonly string[]): ReadResult {
  const changes = new Changes(changed);
  const sources: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const found of list(content, keep.part('folders'), changes)) {
    const file = keep.of(
      found.path,
      [found.file, found.kind],
      (below) => readFile(found, below),
      ({ status }) => status.isSettled && (!changes.mayConcern(found.file) || isSameStatus(status, statusOf(found))),
    );
    if (file.source) sources.push(file.source);
    for (const diagnostic of file.diagnostics) diagnostics.push(diagnostic);
  }
  keep.forget();
  return { sources, diagnostics };
}

/** What is made of the bytes of one file. */
interface FileResult {
  source?: SourceFile;
  diagnostics: Diagnostic[];
}

function readFile(found: FoundFile, keep: Keep): FileResult & { status: Status } {
  const { path, file } = found;
  const status = statusOf(found);
  if (status.isGone) return { diagnostics: [], status };
  const kind = textKindOf(path);
  if (found.kind === 'file' && kind === undefined && !path.includes('\ufffd'))
    return { source: { kind: 'asset', path, file, bytes: status.bytes }, diagnostics: [], status };
  const bytes = open(found, status.bytes, kind ?? 'markdown');
  const isBytes = bytes instanceof Uint8Array;
  const content = isBytes ? createHash('sha256').update(bytes).digest('base64') : bytes.message.zh;
  const result = keep.of('content', [file, content], () => readText(path, kind, bytes));
  // What could not be read may be readable the next time without a change of its status.
  return { ...result, status: { ...status, isSettled: status.isSettled && isBytes } };
}

/** The texts that clerks write in the content folder, small enough to be read; no links. Errors: as `read`. */
export function listTexts(content: string): { path: string; file: string }[] {
  return list(content).filter(({ path, file, kind }) => {
    const textKind = textKindOf(path);
    const size =
      kind === 'file' && textKind !== undefined ? statSync(file, { throwIfNoEntry: false })?.size : undefined;
    return textKind !== undefined && textKind !== 'fragment' && size !== undefined && size <= MAX_BYTES[textKind];
  });
}

/** The file that `readLine` was last asked about: diagnostics come in order of place. */
let lastRead: { version: string; lines: readonly string[] } = { version: '', lines: [] };

/** A line of a content file as it was decoded, to show it under a diagnostic; `undefined` where there is none. */
export function readLine(content: string, file: string, line: number): string | undefined {
  const path = resolve(content, file);
  try {
    const status = lstatSync(path);
    if (!status.isFile() || status.size > MAX_BYTES.markdown) return undefined;
    const version = `${path} ${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}`;
    if (lastRead.version !== version) {
      lastRead = { version, lines: decode(readFileSync(path))?.text.split('\n') ?? [] };
    }
    return lastRead.lines[line - 1];
  } catch {
    // Only the picture of the line is lost: that a file cannot be read has its own diagnostic.
    return undefined;
  }
}

function list(content: string, keep = new Keep(), changes = new Changes()): FoundFile[] {
  if (content === '')
    throw new EnvironmentError({ zh: '--content 后面没有写文件夹。', en: 'No folder is given after --content.' });
  const folder = resolve(content);
  try {
    if (!statSync(folder).isDirectory()) {
      throw new EnvironmentError({
        zh: `“${content}”不是文件夹。请给出存放报告内容的文件夹。`,
        en: `“${content}” is not a folder. Give the folder that holds the report's content.`,
      });
    }
    return walk(folder, keep, changes);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    const reason = reasonOf(error);
    throw new EnvironmentError({
      zh: `无法读取内容文件夹“${content}”：${reason.zh}。`,
      en: `Cannot read the content folder “${content}”: ${reason.en}.`,
    });
  }
}

function textKindOf(path: string): TextSource['kind'] | undefined {
  if (/^portal\/[^/]+\.html?$/i.test(path)) return 'fragment';
  if (/\.(?:md|markdown)$/i.test(path)) return 'markdown';
  return /\.ya?ml$/i.test(path) ? 'yaml' : undefined;
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
function readText(path: string, kind: TextSource['kind'] | undefined, bytes: Uint8Array | Diagnostic): FileResult {
  const at = startOf(path);
  const listed = (parts: Omit<TextSource, 'kind' | 'path'>): Pick<FileResult, 'source'> =>
    kind === undefined ? {} : { source: { kind, path, ...parts } };
  const unread = (...diagnostics: Diagnostic[]): FileResult => ({
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

const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有读取权限', en: 'permission denied' },
  EPERM: { zh: '没有读取权限', en: 'permission denied' },
  ENOENT: { zh: '它不存在', en: 'it does not exist' },
  ELOOP: { zh: '链接指向自身', en: 'the link leads to itself' },
  EBUSY: { zh: '它正被别的程序占用', en: 'another program holds it' },
  EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
  ENAMETOOLONG: { zh: '路径太长', en: 'the path is too long' },
  EIO: { zh: '磁盘读取出错', en: 'the disk cannot be read' },
};

function reasonOf(error: unknown): Words {
  // What the system did not refuse is a bug of ours, and must not pass for a fault of the folder.
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  return REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
}
