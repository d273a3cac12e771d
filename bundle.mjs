// @ts-check
/**
 * The second half of `npm run compile`: what the compiler made becomes few files that load fast.
 *
 * In:  `lib/src/`, as the compiler wrote it, and the scripts for browsers.
 * Out: `lib/bin/fazhi.js`, the program, with its libraries in files that each command loads when it runs, and what V8 has
 *      made of these when they ran;
 *      `lib/browser/*.js`, each one script without modules, which browsers run from disk too.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const ROOT = import.meta.dirname;
const CODE = join(ROOT, 'lib/code');
/** Says of which program the code is, and of which Node. */
const CODE_OF = join(CODE, 'of');

/** @satisfies {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  charset: 'utf8',
  logLevel: 'warning',
  write: false,
};

/**
 * gray-matter is given a parser of our own (`src/read/front-matter.ts`) and loads js-yaml all the same, which loads
 * esprima past any bundler: 300 KB that nothing calls.
 *
 * @type {import('esbuild').Plugin}
 */
const WITHOUT_JS_YAML = {
  name: 'without js-yaml',
  setup(building) {
    const refuse = 'export function safeLoad() { throw new Error("js-yaml is not bundled"); }\n';
    building.onResolve({ filter: /^js-yaml$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    building.onLoad({ filter: /^/, namespace: 'unused' }, () => ({
      contents: `${refuse}export { safeLoad as safeDump };\n`,
    }));
  },
};

/**
 * Commander can start other programs as commands of its own, which nothing here does; to be able to, it loads Node's
 * child_process, and net and dgram with it, each time the program starts.
 *
 * @type {import('esbuild').Plugin}
 */
const WITHOUT_COMMANDS_OF_FILES = {
  name: 'without commands of files',
  setup(building) {
    building.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'no-child-process' } : undefined,
    );
    building.onLoad({ filter: /^/, namespace: 'no-child-process' }, () => ({ contents: 'export default {};\n' }));
  },
};

/**
 * The JSON Schema of a report's data depends on nothing: it is made here, and the library that makes it stays out.
 *
 * @type {import('esbuild').Plugin}
 */
const WITH_SCHEMA_MADE = {
  name: 'with the schema made',
  setup(building) {
    building.onLoad({ filter: /[\\/]lib[\\/]src[\\/]model[\\/]report-data\.js$/ }, async ({ path }) => {
      const { reportDataSchema } = await import(pathToFileURL(path).href);
      return { contents: `export const reportDataSchema = () => (${JSON.stringify(reportDataSchema())});\n` };
    });
  },
};

/** What the program's files have in common. @satisfies {import('esbuild').BuildOptions} */
const OF_PROGRAM = {
  ...COMMON,
  metafile: true,
  outdir: 'lib/bin',
  platform: 'node',
  target: 'node20',
  minify: true,
  // FAZHI_DEBUG shows where it happened.
  sourcesContent: false,
};

/**
 * The program, not written; `outputs` tells what each file is made of.
 *
 * Files that share modules can only be made as ECMAScript modules, and code can only be kept of CommonJS: so they are made
 * in two steps.
 */
export async function bundleProgram() {
  const [program, starters] = await Promise.all([
    build({
      ...OF_PROGRAM,
      entryPoints: { main: 'lib/src/cli/main.js', 'make-towns': 'lib/src/threads/make-towns.js' },
      format: 'esm',
      splitting: true,
      sourcemap: 'inline',
      // It finds files of its own by its place on the disk.
      external: ['playwright-core'],
      plugins: [WITHOUT_JS_YAML, WITHOUT_COMMANDS_OF_FILES, WITH_SCHEMA_MADE],
    }),
    build({
      ...OF_PROGRAM,
      entryPoints: ['lib/src/bin/fazhi.js', 'lib/src/bin/town-worker.js'],
      format: 'cjs',
      define: { 'import.meta.dirname': '__dirname' },
    }),
  ]);
  const modules = await Promise.all(program.outputFiles.map(asCommonJs));
  return {
    files: [
      ...starters.outputFiles.map(({ path, contents }) => ({ path, contents })),
      ...modules.flat(),
      // The package has modules of the other kind.
      { path: join(ROOT, 'lib/bin/package.json'), contents: Buffer.from('{ "type": "commonjs" }\n') },
    ],
    outputs: { ...program.metafile.outputs, ...starters.metafile.outputs },
  };
}

/** @param {import('esbuild').OutputFile} file */
async function asCommonJs({ path, text }) {
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    // What is escaped below moves no more than the rest of its line away from where the map has it.
    lineLimit: 120,
    // What is imported later is required later.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname' },
    sourcemap: 'external',
    sourcefile: basename(path),
    sourcesContent: false,
  });
  return [
    { path, contents: Buffer.from(`${inAscii(code)}//# sourceMappingURL=${basename(path)}.map\n`) },
    { path: `${path}.map`, contents: Buffer.from(map) },
  ];
}

/**
 * What is not ASCII by now stands in regular expressions, which take it escaped as well. One byte a character is read and
 * kept in half the room.
 *
 * @param {string} code
 */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The scripts for browsers, not written. Names are left as they are: whoever publishes them may want to read them. */
export function bundleScripts() {
  return build({
    ...COMMON,
    entryPoints: ['templates/client.ts', 'templates/search.ts', 'src/serve/live.ts'],
    entryNames: '[name]',
    outdir: 'lib/browser',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
  });
}

/** @typedef {{ path: string, contents: Uint8Array }} File */

/**
 * Makes a folder hold these files and no others, touching only what differs: a `fazhi serve` that runs may load the next
 * of them any time.
 *
 * @param {readonly File[]} files
 */
function write(files) {
  const folder = dirname(files[0]?.path ?? '');
  const names = new Set(files.map(({ path }) => basename(path)));
  mkdirSync(folder, { recursive: true });
  const there = new Set(readdirSync(folder));
  for (const { path, contents } of files)
    if (!there.has(basename(path)) || !readFileSync(path).equals(contents)) writeFileSync(path, contents);
  for (const name of there) if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
}

export async function bundle() {
  const [program, scripts] = await Promise.all([bundleProgram(), bundleScripts()]);
  write(scripts.outputFiles);
  const sum = sumOf(program.files);
  const codeOf = `${sum} ${process.version}\n`;
  const hasCode = existsSync(CODE_OF) && readFileSync(CODE_OF, 'utf8') === codeOf;
  // V8 would take one program's code for another's: it goes before that program comes, and comes when it is there.
  if (!hasCode) rmSync(CODE, { recursive: true, force: true });
  write([...program.files, { path: join(ROOT, 'lib/bin/sum'), contents: Buffer.from(`${sum}\n`) }]);
  if (hasCode) return;
  keepCode();
  mkdirSync(CODE, { recursive: true });
  writeFileSync(CODE_OF, codeOf);
}

/** Has the program build the real content, and the same once more, and keeps what V8 makes of it meanwhile. */
function keepCode() {
  mkdirSync(CODE, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-code-'));
  try {
    cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true });
    const call = ['build', '--content', join(folder, 'content'), '--out', join(folder, 'dist')];
    for (let time = 0; time < 2; time += 1)
      spawnSync(process.execPath, [join(ROOT, 'lib/src/bin/keep-code.js'), ...call], { stdio: 'ignore' });
  } catch {
    // Without content there is no code, and the program runs all the same.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Tells this program from any other: what is cached by one is of no use to another.
 *
 * @param {readonly File[]} files
 */
function sumOf(files) {
  const sum = createHash('sha256');
  for (const { path, contents } of files) if (extname(path) === '.js') sum.update(basename(path)).update(contents);
  return sum.digest('hex');
}

const called = process.argv[1];
if (called !== undefined && realpathSync(called) === fileURLToPath(import.meta.url)) await bundle();
