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
  describe.each(WIDTHS)('at %i px', (width) => {
    test.each(MODES)('in %s has no barrier, says nothing on the console and asks for nothing outside', async (mode) => {
      const { page, noise, close } = await open(browser, server.url, path, { width, mode });
      expect(await barriers(page)).toEqual([]);
      expect(noise).toEqual(QUIET);
      expect(server.missing.splice(0)).toEqual([]);
      await close();
    });

    test.each(MODES)('in %s opens from disk just as quietly', async (mode) => {
      const { noise, close } = await open(browser, onDisk(site.folder), path, { width, mode });
      expect(noise).toEqual(QUIET);
      await close();
    });
  });
});
