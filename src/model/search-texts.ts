/**
 * The texts of the reports as the search page gets them: what `render` writes down and the page's script reads.
 *
 * Every word stands here once. An item's words are part of its section's paragraphs, as they are in the full text, and
 * are marked there as the item's own: so a run of words is found across the place where an item begins, and what lies
 * within an item is told once, as the item.
 */

/** What one file of `search/towns/` hands over. */
export interface TownsPart {
  /** 1 for the first. */
  part: number;
  towns: TownTexts[];
}

/** Where the words of a town's reports are. */
export interface TownTexts {
  /** The folder that the town's reports share, as it stands behind `?town=`. */
  town: string;
  /** No other town within the same folders has it. */
  name: string;
  /** The folders above the town, in words; absent where all towns share them. */
  group?: string;
  /** In the order of their parts. `address` is relative to the search page: `texts/junchuan/1.js?v=0a1b2c3d`. */
  texts: { address: string; bytes: number }[];
}

/** What one file of `search/texts/` hands over. A report may go on in the next one, under the same folder. */
export interface TextsPart {
  town: string;
  /** 1 for the first of the town. */
  part: number;
  reports: ReportTexts[];
}

export interface ReportTexts {
  /** The report's folder, relative to the search page: `../2022/`. */
  folder: string;
  year: number;
  /** With its year. */
  name: string;
  /** In the order of the text. */
  entries: EntryTexts[];
}

/** Where something is to be read: a page of the report, relative to its folder (`timeline/`), and an anchor on it. */
export interface TextsPlace {
  /** The kind in words: 章节, 活动. */
  kind: string;
  title: string;
  page: string;
  id?: string;
}

export interface EntryTexts extends TextsPlace {
  /** The title and the first paragraph are one line of the text. */
  isRunIn?: true;
  paragraphs: Paragraph[];
  items?: ItemTexts[];
}

export interface ItemTexts extends TextsPlace {
  /** What its page says beside the words of the report. */
  more?: string[];
}

/** The words of a paragraph; those of an item come with its place in `items`. */
export type Paragraph = string | (string | [item: number, words: string])[];
