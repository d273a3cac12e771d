/** The compiler, the linter, the formatter and the search for unused code have nothing to say, and would say it. */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ROOT, run } from '../support/site.js';

// Each looks at the whole project, while other tests keep the machine busy.
vi.setConfig({ testTimeout: 240_000 });

const require = createRequire(import.meta.url);

/** What a tool prints, when it is not content; empty when it is. */
async function complaints(tool: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const { code, stdout, stderr } = await run(process.execPath, [binaryOf(tool), ...args], { cwd });
  return code === 0 ? '' : `${stdout}${stderr}` || `exit ${code}`;
}

function binaryOf(tool: string): string {
  const [name, command = name] = tool === 'tsc' ? ['typescript', 'tsc'] : [tool];
  const description = join(ROOT, 'node_modules', name ?? '', 'package.json');
  const { bin } = require(description) as { bin: string | Record<string, string> };
  return join(dirname(description), typeof bin === 'string' ? bin : (bin[command ?? ''] ?? ''));
}

const LINT = ['--type-aware', '--deny-warnings', '-c', join(ROOT, '.oxlintrc.json')];
const FORMAT = ['--check', '--config', join(ROOT, '.prettierrc.json')];

const settings = (include: string): string =>
  JSON.stringify({
    extends: join(ROOT, 'tsconfig.test.json'),
    compilerOptions: { rootDir: '.', types: [] },
    include: [include],
    exclude: [],
  });

describe('the compiler', () => {
  test('finds the program, the templates and the tests well typed', async () => {
    expect(await complaints('tsc', ['-p', 'tsconfig.test.json'])).toBe('');
  });

  test('sees a value that may be missing', async () => {
    const folder = folderOf({ 'a.ts': 'export const first: number = [1, 2][0];\n', 'tsconfig.json': settings('a.ts') });
    expect(await complaints('tsc', ['-p', folder])).toContain("a.ts(1,14): error TS2322: Type 'number | undefined'");
  });
});

describe('the linter', () => {
  test('has nothing to say', async () => {
    expect(await complaints('oxlint', LINT)).toBe('');
  });

  test('sees a promise that nobody waits for', async () => {
    const text = 'export async function save(): Promise<void> {}\nexport function close(): void {\n  save();\n}\n';
    const folder = folderOf({ 'a.ts': text, 'tsconfig.json': settings('a.ts') });
    expect(await complaints('oxlint', LINT, folder)).toContain('no-floating-promises');
  });
});

describe('the formatter', () => {
  test('would change nothing', async () => {
    expect(await complaints('prettier', [...FORMAT, '.'])).toBe('');
  });

  test('sees a line that is laid out otherwise', async () => {
    expect(await complaints('prettier', [...FORMAT, '.'], folderOf({ 'a.ts': 'export const a = "b"\n' }))).toContain(
      'a.ts',
    );
  });
});

describe('the search for unused code', () => {
  test('finds no file, export or package that nothing uses', async () => {
    expect(await complaints('knip', ['--no-config-hints'])).toBe('');
  });

  test('sees an export, a file and a package that nothing uses', async () => {
    const folder = folderOf({
      'package.json': '{ "name": "a", "type": "module", "main": "src/a.ts", "dependencies": { "zod": "4.0.0" } }',
      'src/a.ts': `import { used } from './b.js';\nused();\n`,
      'src/b.ts': 'export function used() {}\nexport function unused() {}\n',
      'src/c.ts': 'export {};\n',
    });
    copyFileSync(join(ROOT, 'knip.json'), join(folder, 'knip.json'));
    const found = await complaints('knip', ['--no-config-hints'], folder);
    expect(found).toMatch(/Unused files[^]*src\/c\.ts[^]*Unused dependencies[^]*zod[^]*Unused exports[^]*unused/);
  });
});
