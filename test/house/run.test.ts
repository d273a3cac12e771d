/** The test command: what it needs from the machine, and what it says at its end. */
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { findBrowser, provideBrowser, providePrograms } from '../support/machine.mjs';
import { ROOT, run, type Outcome } from '../support/site.js';

describe('the count of tests', () => {
  /** Runs these test files in a process of its own. */
  async function count(files: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<unknown> {
    const folder = folderOf(files);
    const module = pathToFileURL(join(ROOT, 'test/support/run-tests.mjs')).href;
    const options = { root: folder, globals: true, config: false };
    const script = `import { runTests } from ${JSON.stringify(module)};
      const counts = await runTests(${JSON.stringify(args)}, ${JSON.stringify(options)});
      console.log('\\n' + JSON.stringify(counts)); process.exit();`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  }

  const GOOD = `test('a', () => {}); test('b', () => {});`;

  test('is what passed, when all did', async () => {
    expect(await count({ 'a.test.js': GOOD })).toEqual({ passed: 2, failed: 0, skipped: [] });
  });

  test('takes for failed what fails, is skipped, is not yet written, or cannot be loaded', async () => {
    const files = {
      'a.test.js': `${GOOD} test('c', () => { throw new Error('c'); });`,
      'b.test.js': `test.skip('d', () => {}); describe('e', () => { test.todo('f'); });`,
      'c.test.js': 'this is no JavaScript',
    };
    const counts = await count(files);
    expect(counts).toEqual({ passed: 2, failed: 4, skipped: ['d', 'e > f'] });
  });

  test('takes for failed what could not be made ready or put away', async () => {
    const files = {
      'a.test.js': `describe('a', () => { beforeAll(() => { throw new Error('a'); }); test('b', () => {}); });`,
      'b.test.js': `${GOOD} afterAll(() => { throw new Error('c'); });`,
      'c.test.js': `test('d', () => { setTimeout(() => { throw new Error('d'); }); });`,
    };
    const { failed } = (await count(files)) as { failed: number };
    expect(failed).toBeGreaterThanOrEqual(3);
  });

  test('is never all well without a test', async () => {
    expect(await count({ 'a.js': '' })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  test('leaves out what a name did not ask for', async () => {
    expect(await count({ 'a.test.js': GOOD }, ['-t', 'a'])).toEqual({ passed: 1, failed: 0, skipped: [] });
  });
});

const none = { browser: () => undefined, hasChineseFont: () => true, program: () => undefined, install: () => false };

describe('the browser for the tests', () => {
  test('is the one that FAZHI_BROWSER names, and never another in its place', async () => {
    const folder = temporaryFolder();
    const [good, bad] = [join(folder, 'good'), join(folder, 'bad')];
    for (const [path, code] of [
      [good, 0],
      [bad, 1],
    ] as const) {
      writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
      chmodSync(path, 0o755);
    }
    expect(await findBrowser({ FAZHI_BROWSER: good })).toBe(good);
    await expect(findBrowser({ FAZHI_BROWSER: bad })).rejects.toThrow(`FAZHI_BROWSER names ${bad}`);
    await expect(findBrowser({ FAZHI_BROWSER: join(folder, 'none') })).rejects.toThrow('is no browser that starts');
  });

  test('is installed when there is none, and so is a font for Chinese', async () => {
    const installed: string[] = [];
    const machine = {
      browser: () => (installed.includes('chromium') ? '/usr/bin/chromium' : undefined),
      hasChineseFont: () => installed.includes('fontconfig'),
      program: () => undefined,
      install: (...packages: string[]) => installed.push(...packages) > 0,
    };
    expect(await provideBrowser(machine)).toBe('/usr/bin/chromium');
    expect(installed).toEqual(['chromium', 'fonts-noto-cjk', 'fontconfig', 'fonts-noto-cjk']);
  });

  test('is asked for in plain words when it cannot be had, and so is a font', async () => {
    await expect(provideBrowser(none)).rejects.toThrow('install Chrome, Chromium or Edge');
    const withoutFont = { ...none, browser: () => 'chromium', hasChineseFont: () => false };
    await expect(provideBrowser(withoutFont)).rejects.toThrow('install one, for instance the package fonts-noto-cjk');
  });
});

describe('the programs that tests work against', () => {
  test('are installed where they are missing, all at once', () => {
    const installed: string[] = [];
    const packages: Readonly<Record<string, string>> = { sshd: 'openssh-server', rsync: 'rsync' };
    const program = (name: string) => {
      const inPackage = packages[name];
      return inPackage === undefined || installed.includes(inPackage) ? `/usr/bin/${name}` : undefined;
    };
    providePrograms({ ...none, program, install: (...names) => installed.push(...names) > 0 });
    expect(installed).toEqual(['openssh-server', 'rsync']);
  });

  test('are named with their packages when they cannot be had', () => {
    const program = (name: string) => (name === 'nginx' ? undefined : `/usr/bin/${name}`);
    expect(() => providePrograms({ ...none, program })).toThrow("nginx (Debian's package nginx-light)");
  });
});

describe('the last line of the test command', () => {
  const COMMAND = [
    'bundle.mjs',
    'lib/src/export/find-browser.js',
    'test/run.mjs',
    'test/support/machine.mjs',
    'test/support/run-tests.mjs',
    'vitest.config.ts',
  ];

  /** What is bundled; of the program itself, nothing is needed here. */
  const BUNDLED = [
    'lib/src/bin/fazhi.js',
    'lib/src/bin/keep-code.js',
    'lib/src/bin/town-worker.js',
    'lib/src/cli/main.js',
    'lib/src/threads/make-towns.js',
    'src/serve/live.ts',
    'templates/client.ts',
    'templates/search.ts',
  ];

  /** The test command in a project that is this one but for its program and tests. */
  async function runIn(files: Readonly<Record<string, string>>): Promise<Outcome> {
    const copies = COMMAND.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]);
    const folder = folderOf({
      'tsconfig.json': '{ "include": ["src"] }',
      ...Object.fromEntries([...BUNDLED.map((path) => [path, '']), ...copies]),
      ...files,
    });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    return run(process.execPath, [join(folder, 'test/run.mjs')]);
  }

  const TEST = `import { test } from 'vitest'; test('a', () => {});`;
  const lastLine = (stdout: string): string | undefined => stdout.split('\n').at(-2);

  test('counts, when all is well', async () => {
    const { code, stdout } = await runIn({ 'src/a.ts': 'export {};', 'test/a.test.ts': TEST });
    expect({ code, last: lastLine(stdout) }).toEqual({ code: 0, last: '1 passed, 0 failed' });
  });

  test('counts, when a test fails', async () => {
    const failing = `${TEST} test('b', () => { throw new Error('b'); });`;
    const { code, stdout } = await runIn({ 'src/a.ts': 'export {};', 'test/a.test.ts': failing });
    expect({ code, last: lastLine(stdout) }).toEqual({ code: 1, last: '1 passed, 1 failed' });
  });

  test('tells of a failure, when the program does not compile', async () => {
    const { code, stdout } = await runIn({ 'src/a.ts': `export const a: number = 'b';`, 'test/a.test.ts': TEST });
    expect(stdout).toContain('src/a.ts(1,14): error TS2322');
    expect({ code, last: lastLine(stdout) }).toEqual({ code: 1, last: '0 passed, 1 failed' });
  });
});

// A script for a shell; whoever tests on Windows calls `npm test` itself.
if (process.platform !== 'win32')
  describe('the script for clean checkouts', () => {
    /** Runs it with an `npm` that only says what it was called with, and ends as told. */
    async function runWith({ ci, test: tests }: { ci: number; test: number }): Promise<Outcome> {
      const npm = `#!/bin/sh\necho "npm $*"\ntest "$1" = ci && exit ${ci}\necho "1 passed, ${tests} failed"\nexit ${tests}\n`;
      const folder = folderOf({ npm });
      chmodSync(join(folder, 'npm'), 0o755);
      return run(join(ROOT, '.ci/run'), [], { env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` } });
    }

    test('is the command of the README', async () => {
      expect(await runWith({ ci: 0, test: 0 })).toMatchObject({
        code: 0,
        stdout: 'npm ci\nnpm test\n1 passed, 0 failed\n',
      });
      const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
      expect(readme).toContain('npm ci && npm test');
    });

    test('keeps the exit status and the last line of the tests', async () => {
      expect(await runWith({ ci: 0, test: 3 })).toMatchObject({
        code: 3,
        stdout: 'npm ci\nnpm test\n1 passed, 3 failed\n',
      });
    });

    test('ends with a failure when the packages cannot be installed', async () => {
      expect(await runWith({ ci: 4, test: 0 })).toMatchObject({ code: 4, stdout: 'npm ci\n0 passed, 1 failed\n' });
    });
  });
