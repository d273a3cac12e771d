/** The examples of a rule of `check`: the files of `test/check/rules/<rule>/{bad,good}/`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Files } from './folder.js';

/** The files that differ from those of a faultless report; none for a rule without examples. */
export function ruleExample(rule: string, example: 'good' | 'bad'): Files {
  const folder = join(import.meta.dirname, '../check/rules', rule, example);
  if (!existsSync(folder)) return {};
  const files = filesIn(folder).map((name) => {
    const content = readFileSync(join(folder, name), 'utf8');
    // `照片.jpg.bytes` stands for a 照片.jpg of so many bytes, which nobody wants in the repository.
    return name.endsWith('.bytes')
      ? ([name.slice(0, -'.bytes'.length), 'x'.repeat(Number(content))] as const)
      : ([name, content] as const);
  });
  return Object.fromEntries(files);
}
