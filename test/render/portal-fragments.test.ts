import { expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { renderFiles } from './theme.js';

const HEADER =
  '<div class="top">\n  <img src="/images/logo.png" alt="随县人民政府"/>\n  <a href="/">首页</a> $& $1\n</div>\n';
const FOOTER = "<p>主办：随县人民政府办公室 &copy; 'a'</p>";

test('the portal’s header and footer stand in every page byte for byte, before and after all else', () => {
  const pages = Object.entries(renderFiles({ ...BASE, 'portal/header.html': HEADER, 'portal/footer.html': FOOTER }));
  const html = pages.filter(([path]) => path.endsWith('.html') && !path.includes('/data/article'));
  expect(html.length).toBeGreaterThan(6);
  for (const [, text] of html) {
    expect(text).toContain(
      `<section class="portal-header" aria-label="门户页头">${HEADER}</section><header class="site-head">`,
    );
    expect(text).toContain(`<section class="portal-footer" aria-label="门户页脚">${FOOTER}</section></body>`);
  }
});

test('without them no page has a place for them', () => {
  for (const [, text] of Object.entries(renderFiles(BASE))) expect(text).not.toContain('portal-header');
});
