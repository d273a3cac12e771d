/**
 * Turns a `.doc`, `.wps`, `.rtf` or `.odt` into a .docx with the LibreOffice of this machine.
 *
 * In:  the path of the file.
 * Out: the bytes of the .docx. The file itself is left alone: a copy is opened, in a folder that is removed afterwards.
 * Errors: no LibreOffice, a file it cannot open, or more time than a report needs.
 *
 * It runs with a profile of its own: it neither disturbs a LibreOffice that is open nor is kept waiting by one, runs no
 * macros, and follows no links, whatever the clerk's own settings say.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { SAVE_AS } from './docx/refusals.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface Options {
  environment?: Environment;
  limitMs?: number;
}

const LIMIT_MS = 90_000;

/** Settings of LibreOffice, by the path of their group: what a foreign document must not make it do. */
const SETTINGS: readonly [group: string, setting: string, value: string][] = [
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
];

export function convertWithOffice(
  file: string,
  { environment = process.env, limitMs = LIMIT_MS }: Options = {},
): Uint8Array {
  if (!isFile(file)) throw missing(file);
  const program = officeProgram(environment, process.platform);
  if (program === undefined) throw notInstalled(file);
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-office-'));
  try {
    return convert(program, file, folder, environment, limitMs);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function convert(program: string, file: string, folder: string, environment: Environment, limitMs: number): Uint8Array {
  // Only the ending is the clerk's: it tells LibreOffice what to expect.
  const copy = join(folder, `report${/^\.[a-z]{1,4}$/.exec(extname(file).toLowerCase())?.[0] ?? ''}`);
  copyFileSync(file, copy);
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings());
  const out = join(folder, 'out');
  const wanted = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx:MS Word 2007 XML'];
  const options = {
    env: environment,
    stdio: 'ignore',
    timeout: limitMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
    // A group of its own, by which the program can be ended with those it has started.
    detached: process.platform !== 'win32',
  } as const;
  const { pid, error, status } = spawnSync(
    program,
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...wanted, '--outdir', out, copy],
    options,
  );
  if (options.detached) endGroup(pid);
  if (error && 'code' in error && error.code === 'ETIMEDOUT') throw tookTooLong(file, limitMs);
  try {
    return new Uint8Array(readFileSync(join(out, 'report.docx')));
  } catch (cause) {
    throw notConverted(file, error?.message ?? `${program}: ${status}`, cause);
  }
}

/** What the program leaves running after it was stopped, or has ended, would go on in a folder that is gone. */
function endGroup(pid: number): void {
  if (pid <= 0) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left, as it should be.
  }
}

/** The whole path of LibreOffice: found by name, else where its installer puts it. */
export function officeProgram(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const names = platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const found = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...found, ...usualPlaces(environment, platform)].find(isFile);
}

function usualPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(environment['HOME'] ?? '/', 'Applications')].map((folder) =>
      join(folder, 'LibreOffice.app', 'Contents', 'MacOS', 'soffice'),
    );
  if (platform !== 'win32') return [];
  return ['ProgramFiles', 'ProgramFiles(x86)']
    .flatMap((name) => environment[name] ?? [])
    .map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.exe'));
}

function settings(): string {
  const items = SETTINGS.map(
    ([group, setting, value]) =>
      `<item oor:path="/${group}"><prop oor:name="${setting}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function missing(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `找不到文件“${file}”。请检查路径。`,
    en: `The file “${file}” is missing. Check the path.`,
  });
}

function notInstalled(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${file}”不是 .docx，要先转换，而这台电脑上没有安装 LibreOffice。${SAVE_AS.zh}`,
    en: `“${file}” is not a .docx and must be converted first, but LibreOffice is not installed here. ${SAVE_AS.en}`,
  });
}

function tookTooLong(file: string, limitMs: number): EnvironmentError {
  const seconds = Math.ceil(limitMs / 1000);
  return new EnvironmentError({
    zh: `LibreOffice 用了 ${seconds} 秒还没有转换完“${file}”，已停止。${SAVE_AS.zh}`,
    en: `LibreOffice had not converted “${file}” after ${seconds} seconds and was stopped. ${SAVE_AS.en}`,
  });
}

/** `detail` is the program's own account, for whoever looks into it. */
function notConverted(file: string, detail: string, cause: unknown): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `LibreOffice 无法转换“${file}”（${detail}）；文件可能已损坏，或有密码。${SAVE_AS.zh}`,
      en: `LibreOffice cannot convert “${file}” (${detail}); it may be damaged, or protected by a password. ${SAVE_AS.en}`,
    },
    { cause },
  );
}
