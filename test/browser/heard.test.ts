/**
 * The timeline and the checklist of the real content as whoever cannot see them hears them: in sentences, in order.
 *
 * `test/browser/heard/` has the readings; `UPDATE=1` writes them anew, to be read aloud.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onDisk, open, openBrowser } from '../support/browser.js';
import { realSite } from '../support/site.js';
import { heard } from './heard.js';

const READINGS = join(import.meta.dirname, 'heard');

const site = await realSite();
const browser = await openBrowser();

describe.each(['timeline', 'checklist'])('the %s', (name) => {
  test('is heard as it was reviewed', async () => {
    const { page, close } = await open(browser, onDisk(site.folder), `2022/${name}/index.html`);
    const reading = await heard(page, 'main');
    const file = join(READINGS, `${name}.txt`);
    if (process.env['UPDATE']) writeFileSync(file, reading);
    expect(reading).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    await close();
  });

  test.each([
    [360, 'light'],
    [1280, 'large type'],
  ] as const)('is heard the same at %i px in %s', async (width, mode) => {
    const { page, close } = await open(browser, onDisk(site.folder), `2022/${name}/index.html`, { width, mode });
    expect(await heard(page, 'main')).toBe(readFileSync(join(READINGS, `${name}.txt`), 'utf8'));
    await close();
  });
});
