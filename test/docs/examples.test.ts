/** The examples of `docs/examples/` and the settings of `.vscode/`, tried as those who copy them would. */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT, run, type Outcome } from '../support/site.js';

const EXAMPLES = join(ROOT, 'docs/examples');
const CLERKS = join(ROOT, 'test/clerks');

/** A checkout of a project with the faultless report, and the program beside it. */
async function checkout(): Promise<string> {
  const folder = temporaryFolder();
  cpSync(join(CLERKS, 'base'), join(folder, 'content'), { recursive: true });
  for (const name of ['lib', 'node_modules', 'templates', 'package.json', 'docs'])
    symlinkSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, '.gitignore'), 'lib\nnode_modules\ntemplates\npackage.json\ndocs\n');
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '.');
  return folder;
}

function git(folder: string, ...args: string[]): Promise<Outcome> {
  const identity = ['-c', 'user.name=李明', '-c', 'user.email=li@example.org', '-c', 'core.hooksPath=.git/hooks'];
  return run('git', [...identity, ...args], { cwd: folder });
}

describe('the git hook', () => {
  const EVENT = 'content/2022/events/2022-06-26-drug-control-day.md';

  async function withHook(): Promise<string> {
    const folder = await checkout();
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    copyFileSync(join(EXAMPLES, 'pre-commit'), join(folder, '.git/hooks/pre-commit'));
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    return folder;
  }
  const breakEvent = (folder: string): void =>
    writeFileSync(join(folder, EVENT), readFileSync(join(folder, EVENT), 'utf8').replace('[司法所,', '[司法所局,'));

  test('lets a faultless report pass', async () => {
    const folder = await withHook();
    expect(await git(folder, 'commit', '--quiet', '-m', '2022年报告')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('refuses a commit with a mistake, and says what to write', async () => {
    const folder = await withHook();
    breakEvent(folder);
    await git(folder, 'add', '.');
    const { code, stderr } = await git(folder, 'commit', '--quiet', '-m', '2022年报告');
    expect(code).toBe(1);
    expect(stderr).toContain(`${EVENT}:5:10`);
    expect(stderr).toContain('未登记的责任单位“司法所局”，是否指“司法所”？');
    expect(stderr).toContain('内容有错误，没有提交。改正后 git add，再提交一次。');
    expect((await git(folder, 'log')).code).not.toBe(0);
  });

  test('looks at what is to be committed, not at what is still being written', async () => {
    const folder = await withHook();
    breakEvent(folder);
    expect((await git(folder, 'commit', '--quiet', '-m', '2022年报告')).code).toBe(0);
  });
});

describe.each(['gitlab-ci.yml', 'workflow.yml'])('%s', (name) => {
  const text = readFileSync(join(EXAMPLES, name), 'utf8');
  const commands = [...text.matchAll(/node lib\/bin\/fazhi\.js (check [^\n>|]*?)(?= [>|]|\n)/g)].map(([, args = '']) =>
    args.split(' '),
  );

  test('is YAML, and runs only what package.json has', () => {
    expect(() => parse(text) as unknown).not.toThrow();
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const used = [...text.matchAll(/npm run (?:--silent )?(\w+)/g)].map(([, script]) => script);
    expect(used.length).toBeGreaterThan(0);
    for (const script of used) expect(Object.keys(scripts)).toContain(script);
  });

  test('calls the check as the program understands it', async () => {
    expect(commands.length).toBeGreaterThan(0);
    const folder = await checkout();
    for (const args of commands) {
      const { code, stderr } = await fazhi(args, { cwd: folder });
      expect([args, code, stderr]).toEqual([args, 0, '']);
    }
  });
});

describe.each(['sharded.gitlab-ci.yml', 'sharded.workflow.yml', 'sharded.kubernetes.yaml'])('%s', (name) => {
  const text = readFileSync(join(EXAMPLES, name), 'utf8');

  test('is YAML, and its parts, made as it says, merge to what one build makes', async () => {
    expect(() => parse(text) as unknown).not.toThrow();
    const [, build = ''] = /node lib\/bin\/fazhi\.js (build --shard [^\n]*)/.exec(text) ?? [];
    const [, merge = ''] = /node lib\/bin\/fazhi\.js (merge [^\n]*)/.exec(text) ?? [];
    const folder = await checkout();
    const words = (line: string, part: number): string[] =>
      line
        .replace(/"?\$\(\(JOB_COMPLETION_INDEX \+ 1\)\)(\/8)?"?/g, `${part}$1`)
        .replace(/"\$CI_NODE_INDEX\/\$CI_NODE_TOTAL"/, `${part}/4`)
        .replace(/\$CI_NODE_INDEX|\$\{\{ matrix\.part \}\}/g, String(part))
        .replaceAll('/site/', '')
        .replaceAll('"', '')
        .split(' ');
    const count = name.includes('kubernetes') ? 8 : 4;
    const parts = Array.from({ length: count }, (_, index) => index + 1);
    for (const part of parts) {
      // oxlint-disable-next-line eslint/no-await-in-loop
      expect(await fazhi(words(build, part), { cwd: folder })).toMatchObject({ code: 0 });
    }
    const given = words(merge, 0).flatMap((word) => (word === 'part-*' ? parts.map((part) => `part-${part}`) : [word]));
    expect(await fazhi(given, { cwd: folder })).toMatchObject({ code: 0 });
    expect(await fazhi(['build', '--out', 'whole'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'dist/manifest.json'))).toEqual(readFileSync(join(folder, 'whole/manifest.json')));
  }, 120_000);
});

describe('the settings for VS Code', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, '.vscode', name), 'utf8'));

  interface Matcher {
    severity: string;
    pattern: { regexp: string; file?: number; line?: number; column?: number; code?: number; message?: number }[];
    background?: { beginsPattern: string; endsPattern: string };
  }
  const { tasks } = read('tasks.json') as { tasks: { args: string[]; problemMatcher: Matcher[] }[] };

  test('underline what the check says, where it says it', async () => {
    const folder = temporaryFolder();
    cpSync(join(CLERKS, 'base'), join(folder, 'content'), { recursive: true });
    cpSync(join(CLERKS, 'office-misspelt', '2022'), join(folder, 'content/2022'), { recursive: true });
    cpSync(join(CLERKS, 'portal-code-too-short', 'site.yaml'), join(folder, 'content/site.yaml'));
    const { stderr } = await fazhi(['check'], { cwd: folder });
    const lines = stderr.split('\n');
    const found = (tasks[0]?.problemMatcher ?? []).flatMap(({ severity, pattern: [head, message] }) =>
      lines.flatMap((line, index) => {
        const match = new RegExp(head?.regexp ?? '').exec(line);
        const words = new RegExp(message?.regexp ?? '').exec(lines[index + 1] ?? '');
        if (!match || !head || !message) return [];
        return [
          [
            severity,
            match[head.file ?? 0],
            match[head.line ?? 0],
            match[head.column ?? 0],
            match[head.code ?? 0],
            words?.[message.message ?? 0],
          ],
        ];
      }),
    );
    expect(found).toEqual([
      [
        'error',
        'content/2022/events/2022-06-26-drug-control-day.md',
        '5',
        '10',
        'office/unknown',
        '未登记的责任单位“司法所局”，是否指“司法所”？',
      ],
      [
        'warning',
        'content/site.yaml',
        '5',
        '9',
        'portal/code',
        '网站标识码“421321001”通常是 10 位数字，或 bm 加 8 位数字。请核对。',
      ],
    ]);
  });

  test('run commands that there are', async () => {
    for (const { args } of tasks) {
      expect(existsSync(join(ROOT, args[0] ?? ''))).toBe(true);
      expect((await fazhi([...args.slice(1), '--help'])).code).toBe(0);
    }
  });

  test('name schemas and files that there are', () => {
    const { 'yaml.schemas': schemas } = read('settings.json') as { 'yaml.schemas': Record<string, string> };
    for (const [schema, file] of Object.entries(schemas)) {
      expect(existsSync(join(ROOT, schema))).toBe(true);
      expect(existsSync(join(ROOT, file))).toBe(true);
    }
  });

  test('offer a file head for every kind of entry', () => {
    const snippets = read('fazhi.code-snippets') as Record<string, { prefix: string[]; scope: string }>;
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    expect(prefixes).toEqual(expect.arrayContaining(['report', 'section', 'event', 'duty', 'shortcoming', 'task']));
    expect(new Set(Object.values(snippets).map(({ scope }) => scope))).toEqual(new Set(['markdown']));
  });
});
