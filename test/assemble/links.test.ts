import { expect, test } from 'vitest';
import { resolveAddress } from '../../src/assemble/links.js';
import type { ReportPlace } from '../../src/assemble/layout.js';
import { Places } from '../../src/assemble/outside.js';

const report: ReportPlace = {
  path: '2022',
  file: '2022/report.md',
  entries: [
    { kind: 'section', id: 'law', path: '2022/sections/10-law.md' },
    { kind: 'event', id: '2022-06-26-day', path: '2022/events/2022-06-26-day.md' },
  ],
};
const places = new Places([report], () => 2022, new Map([['2022/附件/名单.pdf', 7]]));
const resolve = (address: string) => resolveAddress(address, '2022/sections/10-law.md', report, places);

test('an anchor names an entry of the same report', () => {
  expect(resolve('#2022-06-26-day')).toEqual({ kind: 'entry', report: '2022', id: '2022-06-26-day' });
  expect(resolve('#nobody')).toBeUndefined();
});

test('a path to a content file leads to its entry, to report.md to the full text', () => {
  expect(resolve('../events/2022-06-26-day.md')).toEqual({ kind: 'entry', report: '2022', id: '2022-06-26-day' });
  expect(resolve('../report.md')).toEqual({ kind: 'page', url: '2022/report/' });
});

test('an attachment is found under its Chinese name, written out or percent-encoded', () => {
  const asset = { kind: 'asset', path: '2022/附件/名单.pdf', bytes: 7 };
  expect(resolve('../附件/名单.pdf')).toEqual(asset);
  expect(resolve('../%E9%99%84%E4%BB%B6/%E5%90%8D%E5%8D%95.pdf')).toEqual(asset);
  expect(resolve('附件/名单.pdf')).toBeUndefined();
});

test('a page of the site is found, with an anchor only where the page has it', () => {
  expect(resolve('../timeline/')).toEqual({ kind: 'page', url: '2022/timeline/' });
  expect(resolve('../timeline/index.html#2022-06-26-day')).toEqual({
    kind: 'page',
    url: '2022/timeline/#2022-06-26-day',
  });
  expect(resolve('../timeline/#law')).toBeUndefined();
  expect(resolve('../report/#law')).toEqual({ kind: 'entry', report: '2022', id: 'law' });
  expect(resolve('../../')).toEqual({ kind: 'page', url: '' });
});

test('web, mail and telephone addresses lead outside', () => {
  for (const url of ['https://www.gov.cn/', 'http://a.gov.cn', 'mailto:a@b.cn', 'tel:12348']) {
    expect(resolve(url)).toEqual({ kind: 'outside', url });
  }
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///C:/a',
  '//evil.cn/a',
  '\\\\evil.cn\\a',
  'http:///a',
])('%j is unsafe', (address) => {
  expect(resolve(address)?.kind).toBe('unsafe');
});

test.each(['', ' ', '/etc/passwd', '../../../etc/passwd', '?q=1', '%ff'])('%j leads nowhere', (address) => {
  expect(resolve(address)).toBeUndefined();
});
