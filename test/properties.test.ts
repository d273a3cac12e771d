/** What must hold for any content at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../src/diagnostics/diagnostic.js';
import type { Page } from '../src/model/page.js';
import { THEME } from './render/theme.js';
import { BASE } from './support/content.js';
import { folderOf, type Files } from './support/folder.js';
import { blocksOf, elementsIn, parseHtml } from './support/html.js';
import { assemble, read, render } from './support/whole.js';

/** The pages of a content folder, or nothing when diagnostics keep it from being built. */
function pagesOf(files: Files): Page[] | undefined {
  const { sources, diagnostics: unreadable } = read(folderOf(files));
  const { site, diagnostics } = assemble(sources);
  if (hasErrors([...unreadable, ...diagnostics])) return undefined;
  return render(site, THEME);
}

function textOf(pages: readonly Page[], path: string): string {
  const page = pages.find((one) => one.path === path);
  return page && 'text' in page ? page.text : '';
}

const SECTION = '2022/sections/10-measures.md';
const base = read(folderOf(BASE)).sources;

/** The pages with another text in one section; the other files are read only once. */
function pagesWith(body: string): Page[] | undefined {
  const sources = base.map((source) => (source.path === SECTION ? { ...source, body } : source));
  const { site, diagnostics } = assemble(sources);
  return hasErrors(diagnostics) ? undefined : render(site, THEME);
}

/** Marks that mean something to Markdown, YAML or HTML, and words between them. */
const marks = fc.constantFrom(
  ...'* ** _ ` ``` ~~ ~ # > | --- === \\ & &nbsp; [ ] ]( ) ![ [^1] ]: < > <!-- --> <br> <b> </b> http://a.cn/'.split(
    ' ',
  ),
  ...'， 。 ： , : “ ” a 1 LED % 🎉 𠮷'.split(' '),
  ...[
    '"',
    "'",
    '1) ',
    '## ',
    '- ',
    '1. ',
    '2. ',
    '| --- |',
    '[^1]: ',
    '<!-- events -->',
    '　',
    ' ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\u00a0',
    '\u200b',
  ],
);

describe('any bytes', () => {
  test.each(Object.keys(BASE))('as %s give diagnostics or pages, never a crash', (path) => {
    const words = `--- title date section : ： - [ ] { } " ' &a *a !!js | > # 6月初`.split(' ');
    const alphabet = fc.constantFrom(...words, ': ', '- ', '  ', '\t', '\n');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(text)),
      fc.array(alphabet, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
      fc.tuple(fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 3 })).map(([at, bad]) => {
        const text = Buffer.from(BASE[path] ?? '');
        return Buffer.concat([text.subarray(0, at), bad, text.subarray(at + 1)]);
      }),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        pagesOf({ ...BASE, [path]: content });
      }),
      { numRuns: 60 },
    );
  });
});

describe('any Markdown', () => {
  const RUNS = 1000;

  test('shows every character of the text, or says which one it would lose', () => {
    // Each word is a character that stands nowhere else, so that losing it shows.
    const body = fc.array(fc.oneof(fc.constant('字'), marks), { maxLength: 30 }).map((parts) => {
      let next = 0x4e00;
      const words: string[] = [];
      const text = parts.map((part) => {
        if (part !== '字') return part;
        const word = String.fromCodePoint((next += 7));
        words.push(word);
        return word;
      });
      return { text: text.join(''), words };
    });
    let built = 0;
    fc.assert(
      fc.property(body, ({ text, words }) => {
        const pages = pagesWith(text);
        if (!pages) return;
        built += 1;
        const shown = blocksOf(textOf(pages, '2022/report/index.html')).join('\n');
        const data = JSON.parse(textOf(pages, '2022/data/report.json')) as { sections: { text: string }[] };
        const told = data.sections.map((section) => section.text).join('\n');
        const remarks = [...text.matchAll(/<!--[\s\S]*?-->/g)].join('');
        for (const word of words) {
          if (remarks.includes(word)) continue;
          expect(shown).toContain(word);
          expect(told).toContain(word);
        }
      }),
      { numRuns: RUNS },
    );
    expect(built).toBeGreaterThan(RUNS / 5);
  });

  test('makes no script, event handler, outside request or link that runs code', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<javascript:alert(1)>',
      '<!--><script>-->',
      '</article>',
      '[x](javascript:alert(1))',
      '[x](&#106;avascript:alert(1))',
      '[x](java\u0000script:alert(1))',
      '[x](vbscript:x "t")',
      '[x][y]\n\n[y]: data:text/html,x\n',
      '[x](//evil.cn)',
      '[x](https://a.cn/"onclick=1)',
      '[x](<https://a.cn/ "x">)',
      '![x](https://evil.cn/x.png)',
      '![" onerror="alert(1)](x.png)',
      '" onclick="alert(1)',
      "' style='x",
      'http://a.cn/"><script>',
    );
    const body = fc.array(fc.oneof({ weight: 2, arbitrary: hostile }, { weight: 3, arbitrary: marks }), {
      maxLength: 12,
    });
    let built = 0;
    fc.assert(
      fc.property(body, (parts) => {
        const pages = pagesWith(`正文${parts.join('')}`);
        if (!pages) return;
        built += 1;
        {
          for (const { tagName, properties } of elementsIn(parseHtml(textOf(pages, '2022/report/index.html')))) {
            if (tagName === 'script')
              expect(properties['type'] ?? properties['src']).toMatch(/^application\/ld\+json$|assets\/site\.js/);
            expect(['iframe', 'object', 'embed', 'base', 'form', 'style']).not.toContain(tagName);
            for (const [name, value] of Object.entries(properties)) {
              expect(name).not.toMatch(/^on|^style$/i);
              if (['href', 'src', 'action'].includes(name))
                expect(String(value)).not.toMatch(/^\s*(?:javascript|data|vbscript|file):|^\/\//i);
              if (name === 'src') expect(String(value)).not.toMatch(/^https?:/i);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(built).toBeGreaterThan(RUNS / 20);
  });
});
