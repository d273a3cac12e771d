/**
 * Answer: what the server says to a request.
 *
 * In:  a request, and the site as it stands in memory.
 * Out: a file of the site, byte for byte as `build` writes it; for a browser that opens a page, the page with one line
 *      more (`live-page.ts`); below `/.fazhi/`, what that line needs.
 *
 * The server listens on this machine alone, but any page in the same browser can send it requests. So it answers only
 * to its own name (a foreign name that points to 127.0.0.1 gets nothing), tells what is in the files' mistakes to its
 * own pages only, changes nothing for anybody, and knows no path but those of the pages.
 */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import { lookup } from 'mrmime';
import { manifestOf } from '../build.js';
import { MANIFEST } from '../model/manifest.js';
import type { Page } from '../model/page.js';
import { entryLinks } from './entry-links.js';
import type { Editor } from './editor.js';
import type { Events } from './events.js';
import { livePage, LIVE, waitingPage, type LiveFile } from './live-page.js';
import type { Language } from '../diagnostics/diagnostic.js';
import type { Preview } from './preview.js';

export interface AnswerOptions {
  content: string;
  language: Language;
  editor: Editor;
  preview: Preview;
  events: Events;
  /** What the line in a page loads, by its path below `/.fazhi/`. */
  liveFiles: Readonly<Record<string, LiveFile>>;
  port: number;
}

export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: AnswerOptions,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  const { host } = request.headers;
  if (host !== `127.0.0.1:${options.port}` && host !== `localhost:${options.port}`) return refuse(response, 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405);
  }
  const address = request.url ?? '';
  if (!address.startsWith('/')) return refuse(response, 400);
  const [pathname, query] = split(address, '?');
  const path = pathIn(pathname);
  if (path === undefined) return refuse(response, 400);
  if (path.startsWith(LIVE)) return answerLive(request, response, path.slice(LIVE.length), query, options);
  await answerFromSite(request, response, { path, pathname, query }, options);
}

/** What the line in a page asks for. */
function answerLive(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
  { content, editor, preview, events, liveFiles }: AnswerOptions,
): void {
  if (!isFromOwnPage(request)) return refuse(response, 403);
  const asked = new URLSearchParams(query);
  const file = Object.hasOwn(liveFiles, path) ? liveFiles[path] : undefined;
  if (file) return send(request, response, file.type, file.text);
  if (path === 'state') return sendJson(request, response, preview.stateSince(asked.get('version') ?? ''));
  if (path === 'entries')
    return sendJson(request, response, entryLinks(preview.site, asked.get('page') ?? '', { content, editor }));
  if (path !== 'events' || request.method === 'HEAD') return refuse(response, 404);
  events.join(request, response, asked.get('version') ?? '');
}

interface Wanted {
  /** Decoded, relative to the site's folder. */
  path: string;
  /** As it was sent. */
  pathname: string;
  query: string;
}

async function answerFromSite(
  request: IncomingMessage,
  response: ServerResponse,
  { path, pathname, query }: Wanted,
  { preview, language, content }: AnswerOptions,
): Promise<void> {
  const wantsDocument = /\btext\/html\b/.test(request.headers.accept ?? '');
  const { pages, version } = preview;
  if (pages === undefined) {
    if (wantsDocument) return send(request, response, 'text/html; charset=utf-8', waitingPage({ version, language }));
    return refuse(response, 503);
  }
  if (path === MANIFEST) return send(request, response, typeOf(path), manifestOf([...pages.values()]));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const page = pages.get(file);
  if (page !== undefined) return sendPage(request, response, page, { version, language, wantsDocument, content });
  if (pages.has(`${path}/index.html`)) {
    response.setHeader('Location', `${pathname}/${query === '' ? '' : `?${query}`}`);
    return refuse(response, 302);
  }
  response.statusCode = 404;
  const notFound = pages.get('404.html');
  if (!wantsDocument || notFound === undefined || !('text' in notFound)) return refuse(response, 404);
  // Its links lead from the site's folder; whoever asked may think to be deeper.
  const text = livePage(notFound.text, { version, language, base: '/' });
  send(request, response, 'text/html; charset=utf-8', text);
}

interface Showing {
  version: string;
  language: Language;
  wantsDocument: boolean;
  content: string;
}

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  { version, language, wantsDocument, content }: Showing,
): Promise<void> {
  if ('copyOf' in page) {
    const bytes = await bytesWithin(content, page.copyOf);
    return bytes ? send(request, response, typeOf(page.path), bytes) : refuse(response, 404);
  }
  const isShown = wantsDocument && page.path.endsWith('.html');
  send(request, response, typeOf(page.path), isShown ? livePage(page.text, { version, language }) : page.text);
}

/** An attachment as it is now; `undefined` if it is gone, or a link out of the content folder has taken its place. */
async function bytesWithin(content: string, file: string): Promise<Buffer | undefined> {
  try {
    const [root, real] = await Promise.all([realpath(resolve(content)), realpath(file)]);
    if (!real.startsWith(root + sep)) return undefined;
    // Windows knows no such flag, and no such links without special rights.
    const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** The path of an address, relative to `/`; `undefined` when it cannot be decoded. */
function pathIn(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return undefined;
  }
}

/** Browsers say where a request comes from; what says nothing is no browser. */
function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function typeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return /^text\/|javascript|json|xml/.test(type) ? `${type}; charset=utf-8` : type;
}

function sendJson(request: IncomingMessage, response: ServerResponse, value: object): void {
  send(request, response, 'application/json; charset=utf-8', JSON.stringify(value));
}

function send(request: IncomingMessage, response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

function split(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
