/** The servers as docs/webmaster.md sets them up: the very examples of the document, in real servers. */
import { readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { VERIFY } from '../../src/cli/words.js';
import { POLICY } from '../../src/verify/headers.js';
import { fazhi, realSite, ROOT } from '../support/site.js';
import { COLUMN, extensionOf, snippet, startServer, TYPES } from '../support/web-servers.js';

const site = await realSite();

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks by the bytes of the address, which nothing tidies up on the way. */
function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const bytesOf = (path: string): Buffer => readFileSync(join(site.folder, path));

describe.each(['nginx', 'apache'] as const)('%s, set up as the document says', async (kind) => {
  const { url, complaints } = await startServer(kind, site.folder);

  test('serves every file as it was built, of the right type and with the headers', async () => {
    for (const path of site.files) {
      const { status, headers, body } = await get(url + encodeURI(path));
      expect([path, status, headers['content-type']]).toEqual([path, 200, TYPES[extensionOf(path)]]);
      expect(headers).toMatchObject({ ...HEADERS, 'cache-control': 'no-cache' });
      expect(body.equals(bytesOf(path))).toBe(true);
    }
  });

  test('knows the types of what else a report may carry', () => {
    expect(typesIn(kind, snippet(kind))).toEqual(TYPES);
  });

  test('shows index.html at the address of a folder, and leads there without its own name and port', async () => {
    for (const folder of ['', '2022/', '2022/report/']) {
      const { status, body } = await get(url + folder);
      expect([status, body.equals(bytesOf(`${folder}index.html`))]).toEqual([200, true]);
    }
    const { status, headers } = await get(`${url}2022`);
    // Apache writes percent signs in small letters.
    const target = new URL(headers.location ?? '', url);
    expect([status, decodeURI(target.href)]).toEqual([301, decodeURI(`${url}2022/`)]);
  });

  test('lets browsers keep what has ?v= for 30 days, and ask about the rest', async () => {
    const asset = `${url}assets/site.css`;
    expect((await get(`${asset}?v=12345678`)).headers['cache-control']).toBe('public, max-age=2592000');
    for (const other of [asset, `${asset}?w=1`, `${url}index.html`])
      expect((await get(other)).headers['cache-control']).toBe('no-cache');
    for (const packed of [{}, { 'Accept-Encoding': 'gzip' }]) {
      const first = await get(`${url}index.html`, packed);
      const { etag = '' } = first.headers;
      expect(etag).not.toBe('');
      const again = await get(`${url}index.html`, { ...packed, 'If-None-Match': etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  test('packs what is text', async () => {
    for (const path of [
      'index.html',
      'assets/site.css',
      'assets/site.js',
      '2022/data/report.json',
      '2022/data/report.md',
    ]) {
      const { headers, body } = await get(url + path, { 'Accept-Encoding': 'gzip' });
      expect([path, headers['content-encoding'], headers.vary]).toEqual([path, 'gzip', 'Accept-Encoding']);
      expect(gunzipSync(body).equals(bytesOf(path))).toBe(true);
      expect(body.length * 2).toBeLessThan(bytesOf(path).length);
    }
  });

  test('answers 404 to what is not there, at any depth, with the page for it, which nobody keeps', async () => {
    for (const path of ['no-such-page.html', '2022/no/such/page/', 'no.css?v=12345678']) {
      const { status, headers, body } = await get(url + path);
      expect([path, status, body.equals(bytesOf('404.html'))]).toEqual([path, 404, true]);
      expect(headers).toMatchObject({ ...HEADERS, 'content-type': TYPES['html'] });
      expect(headers['cache-control'] ?? 'no-cache').toBe('no-cache');
    }
  });

  test('shows no list of a folder', async () => {
    const { status, body } = await get(`${url}assets/`);
    expect(status === 403 || status === 404).toBe(true);
    expect(body.equals(bytesOf('404.html'))).toBe(true);
  });

  test('shows nothing of what publishing keeps in the folder or beside it', async () => {
    const beside = new URL('../.fazhi-%E6%B3%95%E6%B2%BB/8c1f/index.html', url).href;
    for (const address of [`${url}.fazhi/03ab/index.html`, `${url}%2efazhi/03ab/index.html`, `${url}.fazhi/`, beside]) {
      const { status, body } = await get(address);
      expect([address, status]).toEqual([address, 404]);
      expect(body.toString()).not.toContain('旧版本');
    }
  });

  test('is all the same to fazhi verify, without a hint', async () => {
    const { code, stdout, stderr } = await fazhi(['verify', url, '--against', site.folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`核对 ${decodeURI(url)}，对照 ${join(site.folder, 'manifest.json')}
${site.files.length} 个文件，全部一致。
服务器上多出来的文件，从网址看不出；要查，请到服务器上核对文件夹。
`);
  });

  test('had nothing to complain about but what was not there', () => {
    const lines = complaints().split('\n');
    expect(lines.filter((line) => /\[(?:emerg|alert|crit|warn|\w+:warn|\w+:crit)\]/.test(line))).toEqual([]);
  });
});

/** The types an example gives, by the end of a name. */
function typesIn(kind: 'nginx' | 'apache' | 'xml', text: string): Record<string, string> {
  if (kind === 'xml')
    return Object.fromEntries(
      [...text.matchAll(/fileExtension="\.(\w+)" mimeType="([^"]+)"/g)].map(([, end, type]) => [end, type]),
    );
  const [lines, ofCharset] =
    kind === 'nginx'
      ? [/^\s+([a-z]+\/[\w.+-]+)\s+([\w ]+);$/gm, /^\s+charset_types (.+);$/m]
      : [/^\s+AddType ([a-z]+\/\S+) (.+)$/gm, /^\s+AddCharset utf-8 (.+)$/m];
  const withCharset = new Set((ofCharset.exec(text)?.[1] ?? '').split(' ').concat(kind === 'nginx' ? 'text/html' : []));
  return Object.fromEntries(
    [...text.matchAll(lines)].flatMap(([, type = '', ends = '']) =>
      ends.split(' ').map((written) => {
        const end = written.replace('.', '');
        const isText = withCharset.has(kind === 'nginx' ? type : written);
        return [end, isText ? `${type}; charset=utf-8` : type];
      }),
    ),
  );
}

describe('web.config, which no server here can try', () => {
  const text = snippet('xml');
  const { configuration } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'location' }).parse(
    text,
  ) as { configuration: { location: Record<string, unknown>[] } };
  const [column, assets] = configuration.location;

  test('is well-formed, and for the column and its style sheet and script', () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect([column?.['@_path'], assets?.['@_path']]).toEqual(['fzzfjsndbg', 'fzzfjsndbg/assets']);
  });

  test('gives the same types, headers and times as the others', () => {
    expect(typesIn('xml', text)).toEqual(TYPES);
    const added = [...text.matchAll(/<add name="([^"]+)" value="([^"]+)" \/>/g)];
    expect(Object.fromEntries(added.map(([, name, value]) => [name?.toLowerCase(), value]))).toEqual(HEADERS);
    expect(text.match(/<clientCache .+ \/>/g)).toEqual([
      '<clientCache cacheControlMode="DisableCache" />',
      '<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="30.00:00:00" />',
    ]);
  });

  test('shows the page for what is not there, and nothing that publishing keeps', () => {
    expect(text).toContain(
      '<error statusCode="404" path="/jcxxgk/zb/sxjcz/fzzfjsndbg/404.html" responseMode="ExecuteURL" />',
    );
    expect(text).toContain('<add sequence="/.fazhi" />');
    expect(text).toContain('<directoryBrowse enabled="false" />');
  });
});

test('the policy is the one that README names and the pages carry', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain(`Content-Security-Policy: ${POLICY}\n`);
  for (const path of site.pages) expect(site.text(path)).toContain(`content="${POLICY}"`);
});

test('every result of fazhi verify is told by the name that the program gives it', () => {
  const text = readFileSync(join(ROOT, 'docs/webmaster.md'), 'utf8');
  for (const [state, name] of Object.entries(VERIFY.zh.states)) expect(text).toContain(`| ${name} | \`${state}\` |`);
});

test('the column the servers are tried with is deep and Chinese', () => {
  expect(COLUMN.split('/').length).toBeGreaterThan(5);
  expect(COLUMN).toMatch(/\p{Script=Han}/u);
});
