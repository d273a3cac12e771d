/** Each kind of tampering, planted one by one into the real site behind a server: found, named, and nothing else. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { faultsOf } from '../../src/verify/verification.js';
import { verify } from '../../src/verify/verify.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, realSite } from '../support/site.js';
import { linesOf } from './lines.js';
import { openPortal, send, type Portal } from './portal.js';

const site = await realSite();
const portal = await openPortal(site.folder);
const against = site.folder;
const IMPATIENT = { against, pausesMs: [0, 0] };
const total = site.files.length;

const PAGE = '2022/report/index.html';
const html = site.text(PAGE);
const bytesOf = (path: string): Buffer => readFileSync(join(site.folder, path));
const sizeOf = (path: string): number => bytesOf(path).length;

/** Where something stands in a page, as people count. */
function placeIn(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `第 ${lines.length} 行第 ${[...(lines.at(-1) ?? '')].length + 1} 字起`;
}

const SCRIPT = '<script src="//bad.example/x.js"></script>';

interface Planted {
  name: string;
  plant: (portal: Portal) => void;
  /** As `--quiet` prints it. */
  said: string[];
}

const CASES: Planted[] = [
  {
    name: 'a changed character',
    plant: () => portal.replace(PAGE, html.replace('禁毒', '禁赌')),
    said: [`${PAGE}  被改动`, `  仍是 ${sizeOf(PAGE)} 字节；${placeIn(html, html.indexOf('禁毒') + 1)}“毒”变成了“赌”`],
  },
  {
    name: 'a page cut off',
    plant: () => portal.replace(PAGE, bytesOf(PAGE).subarray(0, 5000)),
    said: [`${PAGE}  被改动`, `  应为 ${sizeOf(PAGE)} 字节，实有 5000 字节；后半截没有了`],
  },
  {
    name: 'a script put into a page',
    plant: () => portal.replace(PAGE, html.replace('</body>', `${SCRIPT}</body>`)),
    said: [
      `${PAGE}  被改动`,
      `  应为 ${sizeOf(PAGE)} 字节，实有 ${sizeOf(PAGE) + SCRIPT.length} 字节；${placeIn(html, html.indexOf('</body>'))}多出“${SCRIPT}”`,
    ],
  },
  {
    name: 'a line of statistics at the end, and one in the head',
    plant: () => portal.replace(PAGE, `${html.replace('<head>', `<head>${SCRIPT}`)}<!-- 12 ms -->`),
    said: [
      `${PAGE}  被改动`,
      `  应为 ${sizeOf(PAGE)} 字节，实有 ${sizeOf(PAGE) + SCRIPT.length + 14} 字节；${placeIn(html, html.indexOf('<head>') + 6)}多出“${SCRIPT}”；共 2 处不同`,
    ],
  },
  {
    name: 'line ends changed on the way',
    plant: () => portal.replace('2022/data/report.md', site.text('2022/data/report.md').replaceAll('\n', '\r\n')),
    said: [
      '2022/data/report.md  被改动',
      `  应为 ${sizeOf('2022/data/report.md')} 字节，实有 ${sizeOf('2022/data/report.md') + site.text('2022/data/report.md').split('\n').length - 1} 字节；文字相同，换行符变了：上传时请用二进制方式`,
    ],
  },
  {
    name: 'a style sheet saved from an editor',
    plant: () => portal.replace('assets/site.css', `\uFEFF${site.text('assets/site.css')}`),
    said: [
      'assets/site.css  被改动',
      `  应为 ${sizeOf('assets/site.css')} 字节，实有 ${sizeOf('assets/site.css') + 3} 字节；文字相同，只是开头的 BOM 多了或少了：请不要用编辑器另存`,
    ],
  },
  {
    name: 'an empty file',
    plant: () => portal.replace('feed.xml', ''),
    said: ['feed.xml  被改动', `  应为 ${sizeOf('feed.xml')} 字节，却是空的`],
  },
  {
    name: 'two files swapped',
    plant: () => {
      portal.replace('2022/data/events.csv', bytesOf('2022/data/checklist.csv'));
      portal.replace('2022/data/checklist.csv', bytesOf('2022/data/events.csv'));
    },
    said: [
      '2022/data/checklist.csv  被改动',
      '  内容是“2022/data/events.csv”的',
      '2022/data/events.csv  被改动',
      '  内容是“2022/data/checklist.csv”的',
    ],
  },
  {
    name: 'a file that is missing',
    plant: () => portal.plant('2022/data/events.ics', (response) => response.writeHead(404).end()),
    said: ['2022/data/events.ics  缺失', '  服务器回答 404'],
  },
  {
    name: 'a file that is gone for good',
    plant: () => portal.plant('assets/icon.svg', (response) => response.writeHead(410).end()),
    said: ['assets/icon.svg  缺失', '  服务器回答 410'],
  },
  {
    name: 'a file that the list on the server names besides',
    plant: () => {
      const list = JSON.parse(site.text('manifest.json')) as { files: object[] };
      list.files.push({ path: '2022/博彩.html', size: 1, sha256: 'a'.repeat(64) });
      portal.replace('manifest.json', `${JSON.stringify(list, undefined, 2)}\n`);
    },
    said: [
      '2022/博彩.html  多余',
      '  服务器上的 manifest.json 列了它，生成时没有',
      'manifest.json  被改动',
      expect.stringMatching(/^ {2}应为 \d+ 字节，实有 \d+ 字节；第 \d+ 行第 \d+ 字起多出“.+”$/) as string,
    ],
  },
  {
    name: 'a list on the server that was changed to fit a changed page',
    plant: () => {
      portal.replace('robots.txt', '');
      portal.replace('manifest.json', '{}');
    },
    said: [
      'manifest.json  被改动',
      expect.stringMatching(/^ {2}应为 \d+ 字节，实有 2 字节；第 1 行第 2 字起“.+…”变成了“}”$/) as string,
    ],
  },
  {
    name: 'a script announced as text',
    plant: () =>
      portal.plant('assets/site.js', (response) =>
        send(response, 'site.js', bytesOf('assets/site.js'), { 'Content-Type': 'text/plain' }),
      ),
    said: ['assets/site.js  类型不对', '  Content-Type 是 text/plain，应为 text/javascript，浏览器不会照常使用'],
  },
  {
    name: 'a page announced in another charset',
    plant: () =>
      portal.plant(PAGE, (response) =>
        send(response, PAGE, bytesOf(PAGE), { 'Content-Type': 'text/html; charset=GBK' }),
      ),
    said: [`${PAGE}  类型不对`, '  Content-Type 写的编码是 gbk，文件是 utf-8 的，汉字会成乱码'],
  },
  {
    name: 'a redirect to another site',
    plant: () =>
      portal.plant('2022/timeline/index.html', (response) =>
        response.writeHead(302, { Location: Buffer.from('https://bad.example/博彩').toString('latin1') }).end(),
      ),
    said: ['2022/timeline/index.html  转到别处', '  转到了别处（302）：https://bad.example/%E5%8D%9A%E5%BD%A9'],
  },
  {
    name: 'a redirect to a page for signing in, on the same server',
    plant: () =>
      portal.plant('2022/data/report.json', (response) => response.writeHead(302, { Location: '/login?to=x' }).end()),
    said: ['2022/data/report.json  转到别处', `  转到了别处（302）：${new URL('/login?to=x', portal.url).href}`],
  },
  {
    name: 'redirects in a circle',
    plant: () => portal.plant('feed.xml', (response) => response.writeHead(301, { Location: './feed.xml' }).end()),
    said: ['feed.xml  转到别处', `  在站内转来转去没有尽头（301，转到“${new URL('feed.xml', portal.url).href}”）`],
  },
  {
    name: 'a line that breaks off in the middle, every time',
    plant: () =>
      portal.plant('2022/data/report.json', (response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '99999' });
        response.write('{', () => response.destroy());
      }),
    said: ['2022/data/report.json  取不到', '  连接中途断开'],
  },
  {
    name: 'a server that fails at one file, every time',
    plant: () => portal.plant('sitemap.xml', (response) => response.writeHead(503).end()),
    said: ['sitemap.xml  取不到', '  服务器回答 503'],
  },
  {
    name: 'a file that only some may see',
    plant: () => portal.plant('2022/data/article.html', (response) => response.writeHead(403).end()),
    said: ['2022/data/article.html  拒绝访问', '  服务器回答 403'],
  },
  {
    name: 'a body without an end',
    plant: () =>
      portal.plant('assets/site.css', (response) => {
        response.writeHead(200, { 'Content-Type': 'text/css' });
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(16 * 1024, ' ')));
        };
        response.on('drain', more);
        more();
      }),
    said: [
      'assets/site.css  被改动',
      expect.stringMatching(
        new RegExp(`^ {2}应为 ${sizeOf('assets/site.css')} 字节，读了 \\d{5,6} 字节还没有完$`),
      ) as string,
    ],
  },
  {
    name: 'what unpacks to more than it should',
    plant: () =>
      portal.plant('2022/data/report.md', (response) =>
        send(response, 'report.md', gzipSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'gzip' }),
      ),
    said: [
      '2022/data/report.md  被改动',
      expect.stringMatching(/^ {2}应为 \d+ 字节，读了 \d{5,6} 字节还没有完$/) as string,
    ],
  },
  {
    name: 'what cannot be unpacked',
    plant: () =>
      portal.plant('2022/data/report.md', (response) =>
        send(response, 'report.md', Buffer.from('no gzip'), { 'Content-Encoding': 'gzip' }),
      ),
    said: ['2022/data/report.md  取不到', expect.stringMatching(/^ {2}压缩的内容解不开（\w+）$/) as string],
  },
  {
    name: 'another page at the address of a folder than at its index.html',
    plant: () => portal.plant('2022/', (response) => send(response, '.html', Buffer.from('博彩'))),
    said: [
      '2022/  被改动',
      `  应为 ${sizeOf('2022/index.html')} 字节，实有 6 字节；第 1 行第 1 字起“${[...site.text('2022/index.html')].slice(0, 80).join('').replaceAll('\n', '\u240a')}…”变成了“博彩”`,
    ],
  },
  {
    name: 'the page for what is not there, sent with 200, in place of a file',
    plant: () => {
      portal.plant('*', (response) => send(response, '404.html', Buffer.from('找不到')));
      portal.plant('2022/offices/index.html', (response) => send(response, '404.html', Buffer.from('找不到')));
    },
    said: ['2022/offices/index.html  缺失', '  服务器回答 200，给的却是不存在的网页的提示页'],
  },
];

afterEach(() => portal.heal());

describe('fazhi verify finds', () => {
  test.each(CASES)('$name', async ({ plant, said }) => {
    plant(portal);
    expect(linesOf(await verify(portal.url, IMPATIENT))).toEqual(said);
  });

  test('all of it at once, and says so in Chinese and in English', async () => {
    portal.replace(PAGE, html.replace('</body>', `${SCRIPT}</body>`));
    portal.replace('2022/data/events.csv', '');
    portal.plant('2022/data/events.ics', (response) => response.writeHead(404).end());
    portal.plant('2022/data/report.md', (response) => response.writeHead(403).end());
    portal.plant('assets/site.css', (response) =>
      send(response, 'site.css', bytesOf('assets/site.css'), { 'Content-Type': 'text/plain' }),
    );
    portal.plant('feed.xml', (response) => response.writeHead(302, { Location: 'https://bad.example/' }).end());
    portal.plant('sitemap.xml', (response) => response.destroy());
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map((lang) => fazhi(['verify', portal.url, '--against', against, '--lang', lang])),
    );
    const place = /第 (\d+) 行第 (\d+) 字/.exec(placeIn(html, html.indexOf('</body>')));
    const [was, is] = [sizeOf(PAGE), sizeOf(PAGE) + SCRIPT.length];
    expect([zh?.code, zh?.stderr, en?.code, en?.stderr]).toEqual([1, '', 1, '']);
    expect(zh?.stdout).toBe(`核对 ${portal.url}，对照 ${join(against, 'manifest.json')}
${total} 个文件，7 处不一致：
2022/data/events.csv  被改动
  应为 ${sizeOf('2022/data/events.csv')} 字节，却是空的
2022/data/events.ics  缺失
  服务器回答 404
2022/data/report.md  拒绝访问
  服务器回答 403
${PAGE}  被改动
  应为 ${was} 字节，实有 ${is} 字节；第 ${place?.[1]} 行第 ${place?.[2]} 字起多出“${SCRIPT}”
assets/site.css  类型不对
  Content-Type 是 text/plain，应为 text/css，浏览器不会照常使用
feed.xml  转到别处
  转到了别处（302）：https://bad.example/
sitemap.xml  取不到
  连接中途断开
服务器上多出来的文件，从网址看不出；要查，请到服务器上核对文件夹。
`);
    expect(en?.stdout).toBe(`Verifying ${portal.url} against ${join(against, 'manifest.json')}
${total} files, faults: 7
2022/data/events.csv  changed
  ${sizeOf('2022/data/events.csv')} bytes were built; it is empty
2022/data/events.ics  missing
  the server answers 404
2022/data/report.md  refused
  the server answers 403
${PAGE}  changed
  ${was} bytes were built, ${is} are there; from line ${place?.[1]}, character ${place?.[2]} there is also “${SCRIPT}”
assets/site.css  wrong type
  Content-Type is text/plain; without text/css browsers will not use it
feed.xml  redirected
  redirected elsewhere (302): https://bad.example/
sitemap.xml  not reachable
  the line broke off
Files that were added on the server cannot be seen from an address; verify the folder there to find them.
`);
  });

  test('a name in other letters, on a server that tells them apart', async () => {
    const copy = temporaryFolder();
    cpSync(site.folder, copy, { recursive: true });
    renameSync(join(copy, 'assets/site.js'), join(copy, 'assets/Site.js'));
    const faults = faultsOf(await verify((await openPortal(copy)).url, IMPATIENT));
    expect(faults.map(({ path, state }) => `${path} ${state}`)).toEqual(['assets/site.js missing']);
  });

  test('a file that takes longer than the time it is given', async () => {
    portal.plant('assets/icon.svg', (response) => response.writeHead(200).flushHeaders());
    const { code, stdout } = await fazhi(['verify', portal.url, '--against', against, '--quiet', '--timeout', '2']);
    expect([code, stdout]).toEqual([1, 'assets/icon.svg  取不到\n  2 秒内没有答完\n']);
  });
});

describe('fazhi verify', () => {
  test('says so when all is the same', async () => {
    const { code, stdout, stderr } = await fazhi(['verify', portal.url, '--against', against]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      `核对 ${portal.url}，对照 ${join(against, 'manifest.json')}`,
      `${total} 个文件，全部一致。`,
      '服务器上多出来的文件，从网址看不出；要查，请到服务器上核对文件夹。',
      '',
    ]);
  });

  test.each(['', 'index.html', 'index.html#top'])(
    'takes an address that ends in “%s” for that of the site',
    async (end) => {
      const { where, files, hints } = await verify(portal.url.replace(/\/$/, end === '' ? '' : `/${end}`), IMPATIENT);
      expect([where, hints]).toEqual([new URL(portal.url).href, []]);
      expect(files.filter(({ state }) => state !== 'same')).toEqual([]);
    },
  );

  test('asks for six files at a time and no more', async () => {
    const crowd = await openPortal(site.folder);
    const waiting: (() => void)[] = [];
    let isFull = false;
    for (const path of site.files.filter((name) => !/index\.html$|manifest\.json$/.test(name)))
      crowd.plant(path, (response) => {
        waiting.push(() => send(response, path, bytesOf(path)));
        isFull ||= waiting.length === 6;
        if (isFull) for (const answer of waiting.splice(0)) answer();
      });
    expect(faultsOf(await verify(crowd.url, IMPATIENT))).toEqual([]);
    expect(crowd.mostAtOnce()).toBe(6);
  });

  test('asks again where something may pass, and no more often than twice', async () => {
    let asked = 0;
    portal.plant('sitemap.xml', (response) => {
      asked += 1;
      if (asked === 1) response.writeHead(500).end();
      else if (asked === 2) response.destroy();
      else send(response, 'sitemap.xml', bytesOf('sitemap.xml'));
    });
    expect(faultsOf(await verify(portal.url, IMPATIENT))).toEqual([]);
    expect(asked).toBe(3);
    portal.plant('sitemap.xml', (response) => {
      asked += 1;
      response.writeHead(500).end();
    });
    await verify(portal.url, IMPATIENT);
    expect(asked).toBe(6);
  });

  test('waits as long as a server asks for, within reason', async () => {
    const times: number[] = [];
    portal.plant('sitemap.xml', (response) => {
      times.push(performance.now());
      if (times.length === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
      else send(response, 'sitemap.xml', bytesOf('sitemap.xml'));
    });
    expect(faultsOf(await verify(portal.url, IMPATIENT))).toEqual([]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
    let asked = 0;
    portal.plant('sitemap.xml', (response) => {
      asked += 1;
      response.writeHead(503, { 'Retry-After': '3600' }).end();
    });
    expect(faultsOf(await verify(portal.url, IMPATIENT)).map(({ path }) => path)).toEqual(['sitemap.xml']);
    expect(asked).toBe(1);
  });

  test('follows redirects within the site, and reads what is packed', async () => {
    portal.plant('2022/report/index.html', (response, request) => {
      if (request.url?.endsWith('index.html') === true) response.writeHead(301, { Location: './' }).end();
      else send(response, PAGE, gzipSync(bytesOf(PAGE)), { 'Content-Encoding': 'gzip' });
    });
    portal.plant('feed.xml', (response, request) => {
      const small = new URL(portal.url).pathname.toLowerCase();
      if (request.url?.endsWith('?x') === true) send(response, 'feed.xml', bytesOf('feed.xml'));
      else response.writeHead(302, { Location: `${small}feed.xml?x` }).end();
    });
    expect(faultsOf(await verify(portal.url, IMPATIENT))).toEqual([]);
  });

  test('finds files whose names are Chinese or have blanks and signs', async () => {
    const name = '附件/名单 100% #1？.md';
    const sha256 = createHash('sha256').update('名单').digest('hex');
    const list = { generator: 'fazhi', files: [{ path: name, size: 6, sha256 }] };
    const folder = folderOf({ [name]: '名单', 'manifest.json': `${JSON.stringify(list, undefined, 2)}\n` });
    const small = await openPortal(folder);
    expect(faultsOf(await verify(small.url, { against: folder, pausesMs: [] }))).toEqual([]);
    small.replace(name, '名弹');
    expect(faultsOf(await verify(small.url, { against: folder, pausesMs: [] }))).toEqual([
      {
        path: name,
        state: 'changed',
        words: {
          zh: '仍是 6 字节；第 1 行第 2 字起“单”变成了“弹”',
          en: 'still 6 bytes; from line 1, character 2 “单” has become “弹”',
        },
        found: {
          status: 200,
          type: 'text/markdown; charset=utf-8',
          size: 6,
          sha256: createHash('sha256').update('名弹').digest('hex'),
        },
      },
    ]);
  });

  test('tells a program what it found', async () => {
    portal.plant('feed.xml', (response) => response.writeHead(404).end());
    const { code, stdout } = await fazhi(['verify', portal.url, '--against', against, '--format', 'json']);
    const data = JSON.parse(stdout) as { files: { path: string }[] } & Record<string, unknown>;
    expect(code).toBe(1);
    expect({ ...data, files: data.files.filter(({ path }) => ['feed.xml', 'manifest.json'].includes(path)) }).toEqual({
      where: new URL(portal.url).href,
      against: join(against, 'manifest.json'),
      faults: 1,
      files: [
        { path: 'feed.xml', state: 'missing', message: '服务器回答 404', found: { status: 404 } },
        { path: 'manifest.json', state: 'same' },
      ],
      addresses: site.pages
        .filter((path) => path.endsWith('index.html'))
        .map((path) => path.replace(/index\.html$/, '') || './')
        .toSorted()
        .map((path) => ({ path, state: 'same' })),
      hints: [],
    });
    expect(data.files.map(({ path }) => path)).toEqual(site.files);
  });

  test('says in words what it cannot verify, and ends with 2', async () => {
    const { code, stdout, stderr } = await fazhi(['verify', 'www.zgsuixian.gov.cn/x', '--against', against]);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      '找不到文件夹“www.zgsuixian.gov.cn/x”。如果是网址，请从 http:// 或 https:// 写起。\n',
    ]);
  });

  test.each([
    ['ftp://127.0.0.1/x', '只能核对 http、https 网址或文件夹，不能核对“ftp://127.0.0.1/x”。'],
    ['http://用户:密码@127.0.0.1/', '网址里不要写用户名和密码：公开的网页不用登录就能看到，核对的也应当是这样的网页。'],
    [
      'http://127.0.0.1/col.jsp?id=1',
      '网址里不能有“?”：要写的是 index.html 所在的地址，而不是“http://127.0.0.1/col.jsp?id=1”这样的。',
    ],
    ['http://', '“http://”不是完整的网址。'],
    [
      'http://127.0.0.1:25/x',
      '一个文件也取不到，无从核对：无法请求（bad port）。请检查网址“http://127.0.0.1:25/x/”和本机的网络。',
    ],
    [
      portal.url.replace('http:', 'https:'),
      expect.stringMatching(/^一个文件也取不到，无从核对：(?:这个端口上没有 https|建立不了 https 连接)。/) as string,
    ],
  ])('says of %s why it cannot be verified', async (where, words) => {
    const error = await verify(where, IMPATIENT).catch((reason: unknown) => reason);
    expect(error instanceof EnvironmentError && error.words.zh).toEqual(words);
  });

  test('needs a list of what was built, and never takes the one that the site hands out', async () => {
    const cwd = temporaryFolder();
    const none = await fazhi(['verify', portal.url], { cwd });
    expect([none.code, none.stderr]).toEqual([
      2,
      `找不到“dist”。核对要有生成时的清单：请先执行 fazhi build，或用 --against 写明清单在哪里（生成的文件夹，或另外保存的 manifest.json）。\n`,
    ]);
    const other = folderOf({ '清单.json': '{"files":[]}' });
    const wrong = await fazhi(['verify', portal.url, '--against', join(other, '清单.json')]);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      `“${join(other, '清单.json')}”不是 fazhi 生成的清单，或已损坏。请用 --against 写明生成时的 manifest.json，或生成的文件夹。\n`,
    ]);
  });

  test('takes a list kept elsewhere, though Git has changed its line ends', async () => {
    const kept = folderOf({ '2022.json': `\uFEFF${site.text('manifest.json').replaceAll('\n', '\r\n')}` });
    portal.replace(PAGE, html.replace('禁毒', '禁赌'));
    const { code, stdout } = await fazhi(['verify', portal.url, '--against', join(kept, '2022.json'), '--quiet']);
    expect([code, stdout]).toEqual([1, `${PAGE}  被改动\n  仍是 ${sizeOf(PAGE)} 字节，内容不同\n`]);
  });

  test('does not call a server tampered with that is away', async () => {
    for (const path of ['*', ...site.files]) portal.plant(path, (response) => response.writeHead(502).end());
    await expect(verify(portal.url, IMPATIENT)).rejects.toThrow(EnvironmentError);
  });
});

describe('the hints', () => {
  const hints = async (): Promise<string[]> =>
    (await verify(portal.url, IMPATIENT)).hints.map(({ kind, paths }) => `${kind} ${paths.length}`);

  test('name headers that pages lack', async () => {
    for (const path of site.pages)
      portal.plant(path, (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(bytesOf(path)));
    const pages = site.pages.length;
    const { stdout } = await fazhi(['verify', portal.url, '--against', against]);
    expect(stdout.split('\n').slice(1, 3)).toEqual([`${total} 个文件，全部一致。`, '提示，不算不一致：']);
    expect(await hints()).toEqual([`charset ${pages}`, `policy ${pages}`, `nosniff ${pages}`, `referrer ${pages}`]);
  });

  test('name addresses of folders that answer with nothing', async () => {
    portal.plant('2022/', (response) => response.writeHead(403).end());
    expect(await hints()).toEqual(['folder-address 1']);
  });

  test('name a server that answers 200 to what is not there, or redirects it', async () => {
    portal.plant('*', (response) => send(response, '404.html', Buffer.from('找不到')));
    expect(await hints()).toEqual(['missing-page 1']);
    portal.plant('*', (response) => response.writeHead(302, { Location: '/' }).end());
    expect(await hints()).toEqual(['missing-page 1']);
  });

  test('name an address that is not the site, and one that only works with https', async () => {
    for (const path of site.files) portal.plant(path, (response) => response.writeHead(404).end());
    expect(await hints()).toEqual(['no-such-address 0']);
    for (const path of site.files)
      portal.plant(path, (response, request) =>
        response.writeHead(301, { Location: `https://${request.headers.host}${request.url}` }).end(),
      );
    expect(await hints()).toEqual(['https 0']);
  });
});
