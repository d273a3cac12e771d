import fc from 'fast-check';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { plainHtml } from '../../src/render/plain-html.js';
import { richHtml, type Place } from '../../src/render/prose.js';
import { reportOf } from '../support/content.js';
import { realContent } from '../support/real-content.js';

const PLACE: Place = { url: '2022/report/', note: () => undefined };
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const item = (id: string, className: string[], ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'item',
  children,
  data: { hName: 'span', hProperties: { id, className } },
});

describe('plain HTML', () => {
  test('is paragraphs, and items with their anchors', () => {
    const words = item('2022-06-26-drug-control-day', ['item', 'item-event'], text('发放资料“8000”份。'));
    expect(plainHtml([paragraph(text('一是'), words), paragraph(text('二是  '))])).toBe(
      '<p>一是<span id="2022-06-26-drug-control-day" class="item item-event">发放资料“8000”份。</span></p><p>二是  </p>',
    );
  });

  test.each<[string, RootContent]>([
    ['a sign that HTML escapes', paragraph(text('5<6'))],
    ['a line end', paragraph(text('一\n二'))],
    ['emphasis', paragraph({ type: 'emphasis', children: [text('重点')] })],
    ['a list', { type: 'list', children: [] }],
    ['an anchor that would have to be escaped', item('a"b', ['item', 'item-event'], text('一'))],
    ['a class that the sanitiser does not know', item('a', ['other'], text('一'))],
    ['an item of more than words', item('a', ['item', 'item-event'], item('b', ['item', 'item-duty'], text('一')))],
  ])('is not made of %s', (_, node) => {
    expect(plainHtml([node])).toBeUndefined();
  });

  test('is what the library makes', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'镇 　“”\'"`>&<=/()，。0a\u00a0\u200b\t\n\ufeff𠮷'), maxLength: 6 })
      .map(text);
    const anchor = fc.constantFrom('drug-control-day', '第1-项', 'a.b', 'a b', '');
    const classes = fc.constantFrom<string[]>(['item', 'item-event'], ['item', 'item-x1'], ['item']);
    const run = fc
      .tuple(anchor, classes, fc.array(words, { maxLength: 2 }))
      .map(([id, names, inner]) => item(id, names, ...inner));
    const phrases = fc.array(fc.oneof({ weight: 3, arbitrary: words }, run), { maxLength: 4 });
    const nodes = fc.oneof(
      fc.array(
        phrases.map((inner) => paragraph(...inner)),
        { maxLength: 3 },
      ),
      phrases,
    );
    let plain = 0;
    fc.assert(
      fc.property(nodes, (children) => {
        const html = plainHtml(children);
        if (html === undefined) return;
        plain += 1;
        expect(html.trimEnd()).toBe(richHtml({ type: 'root', children: structuredClone(children) }, PLACE));
      }),
      { numRuns: 4000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test('is what the library makes of the real report, of most of its words', () => {
    const { events, duties, shortcomings, tasks, sections } = reportOf(realContent());
    const trees = [...events, ...duties, ...shortcomings, ...tasks, ...sections].map(({ body }) => body.tree);
    const plain = trees.filter((tree) => plainHtml(tree.children) !== undefined);
    for (const tree of plain) expect(plainHtml(tree.children)).toBe(richHtml(structuredClone(tree), PLACE));
    expect(plain.length / trees.length).toBeGreaterThan(0.7);
  });
});
