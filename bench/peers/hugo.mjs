// @ts-check
/** Hugo, from Debian: a report is a page bundle, its pages are output formats of it, its files the bundle's resources. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { copySite, handOver } from './hand-over.mjs';
import { provideProgram } from './install.mjs';
import { PEER_PAGES } from './subject.mjs';

/** @returns {import('./subject.mjs').Subject} */
export function installHugo() {
  const program = provideProgram('hugo');
  return {
    ...PEER_PAGES,
    name: 'Hugo',
    version: /v([\d.]+)/.exec(execFileSync(program, ['version'], { encoding: 'utf8' }))?.[1] ?? '',
    about: '`hugo`: each report a page bundle with five output formats. It keeps nothing from one build for the next.',
    prepare(content, site) {
      copySite('hugo', site);
      handOver(content, join(site, 'content'), (path) => path.replace(/report\.md$/, 'index.md'));
    },
    content: 'content',
    command: [program],
  };
}
