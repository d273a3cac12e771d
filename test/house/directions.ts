/**
 * Who may import whom, and who may touch the world outside.
 *
 * In:  the text of every source file, by its path.
 * Out: one sentence for each thing that stands where it must not.
 *
 * It reads the text, not a syntax tree: the compiler offers none. So it knows the forms of `import` that the formatter
 * leaves, and refuses those it could not judge (`require`, an address computed at run time).
 */
import { posix } from 'node:path';

type Zone = keyof typeof MAY_IMPORT;

/** `packages`: any; `zod`: that one, and of others only types. */
const MAY_IMPORT = {
  bin: ['bin', 'own-files'],
  model: ['model', 'zod'],
  diagnostics: ['diagnostics', 'model', 'packages'],
  keep: [],
  'own-files': ['diagnostics'],
  read: ['read', 'keep', 'own-files', 'model', 'diagnostics', 'packages'],
  assemble: ['assemble', 'keep', 'model', 'diagnostics', 'packages'],
  check: ['check', 'keep', 'model', 'diagnostics', 'packages'],
  render: ['render', 'keep', 'model', 'diagnostics', 'templates', 'packages'],
  write: ['write', 'model', 'diagnostics', 'packages'],
  rules: ['diagnostics', 'read', 'assemble', 'check'],
  cache: ['cache', 'own-files', 'assemble', 'read', 'model', 'diagnostics'],
  threads: ['threads', 'assemble', 'flow', 'keep', 'own-files', 'read', 'render', 'model', 'diagnostics'],
  parts: ['parts', 'assemble', 'build-site', 'flow', 'keep', 'read', 'render', 'write', 'model', 'diagnostics'],
  'site-maker': [
    'assemble',
    'cache',
    'flow',
    'keep',
    'parts',
    'read',
    'render',
    'threads',
    'write',
    'model',
    'diagnostics',
  ],
  'build-site': ['site-maker', 'cache', 'parts', 'read', 'write', 'model', 'diagnostics'],
  flow: ['keep', 'rules', 'model', 'diagnostics', 'assemble', 'check', 'render'],
  build: ['flow', 'keep', 'rules', 'model', 'diagnostics', 'read', 'assemble', 'check', 'render', 'write', 'packages'],
  templates: ['templates', 'model', 'packages'],
  import: ['import', 'build', 'new', 'read', 'model', 'diagnostics', 'packages'],
  new: ['new', 'build', 'model', 'diagnostics', 'packages'],
  export: ['export', 'build', 'model', 'diagnostics', 'packages'],
  publish: ['publish', 'model', 'diagnostics', 'packages'],
  verify: ['verify', 'model', 'diagnostics', 'packages'],
  fix: ['fix', 'build', 'read', 'model', 'diagnostics', 'packages'],
  serve: ['serve', 'build', 'keep', 'own-files', 'rules', 'model', 'diagnostics', 'packages'],
  cli: [
    'cli',
    'build',
    'build-site',
    'cache',
    'parts',
    'read',
    'own-files',
    'rules',
    'model',
    'diagnostics',
    'import',
    'new',
    'export',
    'publish',
    'verify',
    'fix',
    'serve',
    'packages',
  ],
} as const;

/** The folders that may touch disk, network, clock and console. All others give the same result for the same input. */
const TOUCHES_THE_WORLD: readonly Zone[] = [
  'bin',
  'own-files',
  'read',
  'cache',
  'threads',
  'parts',
  'build-site',
  'site-maker',
  'write',
  'import',
  'new',
  'export',
  'publish',
  'verify',
  'fix',
  'serve',
  'cli',
];

/** The modules of Node that only compute. */
const ONLY_COMPUTES = ['assert', 'buffer', 'crypto', 'path', 'path/posix', 'string_decoder', 'url', 'util'];

const TOUCHES: Readonly<Record<string, RegExp>> = {
  console: /\bconsole\b/,
  process: /\bprocess\s*[.[]/,
  globalThis: /\bglobalThis\b/,
  'Date.now': /\bDate\s*\.\s*now\b/,
  'new Date()': /\bnew\s+Date\s*(?!\s*\(\s*[^\s)])/,
  'Date()': /(?<!\bnew\s+)(?<![.\w])Date\s*\(/,
  'Math.random': /\bMath\s*\.\s*random\b/,
  'crypto.randomUUID': /\brandom(?:UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b/,
  fetch: /(?<![.\w])fetch\s*\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  performance: /(?<![.\w])performance\s*\./,
};

export function directionFaults(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, text]) => {
    const zone = zoneOf(path);
    if (zone === undefined) return [`${path} is in no folder that DESIGN.md or STYLE.md names.`];
    const code = withoutComments(text);
    const faults = importsOf(code).flatMap((wanted) => importFault(path, zone, wanted) ?? []);
    // What is in `bin` loads the bundled program.
    if (zone !== 'bin' && /\brequire\s*\(|\bcreateRequire\b|\bgetBuiltinModule\b/.test(withoutStrings(code)))
      faults.push(`${path} loads a module by require.`);
    if (/\bimport\s*\(\s*[^'"\s]/.test(code)) faults.push(`${path} imports an address computed at run time.`);
    if (TOUCHES_THE_WORLD.includes(zone)) return faults;
    const bare = withoutStrings(code);
    return [
      ...faults,
      ...Object.entries(TOUCHES)
        .filter(([, pattern]) => pattern.test(bare))
        .map(([name]) => `${path} uses ${name}, which ${zone} must not.`),
    ];
  });
}

function importFault(path: string, zone: Zone, { from, isType }: Import): string | undefined {
  const allowed: readonly string[] = MAY_IMPORT[zone];
  if (from.startsWith('.')) {
    const target = posix.join(posix.dirname(path), from);
    const targetZone = zoneOf(target);
    if (targetZone !== undefined && allowed.includes(targetZone)) return undefined;
    return `${path} imports ${target}, which ${zone} must not.`;
  }
  if (from.startsWith('node:')) {
    if (TOUCHES_THE_WORLD.includes(zone)) return undefined;
    if (zone !== 'model' && ONLY_COMPUTES.includes(from.slice('node:'.length))) return undefined;
    return `${path} imports ${from}, which ${zone} must not.`;
  }
  if (isBuiltin(from)) return `${path} imports ${from} without “node:”.`;
  if (allowed.includes('packages') || allowed.includes(from) || (allowed.includes('zod') && isType)) return undefined;
  return `${path} imports ${from}, which ${zone} must not.`;
}

function zoneOf(path: string): Zone | undefined {
  const alone = /^src\/(build|build-site|flow|keep|own-files|rules|site-maker)\.[jt]s$/.exec(path)?.[1];
  if (alone !== undefined) return alone as Zone;
  const folder = /^(?:src\/([a-z]+)|(templates))\/./.exec(path);
  const zone = folder?.[1] ?? folder?.[2];
  return zone !== undefined &&
    !['build', 'build-site', 'flow', 'keep', 'own-files', 'rules', 'site-maker'].includes(zone) &&
    Object.hasOwn(MAY_IMPORT, zone)
    ? (zone as Zone)
    : undefined;
}

interface Import {
  from: string;
  isType: boolean;
}

const FORMS = [
  // import x from 'y' · import { a, b } from 'y' · export * from 'y', over several lines
  /^[ \t]*(?:import|export)\b(?<what>[^'"`;=()]*?)\bfrom\s*(?<quote>['"])(?<from>[^'"\n]+)\k<quote>/gm,
  // import 'y'
  /^[ \t]*import\s*(?<what>)(?<quote>['"])(?<from>[^'"\n]+)\k<quote>/gm,
  // import('y'), as a value or as a type
  /\bimport\s*\(\s*(?<what>)(?<quote>['"])(?<from>[^'"\n]+)\k<quote>/g,
];

function importsOf(code: string): Import[] {
  return FORMS.flatMap((form) =>
    [...code.matchAll(form)].map(({ groups }) => ({
      from: groups?.['from'] ?? '',
      isType: /^\s*type\s+(?!from\b)/.test(groups?.['what'] ?? ''),
    })),
  );
}

/** Comments, strings, templates and regular expressions, so that none is taken for what it only quotes. */
const TOKENS =
  /(?<comment>\/\*[^]*?\*\/|\/\/[^\n]*)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|`(?:\\[^]|[^`\\])*`|(?<=(?:^|[(,=:[!&|?{};>]|\breturn)\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/gm;

function withoutComments(text: string): string {
  return text.replace(TOKENS, (token, comment?: string) => (comment === undefined ? token : ' '));
}

function withoutStrings(code: string): string {
  return code.replace(TOKENS, (token, _comment, string?: string) => (string === undefined ? token : "''"));
}

function isBuiltin(name: string): boolean {
  return /^(?:fs|fs\/promises|child_process|net|https?|http2|os|path|url|util|crypto|tls|dns|worker_threads|process|timers|stream|zlib|events|module|vm|readline|tty)$/.test(
    name,
  );
}
