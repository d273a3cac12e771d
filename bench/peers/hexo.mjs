// @ts-check
/** Hexo: a generator of its own for the pages of a report, in the place of the one that makes a page of every file. */
import { join } from 'node:path';
import { copySite, handOver } from './hand-over.mjs';
import { installPackages, linkPackages } from './install.mjs';
import { PEER_PAGES } from './subject.mjs';

const VERSION = '8.1.2';

/** @returns {import('./subject.mjs').Subject} */
export function installHexo() {
  const renderers = { 'hexo-renderer-ejs': '2.0.0', 'hexo-renderer-marked': '7.0.1' };
  const modules = installPackages('hexo', { hexo: VERSION, ...renderers });
  return {
    ...PEER_PAGES,
    name: 'Hexo',
    version: VERSION,
    about: '`hexo generate`: marked and EJS. It keeps what it read in `db.json`, and writes only pages that differ.',
    prepare(content, site) {
      copySite('hexo', site);
      copySite('shared', site);
      handOver(content, join(site, 'source'));
      linkPackages(modules, site);
    },
    content: 'source',
    command: [process.execPath, join(modules, 'hexo/bin/hexo'), 'generate', '--silent'],
  };
}
