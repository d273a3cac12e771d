/**
 * Check: judges an assembled site, changes nothing.
 *
 * In:  the `Site` from assemble; every value knows `at`, the span it was read from.
 * Out: diagnostics, in no order (`build` sorts them by file, line, column). What was said of a report is kept until the
 *      report, the portal, the offices or the word list is another; rules about the whole site are asked each time.
 * Not here: Markdown and HTML. A rule sees the model alone. What the site wants to hear of it: `settle`.
 */
import { diagnose, type Diagnostic, type Finding } from '../diagnostics/diagnostic.js';
import { Keep } from '../keep.js';
import { passagesOf } from '../model/entries.js';
import type { Passage } from '../model/passage.js';
import type { Report, Site } from '../model/site.js';
import { publishedNames } from './published-names.js';
import type { CheckRule, Surroundings } from './rule.js';
import { CHECK_RULES } from './rules.js';

export function check(site: Site, keep = new Keep()): Diagnostic[] {
  const { portal, offices, terms, values } = site;
  const surroundings: Surroundings = { portal, offices, terms };
  const diagnostics = [
    ...judge((rule) => ('findInSite' in rule ? rule.findInSite(site) : [])),
    ...keep.of('site.yaml', [values], () => judgeWords(values, undefined)),
    ...site.reports.flatMap((report) =>
      keep.of(`report ${report.path}`, [report, portal, offices, terms], () => [
        ...judge((rule) => ('find' in rule ? rule.find(report, surroundings) : [])),
        ...judgeWords(passagesOf(report), report, publishedNames(report)),
      ]),
    ),
  ];
  keep.forget();
  return diagnostics;
}

function judgeWords(
  passages: readonly Passage[],
  report: Report | undefined,
  names: readonly Passage[] = [],
): Diagnostic[] {
  return judge((rule) => {
    if (!('findInWords' in rule)) return [];
    const seen = rule.looksAtNames ? [...passages, ...names] : passages;
    return seen.flatMap((passage) => [...rule.findInWords(passage, report)]);
  });
}

function judge(findingsOf: (rule: CheckRule) => Iterable<Finding>): Diagnostic[] {
  return CHECK_RULES.flatMap((rule) => Array.from(findingsOf(rule), (finding) => diagnose(rule, finding)));
}
