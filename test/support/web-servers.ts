/** Real web servers, set up with nothing but what docs/webmaster.md tells the webmaster to write. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { temporaryFolder } from './folder.js';
import { findProgram } from './machine.mjs';
import { ROOT } from './site.js';

/** What the document calls the path of the column and the folder of the site. */
const DOCUMENTED_PATH = '/jcxxgk/zb/sxjcz/fzzfjsndbg/';
const DOCUMENTED_FOLDER = '/var/www/fzzfjsndbg';

/** A deep path, with a Chinese part. */
export const COLUMN = '/jcxxgk/zb/均川镇/fdzdgknr_15747/法治报告/';

/** By the end of a name: the type that each of the servers gives. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The one example of a language in the document, as it stands there. */
export function snippet(language: 'nginx' | 'apache' | 'xml'): string {
  const text = readFileSync(join(ROOT, 'docs/webmaster.md'), 'utf8');
  const [found, ...more] = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))];
  if (found?.[1] === undefined || more.length > 0)
    throw new Error(`docs/webmaster.md has not one example in ${language}`);
  return found[1];
}

export interface WebServer {
  /** The site's address, ending in `/`, as a browser writes it. */
  url: string;
  /** What the server had to complain about. */
  complaints: () => string;
}

/** Serves a copy of the site's folder, reached through a link as after a switch of versions. */
export async function startServer(kind: 'nginx' | 'apache', site: string): Promise<WebServer> {
  const work = temporaryFolder();
  // A server that begins as root serves as somebody else.
  chmodSync(work, 0o755);
  cpSync(site, join(work, 'version'), { recursive: true });
  mkdirSync(join(work, 'root'));
  mkdirSync(join(work, 'version/.fazhi/03ab'), { recursive: true });
  writeFileSync(join(work, 'version/.fazhi/03ab/index.html'), '旧版本');
  symlinkSync('version', join(work, 'site'));
  const port = await freePort();
  const written = snippet(kind).replaceAll(DOCUMENTED_PATH, COLUMN).replaceAll(DOCUMENTED_FOLDER, join(work, 'site'));
  const { program, args, configuration } = SERVERS[kind](work, port, written);
  writeFileSync(join(work, 'server.conf'), configuration);
  await start(program, args, work, port);
  return {
    url: new URL(COLUMN, `http://127.0.0.1:${port}`).href,
    complaints: () => readFileSync(join(work, 'error.log'), 'utf8'),
  };
}

interface Setup {
  program: string;
  args: string[];
  configuration: string;
}

const SERVERS: Readonly<Record<'nginx' | 'apache', (work: string, port: number, written: string) => Setup>> = {
  nginx: (work, port, written) => ({
    program: 'nginx',
    args: ['-p', work, '-c', join(work, 'server.conf'), '-e', join(work, 'error.log')],
    configuration: `
      daemon off;
      master_process off;
      pid ${work}/pid;
      error_log ${work}/error.log warn;
      events {}
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n')}
        server {
          listen 127.0.0.1:${port};
          root ${work}/root;
          ${written}
        }
      }`,
  }),
  apache: (work, port, written) => ({
    program: 'apache2',
    args: ['-X', '-d', work, '-f', join(work, 'server.conf')],
    configuration: `
      ServerRoot ${work}
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      PidFile ${work}/pid
      ErrorLog ${work}/error.log
      LogLevel warn
      Mutex file:${work}
      ${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
      ${['mpm_event', 'alias', 'authz_core', 'deflate', 'dir', 'filter', 'headers', 'mime'].map(loadModule).join('\n')}
      TypesConfig ${work}/types
      DocumentRoot ${work}/root
      ${written}`,
  }),
};

const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'];

function loadModule(name: string): string {
  const folder = MODULES.find((path) => existsSync(join(path, `mod_${name}.so`)));
  if (folder === undefined) throw new Error(`no mod_${name}.so in ${MODULES.join(', ')}`);
  return `LoadModule ${name}_module ${join(folder, `mod_${name}.so`)}`;
}

async function start(program: string, args: readonly string[], work: string, port: number): Promise<void> {
  const path = findProgram(program);
  if (path === undefined) throw new Error(`no ${program}: \`npm test\` installs it`);
  writeFileSync(join(work, 'types'), '');
  writeFileSync(join(work, 'error.log'), '');
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`${program} ended with ${code}: ${said}${readFileSync(join(work, 'error.log'), 'utf8')}`)),
    );
  });
  ended.catch(() => undefined);
  afterAll(async () => {
    child.kill('SIGKILL');
    await ended.catch(() => undefined);
  });
  await Promise.race([listening(port), ended]);
}

/** Resolves once somebody answers at the port. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
