import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { readTheme, THEME_FILES } from '../../src/read/read.js';

const root = join(import.meta.dirname, '..', '..');

test('the theme is the style sheet and the compiled client script, as a browser can run it', () => {
  const { css, script, searchScript } = readTheme();
  expect(css).toBe(readFileSync(join(root, 'templates/site.css'), 'utf8'));
  expect(script.length).toBeGreaterThan(0);
  for (const one of [script, searchScript]) {
    expect(one).not.toMatch(/\bexports\b|\brequire\(|sourceMappingURL|^(?:import|export)\b/m);
    expect(() => new Script(one)).not.toThrow();
  }
});

test('modules that become one script have no name in common, where one would take the place of the other', () => {
  const modules = THEME_FILES.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'));
  const names = modules.flatMap((module) =>
    [...module.matchAll(/^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm)].map(([, name]) => name),
  );
  expect(names).toEqual(expect.arrayContaining(['simplified', 'fold', 'find', 'excerpt', 'Search']));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
