// @ts-check
/** Peers are installed once, outside the project: npm packages in a folder each, programs from Debian. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, thisMachine } from '../../test/support/machine.mjs';

/**
 * The `node_modules` with exactly these packages; throws when they cannot be had.
 *
 * @param {string} name @param {Readonly<Record<string, string>>} packages Versions by name.
 */
export function installPackages(name, packages) {
  const wanted = Object.entries(packages).map(([one, version]) => `${one}@${version}`);
  const folder = join(tmpdir(), `fazhi-bench-${name}-${Object.values(packages)[0] ?? ''}`);
  const modules = join(folder, 'node_modules');
  if (Object.keys(packages).every((one) => existsSync(join(modules, one, 'package.json')))) return modules;
  console.error(`Installing ${wanted.join(', ')} …`);
  mkdirSync(folder, { recursive: true });
  const options = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, ...wanted], { stdio: ['ignore', 'ignore', 'pipe'] });
  return modules;
}

/** Node looks for packages beside the files that ask for them. @param {string} modules @param {string} site */
export function linkPackages(modules, site) {
  symlinkSync(modules, join(site, 'node_modules'));
}

/** The path of a program, from Debian's package of that name when it is missing. @param {string} program */
export function provideProgram(program) {
  if (findProgram(program) === undefined) thisMachine.install(program);
  const path = findProgram(program);
  if (path === undefined) throw new Error(`${program} is not installed: install it, for instance Debian's package.`);
  return path;
}
