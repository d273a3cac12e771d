// @ts-check
/**
 * The second half of `npm run compile`: what the compiler made becomes few files that load fast.
 *
 * In:  `lib/src/`, as the compiler wrote it, and the scripts for browsers.
 * Out: `lib/bin/fazhi.js`, the program, with its libraries in files that each command loads when it runs;
 *      `lib/browser/*.js`, each one script without modules, which browsers run from disk too.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = import.meta.dirname;

/** @satisfies {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  charset: 'utf8',
  logLevel: 'warning',
  write: false,
};

/**
 * Some libraries are CommonJS, and ask for Node's own modules by `require`; everything else is bundled. What
 * `createRequire` makes would load Node's loader of CommonJS for it.
 */
const REQUIRE = 'const require = process.getBuiltinModule;';

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

/** The program, not written; `metafile` tells what each file is made of. */
export function bundleProgram() {
  return build({
    ...COMMON,
    metafile: true,
    entryPoints: { fazhi: 'lib/src/cli/main.js', 'town-worker': 'lib/src/threads/town-worker.js' },
    outdir: 'lib/bin',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: true,
    minify: true,
    // FAZHI_DEBUG shows where it happened.
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: REQUIRE },
    // It finds files of its own by its place on the disk.
    external: ['playwright-core'],
    plugins: [WITHOUT_JS_YAML, WITHOUT_COMMANDS_OF_FILES],
  });
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

/**
 * Makes a folder hold these files and no others, touching only what differs: a `fazhi serve` that runs may load the next
 * of them any time.
 *
 * @param {readonly { path: string, contents: Uint8Array }[]} files
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
  write([...program.outputFiles, sumOf(program.outputFiles)]);
  write(scripts.outputFiles);
}

/**
 * Tells this program from any other: what is cached by one is of no use to another.
 *
 * @param {readonly import('esbuild').OutputFile[]} files
 */
function sumOf(files) {
  const sum = createHash('sha256');
  for (const { path, contents } of files) if (path.endsWith('.js')) sum.update(basename(path)).update(contents);
  return { path: join(ROOT, 'lib/bin/sum'), contents: Buffer.from(`${sum.digest('hex')}\n`) };
}

const called = process.argv[1];
if (called !== undefined && realpathSync(called) === fileURLToPath(import.meta.url)) await bundle();
