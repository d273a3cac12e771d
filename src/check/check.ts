/**
 * Check: judges an assembled site, changes nothing.
 *
 * In:  what all reports have in common, the reports of one town, the digests of all: each by itself. Every value knows
 *      `at`, the span it was read from.
 * Out: diagnostics, in no order (`build` sorts them by file, line, column). What was said of a report is kept until the
 *      report, the portal, the offices or the word list is another; rules about more than one are asked each time.
 * Not here: Markdown and HTML. A rule sees the model alone. What the site wants to hear of it: `settle`.
 */
import { diagnose, type Diagnostic, type Finding } from '../diagnostics/diagnostic.js';
import { Keep } from '../keep.js';
import type { ReportDigest } from '../model/digest.js';
import { passagesOf } from '../model/entries.js';
import type { Passage } from '../model/passage.js';
import type { Report, SiteSettings } from '../model/site.js';
import { publishedNames } from './published-names.js';
import type { CheckRule, Surroundings } from './rule.js';
import { CHECK_RULES } from './rules.js';

/** What `site.yaml`, `terms.yaml` and the portal's own HTML say. */
export function checkSettings(settings: SiteSettings, keep = new Keep()): Diagnostic[] {
  return [
    ...judge((rule) => ('findInSettings' in rule ? rule.findInSettings(settings) : [])),
    ...keep.of('site.yaml', [settings.values], () => judgeWords(settings.values, undefined)),
  ];
}

/** The reports of one town, of all years. */
export function checkTown(
  reports: readonly Report[],
  { portal, offices, terms }: Surroundings,
  keep = new Keep(),
): Diagnostic[] {
  const surroundings: Surroundings = { portal, offices, terms };
  return [
    ...judge((rule) => ('findInTown' in rule ? rule.findInTown(reports) : [])),
    ...reports.flatMap((report) =>
      keep.of(`report ${report.path}`, [report, portal, offices, terms], () => [
        ...judge((rule) => ('find' in rule ? rule.find(report, surroundings) : [])),
        ...judgeWords(passagesOf(report), report, publishedNames(report)),
      ]),
    ),
  ];
}

/** All reports of the site, by town, then year, then folder. */
export function checkAll(reports: readonly ReportDigest[]): Diagnostic[] {
  return judge((rule) => ('findInAll' in rule ? rule.findInAll(reports) : []));
}

function judgeWords(
  passages: readonly Passage[],
  report: Report | undefined,
  names: readonly Passage[] = [],
): Diagnostic[] {
  const withNames = [...passages, ...names];
  return judge(function* (rule) {
    if (!('findInWords' in rule)) return;
    for (const passage of rule.looksAtNames ? withNames : passages) yield* rule.findInWords(passage, report);
  });
}

function judge(findingsOf: (rule: CheckRule) => Iterable<Finding>): Diagnostic[] {
  return CHECK_RULES.flatMap((rule) => Array.from(findingsOf(rule), (finding) => diagnose(rule, finding)));
}
