/** `ordinal/sequence`: ordinals of an enumeration begin at one, and none is left out or said twice. */
import { spanIn } from '../../model/passage.js';
import { chineseNumeral, numberOf } from '../../model/numerals.js';
import type { Span } from '../../model/span.js';
import { piecesInOrder } from '../in-order.js';
import { ordinalAt } from '../ordinals.js';
import { defineRule } from '../rule.js';

/** An ordinal of an enumeration: 二是, （三）, 其次. */
interface Step {
  /** Only steps of one form follow each other. */
  form: string;
  number: number;
  words: string;
  at: Span;
}

/** What may be a step, at the beginning of a sentence or of a part of one. */
const STEP =
  /([一二三四五六七八九十]{1,3})是(?!\1)|(首先|其次|再次)，|[（(][一二三四五六七八九十0-9０-９]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,2}[.．、]/g;
const ADVERBS: readonly string[] = ['首先', '其次', '再次'];
/** What may stand for 首先. */
const FIRST = /首先|第一|首要|一是|一方面|主要/;

export const ordinalSequence = defineRule<{ found: string; before?: string; expected: string }>({
  id: 'ordinal/sequence',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '“一是”“二是”、“（一）”“（二）”、“首先”“其次”要从头写起，不跳号、不重号。删改之后常会漏掉一个。按全文的次序看，各条目的正文接在章节里。',
    en: 'An enumeration (一是 二是, （一）（二）, 首先 其次) begins at one and leaves none out; edits often do. It is read in the order of the full text, where items run in to their section.',
  },
  *find(report) {
    for (const section of report.sections) {
      const forms = new Map<string, Step[]>();
      let heard = '';
      for (const { passage, start, end } of piecesInOrder(section, report)) {
        const text = passage.text.slice(start, end);
        for (const step of stepsIn(text, (index, length) => spanIn(passage, start + index, length))) {
          const open = forms.get(step.form) ?? [];
          forms.set(step.form, open);
          const before = open.at(-1);
          if (take(step, open)) continue;
          if (before === undefined && step.form === 'adverb' && FIRST.test(heard + text)) continue;
          yield {
            at: step.at,
            found: step.words,
            ...(before && { before: before.words }),
            expected: nameLike(step, (before?.number ?? 0) + 1),
          };
        }
        heard += text;
      }
    }
  },
  say: {
    zh: ({ found, before, expected }) =>
      before === undefined
        ? `“${found}”前面没有“${expected}”。请补上漏掉的，或改成从“${expected}”写起。`
        : `“${before}”后面应是“${expected}”，这里是“${found}”。请核对是漏了一条，还是序号写错。`,
    en: ({ found, before, expected }) =>
      before === undefined
        ? `No “${expected}” stands before “${found}”. Add what is missing, or begin with “${expected}”.`
        : `“${expected}” is to follow “${before}”, but this is “${found}”. Check whether one is missing or misnumbered.`,
  },
});

/** Adds a step to the enumerations of its form, those inside others last; whether it goes on with one of them. */
function take(step: Step, open: Step[]): boolean {
  const goesOn = step.number === 1 ? open.length - 1 : open.findLastIndex((one) => one.number === step.number - 1);
  const fits = step.number === 1 || goesOn >= 0;
  open.splice(fits ? goesOn + (step.number === 1 ? 1 : 0) : Math.max(0, open.length - 1), Infinity, step);
  return fits;
}

function* stepsIn(text: string, spanAt: (index: number, length: number) => Span): Iterable<Step> {
  for (const { 0: found, 1: clause, 2: adverb, index } of text.matchAll(STEP)) {
    const before = lastBefore(text, index);
    if (clause !== undefined && /[，。；：、,;:\n]/.test(before)) {
      yield { form: 'clause', number: numberOf(clause), words: found, at: spanAt(index, found.length) };
    } else if (adverb !== undefined && /[，。；：、,;:\n]/.test(before)) {
      yield { form: 'adverb', number: ADVERBS.indexOf(adverb) + 1, words: adverb, at: spanAt(index, adverb.length) };
    } else if (clause === undefined && /^[（(]/.test(found) ? /[。；：;:\n]/.test(before) : before === '\n') {
      const ordinal = ordinalAt(text, index);
      if (!ordinal) continue;
      const { level, number, words } = ordinal;
      yield { form: String(level), number, words, at: spanAt(index, words.length) };
    }
  }
}

/** The last character before an index that is no blank; a text begins as a line does. */
function lastBefore(text: string, index: number): string {
  let at = index - 1;
  while (at >= 0 && /[ \t\u3000]/.test(text[at] ?? '')) at -= 1;
  return text[at] ?? '\n';
}

/** A number in the form of a step. */
function nameLike({ form, words }: Step, number: number): string {
  if (form === 'adverb') return ADVERBS[number - 1] ?? '最后';
  if (form === 'clause') return `${chineseNumeral(number)}是`;
  return words.replace(
    /[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}/,
    /[0-9０-９]/.test(words) ? String(number) : chineseNumeral(number),
  );
}
