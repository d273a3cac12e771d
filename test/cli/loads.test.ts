/**
 * What each command loads. A static import in the wrong place makes every command wait for a library of another one.
 *
 * It is seen from outside: V8 notes which files a process has run, the bundler what each of them is made of.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { bundleProgram } from '../../bundle.mjs';
import { byCodeUnit } from '../../src/model/by-code-unit.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';

const CONTENT = join(ROOT, 'content');

/** By the path of a bundled file: the modules it is made of. */
let modulesOf: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const { outputs } = await bundleProgram();
  modulesOf = new Map(Object.entries(outputs).map(([path, { inputs }]) => [path, Object.keys(inputs)]));
});

/** The packages of libraries and the modules of our own, such as `src/build.js`, that a call loads. */
async function loadedBy(args: readonly string[]): Promise<{ packages: string[]; own: string[] }> {
  const coverage = temporaryFolder();
  await fazhi(args, { env: { NODE_V8_COVERAGE: coverage } });
  const files = readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as { result: { url: string }[] };
    // Node's own modules are among them.
    const urls = result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    return urls.map((url) => relative(ROOT, fileURLToPath(url)).replaceAll('\\', '/'));
  });
  expect(files).toContain('lib/bin/fazhi.js');
  const modules = files.flatMap((file) => {
    const inputs = modulesOf.get(file);
    if (inputs === undefined) throw new Error(`${file} is not what bundle.mjs makes of the program now.`);
    return inputs;
  });
  const packages = modules.flatMap((path) => packageOf(path) ?? []);
  const own = modules.filter((path) => path.startsWith('lib/')).map((path) => path.slice('lib/'.length));
  return { packages: [...new Set(packages)].toSorted(byCodeUnit), own: own.toSorted(byCodeUnit) };
}

function packageOf(module: string): string | undefined {
  return /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1];
}

const HEAVY = ['micromark', 'preact', 'unified', 'yaml', 'zod'];
/** Each with the command that cannot do without it. */
const OF_OTHERS = {
  '@cantoo/pdf-lib': 'pdf',
  '@clack/prompts': 'new',
  chokidar: 'serve',
  docx: 'export',
  fflate: 'import',
  'pinyin-pro': 'new',
  saxes: 'import',
};

test('the libraries that are looked for are in the bundle, by these names', () => {
  const bundled = new Set([...modulesOf.values()].flat().map(packageOf));
  expect([...HEAVY, ...Object.keys(OF_OTHERS)].filter((name) => !bundled.has(name))).toEqual([]);
});

test.each([[['--version']], [['--help']], [['new', 'event', '--help']], [[]], [['bild']], [['build', '--fast']]])(
  'for the answer to %j nothing is loaded but the reader of options, and the words',
  async (args) => {
    const { packages, own } = await loadedBy(args);
    expect(packages).toEqual(['commander']);
    expect(own.filter((path) => !/^src\/(?:cli|diagnostics|model|new)\//.test(path))).toEqual([
      'src/bin/fazhi.js',
      'src/bin/load.js',
      'src/own-files.js',
      'src/serve/editor.js',
    ]);
    expect(own.filter((path) => path.startsWith('src/cli/'))).toEqual(
      ['language', 'main', 'new-options', 'options', 'version', 'words'].map((name) => `src/cli/${name}.js`),
    );
  },
);

test.each(['build', 'check', 'publish'])('%s loads no library and no module of another command', async (command) => {
  const out = join(temporaryFolder(), 'dist');
  const args = command === 'publish' ? [out, '--dry-run'] : command === 'build' ? ['--out', out] : [];
  const { packages, own } = await loadedBy([command, '--content', CONTENT, ...args]);
  // The trace would show them.
  expect(packages).toEqual(expect.arrayContaining(HEAVY));
  expect(packages.filter((name) => Object.hasOwn(OF_OTHERS, name))).toEqual([]);
  const others = ['export', 'fix', 'import', 'new', 'publish', 'serve', 'verify'].filter(
    (name) => name !== command && !(command === 'check' && name === 'fix'),
  );
  const common = ['src/new/choices.js', 'src/new/fields.js', 'src/serve/editor.js'];
  expect(own.filter((path) => others.includes(path.split('/')[1] ?? '') && !common.includes(path))).toEqual([]);
});

test('explain loads the rules and no library that reads or writes pages', async () => {
  const { packages, own } = await loadedBy(['explain', 'office/unknown']);
  expect(own).toContain('src/rules.js');
  expect(packages.filter((name) => HEAVY.includes(name) || Object.hasOwn(OF_OTHERS, name))).toEqual([]);
});

test('a command that needs a library loads it', async () => {
  const file = join(folderOf({ 'report.html': '<p>均川镇2022年度法治政府建设报告</p>' }), 'report.html');
  const { packages } = await loadedBy(['import', file, '--out', join(temporaryFolder(), '2022')]);
  expect(packages).toContain('htmlparser2');
  expect((await loadedBy(['export', 'docx', '--content', CONTENT, '--out', temporaryFolder()])).packages).toContain(
    'docx',
  );
});
