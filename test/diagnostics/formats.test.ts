/** The formats for programs: each is parsed, or read as its reader would read it. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Log } from 'sarif';
import { defineRule, diagnose, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fingerprintsOf } from '../../src/diagnostics/fingerprint.js';
import { github } from '../../src/diagnostics/github.js';
import { gitlab } from '../../src/diagnostics/gitlab.js';
import { sarif } from '../../src/diagnostics/sarif.js';
import type { Span } from '../../src/model/span.js';
import { RULES } from '../../src/rules.js';

const unknown = defineRule<{ found: string }>({
  id: 'office/unknown',
  severity: 'error',
  about: { zh: '责任单位要登记。', en: 'Offices are listed.' },
  say: { zh: ({ found }) => `未登记的责任单位“${found}”。`, en: ({ found }) => `Unknown office “${found}”.` },
});
const blank = defineRule({
  id: 'front-matter/wide-blank',
  severity: 'warning',
  silence: 'allowed',
  say: { zh: () => '全角空格', en: () => 'Wide blank' },
});
const rules = new Map([blank, unknown].map((rule) => [rule.id, rule]));

const at = (file: string, line: number, column: number, endColumn: number, endLine = line): Span => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});

const FOUND: readonly Diagnostic[] = [
  diagnose(unknown, {
    at: at('2022/events/2022-06-26 禁毒日#1.md', 5, 9, 13),
    found: '司法局所',
    related: [{ message: { zh: '登记在这里', en: 'Listed here' }, at: at('site.yaml', 20, 5, 8) }],
  }),
  diagnose(blank, {
    at: at('2022/report.md', 2, 1, 2, 3),
    edits: [{ at: at('2022/report.md', 2, 1, 2), text: '  ' }],
  }),
];

describe('sarif', () => {
  const logOf = (diagnostics: readonly Diagnostic[], root = 'content/'): Log =>
    JSON.parse(sarif(diagnostics, { language: 'zh', root, rules, version: '1.2.3' })) as Log;
  // The schema keeps to an older draft: `strict` and `u` refuse some of what it may well say.
  const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false }));
  const isSarif = ajv.compile(schema);

  test('a log of every kind of finding, or of none, is valid by the schema of SARIF 2.1.0', () => {
    for (const log of [logOf(FOUND), logOf([]), logOf(FOUND, '/srv/镇/content/'), logOf(FOUND, 'C:/镇/content/')])
      expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
    const all = sarif([], { language: 'en', root: '', rules: RULES, version: '1.2.3' });
    expect([isSarif(JSON.parse(all)), isSarif.errors]).toEqual([true, null]);
    expect(isSarif({ ...logOf(FOUND), runs: [{ ...logOf(FOUND).runs[0], columnKind: 'cells' }] })).toBe(false);
  });

  test('a result has its words, its place, the other place, and refers to its rule', () => {
    const [run] = logOf(FOUND).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results?.[0]).toEqual({
      ruleId: 'office/unknown',
      ruleIndex: 1,
      level: 'error',
      message: { text: '未登记的责任单位“司法局所”。' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/2022/events/2022-06-26%20%E7%A6%81%E6%AF%92%E6%97%A5%231.md' },
            region: { startLine: 5, startColumn: 9, endLine: 5, endColumn: 13 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: 'content/site.yaml' },
            region: { startLine: 20, startColumn: 5, endLine: 20, endColumn: 8 },
          },
          message: { text: '登记在这里' },
        },
      ],
      partialFingerprints: { 'fazhi/v1': fingerprintsOf(FOUND)[0] },
    });
    expect(run?.tool.driver).toMatchObject({ name: 'fazhi', semanticVersion: '1.2.3', language: 'zh-CN' });
    expect(run?.tool.driver.rules?.[1]).toEqual({
      id: 'office/unknown',
      fullDescription: { text: '责任单位要登记。' },
      help: { text: 'fazhi explain office/unknown' },
      defaultConfiguration: { level: 'error' },
      properties: { silence: 'never' },
    });
  });

  test('what --fix would write is a fix', () => {
    expect(logOf(FOUND).runs[0]?.results?.[1]?.fixes).toEqual([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'content/2022/report.md' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 },
                insertedContent: { text: '  ' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    ['content/', 'content/2022/report.md'],
    ['', '2022/report.md'],
    ['../镇/', '../%E9%95%87/2022/report.md'],
    ['/srv/a b/', 'file:///srv/a%20b/2022/report.md'],
    ['D:/镇/', 'file:///D:/%E9%95%87/2022/report.md'],
    ['//server/share/', 'file://server/share/2022/report.md'],
  ])('below %j the file is %s', (root, uri) => {
    const location = logOf(FOUND, root).runs[0]?.results?.[1]?.locations?.[0]?.physicalLocation;
    expect(location?.artifactLocation?.uri).toBe(uri);
  });
});

describe('github', () => {
  test('a finding is a command of one line, with columns where the place is in one line', () => {
    expect(github(FOUND, { language: 'zh', root: 'content/' })).toBe(
      '::error file=content/2022/events/2022-06-26 禁毒日#1.md,line=5,endLine=5,col=9,endColumn=13,title=office/unknown::' +
        '未登记的责任单位“司法局所”。%0Acontent/site.yaml:20:5 登记在这里\n' +
        '::warning file=content/2022/report.md,line=2,endLine=3,title=front-matter/wide-blank::全角空格\n',
    );
    expect(github([], { language: 'zh', root: 'content/' })).toBe('');
  });

  test('neither names nor words can end the command or begin another', () => {
    const odd = diagnose(unknown, { at: at('a,b:c%\n.md', 1, 1, 2), found: '100%\r\n::error::x', severity: 'info' });
    expect(github([odd], { language: 'en', root: '' })).toBe(
      '::notice file=a%2Cb%3Ac%25%0A.md,line=1,endLine=1,col=1,endColumn=2,title=office/unknown::' +
        'Unknown office “100%25%0D%0A::error::x”.\n',
    );
  });
});

describe('gitlab', () => {
  test('a finding has what a Code Quality report asks for', () => {
    expect(JSON.parse(gitlab(FOUND, { language: 'en', root: 'content/' }))).toEqual([
      {
        description: 'Unknown office “司法局所”.',
        check_name: 'office/unknown',
        fingerprint: fingerprintsOf(FOUND)[0],
        severity: 'critical',
        location: {
          path: 'content/2022/events/2022-06-26 禁毒日#1.md',
          positions: { begin: { line: 5, column: 9 }, end: { line: 5, column: 13 } },
        },
      },
      {
        description: 'Wide blank',
        check_name: 'front-matter/wide-blank',
        fingerprint: fingerprintsOf(FOUND)[1],
        severity: 'minor',
        location: {
          path: 'content/2022/report.md',
          positions: { begin: { line: 2, column: 1 }, end: { line: 3, column: 2 } },
        },
      },
    ]);
    expect(gitlab([], { language: 'en', root: '' })).toBe('[]\n');
  });
});

describe('fingerprints', () => {
  test('differ between findings, also between equal ones of a file', () => {
    const twice = [1, 2].map((line) => diagnose(unknown, { at: at('a.md', line, 1, 2), found: '甲' }));
    expect(new Set(fingerprintsOf([...FOUND, ...twice])).size).toBe(4);
  });

  test('stay when a finding moves, and when the lines it names move', () => {
    const repeated = defineRule<{ firstLine: number }>({
      id: 'key/repeated',
      severity: 'error',
      say: { zh: ({ firstLine }) => `第一次在第 ${firstLine} 行`, en: () => '' },
    });
    const [before] = fingerprintsOf([diagnose(repeated, { at: at('a.md', 4, 1, 2), firstLine: 2 })]);
    const [after] = fingerprintsOf([diagnose(repeated, { at: at('a.md', 14, 3, 4), firstLine: 12 })]);
    expect(after).toBe(before);
  });
});
