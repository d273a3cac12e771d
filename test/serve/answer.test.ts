/** What the server says to a request: the site's bytes, and nothing to strangers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { folderOf } from '../support/folder.js';
import { ask, differences, serveFiles } from '../support/serving.js';

const DOCUMENT = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const MEASURES = '2022/sections/10-measures.md';
const withAttachment = {
  ...BASE,
  '2022/附件/名 单.txt': '名单',
  [MEASURES]: `${BASE[MEASURES]}\n见[名单](<../附件/名 单.txt>)。\n`,
};

describe('the site', () => {
  test('is served byte for byte as a build writes it, manifest and attachments included', async () => {
    const serving = await serveFiles(withAttachment);
    expect(await differences(serving)).toEqual([]);
  });

  test('is found at a folder’s address with the slash, and led to from the one without', async () => {
    const { port } = await serveFiles();
    expect((await ask(port, '/2022/report/')).body).toEqual((await ask(port, '/2022/report/index.html')).body);
    const { status, headers } = await ask(port, '/2022/report?a=1');
    expect([status, headers.location]).toEqual([302, '/2022/report/?a=1']);
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/site.css', 'text/css; charset=utf-8'],
    ['/assets/site.js', 'text/javascript; charset=utf-8'],
    ['/assets/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/sitemap.xml', 'text/xml; charset=utf-8'],
    ['/manifest.json', 'application/json; charset=utf-8'],
    ['/2022/data/report.json', 'application/json; charset=utf-8'],
  ])('has %s as %s, not to be kept or guessed at', async (path, type) => {
    const { port } = await serveFiles();
    const { status, headers } = await ask(port, path);
    expect([status, headers['content-type'], headers['cache-control'], headers['x-content-type-options']]).toEqual([
      200,
      type,
      'no-store',
      'nosniff',
    ]);
  });

  test('answers HEAD with the same headers and no body', async () => {
    const { port } = await serveFiles();
    const [get, head] = [await ask(port, '/2022/'), await ask(port, '/2022/', { method: 'HEAD' })];
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(get.body.length), 0]);
  });

  test('is shown by a browser with one line more and leave to ask the server for news', async () => {
    const { port } = await serveFiles();
    const plain = (await ask(port, '/2022/report/')).body.toString();
    const shown = (await ask(port, '/2022/report/', DOCUMENT)).body.toString();
    const line = /<script src="\/\.fazhi\/live\.js" defer data-version="[\w.]+" data-language="zh"><\/script>\n/;
    expect(shown).toMatch(line);
    expect(shown.replace(line, '').replace("; connect-src 'self'", '')).toBe(plain);
  });

  test('says 404 with its own page, whose links lead from the site’s folder', async () => {
    const { port } = await serveFiles();
    const { status, body } = await ask(port, '/2022/nothing/here', DOCUMENT);
    expect(status).toBe(404);
    expect(body.toString()).toContain('没有找到这个页面');
    expect(body.toString()).toContain('<base href="/">');
    expect((await ask(port, '/2022/nothing/here')).status).toBe(404);
  });
});

describe('nothing else', () => {
  test.each([
    ['/../package.json', 404],
    ['/2022/../../package.json', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/..%5c..%5cetc%5cpasswd', 404],
    ['//etc/passwd', 404],
    ['/2022/report.md', 404],
    ['/site.yaml', 404],
    ['/index.html%00.txt', 404],
    ['/__proto__', 404],
    ['/.fazhi/../site.yaml', 404],
    ['/.fazhi/constructor', 404],
    ['/%', 400],
    ['/%ff', 400],
    ['http://evil.example/', 400],
    ['*', 400],
  ])('is served at %s: %i', async (path, status) => {
    const { port } = await serveFiles();
    expect((await ask(port, path)).status).toBe(status);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is done for %s', async (method) => {
    const { port } = await serveFiles();
    const { status, headers } = await ask(port, '/', { method });
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  test('is read through a link that has taken an attachment’s place', async () => {
    const { port, content } = await serveFiles(withAttachment);
    const path = `/2022/${encodeURIComponent('附件')}/${encodeURIComponent('名 单.txt')}`;
    expect((await ask(port, path)).body.toString()).toBe('名单');
    const secret = join(folderOf({ 'secret.txt': '机密' }), 'secret.txt');
    renameSync(join(content, '2022/附件/名 单.txt'), join(content, '2022/附件/原件.txt'));
    symlinkSync(secret, join(content, '2022/附件/名 单.txt'));
    expect((await ask(port, path)).status).toBe(404);
  });
});

describe('strangers', () => {
  test.each([
    'evil.example',
    'evil.example:{port}',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '0.0.0.0:{port}',
    '[::1]:{port}',
  ])('who call the server %s are refused', async (name) => {
    const { port } = await serveFiles();
    const Host = name.replace('{port}', String(port));
    for (const path of ['/', '/.fazhi/state', '/.fazhi/events'])
      expect((await ask(port, path, { headers: { Host } })).status).toBe(403);
  });

  test('who give it no name are refused', async () => {
    const { port } = await serveFiles();
    // Node itself asks for a name, as HTTP/1.1 does.
    expect((await ask(port, '/', { isNameless: true })).status).toBe(400);
  });

  test('may call it localhost', async () => {
    const { port } = await serveFiles();
    expect((await ask(port, '/', { headers: { Host: `localhost:${port}` } })).status).toBe(200);
  });

  test.each([
    [{ Origin: 'http://evil.example' }],
    [{ Origin: 'null' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
  ])('in the same browser learn nothing of the mistakes: %j', async (headers) => {
    const { port } = await serveFiles();
    for (const path of ['/.fazhi/state', '/.fazhi/events', '/.fazhi/entries?page=2022/report/index.html'])
      expect((await ask(port, path, { headers })).status).toBe(403);
  });

  test('are not the pages of the server itself', async () => {
    const { port } = await serveFiles();
    const headers = { Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' };
    const { status, body } = await ask(port, '/.fazhi/state', { headers });
    expect([status, JSON.parse(body.toString())]).toEqual([200, expect.objectContaining({ hasSite: true })]);
  });
});

describe('ports', () => {
  const occupy = async (): Promise<{ port: number; free: () => void }> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, free: () => server.close() };
  };

  test('the next free one is taken when the wanted one is in use', async () => {
    const { port, free } = await occupy();
    const serving = await serveFiles(BASE, { port });
    expect(serving.port).toBeGreaterThan(port);
    expect(serving.url).toBe(`http://127.0.0.1:${serving.port}/`);
    expect((await ask(serving.port, '/')).status).toBe(200);
    free();
  });

  test('none beyond the last is tried', async () => {
    const server = createServer();
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(65535, '127.0.0.1', () => resolve(true));
    });
    await expect(serveFiles(BASE, { port: 65535 })).rejects.toMatchObject({
      words: { zh: expect.stringContaining('不能使用端口 65535') as string },
    });
    if (isOurs) server.close();
  });
});

describe('links into the editor', () => {
  test('lead from each entry of a page to the first line below its keys', async () => {
    const { port, content } = await serveFiles(BASE, { editor: 'vscode' });
    const { body } = await ask(port, '/.fazhi/entries?page=2022/timeline/index.html');
    expect(JSON.parse(body.toString())).toMatchObject({
      '2022-06-26-drug-control-day': `vscode://file${content}/2022/events/2022-06-26-drug-control-day.md:7:1`,
      study: `vscode://file${content}/2022/duties/01-study.md:7:1`,
      publicity: `vscode://file${content}/2022/shortcomings/01-publicity.md:5:1`,
      measures: `vscode://file${content}/2022/sections/10-measures.md:5:1`,
    });
  });

  test('are not given where the clerk uses another editor, nor on pages without entries', async () => {
    const other = await serveFiles();
    expect((await ask(other.port, '/.fazhi/entries?page=2022/timeline/index.html')).body.toString()).toBe('{}');
    const { port } = await serveFiles(BASE, { editor: 'vscode' });
    expect((await ask(port, '/.fazhi/entries?page=2022/index.html')).body.toString()).toBe('{}');
    expect((await ask(port, '/.fazhi/entries')).body.toString()).toBe('{}');
  });

  test('stand beside each mistake', async () => {
    const { content, listener } = await serveFiles(BASE, { editor: 'vscode' });
    writeFileSync(join(content, '2022/report.md'), (BASE['2022/report.md'] ?? '').replace('year: 2022', 'year: 二零'));
    const { mistakes } = await listener.until(({ counts }) => counts.error > 0);
    expect(mistakes[0]).toMatchObject({
      file: 'content/2022/report.md',
      line: 3,
      source: { before: 'year: ', marked: '二零', after: '' },
      href: `vscode://file${content}/2022/report.md:3:7`,
    });
  });
});
