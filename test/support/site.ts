/** Runs the compiled program, as a clerk would, and hands out the site it builds. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, temporaryFolder } from './folder.js';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
}

/** `fazhi …` in a process of its own, without colours. */
export function fazhi(args: readonly string[], { cwd = ROOT, env = {} }: RunOptions = {}): Promise<Outcome> {
  return run(process.execPath, [join(ROOT, 'lib/bin/fazhi.js'), ...args], { cwd, env });
}

export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder that a site was built into. */
export interface BuiltSite {
  folder: string;
  /** Relative to the folder, with `/`. */
  files: string[];
  /** The pages among them; what is to be pasted into another page is none. */
  pages: string[];
  text: (path: string) => string;
}

function siteIn(folder: string): BuiltSite {
  const files = filesIn(folder);
  return {
    folder,
    files,
    pages: files.filter((path) => path.endsWith('.html') && !path.endsWith('data/article.html')),
    text: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}

/** Builds a content folder into a temporary one that is removed when the test file is done. */
export async function buildSite(content: string): Promise<BuiltSite> {
  const out = join(temporaryFolder(), 'dist');
  const { code, stdout, stderr } = await fazhi(['build', '--content', content, '--out', out]);
  if (code !== 0) throw new Error(`the site does not build (exit ${code}):\n${stdout}${stderr}`);
  const site = siteIn(out);
  if (site.pages.length === 0) throw new Error('the site has no page');
  return site;
}

/** The site of the real content. */
export function realSite(): Promise<BuiltSite> {
  return buildSite(join(ROOT, 'content'));
}
