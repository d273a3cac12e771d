import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/model/site.js';
import { blocks, phrasing, type Place } from '../../src/render/prose.js';
import { safeHref } from '../../src/render/safe-href.js';
import { attribute, elementsIn, parseHtml } from '../support/html.js';

const PLACE: Place = { url: '2022/timeline/', note: () => undefined };
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link = (target: Target | undefined, words = '这里'): PhrasingContent => ({
  type: 'link',
  url: 'as written',
  children: [text(words)],
  ...(target && { data: { target } }),
});
const html = (...children: PhrasingContent[]): string => phrasing(children, PLACE).html;

describe('a link', () => {
  test('to an entry leads to its sentence in the full text, from wherever it is shown', () => {
    expect(html(link({ kind: 'entry', report: '2022', id: 'organization' }))).toBe(
      '<a href="../report/index.html#organization">这里</a>',
    );
  });

  test('to a page or an attachment is relative, with Chinese names encoded', () => {
    expect(html(link({ kind: 'page', url: '2021/checklist/' }))).toBe(
      '<a href="../../2021/checklist/index.html">这里</a>',
    );
    expect(html(link({ kind: 'asset', path: '2022/附件 1.pdf', bytes: 1 }))).toBe(
      '<a href="../%E9%99%84%E4%BB%B6%201.pdf">这里</a>',
    );
  });

  test('to a place in an attachment keeps it as the program that opens it reads it', () => {
    expect(html(link({ kind: 'asset', path: '2022/表.pdf', bytes: 1, hash: 'page=3' }))).toBe(
      '<a href="../%E8%A1%A8.pdf#page=3">这里</a>',
    );
    expect(html(link({ kind: 'asset', path: '2022/表.pdf', bytes: 1, hash: '第一 节' }))).toBe(
      '<a href="../%E8%A1%A8.pdf#%E7%AC%AC%E4%B8%80%20%E8%8A%82">这里</a>',
    );
  });

  test('to a government site stands as it is; one that leads elsewhere says so', () => {
    expect(html(link({ kind: 'outside', url: 'https://www.gov.cn/a' }))).toBe(
      '<a href="https://www.gov.cn/a" rel="external noopener">这里</a>',
    );
    expect(html(link({ kind: 'outside', url: 'https://gov.cn.example.com/' }))).toBe(
      '<a href="https://gov.cn.example.com/" rel="external noopener" data-outside="">这里<span class="outside">（外部网站）</span></a>',
    );
  });

  test('to a telephone needs no warning', () => {
    expect(html(link({ kind: 'outside', url: 'tel:12348' }, '12348'))).toBe(
      '<a href="tel:12348" rel="external noopener">12348</a>',
    );
  });

  test('that nobody may follow leaves its words', () => {
    expect(html(link({ kind: 'unsafe', url: 'javascript:alert(1)' }))).toBe('这里');
    expect(html(link({ kind: 'outside', url: 'java\nscript:alert(1)' }))).toBe('这里');
    expect(html(link(undefined))).toBe('这里');
  });
});

test.each([
  ['javascript:alert(1)', undefined],
  [' JaVaScRiPt:alert(1)', undefined],
  ['java\tscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['vbscript:x', undefined],
  ['//evil.example/a', undefined],
  ['/\\evil.example/a', undefined],
  ['', undefined],
  ['../a?b=c:d#e', '../a?b=c:d#e'],
  ['mailto:a@gov.cn', 'mailto:a@gov.cn'],
  ['HTTPS://www.gov.cn/', 'HTTPS://www.gov.cn/'],
])('the address %j becomes %j', (address, expected) => {
  expect(safeHref(address)).toBe(expected);
});

test('an image shows what the folder holds, or its words', () => {
  const image = (target?: Target): PhrasingContent => ({
    type: 'image',
    url: '',
    alt: '宣传现场',
    ...(target && { data: { target } }),
  });
  expect(html(image({ kind: 'asset', path: '2022/photo.jpg', bytes: 1 }))).toBe(
    '<img src="../photo.jpg" alt="宣传现场">',
  );
  expect(html(image({ kind: 'outside', url: 'https://evil.example/a.png' }))).toBe('宣传现场');
});

test('sentences that run in to a paragraph are not parted by blanks', () => {
  const item = (id: string, words: string): PhrasingContent => ({
    type: 'item',
    children: [text(words)],
    data: { hName: 'span', hProperties: { id, className: ['item', 'item-event'] } },
  });
  expect(html(text('如下：'), item('a', '一是宣传。'), item('b', '二是培训。'))).toBe(
    '如下：<span id="a" class="item item-event">一是宣传。</span><span id="b" class="item item-event">二是培训。</span>',
  );
});

test('a table has headings for its columns, alignment without obsolete attributes, and a place to scroll', () => {
  const row = (...cells: string[]): Extract<RootContent, { type: 'table' }>['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(cell)] })),
  });
  const table: RootContent = {
    type: 'table',
    align: [null, 'right'],
    children: [row('项目', '数量'), row('法律援助', '12'), row('应诉')],
  };
  expect(blocks([table], PLACE).html).toBe(
    '<div class="table-scroll" role="region" aria-label="表格：项目、数量" tabindex="0"><table>' +
      '<thead><tr><th scope="col">项目</th><th scope="col" class="align-right">数量</th></tr></thead>' +
      '<tbody><tr><td>法律援助</td><td class="align-right">12</td></tr>' +
      '<tr><td>应诉</td><td class="align-right"></td></tr></tbody></table></div>',
  );
});

test('a table that is an item keeps its anchor', () => {
  const table: RootContent = {
    type: 'table',
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text('项目')] }] }],
    data: { hProperties: { id: 'drug-control-day', className: ['item', 'item-event'] } },
  };
  expect(blocks([table], PLACE).html).toMatch(/^<div id="drug-control-day" class="table-scroll item item-event"/);
});

test('a task is ticked in words and shape, not by a box that nobody can tick', () => {
  const list: RootContent = {
    type: 'list',
    children: [
      { type: 'listItem', checked: true, children: [{ type: 'paragraph', children: [text('制定方案')] }] },
      { type: 'listItem', checked: false, children: [{ type: 'paragraph', children: [text('开展培训')] }] },
    ],
  };
  const { html: shown } = blocks([list], PLACE);
  expect(shown).toContain('<li><span class="task" role="img" aria-label="已完成">☑</span>制定方案</li>');
  expect(shown).toContain('<li><span class="task" role="img" aria-label="未完成">☐</span>开展培训</li>');
  expect(shown).toMatch(/^<ul class="contains-task-list">/);
  expect(shown).not.toContain('<input');
});

test('raw HTML that got this far is a bug, not a page', () => {
  expect(() => blocks([{ type: 'html', value: '<b>' }], PLACE)).toThrow('raw HTML reached render');
});

test('nothing that a tree can hold comes out as a script, a handler, a style or an address that no page may carry', () => {
  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'javascript:alert(1)',
      '"><script>alert(1)</script>',
      "' onerror='x",
      '//evil.example/x',
      'data:text/html,<script>1</script>',
      '</article><iframe src=//x>',
    ),
  );
  const target: fc.Arbitrary<Target | undefined> = fc.oneof(
    fc.constant(undefined),
    nasty.map((url): Target => ({ kind: 'outside', url })),
    nasty.map((url): Target => ({ kind: 'unsafe', url })),
    nasty.map((id): Target => ({ kind: 'entry', report: '2022', id })),
    nasty.map((path): Target => ({ kind: 'asset', path, bytes: 1 })),
  );
  const data = fc.option(
    fc.record({
      hName: fc.constantFrom('script', 'iframe', 'style', 'svg', 'a', 'form', 'span'),
      hProperties: fc.record({
        href: nasty,
        src: nasty,
        onClick: nasty,
        onerror: nasty,
        style: nasty,
        className: fc.array(nasty),
      }),
    }),
    { nil: undefined },
  );
  const { node } = fc.letrec<{ node: PhrasingContent }>((tie) => {
    const children = fc.array(tie('node'), { maxLength: 3 });
    return {
      node: fc.oneof(
        { maxDepth: 3 },
        fc.record({ type: fc.constant('text' as const), value: nasty }),
        fc.record({ type: fc.constant('inlineCode' as const), value: nasty, data: data as fc.Arbitrary<object> }),
        fc
          .tuple(nasty, target, fc.option(nasty, { nil: null }))
          .map(([url, to, alt]) => ({ type: 'image' as const, url, alt, data: { target: to } })),
        fc
          .tuple(nasty, target, children)
          .map(([url, to, inside]) => ({ type: 'link' as const, url, data: { target: to }, children: inside })),
        fc
          .tuple(children, data)
          .map(([inside, more]) => ({ type: 'strong' as const, children: inside, ...(more && { data: more }) })),
        fc.tuple(nasty, children).map(([id, inside]): PhrasingContent => ({
          type: 'item',
          children: inside,
          data: { hName: 'span', hProperties: { id, className: ['item', id] } },
        })),
      ),
    };
  });

  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (children) => {
      const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
      for (const element of elementsIn(parseHtml(blocks(tree.children, PLACE).html))) {
        expect(['script', 'style', 'iframe', 'form', 'svg', 'object', 'embed']).not.toContain(element.tagName);
        for (const name of Object.keys(element.properties)) expect(name).not.toMatch(/^(on|style$)/i);
        const href = attribute(element, 'href');
        const src = attribute(element, 'src');
        if (href !== undefined) expect(href).not.toMatch(/^[\s\0-\x20]*(\/\/|(?!https?:|mailto:|tel:)[a-z][^/?#]*:)/i);
        if (src !== undefined) expect(src).not.toMatch(/^[a-z]+:|^\/\//i);
      }
    }),
    { numRuns: 500 },
  );
});
