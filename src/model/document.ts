/**
 * A report as one document by itself: what is read away from the site, in a portal's own page, a text file or Word.
 *
 * Its trees hold Markdown's own nodes alone: items are part of their sentences, the address of a link or an image is
 * absolute, a note is called by its number. What could not be reached from elsewhere stands as plain words.
 */
import type { PhrasingContent, RootContent } from 'mdast';

export interface ReportDocument {
  title: string;
  /** What it is filed under: organ, dates, numbers. */
  facts: { label: string; value: string }[];
  lead: DocumentText;
  sections: DocumentSection[];
  signature: { organ: string; date?: string };
}

export interface DocumentText {
  blocks: RootContent[];
  /** Those first called here, in order. */
  notes: DocumentNote[];
}

export interface DocumentSection extends DocumentText {
  /** 1 for a part of the report. */
  level: number;
  /** 一、 （一） 1. （1） */
  number: string;
  /** With the mark that ends it, when the heading runs in to a paragraph. */
  title: string;
  /** The paragraph that the heading runs in to; `blocks` come after it. */
  runIn?: PhrasingContent[];
}

export interface DocumentNote {
  number: number;
  blocks: RootContent[];
}
