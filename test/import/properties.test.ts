/** Whatever a file says is imported without a crash, and composes back to itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageMark, noteMark, type Block, type SourceDocument } from '../../src/import/document.js';
import { importDocument } from '../../src/import/import.js';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';

const RUNS = Number(process.env['RUNS'] ?? 60);

/** What reports are made of, and what Markdown makes something else of. */
const WORDS = fc.constantFrom(
  ...'一、|（一）|(二)、|1.|1、|2. |①|第一，|一是|首先|主要举措和成效|存在的问题及不足|2023年工作安排|第一责任人职责情况|加强组织领导'.split(
    '|',
  ),
  ...'4月15日|6月初|2022年5月24日至26日|截至10月底|12月4日是国家宪法日|年初|当日|同月26日'.split('|'),
  ...'司法所|均川镇政法办|在唐王广场|开展法治宣传|发放资料8000余份|召开会议|《民法典》|“六一”'.split('|'),
  ...'，|。|；|：|、|“|”|（|）|—|……| |\u3000|\t'.split('|'),
  ...'*|_|**|`|#|# |> |- |+ |---|[|](http://a.cn)|![|<b>|<!-- events -->|-->|&amp;|\\|~|www.gov.cn|{|}|$|\u00a0|\u200b|a|Z|0|𠮷|é'.split(
    '|',
  ),
  '|',
  '\n',
);
const text = fc.array(WORDS, { minLength: 1, maxLength: 60 }).map((words) => words.join(''));
const line = fc
  .record({ text, isBold: fc.boolean(), heading: fc.integer({ min: 0, max: 4 }) })
  .map(({ text: words, isBold, heading }): Block => ({
    kind: 'line',
    text: words,
    ...(isBold && { isBold }),
    ...(heading > 0 && { heading }),
  }));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
  .map((rows): Block => ({ kind: 'table', rows }));
const block = fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: table });

function documentOf(blocks: Block[]): SourceDocument {
  return {
    format: 'docx',
    blocks,
    notes: ['注文一。', '见《民法典》*第1条*。'],
    images: [{ name: 'image1.png', bytes: new Uint8Array([1, 2, 3]), alt: '现场' }],
    metadata: {},
    dropped: [],
    remarks: [],
  };
}

test('any document composes back to itself, character for character', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      try {
        const { fidelity, isPlain } = importDocument(documentOf(blocks), { out: '2022' });
        expect({ difference: fidelity.difference, isPlain }).toEqual({ difference: undefined, isPlain: false });
      } catch (error) {
        // Nothing but marks and blanks is no report.
        if (!(error instanceof EnvironmentError)) throw error;
      }
    }),
    { numRuns: RUNS },
  );
});

test('events with one name on one day keep the order of the text', () => {
  const lines = ['一、主要做法', '12月4日，开展宪法宣传，甲村先行。', '12月4日，开展宪法宣传，乙村跟上。'];
  const document = documentOf(lines.map((words) => ({ kind: 'line', text: words })));
  const { fidelity, draft } = importDocument(document, { out: '2022' });
  expect(draft.items.map(({ id }) => id)).toEqual(['2022-12-04-xian-fa-xuan-chuan', '2022-12-04-xian-fa-xuan-chuan-2']);
  expect(fidelity.difference).toBeUndefined();
});

test('notes and images stay where the text calls them', () => {
  const document = documentOf([
    { kind: 'line', text: '一、主要做法' },
    { kind: 'line', text: `4月15日，司法所开展法治宣传${noteMark(0)}，发放资料100份${imageMark(0)}。` },
    { kind: 'line', text: `成效明显${noteMark(1)}。` },
  ]);
  const { fidelity, files, images } = importDocument(document, { out: '2022' });
  expect(fidelity.difference).toBeUndefined();
  expect(images.map(({ path }) => path)).toEqual(['2022/images/image1.png']);
  const event = files.find(({ path }) => path.includes('/events/'))?.text ?? '';
  expect(event).toContain('开展法治宣传[^1]，发放资料100份![现场](../images/image1.png)。\n\n[^1]: 注文一。');
});
