/**
 * The names that a browser gives to parts of a PDF, such as a head of a table that cells refer to.
 *
 * Chromium names a part after its number among all nodes that the page has ever asked a number for, and whether that
 * was one more depends on whether the page came to be drawn before it was printed: the same report would be other bytes
 * on a busy machine. So they are counted anew, in the same order, which the tree of names is sorted by.
 */
import { PDFArray, PDFDict, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const NAME = /^node\d{8}$/;

export function countIdsAnew(pdf: PDFDocument): void {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const names = new Set<string>();
  for (const object of objects) rename(object, (name) => (names.add(name), name));
  const counted = new Map([...names].toSorted().map((name, index) => [name, `node${String(index).padStart(8, '0')}`]));
  for (const object of objects) rename(object, (name) => counted.get(name) ?? name);
}

/** Gives each such name within an object, at any depth, the one that `nameOf` says. */
function rename(object: PDFObject, nameOf: (name: string) => string): void {
  const renamed = (value: PDFObject): PDFObject => {
    if (value instanceof PDFString && NAME.test(value.asString())) return PDFString.of(nameOf(value.asString()));
    rename(value, nameOf);
    return value;
  };
  if (object instanceof PDFDict) for (const [key, value] of object.entries()) object.set(key, renamed(value));
  else if (object instanceof PDFArray)
    for (const [index, value] of object.asArray().entries()) object.set(index, renamed(value));
}
