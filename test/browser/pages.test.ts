/** Every page at every width and in every mode, from a portal's server and from disk. */
import { describe, expect, test } from 'vitest';
import { MODES, onDisk, open, openBrowser, WIDTHS } from '../support/browser.js';
import { serve } from '../support/server.js';
import { realSite } from '../support/site.js';
import { barriers } from './checks.js';

const QUIET = { messages: [], errors: [], requests: [] };

const site = await realSite();
const server = await serve(site.folder);
const browser = await openBrowser();

describe.each(site.pages)('%s', (path) => {
  test.each(MODES)('in %s has no barrier at any width, says nothing and asks for nothing outside', async (mode) => {
    const { page, noise, close } = await open(browser, server.url, path, { mode });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, ...(await barriers(page))]).toEqual([width]);
    }
    expect(noise).toEqual(QUIET);
    expect(server.missing.splice(0)).toEqual([]);
    await close();
  });

  describe.each(WIDTHS)('at %i px', (width) => {
    test.each(MODES)('in %s opens from disk just as quietly', async (mode) => {
      const { noise, close } = await open(browser, onDisk(site.folder), path, { width, mode });
      expect(noise).toEqual(QUIET);
      await close();
    });
  });
});
