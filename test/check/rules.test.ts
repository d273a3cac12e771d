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
    const said = explain(withChanges(rule, 'bad'));
    if (process.env['UPDATE']) writeFileSync(expected, said);
    expect(said).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    expect(said).not.toBe('');
  });

  test('says nothing about the good example', () => {
    expect(explain(withChanges(rule, 'good'))).toBe('');
  });
});

function withChanges(rule: string, example: 'good' | 'bad'): Files {
  const folder = join(ROOT, rule, example);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const changes = paths.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    const content = readFileSync(path, 'utf8');
    // `照片.jpg.bytes` stands for a 照片.jpg of so many bytes, which nobody wants in the repository.
    return name.endsWith('.bytes')
      ? ([name.slice(0, -'.bytes'.length), 'x'.repeat(Number(content))] as const)
      : ([name, content] as const);
  });
  return { ...BASE, ...Object.fromEntries(changes) };
}

function explain(files: Files): string {
  const { diagnostics } = siteOf(files);
  const lineOf = (file: string, line: number): string | undefined => String(files[file] ?? '').split('\n')[line - 1];
  return diagnostics.length === 0
    ? ''
    : `${pretty(diagnostics, { language: 'zh', colour: false, root: '', lineOf })}\n`;
}
