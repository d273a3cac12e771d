import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directionFaults } from './directions.js';

const root = join(import.meta.dirname, '..', '..');

function sourcesIn(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:ts|tsx|cts|mts|js|mjs)$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]);
}

test('no source file imports against the direction of the flow, or touches the world from a pure stage', () => {
  const sources = new Map([...sourcesIn('src'), ...sourcesIn('templates')]);
  expect(sources.size).toBeGreaterThan(10);
  expect(directionFaults(sources)).toEqual([]);
});

describe('the check of directions', () => {
  const faultsOf = (path: string, text: string) => directionFaults(new Map([[path, text]]));

  test.each([
    ['src/check/a.ts', `import { parse } from '../assemble/parse.js';`, 'src/assemble/parse.js'],
    ['src/check/rules/a.ts', `import type { Tree } from '../../render/tree.js';`, 'src/render/tree.js'],
    ['src/read/a.ts', `export * from '../write/files.js';`, 'src/write/files.js'],
    ['src/write/a.ts', `const { render } = await import('../render/render.js');`, 'src/render/render.js'],
    ['src/render/a.ts', `import {\n  build,\n  check,\n} from '../build.js';`, 'src/build.js'],
    ['src/assemble/a.ts', `type T = import('../read/read.js').T;`, 'src/read/read.js'],
    ['src/model/a.ts', `import '../diagnostics/diagnostic.js';`, 'src/diagnostics/diagnostic.js'],
    ['src/model/a.ts', `import { visit } from 'unist-util-visit';`, 'unist-util-visit'],
    ['src/model/a.ts', `import { join } from 'node:path';`, 'node:path'],
    ['src/diagnostics/a.ts', `import { check } from '../check/check.js';`, 'src/check/check.js'],
    ['src/cli/a.ts', `import { render } from '../render/render.js';`, 'src/render/render.js'],
    ['src/build.ts', `import { main } from './cli/main.js';`, 'src/cli/main.js'],
    ['templates/a.tsx', `import { inOrder } from '../src/diagnostics/diagnostic.js';`, 'src/diagnostics/diagnostic.js'],
    ['src/assemble/a.ts', `import { readFileSync } from 'node:fs';`, 'node:fs'],
    ['src/check/a.ts', `import { spawn } from "node:child_process";`, 'node:child_process'],
    ['src/render/a.ts', `import fs from 'fs';`, 'fs'],
  ])('sees that %s must not say %j', (path, text, wanted) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(`${path} imports ${wanted}`)]);
  });

  test.each([
    ['console', `console.log('x');`],
    ['process', `const zone = process.env['TZ'];`],
    ['globalThis', `globalThis.setTimeout(f);`],
    ['Date.now', `const t = Date.now();`],
    ['new Date()', `const t = new Date();`],
    ['new Date()', `const t = new Date;`],
    ['Date()', `const t = Date();`],
    ['Math.random', `const id = Math.random();`],
    ['crypto.randomUUID', `const id = crypto.randomUUID();`],
    ['fetch', `const page = await fetch(url);`],
    ['XMLHttpRequest', `new XMLHttpRequest();`],
    ['performance', `performance.mark('x');`],
    ['process', 'const s = `${process.cwd()}`;'],
    ['console', `const slashes = /[/*]/; console.log(1); /* c */`],
  ])('sees %s in a pure stage', (name, text) => {
    for (const path of ['src/model/a.ts', 'src/assemble/a.ts', 'src/render/a.ts', 'src/build.ts', 'templates/a.tsx'])
      expect(faultsOf(path, text)).toContainEqual(expect.stringContaining(`uses ${name},`));
    for (const path of ['src/read/a.ts', 'src/write/a.ts', 'src/cli/a.ts']) expect(faultsOf(path, text)).toEqual([]);
  });

  test('sees what it could not judge', () => {
    expect(faultsOf('src/cli/a.ts', `const fs = require('node:fs');`)).toEqual([
      'src/cli/a.ts loads a module by require.',
    ]);
    expect(faultsOf('src/cli/a.ts', 'await import(name);')).toEqual([
      'src/cli/a.ts imports an address computed at run time.',
    ]);
    expect(faultsOf('src/utils/a.ts', '')).toEqual([
      'src/utils/a.ts is in no folder that DESIGN.md or STYLE.md names.',
    ]);
  });

  test('lets pass what the flow needs, and what is only quoted', () => {
    const sources = new Map([
      ['src/build.ts', `import { read } from './read/read.js';\nimport { write } from './write/write.js';`],
      [
        'src/render/a.tsx',
        `import { Page } from '../../templates/page.js';\nimport type { Site } from '../model/site.js';`,
      ],
      ['src/render/b.ts', `import { posix } from 'node:path';\nimport { createHash } from 'node:crypto';`],
      ['src/check/rules/a.ts', `import { rule } from '../rule.js';\nimport { visit } from 'unist-util-visit';`],
      ['src/model/a.ts', `import type { Root } from 'mdast';\nimport { z } from 'zod';`],
      ['src/cli/main.ts', `import { build } from '../build.js';\nimport { readFile } from 'node:fs/promises';`],
      ['templates/client.ts', `document.title = new Date('2022-06-01').toISOString();`],
      [
        'src/check/b.ts',
        `// console.log, import { x } from '../read/x.js'\n/** process.env\n import '../write/x.js' */`,
      ],
      ['src/check/c.ts', `const hint = 'see console.log and Math.random'; // Date.now()`],
    ]);
    expect(directionFaults(sources)).toEqual([]);
  });
});
