// @ts-check
/**
 * Other generators on the same words, to measure ours beside.
 *
 * In:  the content folder of a benchmark.
 * Out: a running development server of each, with the templates below: a page for every file, and for every report a
 *      page with the text of all its files. No checks, no navigation, no style sheet: less than fazhi makes of it.
 *
 * What is measured here is their servers; `peers/` holds the sites that whole builds are timed with.
 */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ELEVENTY_VERSION, installEleventyPackage } from './peers/eleventy.mjs';
import { handOver, save } from './peers/hand-over.mjs';
import { provideProgram } from './peers/install.mjs';

/** @param {string} file */
const pageOf = (file) => `${file.replace(/\.md$/, '')}/`;

export const hugo = {
  name: 'Hugo',
  folder: 'peer',
  install: () => void provideProgram('hugo'),
  pageOf,
  about: () =>
    `${/v[\d.]+/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[0]}, \`hugo server\` as it comes: pages in memory, only what changed is rendered again; it gathers events for half a second before it begins. A page for each file, and one for each report with the text of all its files; no checks.`,
  /** @param {string} content @param {number} port @param {string} scratch */
  start(content, port, scratch) {
    const peer = join(scratch, 'peer');
    handOver(content, peer, (path) => path.replace(/report\.md$/, '_index.md'));
    const site = join(scratch, 'site');
    save(join(site, 'config.yaml'), 'baseURL: /\ndisableKinds: [taxonomy, term, RSS, sitemap]\ncontentDir: ../peer\n');
    const page = (/** @type {string} */ body) =>
      `<!DOCTYPE html><html lang="zh-CN"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}${body}</html>\n`;
    save(join(site, 'layouts/_default/single.html'), page(''));
    const all = '{{ range .RegularPagesRecursive }}<h2>{{ .Title }}</h2>{{ .Content }}{{ end }}';
    save(join(site, 'layouts/_default/list.html'), page(`{{ if .File }}${all}{{ end }}`));
    return spawn('hugo', ['server', '--source', site, '--port', String(port), '--bind', '127.0.0.1']);
  },
};

export const eleventy = {
  name: 'Eleventy',
  folder: 'peer',
  install: () => void installEleventyPackage(),
  pageOf,
  about: () =>
    `v${ELEVENTY_VERSION}, \`eleventy --serve --incremental\`: pages written to disk. The same pages as Hugo’s.`,
  /** @param {string} content @param {number} port @param {string} scratch */
  start(content, port, scratch) {
    const peer = join(scratch, 'peer');
    handOver(content, peer);
    save(join(peer, 'peer.json'), '{ "layout": "page.11ty.cjs" }\n');
    save(join(peer, '_includes/page.11ty.cjs'), LAYOUT);
    save(join(scratch, 'eleventy.config.cjs'), CONFIG);
    const { bin } = installEleventyPackage();
    const options = ['--serve', '--incremental', '--quiet', '--input=peer', '--output=site', `--port=${port}`];
    return spawn(process.execPath, [bin, '--config=eleventy.config.cjs', ...options], { cwd: scratch });
  },
};

const CONFIG = `module.exports = (config) => {
  config.addCollection('byReport', (api) => {
    const reports = {};
    for (const page of api.getAll()) {
      const [, folder] = /^\\.\\/peer\\/(.*?\\d{4})\\/[a-z]+\\//.exec(page.inputPath) ?? [];
      if (folder !== undefined) (reports[folder] ??= []).push(page);
    }
    return reports;
  });
  return { markdownTemplateEngine: false };
};
`;

const LAYOUT = `module.exports = ({ title, content, page, collections }) => {
  const [, folder] = /^\\.\\/peer\\/(.*)\\/report\\.md$/.exec(page.inputPath) ?? [];
  const items = folder === undefined ? [] : collections.byReport[folder] ?? [];
  const all = items.map((one) => \`<h2>\${one.data.title}</h2>\${one.templateContent}\`).join('');
  return \`<!DOCTYPE html><html lang="zh-CN"><title>\${title}</title><h1>\${title}</h1>\${content}\${all}</html>\`;
};
`;

/** Whether a peer can be started; it is fetched when it is not there yet. @param {{ name: string, install: () => void }} peer */
export function isInstalled({ name, install }) {
  try {
    install();
    return true;
  } catch {
    console.error(`${name} is not installed and is left out.`);
    return false;
  }
}
