/**
 * Settle: what the site wants to hear of its diagnostics.
 *
 * In:  diagnostics; the settings of `site.yaml` and the silences of the texts they are about; every rule there is.
 * Out: the diagnostics that remain, with the severities asked for, and what is wrong with the settings and silences
 *      themselves.
 *
 * A rule that has no `silence` is never silenced nor made milder; one that asks for a reason, not without one.
 */
import { diagnose, type Diagnostic, type Rule } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { bodiesOf } from '../model/entries.js';
import type { Report, RuleSetting, Silence } from '../model/site.js';
import { silenceNoReason, silenceNotAllowed, silenceUnknownRule, silenceUnused } from './silence-rules.js';

const WEIGHT: Readonly<Record<RuleSetting['severity'], number>> = { off: 0, info: 1, warning: 2, error: 3 };

type Rules = ReadonlyMap<string, Rule<never>>;

/** The severity that the site wants of some rules, by rule. */
export type WantedSeverities = ReadonlyMap<string, RuleSetting['severity']>;

/** What `site.yaml` asks of rules, as far as it may. */
export function wantedSeverities(
  ruleSettings: readonly RuleSetting[],
  rules: Rules,
): { wanted: WantedSeverities; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const allowed = ruleSettings.filter((setting) => isAllowed(setting, rules, isMilder(setting, rules), diagnostics));
  return { wanted: new Map(allowed.map((setting) => [setting.rule, setting.severity])), diagnostics };
}

/** `reports` are those whose texts may keep some of the diagnostics silent. */
export function settle(
  diagnostics: readonly Diagnostic[],
  reports: readonly Report[],
  wanted: WantedSeverities,
  rules: Rules,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const silences = reports
    .flatMap((report) => bodiesOf(report).flatMap((body) => body.silences))
    .filter((silence) => isAllowed(silence, rules, true, faults));
  const byFile = new Map<string, Silence[]>();
  for (const silence of silences) byFile.set(silence.at.file, [...(byFile.get(silence.at.file) ?? []), silence]);
  const used = new Set<Silence>();
  const heard = diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const { at, rule, severity } = diagnostic;
    const silent = (byFile.get(at.file) ?? []).filter(
      (silence) => silence.rule === rule && silence.covers.line <= at.line && at.line <= silence.covers.endLine,
    );
    silent.forEach((silence) => used.add(silence));
    const asked = wanted.get(rule) ?? severity;
    if (silent.length > 0 || asked === 'off') return [];
    return [asked === severity ? diagnostic : { ...diagnostic, severity: asked }];
  });
  const idle = silences
    .filter((silence) => !used.has(silence))
    .map(({ at, rule }) => diagnose(silenceUnused, { at, rule }));
  return [...heard, ...faults, ...idle];
}

function isMilder({ rule, severity }: RuleSetting, rules: Rules): boolean {
  return WEIGHT[severity] < WEIGHT[rules.get(rule)?.severity ?? 'off'];
}

/** Whether a rule may be kept silent, or made milder, as asked; what is wrong with the asking is added to `faults`. */
function isAllowed(
  { rule: id, reason, at }: Pick<Silence, 'rule' | 'reason' | 'at'>,
  rules: Rules,
  isLess: boolean,
  faults: Diagnostic[],
): boolean {
  const rule = rules.get(id);
  if (!rule) {
    faults.push(diagnose(silenceUnknownRule, { at, found: id, fix: nearest(id, rules.keys()) }));
    return false;
  }
  if (!isLess) return true;
  if (rule.silence === undefined) {
    faults.push(diagnose(silenceNotAllowed, { at, rule: id }));
    return false;
  }
  if (reason === undefined)
    faults.push(diagnose(silenceNoReason, { at, rule: id, isNeeded: rule.silence === 'with-reason' }));
  return reason !== undefined || rule.silence === 'allowed';
}
