/** Word documents made of XML that a test writes by hand, and nothing more than it writes. */
import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface WordFile {
  /** What stands within `w:body`. */
  body: string;
  /** What stands within the root of these parts. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  footer?: string;
  settings?: string;
  /** Further relationships of the text: `rId9` -> kind and target. */
  relationships?: Readonly<Record<string, Target>>;
  settingsRelationships?: Readonly<Record<string, Target>>;
  /** Further parts by their whole name. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

type Target = readonly [kind: string, target: string, mode?: 'External'];

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  header: 'w:hdr',
  footer: 'w:ftr',
  settings: 'w:settings',
} as const;

export function wordFile(file: WordFile): Uint8Array {
  return zipped(partsOf(file));
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

/** The parts of a file, for tests that change one of them. */
export function partsOf(file: WordFile): Record<string, string | Uint8Array> {
  const kinds = Object.entries(ROOTS).filter(([kind]) => file[kind as keyof typeof ROOTS] !== undefined);
  const own = kinds.map(([kind], index): [string, Target] => [`rIdOwn${index}`, [kind, `${kind}.xml`]]);
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${file.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships({ ...Object.fromEntries(own), ...file.relationships }),
    'word/_rels/settings.xml.rels': relationships(file.settingsRelationships ?? {}),
    ...Object.fromEntries(
      kinds.map(([kind, root]) => [
        `word/${kind}.xml`,
        `<${root} ${NAMESPACES}>${file[kind as keyof typeof ROOTS] ?? ''}</${root}>`,
      ]),
    ),
    ...file.parts,
  };
}

function relationships(targets: Readonly<Record<string, Target>>): string {
  const list = Object.entries(targets).map(
    ([id, [kind, target, mode]]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

/** A paragraph of one run, with properties of both. */
export function paragraph(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}
