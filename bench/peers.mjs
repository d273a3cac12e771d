// @ts-check
/**
 * Other generators on the same words, to measure ours beside.
 *
 * In:  the content folder of a benchmark.
 * Out: a running development server of each, with the templates below: a page for every file, and for every report a
 *      page with the text of all its files. No checks, no navigation, no style sheet: less than fazhi makes of it.
 *
 * Front matter is handed over with every key but the title renamed, since some keys (`date`, `published`) mean something
 * of their own to them.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ELEVENTY = '3.1.8';
/** Installed once, outside the project. */
const ELEVENTY_FOLDER = join(tmpdir(), `fazhi-bench-eleventy-${ELEVENTY}`);

/** Copies the Markdown files. @param {string} content @param {string} folder @param {(path: string) => string} nameOf */
function handOver(content, folder, nameOf) {
  for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n---\n');
    const front = text.slice(0, end).replace(/^(?!title:)([a-z]+):/gm, 'x_$1:');
    save(join(folder, nameOf(file.slice(content.length + 1))), front + text.slice(end));
  }
}

/** @param {string} file @param {string} text */
function save(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** @param {string} file */
const pageOf = (file) => `${file.replace(/\.md$/, '')}/`;

export const hugo = {
  name: 'Hugo',
  folder: 'peer',
  command: 'hugo',
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
  command: 'npm',
  pageOf,
  about: () => `v${ELEVENTY}, \`eleventy --serve --incremental\`: pages written to disk. The same pages as Hugo’s.`,
  /** @param {string} content @param {number} port @param {string} scratch */
  start(content, port, scratch) {
    const peer = join(scratch, 'peer');
    handOver(content, peer, (path) => path);
    save(join(peer, 'peer.json'), '{ "layout": "page.11ty.cjs" }\n');
    save(join(peer, '_includes/page.11ty.cjs'), LAYOUT);
    save(join(scratch, 'eleventy.config.cjs'), CONFIG);
    const bin = join(ELEVENTY_FOLDER, 'node_modules/@11ty/eleventy/cmd.cjs');
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

/** Whether a peer can be started; Eleventy is fetched when it is not there yet. @param {{ name: string, command: string }} peer */
export function isInstalled({ name, command }) {
  try {
    execFileSync(command, [command === 'hugo' ? 'version' : '--version'], { stdio: 'ignore' });
    if (name === eleventy.name && !existsSync(join(ELEVENTY_FOLDER, 'node_modules/@11ty/eleventy'))) {
      mkdirSync(ELEVENTY_FOLDER, { recursive: true });
      const install = ['install', '--prefix', ELEVENTY_FOLDER, '--no-save', `@11ty/eleventy@${ELEVENTY}`];
      execFileSync('npm', install, { stdio: 'ignore' });
    }
    return true;
  } catch {
    console.error(`${name} is not installed and is left out.`);
    return false;
  }
}
