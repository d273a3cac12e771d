/** A rule of `check`: what it looks for, and its words. `check` adds id, severity and docs link, so no rule can forget them. */
import type { Finding, Rule } from '../diagnostics/diagnostic.js';
import type { ReportDigest } from '../model/digest.js';
import type { Passage } from '../model/passage.js';
import type { Report, SiteSettings } from '../model/site.js';

/**
 * What a rule about one report may know of the site. Its findings are kept until one of these changes, so it never sees
 * another report: a rule about several is one of the town, or of all.
 */
export type Surroundings = Pick<SiteSettings, 'portal' | 'offices' | 'terms'>;

export interface ReportRule<Facts extends object> extends Rule<Facts> {
  /** Looks at one report. */
  find(report: Report, site: Surroundings): Iterable<Finding<Facts>>;
}

export interface SettingsRule<Facts extends object> extends Rule<Facts> {
  /** Looks at what all reports have in common. */
  findInSettings(settings: SiteSettings): Iterable<Finding<Facts>>;
}

export interface TownRule<Facts extends object> extends Rule<Facts> {
  /** Looks at the reports of one town, by year. */
  findInTown(reports: readonly Report[]): Iterable<Finding<Facts>>;
}

export interface SiteRule<Facts extends object> extends Rule<Facts> {
  /** Looks at what is known of all reports together. */
  findInAll(reports: readonly ReportDigest[]): Iterable<Finding<Facts>>;
}

export interface WordsRule<Facts extends object> extends Rule<Facts> {
  /** Also looks at what is published beside the words: addresses of links, file names. */
  looksAtNames?: true;
  /** Looks at one passage: of a report, or of `site.yaml`. */
  findInWords(passage: Passage, report: Report | undefined): Iterable<Finding<Facts>>;
}

export type CheckRule<Facts extends object = object> =
  ReportRule<Facts> | SettingsRule<Facts> | TownRule<Facts> | SiteRule<Facts> | WordsRule<Facts>;

export function defineRule<Facts extends object>(rule: ReportRule<Facts>): ReportRule<Facts> {
  return rule;
}

export function defineSettingsRule<Facts extends object>(rule: SettingsRule<Facts>): SettingsRule<Facts> {
  return rule;
}

export function defineTownRule<Facts extends object>(rule: TownRule<Facts>): TownRule<Facts> {
  return rule;
}

export function defineSiteRule<Facts extends object>(rule: SiteRule<Facts>): SiteRule<Facts> {
  return rule;
}

export function defineWordsRule<Facts extends object>(rule: WordsRule<Facts>): WordsRule<Facts> {
  return rule;
}
