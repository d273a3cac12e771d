// @ts-check
/** Astro: a content collection, and for each page of a report a component over it. Its newest needs a newer Node. */
import { join } from 'node:path';
import { copySite, handOver } from './hand-over.mjs';
import { installPackages, linkPackages } from './install.mjs';
import { PEER_PAGES } from './subject.mjs';

const NODE = '24.21.0';

/** @returns {import('./subject.mjs').Subject} */
export function installAstro() {
  const { version, node, modules } = newestThatRuns();
  return {
    ...PEER_PAGES,
    name: 'Astro',
    version,
    about:
      '`astro build`: a content collection, components. It keeps the collection with its HTML from one build for the next.',
    prepare(content, site) {
      copySite('astro', site);
      copySite('shared', site);
      handOver(content, join(site, 'content'));
      linkPackages(modules, site);
    },
    content: 'content',
    command: [
      node,
      join(modules, version.startsWith('5') ? 'astro/astro.js' : 'astro/bin/astro.mjs'),
      'build',
      '--silent',
    ],
  };
}

/** Astro 7 with the Node it needs, which is a package too; without that one the last Astro for the Node at hand. */
function newestThatRuns() {
  const platform = `node-${process.platform}-${process.arch}`;
  try {
    const modules = installPackages('astro', { astro: '7.3.5', [platform]: NODE });
    return { version: `7.3.5 on Node ${NODE}`, node: join(modules, platform, 'bin/node'), modules };
  } catch {
    const modules = installPackages('astro', { astro: '5.18.2' });
    return { version: '5.18.2', node: process.execPath, modules };
  }
}
