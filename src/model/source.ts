/** What `read` makes of the content folder: decoded files, front matter with the place of every value. */
import type { Span } from './span.js';

/** A Markdown or YAML file of the content folder, or a piece of the portal's own page. */
export interface TextSource {
  kind: 'markdown' | 'yaml' | 'fragment';
  /** Relative to the content folder, with `/`. */
  path: string;
  /** The front matter, or the whole of a YAML file; absent when there is none or it cannot be read. */
  data?: SourceMap;
  /** A diagnostic already says why `data` or the text is not to be trusted: nothing more is asked of this file. */
  broken: boolean;
  /** The Markdown after the front matter, lines ended by LF. */
  body: string;
  /** The file's line that `body` begins on. */
  bodyLine: number;
}

/** A file of the content folder as it is listed, before anybody has opened it. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Where it lies on disk, absolute. */
  file: string;
  /** By its name. An asset is published only when a text refers to it; `other` is nothing that can be read or published. */
  kind: TextSource['kind'] | 'asset' | 'other';
  bytes: number;
}

/** A YAML value as written: every scalar is text, whatever YAML would make of it, so `2022-06` and `1.10` stay themselves. */
export type SourceValue = SourceText | SourceList | SourceMap;
export interface SourceText {
  kind: 'text';
  /** Empty when the key stands without a value. */
  value: string;
  at: Span;
}
export interface SourceList {
  kind: 'list';
  items: SourceValue[];
  at: Span;
}
export interface SourceMap {
  kind: 'map';
  entries: { key: string; keyAt: Span; value: SourceValue }[];
  at: Span;
}
