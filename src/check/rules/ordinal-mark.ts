/** `ordinal/mark`: （一） and （1） stand without a mark, 1. has a dot. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { defineWordsRule } from '../rule.js';

/** （一）、 where a sentence may begin; （一）、（二）两项 names two of them. */
const BRACKETED =
  /(?<=^[ \t\u3000]{0,9}|[。；：;:\n\ufffc][ \t\u3000]{0,9})([（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[）)])([、．.，,：:])(?![（(])/g;
/** 1、 at the beginning of a line, before words. */
const COMMA = /(?<=^[ \t\u3000]{0,9})([0-9０-９]{1,2})、[ \t\u3000]*(?=[\p{Script=Han}“《])/gmu;

export const ordinalMark = defineWordsRule<{ found: string }>({
  id: 'ordinal/mark',
  severity: 'error',
  silence: 'allowed',
  about: {
    zh: '公文的序号写作“一、”“（一）”“1.”“（1）”：括号外面不再带标点，数字后面用点不用顿号。',
    en: 'Official documents number 一、 （一） 1. （1）: no mark stands behind a bracket, and a dot, no 、, behind a digit.',
  },
  *findInWords(passage) {
    if (passage.key !== undefined) return;
    for (const { 0: found, 1: ordinal = '', 2: mark = '', index } of passage.text.matchAll(BRACKETED)) {
      const edit = mendIn(passage, index + ordinal.length, mark.length, '');
      const fix = ordinal.replace('(', '（').replace(')', '）');
      yield { at: spanIn(passage, index, found.length), found, fix, ...(edit && { edits: [edit] }) };
    }
    for (const { 0: found, 1: digits = '', index } of passage.text.matchAll(COMMA)) {
      // A blank behind the dot would make it a list of Markdown's own.
      const edit = mendIn(passage, index + digits.length, found.length - digits.length, '.');
      const words = found.trimEnd();
      yield {
        at: spanIn(passage, index, words.length),
        found: words,
        fix: `${digits}.`,
        ...(edit && { edits: [edit] }),
      };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      /[）)]/.test(found) ? `序号的括号外面不带标点，请把“${found}”写成“${fix}”。` : `序号“${found}”请写成“${fix}”。`,
    en: ({ found, fix }) =>
      /[）)]/.test(found)
        ? `No mark stands behind an ordinal's bracket: write “${fix}”, not “${found}”.`
        : `Write the ordinal “${found}” as “${fix}”.`,
  },
});
