/**
 * Diagnostics as SARIF 2.1.0, which code scanners and editors exchange.
 *
 * In:  diagnostics, in the order to show them; every rule there is, which this folder does not know by itself.
 * Out: one log with one run, with a line end. Columns are in UTF-16 units, as spans are; files are URIs relative to the
 *      folder the program was started in, unless `root` is absolute.
 */
import type { ArtifactChange, Location, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Span } from '../model/span.js';
import type { Diagnostic, Edit, Language, Rule, Severity } from './diagnostic.js';
import { fingerprintsOf } from './fingerprint.js';
import type { JsonOptions } from './json.js';

export interface SarifOptions extends JsonOptions {
  /** By id: the run lists them, and its results refer to them. */
  rules: ReadonlyMap<string, Rule<never>>;
  /** Of the program. */
  version: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export function sarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const { language, rules, version } = options;
  const ids = [...rules.keys()];
  const fingerprints = fingerprintsOf(diagnostics);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fazhi',
            semanticVersion: version,
            language: LOCALE[language],
            rules: [...rules.values()].map((rule) => descriptorOf(rule, language)),
          },
        },
        language: LOCALE[language],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic, index) => ({
          ...resultOf(diagnostic, ids.indexOf(diagnostic.rule), options),
          partialFingerprints: { 'fazhi/v1': fingerprints[index] ?? '' },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf({ id, severity, about, silence }: Rule<never>, language: Language): ReportingDescriptor {
  return {
    id,
    ...(about === undefined ? {} : { fullDescription: { text: about[language] } }),
    help: { text: `fazhi explain ${id}` },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { silence: silence ?? 'never' },
  };
}

function resultOf(
  { rule, severity, message, at, related, edits }: Diagnostic,
  ruleIndex: number,
  options: SarifOptions,
): Result {
  const { language, root } = options;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message[language] },
    locations: [{ physicalLocation: locationOf(at, root) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index): Location => ({
            id: index + 1,
            physicalLocation: locationOf(other.at, root),
            message: { text: other.message[language] },
          })),
        }),
    ...(edits === undefined ? {} : { fixes: [{ artifactChanges: [changeOf(edits, at.file, root)] }] }),
  };
}

function changeOf(edits: readonly Edit[], file: string, root: string): ArtifactChange {
  return {
    artifactLocation: { uri: uriOf(root + file) },
    replacements: edits.map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
  };
}

function locationOf(at: Span, root: string): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(root + at.file) }, region: regionOf(at) };
}

function regionOf({ line, column, endLine, endColumn }: Span): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** `path` with `/`; one that begins with a drive or at the top of the disk gets its scheme. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  if (path.startsWith('//')) return `file:${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
