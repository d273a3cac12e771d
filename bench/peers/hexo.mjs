// @ts-check
/** Hexo: a generator of its own for the pages of a report, in the place of the one that makes a page of every file. */
import { join } from 'node:path';
import { copySite, handOver, save } from './hand-over.mjs';
import { installPackages, linkPackages } from './install.mjs';
import { PEER_PAGES } from './subject.mjs';

const VERSION = '8.1.2';
const PACKAGES = Object.freeze({ hexo: VERSION, 'hexo-renderer-ejs': '2.0.0', 'hexo-renderer-marked': '7.0.1' });

/** @returns {import('./subject.mjs').Subject} */
export function installHexo() {
  const modules = installPackages('hexo', PACKAGES);
  return {
    ...PEER_PAGES,
    name: 'Hexo',
    version: VERSION,
    about: '`hexo generate`: marked and EJS. It keeps what it read in `db.json`, and writes only pages that differ.',
    prepare(content, site) {
      copySite('hexo', site);
      copySite('shared', site);
      // Where Hexo looks for what it is to load.
      const own = { private: true, hexo: { version: VERSION }, dependencies: PACKAGES };
      save(join(site, 'package.json'), JSON.stringify(own));
      handOver(content, join(site, 'source'));
      linkPackages(modules, site);
    },
    content: 'source',
    command: [process.execPath, join(modules, 'hexo/bin/hexo'), 'generate', '--silent'],
  };
}
