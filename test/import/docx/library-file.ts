/** Word documents made by a library, with numbers typed or counted by Word. */
import { Document, LevelFormat, Packer, Paragraph, type ISectionOptions } from 'docx';

const LEVELS = [
  [LevelFormat.CHINESE_COUNTING, '%1、'],
  [LevelFormat.CHINESE_COUNTING, '(%2)、'],
  [LevelFormat.CHINESE_COUNTING, '%3、'],
] as const;
const NUMBERING = {
  config: [
    {
      reference: 'report',
      levels: LEVELS.map(([format, text], level) => ({ level, format, text, start: 1 })),
    },
    { reference: 'plan', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '(%1)', start: 1 }] },
  ],
};

/** A document of the `docx` library. */
export async function written(children: ISectionOptions['children'], more: object = {}): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ children }], ...more }));
}

/** The line without its typed ordinal, in a list that counts it. Inside a part `一、` is the third level. */
function numbered(text: string, isInPart: boolean): Paragraph {
  const at = (reference: string, level: number, words = ''): Paragraph =>
    new Paragraph({ text: words, numbering: { reference, level } });
  const [, second] = /^\([一-十]\)、(.*)$/s.exec(text) ?? [];
  if (second !== undefined) return at('report', 1, second);
  const [, plan] = /^\([一-十]\)(.*)$/s.exec(text) ?? [];
  if (plan !== undefined) return at('plan', 0, plan);
  const [, first] = /^[一-十]、(.*)$/s.exec(text) ?? [];
  return first === undefined ? new Paragraph({ text }) : at('report', isInPart ? 2 : 0, first);
}

/** The report of Junchuan with every ordinal of a heading left to Word. */
export async function countedReport(lines: readonly string[]): Promise<Uint8Array> {
  const parts = new Set([
    '一、主要举措和成效',
    ...lines.filter((line) => /^[二三四]、(?:存在|党政主要|2023)/.test(line)),
  ]);
  return written(lines.map((text) => numbered(text, !parts.has(text))));
}

export async function typedReport(lines: readonly string[]): Promise<Uint8Array> {
  return written(lines.map((text) => new Paragraph({ text })));
}
