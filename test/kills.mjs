/**
 * Kills builds at random moments and looks at what they leave: `node test/kills.mjs [options]`.
 *
 *   --builds N      how many builds to kill (200)
 *   --seconds N     stop after so long, however many that were (60)
 *   --seed N        the random moments (1)
 *   --content DIR   run the whole program on this content and on an edited copy of it, instead of `write` alone on
 *                   generated pages
 *
 * After a kill every visible file must be a whole file of the old or the new version, each file that both have must be
 * there, and what is not ours untouched; after the next complete build, of either version, the folder must equal a
 * clean build, folders included. Most kills wait until the build has begun to write.
 *
 * Out: what went wrong, a line of counts by phase, exit code 1 if any folder broke. The program must be compiled.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const WORK = '.fazhi';
const JOURNAL = join(WORK, 'journal.json');
const MANIFEST = 'manifest.json';
const FOREIGN = { path: '不是我们的.txt', text: '请勿改动\n' };
const PHASES = ['before writing', 'staging', 'renaming', 'removing', 'tidying', 'after', 'over an earlier one'];
const LANES = 2;

const { values: options } = parseArgs({
  options: {
    builds: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    content: { type: 'string' },
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'fazhi-kills-'));
const deadline = performance.now() + Number(options.seconds) * 1000;
const phases = Object.fromEntries(PHASES.map((phase) => [phase, 0]));
const broken = [];
let started = 0;
let killed = 0;
try {
  const commandFor = options.content === undefined ? pagesCommand() : siteCommand(options.content);
  const clean = { a: await cleanBuild(commandFor, 'a'), b: await cleanBuild(commandFor, 'b') };
  const timing = await measure(commandFor);
  await Promise.all(Array.from({ length: LANES }, (_, lane) => killInLane(lane, commandFor, clean, timing)));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const words of broken) console.error(words);
const counts = PHASES.map((phase) => `${phase} ${phases[phase]}`).join(', ');
console.log(`${killed} builds killed (${counts}), ${broken.length} broken`);
process.exitCode = broken.length > 0 || killed === 0 ? 1 : 0;

/** Kills one build after another in a folder of its own, until all lanes together have killed enough. */
async function killInLane(lane, commandFor, clean, timing) {
  const random = generator(Number(options.seed) * LANES + lane);
  const out = join(scratch, `lane ${lane}`);
  const either = () => (random() < 0.5 ? 'a' : 'b');
  let standing = startOver(out);
  while (killed < Number(options.builds) && started < 3 * Number(options.builds) && performance.now() < deadline) {
    if (standing !== undefined && random() < 0.1) standing = startOver(out);
    // Sometimes several builds in a row are cut off.
    const versions = random() < 0.2 ? [either(), either()] : [standing === 'a' ? 'b' : 'a'];
    for (const version of versions) {
      started += 1;
      const hadJournal = existsSync(join(out, JOURNAL));
      const wasKilled = await killedBuild(commandFor(version, out), out, timing, random);
      if (wasKilled) {
        killed += 1;
        phases[hadJournal ? 'over an earlier one' : phaseOf(out, clean[version])] += 1;
      }
      report(`after killing a build of ${version}`, damage(out, clean, standing, versions));
    }
    const next = either();
    const { code, stderr } = await run(commandFor(next, out));
    if (code !== 0) report(`next build of ${next}`, [`exit code ${code}: ${stderr}`]);
    report(`after the next build of ${next}`, differences(out, clean[next], standing !== undefined));
    if (standing === undefined) writeFileSync(join(out, FOREIGN.path), FOREIGN.text);
    standing = next;
  }

  function report(when, faults) {
    if (faults.length > 0)
      broken.push(`${when} (seed ${options.seed}, lane ${lane}): ${faults.slice(0, 5).join('; ')}`);
  }
}

/** An empty folder, so that the first build ever gets killed too. */
function startOver(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  return undefined;
}

/**
 * Starts a build and kills it, at a random moment after it was started, took the folder or wrote its journal; false if
 * it ended before.
 */
function killedBuild(command, out, { startMs, writeMs }, random) {
  const moment = random();
  const work = join(out, WORK);
  const watchers = [];
  const isLeft = existsSync(work);
  const isJournalLeft = existsSync(join(out, JOURNAL));
  const child = start(command);
  if (moment < 0.05) setTimeout(() => child.kill('SIGKILL'), random() * startMs);
  else if (isLeft) whenChanged(work, 'lock', begun);
  else whenChanged(out, WORK, begun);
  return new Promise((resolve) => {
    child.on('close', (_, signal) => {
      for (const watcher of watchers) watcher.close();
      resolve(signal === 'SIGKILL');
    });
  });

  function begun() {
    if (moment < 0.5) return killWithin(writeMs);
    whenChanged(work, 'journal.json', () => killWithin(writeMs));
    // It may have come before the watch.
    if (!isJournalLeft && existsSync(join(out, JOURNAL))) killWithin(writeMs);
  }

  function whenChanged(folder, name, then) {
    try {
      const watcher = watch(folder, (_, changed) => {
        if (changed !== name) return;
        watcher.close();
        then();
      });
      watchers.push(watcher);
    } catch (error) {
      // The build has ended and taken the folder away.
      if (error.code !== 'ENOENT') throw error;
    }
  }

  function killWithin(ms) {
    // A timer counts whole milliseconds, and a build may write for a few only.
    const end = performance.now() + random() * ms;
    while (performance.now() < end);
    child.kill('SIGKILL');
  }
}

function phaseOf(out, clean) {
  const isWorking = existsSync(join(out, WORK));
  const isListed = holds(out, MANIFEST, clean);
  if (!isWorking) return isListed ? 'after' : 'before writing';
  if (isListed) return 'tidying';
  if (!existsSync(join(out, JOURNAL))) return 'staging';
  const isInPlace = [...clean.keys()].every((path) => path === MANIFEST || holds(out, path, clean));
  return isInPlace ? 'removing' : 'renaming';
}

function holds(out, path, clean) {
  const file = join(out, path);
  const bytes = clean.get(path);
  if (bytes === undefined) return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true && readFileSync(file).equals(bytes);
}

/** What a killed build must not leave. */
function damage(out, clean, standing, versions) {
  const faults = [];
  const tree = treeOf(out);
  for (const [path, bytes] of tree) {
    if (path === WORK || path.startsWith(`${WORK}/`) || path === FOREIGN.path || bytes === undefined) continue;
    const isWhole = ['a', 'b'].some((version) => clean[version].get(path)?.equals(bytes));
    if (!isWhole) faults.push(`${path} is neither the old nor the new one`);
  }
  if (standing === undefined) return faults;
  if (tree.get(FOREIGN.path)?.toString() !== FOREIGN.text) faults.push(`${FOREIGN.path} was touched`);
  for (const [path, bytes] of clean[standing]) {
    if (bytes !== undefined && versions.every((version) => clean[version].get(path)) && !tree.get(path))
      faults.push(`${path} is missing`);
  }
  return faults;
}

/** How a folder differs from a clean build. */
function differences(out, clean, hasForeign) {
  const tree = treeOf(out);
  const faults = [];
  if (hasForeign && tree.get(FOREIGN.path)?.toString() !== FOREIGN.text) faults.push(`${FOREIGN.path} was touched`);
  if (hasForeign) tree.delete(FOREIGN.path);
  for (const [path, bytes] of clean) {
    const found = tree.get(path);
    const isSame = bytes === undefined ? tree.has(path) && found === undefined : found?.equals(bytes);
    if (!isSame) faults.push(`${path} is ${tree.has(path) ? 'another' : 'missing'}`);
    tree.delete(path);
  }
  for (const path of tree.keys()) faults.push(`${path} is left over`);
  return faults;
}

/** Everything below a folder, by path with `/`: the bytes of a file, `undefined` for a folder. */
function treeOf(folder, prefix = '', tree = new Map()) {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    tree.set(path, entry.isDirectory() ? undefined : readFileSync(join(folder, path)));
    if (entry.isDirectory()) treeOf(folder, `${path}/`, tree);
  }
  return tree;
}

/** The generated pages of two versions, written by `write` alone. */
function pagesCommand() {
  const script = join(import.meta.dirname, 'write', 'build-pages.mjs');
  return (version, out) => [script, out, version];
}

/** The whole program, on the content and on a copy that differs in every section and has its reports elsewhere. */
function siteCommand(content) {
  const main = join(import.meta.dirname, '..', 'lib', 'bin', 'fazhi.js');
  const contents = { a: join(scratch, 'content a'), b: join(scratch, 'content b') };
  for (const folder of Object.values(contents)) cpSync(content, folder, { recursive: true });
  for (const entry of readdirSync(contents.b, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.parentPath.endsWith('sections'))
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n另见各办公室的说明。\n`);
  }
  mkdirSync(join(contents.b, 'town'));
  for (const name of readdirSync(contents.b).filter((name) => /^\d{4}$/.test(name)))
    renameSync(join(contents.b, name), join(contents.b, 'town', name));
  return (version, out) => [main, 'build', '--content', contents[version], '--out', out];
}

async function cleanBuild(commandFor, version) {
  const out = join(scratch, `clean ${version}`);
  const { code, stderr } = await run(commandFor(version, out));
  if (code !== 0) throw new Error(`The build of ${version} fails: ${stderr}`);
  return treeOf(out);
}

/** How long a build takes to begin writing, and to write, while as many others run as later: medians of a few. */
async function measure(commandFor) {
  const starts = [];
  const writes = [];
  await Promise.all(Array.from({ length: LANES }, (_, lane) => measureInLane(join(scratch, `measured ${lane}`))));
  return { startMs: median(starts), writeMs: median(writes) };

  async function measureInLane(out) {
    mkdirSync(out);
    for (const version of ['a', 'b', 'a', 'b']) {
      const began = performance.now();
      const times = [];
      const watcher = watch(out, (_, name) => name === WORK && times.push(performance.now()));
      await run(commandFor(version, out));
      watcher.close();
      starts.push(times[0] - began);
      writes.push(times.at(-1) - times[0]);
    }
  }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function run(command) {
  return new Promise((resolve) => {
    const child = start(command);
    let stderr = '';
    child.stderr.on('data', (bytes) => (stderr += bytes));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

function start(command) {
  return spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
