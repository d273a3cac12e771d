/** The portal around the site, as far as a browser sees it: a deep path, and a policy sent with every answer. */
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll } from 'vitest';

/** Where a township's column stands within a county's portal. */
const COLUMN = '/jcxxgk/zb/sxjcz/fdzdgknr_15747/fzzfjsndbg/';

/** What a portal may send at its strictest and still show the site. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Server {
  /** The site's address, ending in `/`. */
  url: string;
  /** Every answer that was not a file of the site. */
  missing: string[];
}

/** Serves a folder until the test file is done: exact files, and `index.html` for a folder's `/`; nothing is guessed. */
export async function serve(folder: string): Promise<Server> {
  const missing: string[] = [];
  const send = sirv(folder, { dev: true, extensions: [''], dotfiles: false });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const refuse = (): void => {
      missing.push(`${request.method} ${request.url}`);
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404');
    };
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(COLUMN)) return refuse();
    const inside = path.slice(COLUMN.length - 1);
    request.url = inside.endsWith('/') ? `${inside}index.html` : inside;
    const file = join(folder, decodeURI(request.url));
    if (!existsSync(file) || !statSync(file).isFile()) return refuse();
    send(request, response, refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${COLUMN}`, missing };
}
