// @ts-check
/** The program itself, as the package's own `bin` starts it. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const { bin, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What starts it; arguments follow. */
export const FAZHI = Object.freeze([process.execPath, join(ROOT, bin.fazhi)]);

/** @type {import('./peers/subject.mjs').Subject} */
export const fazhi = {
  name: 'fazhi',
  version,
  about:
    '`fazhi build`: every file checked by every rule; a report has these five pages, the follow-up and its data in several formats, the site a search, a feed and a list of its files with their hashes.',
  prepare: (content, site) => cpSync(content, join(site, 'content'), { recursive: true }),
  content: 'content',
  command: [...FAZHI, 'build', '--content', 'content', '--out', 'dist'],
  output: 'dist',
  pages: {
    overview: 'index.html',
    full: 'report/index.html',
    timeline: 'timeline/index.html',
    checklist: 'checklist/index.html',
    offices: 'offices/index.html',
  },
};
