/** What a browser's PDF says of the run that made it, and must not. */
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/export/finish-pdf.js';

const FACTS = { title: '年度报告', author: '均川镇党委政府', day: '2023-03-21' };

/** A tagged PDF whose table has two heads that a cell refers to, by the numbers that a browser counted them under. */
async function withHeads(first: number, second: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage();
  const [one, two] = [first, second].map((number) => PDFString.of(`node${String(number).padStart(8, '0')}`));
  const { context } = pdf;
  const heads = [one, two].map((name) => context.register(context.obj({ Type: 'StructElem', S: 'TH', ID: name })));
  const cell = context.register(
    context.obj({ Type: 'StructElem', S: 'TD', A: [{ O: 'Table', Headers: [one, two] }], T: PDFString.of('node 1') }),
  );
  const names = context.obj({ Limits: [one, two], Names: [one, heads[0], two, heads[1]] });
  const tree = context.obj({
    Type: 'StructTreeRoot',
    K: [...heads, cell],
    IDTree: { Kids: [context.register(names)] },
  });
  pdf.catalog.set(PDFName.of('StructTreeRoot'), context.register(tree));
  return pdf.save({ useObjectStreams: false });
}

test('the heads of a table have the same names, whatever a browser had counted before them', async () => {
  const finished = await finishPdf(await withHeads(194, 195), FACTS);
  expect(Buffer.compare(finished, await finishPdf(await withHeads(207, 341), FACTS))).toBe(0);
  const { context } = await PDFDocument.load(finished);
  const written = context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString().replace(/\s+/g, ' '))
    .join('\n');
  expect(written).toContain('/Headers [ (node00000000) (node00000001) ]');
  expect(written).toContain('/Limits [ (node00000000) (node00000001) ]');
  expect(written.match(/\/ID \(node\d+\)/g)).toEqual(['/ID (node00000000)', '/ID (node00000001)']);
  expect(written).toContain('/T (node 1)');
});
