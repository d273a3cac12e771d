// @ts-check
/**
 * What the tests need from the machine they run on: a browser of the Chromium family, a font for Chinese, and the
 * servers and readers of files that a published site meets.
 *
 * All are looked for first; what is missing is installed where that is possible without asking (Debian and its kin, as
 * root or with a sudo that wants no password). A test of what a reader sees cannot do without them, so whatever cannot
 * be had is an error in plain words, never a skipped test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {() => string | undefined | Promise<string | undefined>} browser Its path, when there is one that starts.
 * @property {() => boolean} hasChineseFont
 * @property {(program: string) => string | undefined} program Its path, when there is one.
 * @property {(...packages: string[]) => boolean} install False where packages cannot be installed, or are not found.
 */

/** Programs that tests work against, and Debian's packages of them. */
const PROGRAMS = Object.freeze({
  sshd: 'openssh-server',
  ssh: 'openssh-client',
  rsync: 'rsync',
  nginx: 'nginx-light',
  apache2: 'apache2-bin',
  pdftotext: 'poppler-utils',
});

/** Makes sure of the programs, or throws with what is missing. @param {Machine} machine */
export function providePrograms(machine = thisMachine) {
  const missing = () => Object.entries(PROGRAMS).filter(([program]) => machine.program(program) === undefined);
  if (missing().length > 0) machine.install(...missing().map(([, inPackage]) => inPackage));
  if (missing().length > 0)
    throw new Error(
      `The tests need ${missing()
        .map(([program, inPackage]) => `${program} (Debian's package ${inPackage})`)
        .join(', ')}.`,
    );
}

/** The path of a program, also where only administrators look. @param {string} program */
export function findProgram(program, env = process.env) {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** The path of a browser for the tests. @param {Machine} machine */
export async function provideBrowser(machine = thisMachine) {
  if ((await machine.browser()) === undefined) machine.install('chromium', 'fonts-noto-cjk');
  const browser = await machine.browser();
  if (browser === undefined)
    throw new Error(
      'The tests need a browser: install Chrome, Chromium or Edge, or name one in the environment variable FAZHI_BROWSER.',
    );
  if (!machine.hasChineseFont()) machine.install('fontconfig', 'fonts-noto-cjk');
  if (!machine.hasChineseFont())
    throw new Error('The tests need a font for Chinese: install one, for instance the package fonts-noto-cjk.');
  return browser;
}

/** As the program looks for one, which is compiled by then. */
const FINDER = '../../lib/src/export/find-browser.js';

/**
 * The browser that `FAZHI_BROWSER` names, else the first of the usual ones that starts. Throws when the named one does
 * not: whoever named it wants no other.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function findBrowser(env = process.env) {
  /** @type {typeof import('../../src/export/find-browser.js')} */
  const finder = await import(FINDER);
  const named = env['FAZHI_BROWSER'] || undefined;
  const browser = finder.findBrowser(named, env);
  if (named !== undefined && browser === undefined)
    throw new Error(`FAZHI_BROWSER names ${named}, which is no browser that starts.`);
  return browser;
}

/** @type {Machine} */
export const thisMachine = {
  browser: () => findBrowser(),

  program: (program) => findProgram(program),

  hasChineseFont() {
    if (process.platform !== 'linux') return true; // macOS and Windows come with one
    return (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
  },

  install(...packages) {
    const succeeds = (/** @type {string[]} */ [command = '', ...args]) =>
      spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
    if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    if (asRoot.length > 0 && !succeeds([...asRoot, 'true'])) return false;
    const aptGet = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    console.error(`Installing ${packages.join(', ')} …`);
    succeeds([...aptGet, 'update']); // one unreachable source need not matter: the next line tells
    return succeeds([...aptGet, 'install', '-y', '--no-install-recommends', ...packages]);
  },
};
