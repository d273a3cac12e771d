// @ts-check
/** Eleventy: a collection of reports, and for each page of a report a JavaScript template paginated over it. */
import { join } from 'node:path';
import { copySite, handOver } from './hand-over.mjs';
import { installPackages, linkPackages } from './install.mjs';
import { PEER_PAGES } from './subject.mjs';

export const ELEVENTY_VERSION = '3.1.8';

/** @returns {{ modules: string, bin: string, version: string }} */
export function installEleventyPackage() {
  const modules = installPackages('eleventy', { '@11ty/eleventy': ELEVENTY_VERSION });
  return { modules, bin: join(modules, '@11ty/eleventy/cmd.cjs'), version: ELEVENTY_VERSION };
}

/** @returns {import('./subject.mjs').Subject} */
export function installEleventy() {
  const { modules, bin, version } = installEleventyPackage();
  const content = 'pages/content';
  return {
    ...PEER_PAGES,
    name: 'Eleventy',
    version,
    about: '`eleventy`: templates in JavaScript, its quickest kind. It keeps nothing from one build for the next.',
    prepare(from, site) {
      copySite('eleventy', site);
      copySite('shared', site);
      handOver(from, join(site, content));
      linkPackages(modules, site);
    },
    content,
    command: [process.execPath, bin, '--quiet'],
  };
}
