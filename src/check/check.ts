/**
 * Check: judges an assembled site, changes nothing.
 *
 * In:  the `Site` from assemble; every value knows `at`, the span it was read from.
 * Out: diagnostics, in no order (`build` sorts them by file, line, column).
 * Not here: Markdown and HTML. A rule sees the model alone. What the site wants to hear of it: `settle`.
 */
import { diagnose, type Diagnostic, type Finding } from '../diagnostics/diagnostic.js';
import { passagesOf } from '../model/entries.js';
import type { Site } from '../model/site.js';
import type { CheckRule } from './rule.js';
import { publishedNames } from './published-names.js';
import { CHECK_RULES } from './rules.js';

export function check(site: Site): Diagnostic[] {
  const texts = [
    ...site.values.map((passage) => ({ passage, report: undefined })),
    ...site.reports.flatMap((report) => passagesOf(report).map((passage) => ({ passage, report }))),
  ];
  const names = site.reports.flatMap((report) => publishedNames(report).map((passage) => ({ passage, report })));
  const findingsOf = (rule: CheckRule): Finding[] => {
    if ('findInSite' in rule) return [...rule.findInSite(site)];
    if ('findInWords' in rule)
      return (rule.looksAtNames ? [...texts, ...names] : texts).flatMap(({ passage, report }) => [
        ...rule.findInWords(passage, report),
      ]);
    return site.reports.flatMap((report) => [...rule.find(report, site)]);
  };
  return CHECK_RULES.flatMap((rule) => findingsOf(rule).map((finding) => diagnose(rule, finding)));
}
