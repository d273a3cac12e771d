/**
 * A report as its source file holds it, before anything in it is recognised.
 *
 * Every format is read into this one shape: lines and tables in their order, and beside them what only the format
 * knows. The words are those that a reader of the file sees; automatic numbers stand at the beginning of their line, as
 * if somebody had typed them, so that what comes after cannot tell one from the other.
 */
import type { Words } from '../diagnostics/diagnostic.js';

export const FORMATS = ['docx', 'html', 'text', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface SourceDocument {
  format: Format;
  blocks: Block[];
  /** Of the notes that `noteMark` calls, by its number. */
  notes: string[];
  /** Images that `imageMark` calls, by its number. */
  images: SourceImage[];
  /** What a portal's page says about the text: 索引号, 发布机构, 成文日期, … as written. */
  metadata: Metadata;
  /** What stands in the file around the report and is no part of it, in order. */
  dropped: Dropped[];
  /** What the reader has decided that a person should know: revisions accepted, a text box kept, an image left out. */
  remarks: Remark[];
}

export type Block = Line | Table;

/** A paragraph. A line break within it is `\n`. */
export interface Line {
  kind: 'line';
  text: string;
  /** The level of a heading style, from 1; absent where the file has none for it. */
  heading?: number;
  /** All of its words are bold. */
  isBold?: boolean;
  isCentred?: boolean;
}

export interface Table {
  kind: 'table';
  /** Cells by row, the first one the head; a cell that spans several is followed by empty ones. */
  rows: string[][];
}

export interface SourceImage {
  /** A file name of the source, such as `image1.png`; two images have two names. */
  name: string;
  bytes: Uint8Array;
  /** Alternative text, '' where there is none. */
  alt: string;
}

/** What a page tells about the report, each with the words it was read from. */
export type Metadata = Partial<Record<MetadataKey, string>>;
export type MetadataKey =
  'title' | 'organ' | 'index' | 'number' | 'adopted' | 'published' | 'author' | 'keywords' | 'portal' | 'url';

export interface Dropped {
  words: string;
  reason: Words;
}

export interface Remark {
  message: Words;
  /** The words it is about, '' where there are none. */
  quotation: string;
}

/**
 * Notes and images stand in a text as a number between two characters that no text can have.
 *
 * Source: U+FDD0 to U+FDEF are for a program's own use; `read` refuses them in every file, and so does each reader here.
 */
const [OPEN_NOTE, OPEN_IMAGE, CLOSE] = ['\ufdd0', '\ufdd1', '\ufdd2'];

export function noteMark(number: number): string {
  return `${OPEN_NOTE}${number}${CLOSE}`;
}

export function imageMark(number: number): string {
  return `${OPEN_IMAGE}${number}${CLOSE}`;
}

/** All marks of a text. */
export const MARKS = /(?<open>[\ufdd0\ufdd1])(?<number>[0-9]+)\ufdd2/gu;

export function isNoteMark(open: string): boolean {
  return open === OPEN_NOTE;
}

/** The words of a text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Text of a file as it may stand in a document: without the characters that marks are made of. */
export function unmarked(text: string): string {
  return text.replace(/[\ufdd0-\ufdd2]/gu, '');
}
