/** Each check of a page sees the fault it is there for, and nothing in a page without fault. */
import { afterEach, describe, expect, test } from 'vitest';
import { folderOf } from '../support/folder.js';
import { onDisk, open, openBrowser, type Opened, type View } from '../support/browser.js';
import { serve } from '../support/server.js';
import {
  barriers,
  deadControls,
  largeTypeFaults,
  lossFaults,
  overflowFaults,
  paperFaults,
  printFaults,
  readableText,
  spaceOut,
  tabFaults,
} from './checks.js';

const CSS = `
body { font: 18px/1.8 sans-serif; color: #111; background: #fff; margin: 0 1rem }
a { color: #004a99 } p { margin: 1em 0 } nav a { display: inline-block; min-height: 44px } :focus-visible { outline: 3px solid #b00 }
button { min-width: 44px; min-height: 44px; font: inherit; color: #111; background: #eee }
.large body { font-size: 26px }
@page { size: A4 }
@media print { nav, button, .skip { display: none } }
.hidden { display: none }`;

const SCRIPT = `
const button = document.createElement('button');
button.textContent = '大字';
button.addEventListener('click', () => document.documentElement.classList.toggle('large'));
document.querySelector('header').append(button);`;

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>报告</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="style.css"><script src="script.js" defer></script></head>
<body><a class="skip" href="#main">跳到正文</a><header><nav aria-label="栏目"><a href="index.html">首页</a></nav></header>
<main id="main"><h1>报告</h1><p>均川镇<a href="index.html">法治</a>报告。</p></main></body></html>`;

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

const browser = await openBrowser();
let opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  opened = [];
});

interface Plant {
  html?: (html: string) => string;
  css?: string;
  script?: string;
}

function folderWith({ html = (page) => page, css = '', script = '' }: Plant): string {
  return folderOf({ 'index.html': html(PAGE), 'style.css': CSS + css, 'script.js': SCRIPT + script, 'icon.svg': ICON });
}

async function pageWith(plant: Plant = {}, view: View = {}): Promise<Opened> {
  const result = await open(browser, onDisk(folderWith(plant)), 'index.html', view);
  opened.push(result);
  return result;
}

const inMain = (markup: string) => (html: string) => html.replace('</main>', `${markup}</main>`);

describe('a page without fault', () => {
  test('passes every check', async () => {
    const { page, noise } = await pageWith();
    expect(await barriers(page)).toEqual([]);
    expect(await tabFaults(page)).toEqual([]);
    expect(noise).toEqual({ messages: [], errors: [], requests: [] });
    const narrow = await pageWith({}, { width: 320, mode: 'large type' });
    expect(await overflowFaults(narrow.page)).toEqual([]);
    expect(await lossFaults(narrow.page)).toEqual([]);
    expect(await largeTypeFaults(narrow.page)).toEqual([]);
    const bare = await pageWith({}, { scripts: false });
    expect(await readableText(bare.page)).toBe('报告均川镇法治报告。');
    expect(await readableText(page)).toBe('报告均川镇法治报告。');
    expect(await deadControls(bare.page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await printFaults(page)).toEqual([]);
    expect(paperFaults(await page.pdf({ preferCSSPageSize: true }))).toEqual([]);
  });
});

describe('the check of barriers', () => {
  test.each([
    ['image-alt', inMain('<img src="icon.svg">'), ''],
    ['color-contrast', inMain(''), 'p { color: #aaa }'],
    ['color-contrast-enhanced', inMain(''), 'p { color: #707070 }'],
    ['html-has-lang', (html: string) => html.replace(' lang="zh-CN"', ''), ''],
    ['heading-order', inMain('<h4>小结</h4>'), ''],
    [
      'target-size',
      inMain('<a href="a" class="t">甲</a><a href="b" class="t">乙</a>'),
      '.t { font-size: 8px; display: inline-block; line-height: 1 }',
    ],
  ])('sees %s', async (rule, html, css) => {
    const { page } = await pageWith({ html, css });
    expect(await barriers(page)).toContainEqual(expect.stringMatching(`^${rule}: `));
  });
});

describe('the record of a page', () => {
  test('holds what it says on the console, and what it throws', async () => {
    const { noise } = await pageWith({ script: `console.info('here'); throw new Error('broken');` });
    expect(noise).toMatchObject({ messages: ['info: here'], errors: ['broken'] });
  });

  test('holds a request that leaves the folder, and one that no file answers', async () => {
    const html = inMain('<img alt="" src="../outside.png"><img alt="" src="missing.png">');
    const { noise } = await pageWith({ html });
    expect(noise.requests).toContainEqual(expect.stringMatching(/outside\.png$/));
    expect(noise.requests).toContainEqual(expect.stringMatching(/missing\.png: net::ERR_FILE_NOT_FOUND$/));
  });

  test('holds what the policy of the portal refuses, and what lies outside the column', async () => {
    const folder = folderWith({ html: inMain('<p style="color:#000">甲</p><img alt="" src="/logo.png">') });
    const server = await serve(folder);
    const { noise, close } = await open(browser, server.url, 'index.html');
    expect(noise.messages).toContainEqual(expect.stringContaining('Content Security Policy'));
    expect(noise.requests).toContainEqual(expect.stringMatching(/\/logo\.png$/));
    expect(server.missing).toEqual(['GET /logo.png']);
    await close();
  });
});

describe('the check of the keyboard', () => {
  test.each<[string, Plant, string]>([
    [
      'an order of its own',
      { html: inMain('<a href="a" tabindex="2">甲</a>') },
      'the first is not the link past the head',
    ],
    [
      'a link that is not reached',
      {
        html: inMain('<div id="t"><a href="a">甲</a></div>'),
        script: `document.addEventListener('focusin', (e) => { if (e.target.textContent === '甲') e.target.blur(); });`,
      },
      'Tab does not reach <a> 甲',
    ],
    ['a focus that nothing marks', { css: 'a:focus-visible { outline: none }' }, 'nothing marks the focus on <a> 首页'],
    [
      'no link past the head',
      { html: (html) => html.replace(/<a class="skip".*?<\/a>/, '') },
      'the first is not the link past the head, but <a> 首页',
    ],
    [
      'a focus off the screen',
      { css: 'nav a { position: fixed; left: -9999px }' },
      'not on the screen with the focus on it: <a> 首页',
    ],
  ])('sees %s', async (_, plant, fault) => {
    const { page } = await pageWith(plant);
    expect(await tabFaults(page)).toContainEqual(expect.stringContaining(fault));
  });
});

describe('the check without scripts', () => {
  test('sees text that only a script shows', async () => {
    const plant = { html: inMain('<p class="hidden" id="late">迟来</p>'), script: `late.className = '';` };
    const [withScripts, without] = [await pageWith(plant), await pageWith(plant, { scripts: false })];
    expect(await readableText(withScripts.page)).toContain('迟来');
    expect(await readableText(without.page)).not.toContain('迟来');
  });

  test('sees a control that does nothing', async () => {
    const { page } = await pageWith({ html: inMain('<button type="button">打印</button>') }, { scripts: false });
    expect(await deadControls(page)).toEqual(['<button> 打印']);
  });
});

describe('the check of small windows', () => {
  test('sees what is too wide, and what is cut off', async () => {
    const wide = { html: inMain('<div class="w">宽</div>'), css: '.w { width: 400px }' };
    expect(await overflowFaults((await pageWith(wide, { width: 320 })).page)).toEqual([
      expect.stringContaining('px wide in a window of 320: <div class="w">'),
    ]);
    const cut = { ...wide, css: `${wide.css} body { overflow-x: hidden }` };
    expect(await overflowFaults((await pageWith(cut, { width: 320 })).page)).toContain(
      'body cuts off what is too wide',
    );
  });
});

describe('the check of large type', () => {
  test.each<[string, Plant, (string | RegExp)[]]>([
    [
      'small text',
      { html: inMain('<p>大<small>小</small></p>'), css: 'small { font-size: 12px }' },
      ['text of 12 px: <small> 小'],
    ],
    [
      'small text outside of main',
      { html: (html) => html.replace('</body>', '<footer>页脚</footer></body>'), css: 'footer { font-size: 12px }' },
      ['text of 12 px: <footer> 页脚'],
    ],
    [
      'small text in a drawing, by the size that it is drawn in',
      { html: inMain('<svg viewBox="0 0 200 50" width="100"><text y="40" font-size="40">图</text></svg>') },
      ['text of 20 px: <text> 图'],
    ],
    [
      'small targets',
      { html: inMain('<details><summary>更多</summary>文</details>'), css: 'summary { height: 30px }' },
      [/^a target of \d+ × 30 px: <summary> 更多$/],
    ],
    [
      'a small link that stands alone',
      { html: inMain('<ul><li><a href="a">甲乙丙</a></li></ul>') },
      [/^a target of \d+ × \d+ px: <a> 甲乙丙$/],
    ],
    [
      'lines too close',
      { html: inMain('<p id="close">甲</p>'), css: '#close { line-height: 1.4 }' },
      ['lines of 1.4: <p> 甲'],
    ],
    ['lines of a heading too close', { css: 'h1 { font-size: 40px; line-height: 1.2 }' }, ['lines of 1.2: <h1> 报告']],
    [
      'paragraphs too close',
      { html: inMain('<p class="tight">甲</p><p class="tight">乙</p>'), css: '.tight { margin: 0 }' },
      ['a paragraph 1 lines after the last: <p> 乙'],
    ],
  ])('sees %s', async (_, plant, expected) => {
    const { page } = await pageWith(plant, { mode: 'large type' });
    const faults = await largeTypeFaults(page);
    expect(faults).toEqual(expected.map((fault) => (typeof fault === 'string' ? fault : expect.stringMatching(fault))));
  });

  test('knows what is there for screen readers alone', async () => {
    const hidden = '.v { position: absolute; clip-path: inset(50%); font-size: 8px }';
    const { page } = await pageWith({ html: inMain('<p class="v">甲</p>'), css: hidden }, { mode: 'large type' });
    expect(await largeTypeFaults(page)).toEqual([]);
  });

  test('sees that there is no switch', async () => {
    await expect(pageWith({ script: 'button.remove();' }, { mode: 'large type' })).rejects.toThrow('大字');
  });
});

describe('the check of what is lost', () => {
  test.each<[string, Plant, string]>([
    [
      'text that is cut off',
      {
        html: inMain('<div class="c">甲乙丙丁</div>'),
        css: '.c { width: 2em; overflow: hidden; white-space: nowrap }',
      },
      '“甲乙丙丁” is cut off by <div>',
    ],
    [
      'text upon other text',
      { html: inMain('<p class="u">甲</p>'), css: '.u { margin-top: -3em }' },
      'stands upon “甲”',
    ],
  ])('sees %s', async (_, plant, fault) => {
    const { page } = await pageWith(plant);
    expect(await lossFaults(page)).toContainEqual(expect.stringContaining(fault));
  });

  test('sees what only spacing cuts off', async () => {
    const css = '.b { height: 1.2em; line-height: 1.2; width: 9em; overflow: hidden }';
    const { page } = await pageWith({ html: inMain('<div class="b">甲乙丙丁戊己庚辛壬</div>'), css });
    expect(await lossFaults(page)).toEqual([]);
    await spaceOut(page);
    expect(await lossFaults(page)).toEqual(['“甲乙丙丁戊己庚辛壬” is cut off by <div>']);
  });
});

describe('the check of print', () => {
  test('sees what only a screen needs, and paper of another size', async () => {
    const { page } = await pageWith({ css: '@page { size: letter } @media print { nav, .skip { display: block } }' });
    await page.emulateMedia({ media: 'print' });
    expect(await printFaults(page)).toEqual(['<a> 跳到正文', '<nav> 首页']);
    expect(paperFaults(await page.pdf({ preferCSSPageSize: true }))).toEqual([
      expect.stringMatching(/^a page of 612 × 792 pt$/),
    ]);
  });

  test('sees a file that holds no page', () => {
    expect(paperFaults(Buffer.from('%PDF-1.7'))).toEqual(['no page']);
  });
});
