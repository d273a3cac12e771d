/**
 * Every rule of `check` has a folder here: `bad/` and `good/` hold the files that differ from a faultless report, and
 * `bad.txt` is all that is said about the bad one. `UPDATE=1` writes `bad.txt` anew, to be read like code.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_RULES } from '../../src/check/rules.js';
import { pretty } from '../../src/diagnostics/pretty.js';
import { BASE, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';
import { ruleExample } from '../support/rule-example.js';

const ROOT = join(import.meta.dirname, 'rules');

test('every rule has examples, and every example a rule', () => {
  const rules = readdirSync(join(import.meta.dirname, '../../src/check/rules')).map((file) =>
    file.replace(/\.ts$/, ''),
  );
  expect(readdirSync(ROOT).toSorted()).toEqual(rules.toSorted());
  expect(CHECK_RULES).toHaveLength(rules.length);
});

test('a report without a fault is told nothing', () => {
  expect(siteOf(BASE).diagnostics).toEqual([]);
});

describe.each(readdirSync(ROOT))('%s', (rule) => {
  test('says what is wrong with the bad example, and nothing else', () => {
    const expected = join(ROOT, rule, 'bad.txt');
    const said = explain({ ...BASE, ...ruleExample(rule, 'bad') });
    if (process.env['UPDATE']) writeFileSync(expected, said);
    expect(said).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    expect(said).not.toBe('');
  });

  test('says nothing about the good example', () => {
    expect(explain({ ...BASE, ...ruleExample(rule, 'good') })).toBe('');
  });
});

function explain(files: Files): string {
  const { diagnostics } = siteOf(files);
  const lineOf = (file: string, line: number): string | undefined => String(files[file] ?? '').split('\n')[line - 1];
  return diagnostics.length === 0
    ? ''
    : `${pretty(diagnostics, { language: 'zh', colour: false, root: '', lineOf })}\n`;
}
