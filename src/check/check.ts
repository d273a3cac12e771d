/**
 * Check: judges an assembled site, changes nothing.
 *
 * In:  the `Site` from assemble; every value knows `at`, the span it was read from.
 * Out: diagnostics, in no order (`build` sorts them by file, line, column).
 * Not here: Markdown and HTML. A rule sees the model alone.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Site } from '../model/site.js';
import { CHECK_RULES } from './rules.js';

export function check(site: Site): Diagnostic[] {
  return CHECK_RULES.flatMap((rule) => {
    const findings =
      'findInSite' in rule
        ? [...rule.findInSite(site)]
        : site.reports.flatMap((report) => [...rule.find(report, site)]);
    return findings.map((finding) => diagnose(rule, finding));
  });
}
