/**
 * What is asked of a page that stands open in a browser. Every check returns a line for each fault, none when all is well.
 *
 * The functions given to `evaluate` run inside the page: they can use nothing from around them.
 */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** WCAG 2.2 A and AA, what is good practice besides, and AAA contrast for text. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE_OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  // It would fetch the style sheets again, which the policy refuses.
  preload: false,
};

export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        return `${id}: ${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`;
      }),
    );
  }, AXE_OPTIONS);
}

/** What Tab must reach, in the order of the document. */
const FOCUSABLE = 'a[href], button, summary, input, select, textarea, [tabindex], [contenteditable]';

/** Presses Tab through the page: every control in the order of the document, the link past the head first, each shown. */
export async function tabFaults(page: Page): Promise<string[]> {
  const names = await page.evaluate((selector) => {
    const visible = [...document.querySelectorAll(selector)].filter((element) => {
      if (element.matches(':disabled, [inert] *')) return false;
      if (element.getAttribute('tabindex') === '-1') return false;
      if (element instanceof HTMLInputElement && element.type === 'hidden') return false;
      // Tab reaches one radio button of a group.
      if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
        return document.querySelector(`input[type=radio][name="${element.name}"]:checked`) === null;
      return element.checkVisibility({ visibilityProperty: true });
    });
    visible.forEach((element, index) => element.setAttribute('data-tab-order', String(index)));
    return visible.map((element) => `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 20)}`);
  }, FOCUSABLE);

  // Where a page has put the focus on arrival, the walk begins at the top all the same.
  await page.evaluate(() => {
    if (document.activeElement === document.body) return;
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const faults: string[] = [];
  const reached: number[] = [];
  for (let press = 0; press <= names.length + 20; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body || element === document.documentElement) return undefined;
      const style = getComputedStyle(element);
      const { width, height, bottom, right } = element.getBoundingClientRect();
      return {
        order: Number(element.getAttribute('data-tab-order') ?? -1),
        // A box that scrolls is reached although it is no control, so that the arrow keys can move it.
        isScroller: element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
        isMarked: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
        isOnScreen: width > 0 && height > 0 && bottom > 0 && right > 0,
        isSkipLink: element.localName === 'a' && (element.getAttribute('href') ?? '').startsWith('#'),
      };
    });
    if (focus === undefined || focus.order === reached[0]) break;
    if (focus.order === -1 && focus.isScroller) continue;
    const name = names[focus.order] ?? 'something that is no control';
    if (reached.length === 0 && !focus.isSkipLink) faults.push(`the first is not the link past the head, but ${name}`);
    if (!focus.isMarked) faults.push(`nothing marks the focus on ${name}`);
    if (!focus.isOnScreen) faults.push(`not on the screen with the focus on it: ${name}`);
    reached.push(focus.order);
  }
  if (reached.length === 0) return ['Tab reaches nothing'];
  for (const [index, name] of names.entries()) if (!reached.includes(index)) faults.push(`Tab does not reach ${name}`);
  const met = reached.filter((order) => order >= 0);
  for (const [index, order] of met.entries())
    if (index > 0 && order < (met[index - 1] ?? 0)) faults.push(`Tab comes out of order to ${names[order]}`);
  return faults;
}

/** What a reader sees in `main`, controls and what is said of them or in their stead aside: one text without white space. */
export function readableText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    if (main === null) return 'no main';
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (
        parent === null ||
        parent.closest(
          'button, input, select, label, legend, output, [role=search], [data-search-without], [role=status]',
        ) !== null
      )
        continue;
      if (parent.checkVisibility({ visibilityProperty: true })) text += walker.currentNode.nodeValue ?? '';
    }
    return text.replace(/\s+/g, '');
  });
}

/** Controls that a reader without scripts would press in vain. */
export function deadControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea')]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('form[action]') === null,
      )
      .map((element) => `<${element.localName}> ${(element.textContent ?? '').trim()}`),
  );
}

/** Whether the page is wider than the window, or hides that it is. */
export function overflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > window.innerWidth + 0.5,
      );
      const first = wide
        .slice(0, 3)
        .map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
      faults.push(`${scrollWidth} px wide in a window of ${window.innerWidth}: ${first.join(' ')}`);
    }
    for (const element of [document.documentElement, document.body])
      if (['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
        faults.push(`${element.localName} cuts off what is too wide`);
    return faults;
  });
}

/**
 * What is too small or too close once large type is switched on: text of less than 24 px, drawn text among it; lines
 * less than one and a half apart (1.3 in headings and other display); paragraphs less than 1.3 lines apart; targets of
 * less than 44 px. A link within a sentence is as high as its line.
 */
export function largeTypeFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const say = (element: Element): string =>
      `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 20)}`;
    const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
    const ancestors = (element: Element): Element[] => {
      const parent = element.parentElement;
      return parent === null ? [element] : [element, ...ancestors(parent)];
    };
    /** What is there for screen readers alone is cut down to nothing; for the portal's own HTML its own sheet answers. */
    const isVisible = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.portal-header, .portal-footer') === null &&
      !ancestors(element).some((one) => styleOf(one).clipPath === 'inset(50%)');
    const blockOf = (element: Element): Element =>
      ancestors(element).find((one) => styleOf(one).display !== 'inline' && styleOf(one).display !== 'contents') ??
      document.body;
    const lineOf = (element: Element): number => {
      const { lineHeight, fontSize } = styleOf(blockOf(element));
      return lineHeight === 'normal' ? 1.2 * parseFloat(fontSize) : parseFloat(lineHeight);
    };
    const ownText = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').trim() : ''))
        .join('');
    const scaleOf = (element: Element): number =>
      element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const linesIn = (element: Element): DOMRect[] => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()];
    };

    for (const element of document.body.querySelectorAll('*')) {
      if (ownText(element) === '' || element.matches('script, option') || !isVisible(element)) continue;
      const size = parseFloat(styleOf(element).fontSize) * scaleOf(element);
      if (size < 23.95) faults.push(`text of ${Math.round(size * 10) / 10} px: ${say(element)}`);
      if (element.closest('svg, select') !== null) continue;
      const lines = lineOf(element) / size;
      if (lines < (size > 29 ? 1.295 : 1.495))
        faults.push(`lines of ${Math.round(lines * 100) / 100}: ${say(element)}`);
    }

    const paragraphs = [...document.querySelectorAll('p, .run-in')].filter(
      (element) =>
        isVisible(element) && styleOf(element).display !== 'inline' && (element.textContent ?? '').trim() !== '',
    );
    for (const [index, paragraph] of paragraphs.entries()) {
      const before = paragraphs[index - 1];
      if (before === undefined || before.contains(paragraph)) continue;
      const [last, first] = [linesIn(before).at(-1), linesIn(paragraph)[0]];
      if (last === undefined || first === undefined || first.top <= last.top) continue;
      const gap = (first.bottom - last.bottom) / lineOf(before);
      if (gap < 1.295)
        faults.push(`a paragraph ${Math.round(gap * 100) / 100} lines after the last: ${say(paragraph)}`);
    }

    for (const element of document.querySelectorAll('a[href], button, summary, input, select, textarea')) {
      if (!isVisible(element)) continue;
      const block = blockOf(element);
      const isInSentence =
        block !== element &&
        [...block.querySelectorAll('a')].reduce(
          (rest, link) => rest - (link.textContent ?? '').trim().length,
          (block.textContent ?? '').trim().length,
        ) > 0;
      if (isInSentence && element.closest('nav') === null && styleOf(element).display === 'inline') continue;
      const box = (element.matches('[type=checkbox], [type=radio]') && element.closest('label')) || element;
      const { width, height } = box.getBoundingClientRect();
      if (width < 43.5 || height < 43.5)
        faults.push(`a target of ${Math.round(width)} × ${Math.round(height)} px: ${say(box)}`);
    }
    return faults;
  });
}

/** Text that is cut off, or stands upon other text: what a reader who enlarges or spaces it out would lose. */
export function lossFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      element: Element;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const faults: string[] = [];
    const lines: Line[] = [];
    const say = ({ element }: Line): string => `“${(element.textContent ?? '').trim().slice(0, 20)}”`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if ((node.nodeValue ?? '').trim() === '' || element === null) continue;
      if (element.closest('svg, script, select, .skip') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const above: Element[] = [];
      for (let one: Element | null = element; one !== null; one = one.parentElement) above.push(one);
      if (above.some((one) => getComputedStyle(one).clipPath === 'inset(50%)')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const half = parseFloat(getComputedStyle(element).fontSize) * 0.4;
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // The letters themselves: their boxes reach into the lines above and below.
        const middle = (top + bottom) / 2;
        const line = { element, left, right, top: middle - half, bottom: middle + half };
        lines.push(line);
        for (const one of above) {
          if (!['hidden', 'clip'].includes(getComputedStyle(one).overflowX) || one === document.body) continue;
          const box = one.getBoundingClientRect();
          if (left < box.left - 1 || right > box.right + 1 || line.top < box.top - 1 || line.bottom > box.bottom + 1)
            faults.push(`${say(line)} is cut off by <${one.localName}>`);
        }
      }
    }
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 2 && height > 2) faults.push(`${say(one)} stands upon ${say(other)}`);
      }
    return faults;
  });
}

/** What WCAG 1.4.12 lets a reader set; a style sheet of the browser's, which no policy of the page concerns. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** What must not be printed and is, once the page is shown as print. */
export function printFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'nav, button, input, select, textarea, [role=toolbar], [role=search], a[href^="#"]:first-of-type',
      ),
    ]
      .filter(
        (element) => element.matches(':not(a), body > a') && element.checkVisibility({ visibilityProperty: true }),
      )
      .map((element) => `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 20)}`),
  );
}

/** The size of every page of a PDF, in points. */
function pageSizes(pdf: Buffer): { width: number; height: number }[] {
  return [
    ...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]/g),
  ].map(([, left, bottom, right, top]) => ({
    width: Number(right) - Number(left),
    height: Number(top) - Number(bottom),
  }));
}

const [A4_WIDTH, A4_HEIGHT] = [595, 842];

/** Pages of a PDF that are not A4. */
export function paperFaults(pdf: Buffer): string[] {
  const sizes = pageSizes(pdf);
  if (sizes.length === 0) return ['no page'];
  return sizes
    .filter(({ width, height }) => Math.abs(width - A4_WIDTH) > 1 || Math.abs(height - A4_HEIGHT) > 1)
    .map(({ width, height }) => `a page of ${width} × ${height} pt`);
}
