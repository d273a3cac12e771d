import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTheme } from '../../src/read/read.js';

const root = join(import.meta.dirname, '..', '..');

test('the theme is the style sheet and the compiled client script, as a browser can run it', () => {
  const { css, script } = readTheme();
  expect(css).toBe(readFileSync(join(root, 'templates/site.css'), 'utf8'));
  expect(script.length).toBeGreaterThan(0);
  expect(script).not.toMatch(/\bexports\b|\brequire\(|sourceMappingURL/);
});
