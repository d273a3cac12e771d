/** What a report that is already written becomes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/build.js';
import { buildSite } from '../../src/build-site.js';
import { importFile, type Imported } from '../../src/import/import.js';
import { compareWithFolder, putImported } from '../../src/import/put.js';
import { reviewFile } from '../../src/import/review-file.js';
import { reviewOf } from '../../src/import/review.js';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCE = join(ROOT, 'test/source/junchuan-2022.txt');
const folder = mkdtempSync(join(tmpdir(), 'fazhi-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imported(name: string, text: string | Uint8Array, out = `${name}/content/2022`): Promise<Imported> {
  mkdirSync(join(folder, 'sources'), { recursive: true });
  const file = join(folder, 'sources', name);
  writeFileSync(file, text);
  return importFile(file, { out: join(folder, out) });
}

function put(made: Imported): string | undefined {
  return putImported(made, reviewFile(reviewOf(made), made));
}

describe('the report of Junchuan on 2022', () => {
  const out = join(folder, 'junchuan/content/2022');

  test('is imported to the letter, with its four parts, and builds at once', async () => {
    const made = await importFile(SOURCE, { out });
    expect(made.fidelity).toEqual({ characters: 3490 });
    expect(made.isPlain).toBe(false);
    expect(made.draft.sections.flatMap(({ part }) => part ?? [])).toEqual([
      'measures',
      'shortcomings',
      'duties',
      'plan',
    ]);
    put(made);
    const { diagnostics, written } = await buildSite({
      content: join(folder, 'junchuan/content'),
      out: join(folder, 'junchuan/dist'),
      cache: false,
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(written).toBeDefined();
  });

  test('has the events of the content made by hand: days, offices, places and texts, two of them in other words', () => {
    const eventsOf = (content: string) =>
      check(content).site.reports[0]?.events.map(({ date, offices, place, body }) => ({
        date: date.value,
        offices: offices.map(({ name }) => name),
        place: place?.value,
        text: body.text,
      }));
    const expected = eventsOf(join(ROOT, 'content')) ?? [];
    const [first] = expected;
    const meeting = expected.find(({ date }) => date.start === '2022-10-12');
    // By hand: 年初 of 今年年初, and the committee that the meeting is named after besides the town that held it.
    if (first) first.date = { ...first.date, text: '今年年初' };
    expect(meeting?.offices.pop()).toBe('社区矫正委员会');
    expect(eventsOf(join(folder, 'junchuan/content'))).toEqual(expected);
  });

  test('says of the portal’s line that it was left out, and why', async () => {
    const made = await importFile(SOURCE, { out });
    expect(reviewOf(made).dropped.map(({ words }) => words)).toEqual([
      '您访问的链接即将离开“随县人民政府”门户网站,是否继续?',
    ]);
  });

  test('imported a second time changes nothing', async () => {
    const before = readFileSync(join(out, 'report.md'), 'utf8');
    const made = await importFile(SOURCE, { out });
    expect(compareWithFolder(made)).toEqual({ isThere: true, differences: [] });
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toBe(before);
  });
});

describe('a folder that is there', () => {
  const text = '一、主要做法\n开展宣传12次，成效明显。\n二、存在的不足\n宣传形式单一。\n';

  test('is compared file by file, without what no build reads', async () => {
    const made = await imported('there.txt', text);
    expect(compareWithFolder(made).isThere).toBe(false);
    expect(put(made)).toBeUndefined();
    writeFileSync(join(made.content, '2022/sections/.draft.md'), '');
    writeFileSync(
      join(made.content, '2022/sections/20-shortcomings.md'),
      '---\ntitle: 存在的不足\npart: shortcomings\n---\n\n改过。\n',
    );
    const { isThere, differences } = compareWithFolder(made);
    expect(isThere).toBe(true);
    expect(differences.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'changed 2022/sections/20-shortcomings.md',
    ]);
    expect(differences[0]?.patch).toContain('\n-改过。\n+<!-- shortcomings -->\n');
  });

  test('is kept beside the new one, under a name that no build reads, when it is replaced', async () => {
    const made = await imported('there.txt', text);
    expect(put(made)).toBe('.2022.before-import');
    expect(put(made)).toBe('.2022.before-import-2');
    expect(readFileSync(join(made.content, '.2022.before-import/sections/20-shortcomings.md'), 'utf8')).toContain(
      '改过。',
    );
    expect(check(made.content).site.reports.map(({ path }) => path)).toEqual(['2022']);
  });
});
