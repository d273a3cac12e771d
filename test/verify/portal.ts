/** A portal that serves a built site as docs/webmaster.md asks, until something is planted in it. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { POLICY } from '../../src/verify/headers.js';
import { filesIn } from '../support/folder.js';

/** Where the site stands, as its address is typed; browsers send it with percent signs. */
const COLUMN = '/jcxxgk/均川镇/法治 政府/';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  xml: 'application/xml',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export type Answerer = (response: ServerResponse, request: IncomingMessage) => void;

export interface Portal {
  /** The site's address, ending in `/`. */
  url: string;
  /** Answers otherwise at a path of the site until `heal`; `*`: wherever the site has nothing. */
  plant: (path: string, answer: Answerer) => void;
  /** Serves other bytes at a path, as what they are. */
  replace: (path: string, bytes: string | Buffer) => void;
  heal: () => void;
  /** The most requests that were open at one time. */
  mostAtOnce: () => number;
}

export async function openPortal(folder: string, column = COLUMN): Promise<Portal> {
  const files = new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]));
  const planted = new Map<string, Answerer>();
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const inside = path.startsWith(column) ? path.slice(column.length) : '/';
    const answer = planted.get(inside);
    if (answer) return answer(response, request);
    const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    const again = planted.get(file);
    if (again) return again(response, request);
    const bytes = files.get(file);
    if (bytes) return send(response, file, bytes);
    const nothing = planted.get('*');
    if (nothing) return nothing(response, request);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(`没有 ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const plant = (path: string, answer: Answerer): void => void planted.set(path, answer);
  return {
    url: `http://127.0.0.1:${port}${column}`,
    plant,
    replace: (path, bytes) => plant(path, (response) => send(response, path, Buffer.from(bytes))),
    heal: () => planted.clear(),
    mostAtOnce: () => most,
  };
}

export function send(
  response: ServerResponse,
  path: string,
  bytes: Buffer,
  headers: Record<string, string> = {},
): void {
  const end = path.slice(path.lastIndexOf('.') + 1);
  response.writeHead(200, {
    'Content-Type': TYPES[end] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    ...headers,
  });
  response.end(bytes);
}
