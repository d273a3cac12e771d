/** The content that benchmarks are made of: as sound as the report that it is made from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventOf, writeCounty } from '../../bench/content.mjs';
import { townNames } from '../../bench/town-names.mjs';
import { filesIn, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';

/** The rules that speak, each with the number of its findings. */
async function findings(content: string): Promise<Record<string, number>> {
  const { stdout } = await fazhi(['check', '--content', content, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string }[] };
  const rules = diagnostics.map(({ rule }) => rule).toSorted();
  return Object.fromEntries([...new Set(rules)].map((rule) => [rule, rules.filter((one) => one === rule).length]));
}

test('a county of short reports has twenty files a report, no two of them equal, and the findings of the real report', async () => {
  const content = temporaryFolder();
  expect(writeCounty(content, 2, 2, { short: true })).toEqual({ reports: 4, files: 81 });

  const files = filesIn(content).filter((path) => path !== 'site.yaml');
  const reports = new Set(files.map((path) => path.split('/').slice(0, 2).join('/')));
  expect([...reports]).toEqual(['town-0/2021', 'town-0/2022', 'town-1/2021', 'town-1/2022']);
  for (const report of reports) expect(files.filter((path) => path.startsWith(`${report}/`))).toHaveLength(20);
  expect(files).toContain(eventOf(1, 2021));
  expect(new Set(files.map((path) => readFileSync(join(content, path), 'utf8'))).size).toBe(80);

  expect(await findings(content)).toEqual({ 'part/cause': 4, 'portal/missing': 1, 'portal/published-time': 4 });
});

test('a county of whole reports has the findings of the real report, each as often as there are reports', async () => {
  const content = temporaryFolder();
  expect(writeCounty(content, 2, 2)).toEqual({ reports: 4, files: 4 * 43 + 1 });

  const ofOne = await findings(join(ROOT, 'content'));
  expect(ofOne).toEqual({ 'part/cause': 1, 'portal/missing': 1, 'portal/published-time': 1, 'typo/term': 3 });
  expect(await findings(content)).toEqual({
    'part/cause': 4,
    'portal/missing': 1,
    'portal/published-time': 4,
    'typo/term': 12,
  });
});

test('what all reports read is as long for fifty towns as for two', () => {
  const [few, many] = [temporaryFolder(), temporaryFolder()];
  writeCounty(few, 2, 1, { short: true });
  writeCounty(many, 50, 1, { short: true });
  expect(readFileSync(join(many, 'site.yaml'), 'utf8')).toBe(readFileSync(join(few, 'site.yaml'), 'utf8'));
});

test('towns have names of their own, the same ones each time, and there are enough for a province', () => {
  const names = townNames(10_000);
  expect(new Set(names).size).toBe(10_000);
  expect(townNames(3)).toEqual(['青林', '青沙', '青河']);
  expect(names.slice(0, 3)).toEqual(townNames(3));
  expect(() => townNames(1_000_000)).toThrow('There are names for 21600 towns only.');
});
