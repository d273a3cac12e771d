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
 * @property {() => string | undefined} browser Its path, when there is one that starts.
 * @property {() => boolean} hasChineseFont
 * @property {(program: string) => string | undefined} program Its path, when there is one.
 * @property {(...packages: string[]) => boolean} install False where packages cannot be installed, or are not found.
 */

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

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
export function provideBrowser(machine = thisMachine) {
  if (machine.browser() === undefined) machine.install('chromium', 'fonts-noto-cjk');
  const browser = machine.browser();
  if (browser === undefined)
    throw new Error(
      'The tests need a browser: install Chrome, Chromium or Edge, or name one in the environment variable FAZHI_BROWSER.',
    );
  if (!machine.hasChineseFont()) machine.install('fontconfig', 'fonts-noto-cjk');
  if (!machine.hasChineseFont())
    throw new Error('The tests need a font for Chinese: install one, for instance the package fonts-noto-cjk.');
  return browser;
}

/**
 * The browser that `FAZHI_BROWSER` names, else the first of the usual ones that starts. Throws when the named one does
 * not: whoever named it wants no other.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function findBrowser(env = process.env) {
  const named = env['FAZHI_BROWSER'];
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    throw new Error(`FAZHI_BROWSER names ${named}, which is no browser that starts.`);
  }
  return [...onPath(env), ...usualPlaces(env)].find(starts);
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + ending)));
}

/** @param {NodeJS.ProcessEnv} env */
function usualPlaces(env) {
  if (process.platform === 'darwin')
    return MAC_APPLICATIONS.flatMap((name) =>
      ['/Applications', join(env['HOME'] ?? '', 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  if (process.platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((key) =>
      WINDOWS_PROGRAMS.map((program) => join(env[key] ?? '', program)),
    );
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** On some systems `chromium-browser` is only a script that says how to get one, so a path alone proves nothing. */
const starts = (/** @type {string} */ path) =>
  existsSync(path) &&
  // On Windows `--version` opens a window, and what lies at these places there is the program itself.
  (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0);

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
