import { expect, test } from 'vitest';
import { BASE, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const SECTION = '2022/sections/10-measures.md';
const textOf = (body: string): Files => {
  const { '2022/events/2022-06-26-drug-control-day.md': _event, ...others } = BASE;
  return { ...others, [SECTION]: `---\ntitle: 主要举措和成效\npart: measures\n---\n${body}` };
};
const saidOf = (files: Files): [string, string][] =>
  siteOf(files).diagnostics.map(({ rule, severity }) => [rule, severity]);

test('a section without words is an error, and one that a note says is to be written a warning', () => {
  expect(saidOf(textOf(''))).toEqual([['text/empty', 'error']]);
  expect(saidOf(textOf('\n<!-- 正文写在这里 -->\n'))).toEqual([['text/empty', 'warning']]);
});
