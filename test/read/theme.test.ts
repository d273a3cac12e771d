import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { bundleScripts } from '../../bundle.mjs';
import { readTheme, THEME_FILES } from '../../src/read/read.js';
import { ROOT } from '../support/site.js';

test('the theme is the style sheet and the scripts as they are bundled, which a browser can run', async () => {
  const { css, script, searchScript } = readTheme();
  expect(css).toBe(readFileSync(join(ROOT, 'templates/site.css'), 'utf8'));
  const { outputFiles } = await bundleScripts();
  const bundled = new Map(outputFiles.map(({ path, text }) => [path, text]));
  expect([script, searchScript]).toEqual(THEME_FILES.slice(1).map((path) => bundled.get(path)));
  for (const one of bundled.values()) {
    expect(() => new Script(one)).not.toThrow();
    // One function, so that no name of it meets one of another script.
    expect(one).toMatch(/^"use strict";\(\(\)=>\{[^]*\}\)\(\);\n$/);
    expect(one).not.toMatch(/\bexports\b|\brequire\(|sourceMappingURL|^(?:import|export)\b/m);
  }
});
