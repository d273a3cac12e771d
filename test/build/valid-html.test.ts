/** The HTML of every page, judged by two checkers that know the standard. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../support/folder.js';
import { realSite, run } from '../support/site.js';

const NU_CHECKER = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // ARIA lets headings and lists be named, too; a title is, because each place where its line may break is heard as a blank.
  rules: { 'aria-label-misuse': ['error', { allowAnyNamable: true }] },
};

const validator = new HtmlValidate(CONFIG);

async function standardFaults(html: string, path: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
  );
}

interface NuMessage {
  url: string;
  lastLine: number;
  firstColumn?: number;
  message: string;
}

/** The errors that the Nu checker reports; it reads all files in one start. */
async function nuFaults(files: readonly string[]): Promise<string[]> {
  const options = ['--errors-only', '--format', 'json', '--stdout', '--exit-zero-always'];
  const { stdout, stderr, code } = await run('java', ['-jar', NU_CHECKER, ...options, ...files]);
  if (code !== 0) throw new Error(`the Nu checker does not run: ${stderr}`);
  const { messages } = JSON.parse(stdout) as { messages: NuMessage[] };
  return messages.map(({ url, lastLine, firstColumn = 1, message }) => {
    return `${url.split('/').slice(-3).join('/')}:${lastLine}:${firstColumn} ${message}`;
  });
}

const site = await realSite();

describe('html-validate', () => {
  test.each(site.pages)('finds no error in %s', async (path) => {
    expect(await standardFaults(site.text(path), path)).toEqual([]);
  });

  test('sees an element where it must not be', async () => {
    expect(await standardFaults('<p><div></div></p>', 'a.html')).not.toEqual([]);
  });
});

// The standard's own checker runs where Java is; elsewhere the tests above are what is shown.
if (hasJava) {
  const planted = folderOf({
    'a.html': '<!doctype html><html lang="zh"><title>a</title><p colour="red">甲</p></html>',
  });
  const faults = await nuFaults([...site.pages.map((path) => join(site.folder, path)), join(planted, 'a.html')]);
  const isPlanted = (fault: string): boolean => fault.includes('colour');

  describe('the Nu checker', () => {
    test('finds no error in any page', () => {
      expect(faults.filter((fault) => !isPlanted(fault))).toEqual([]);
    });

    test('sees an attribute that is not in the standard', () => {
      expect(faults.filter(isPlanted)).toHaveLength(1);
    });
  });
} else
  test('the Nu checker is not asked, for there is no Java on this machine; html-validate alone judges the pages', () => {
    expect(site.pages.length).toBeGreaterThan(0);
  });
