/** `typo/doubled`: a character or word that an edit left standing twice. */
import { spanIn } from '../../model/passage.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/**
 * Characters that are hardly ever said twice, with what makes them two words after all: 目的的, 为了了解, 稳定和和谐,
 * 把把关.
 */
const CHARACTERS: Readonly<Record<string, { after?: string; before?: string }>> = {
  的: { after: '目标', before: '确士' },
  了: { after: '为除不', before: '解结之却' },
  是: { after: '于还就但可凡要或只都正像若国', before: '非' },
  在: { after: '存现正实所内潜自', before: '于' },
  和: { after: '共饱缓调温谐随平总', before: '谐平解睦气美好田县服' },
  与: { after: '参赠给授', before: '会' },
  为: { after: '作成认以视称化变分因行人', before: '民人群老企国公农基何' },
  将: { after: '即大名上中少良干', before: '军来' },
  把: { after: '一两几', before: '关握脉手控' },
  对: { after: '面针应相反比核绝成结一派校', before: '方手象待照策口比接联' },
};
const CHARACTER = new RegExp(`([${Object.keys(CHARACTERS).join('')}])\\1(?!\\1)`, 'g');

const WORD = /(\p{Script=Han}{2,8})\1/gu;
/** 一个一个, 二十二十, 天天天天, 研究研究: said twice on purpose. */
const ON_PURPOSE =
  /^(?:[一逐挨].*|[〇零一二三四五六七八九十百千万两]+|(.)\1+|研究|商量|讨论|了解|打听|琢磨|休息|锻炼|考虑|交流|尝试|体验|哗啦|叮当)$/u;
/** 宣传宣传员: a word and a name that begins with it. */
const NAME_BEHIND = /^(?:[员者站室局委处岗队日周月]|组(?!织)|强国|中心|小组|平台|机关)/;

export const typoDoubled = defineWordsRule<{ found: string }>({
  id: 'typo/doubled',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '重复的字词（“的的”“进行进行”）多半是删改时留下的。有意重叠的（一个一个、研究研究）不提示。',
    en: 'A word standing twice (的的, 进行进行) is mostly what an edit left behind. Words doubled on purpose (一个一个) are not reported.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    const { text } = passage;
    for (const { 0: found, 1: character = '', index } of text.matchAll(CHARACTER)) {
      const { after = '', before = '' } = CHARACTERS[character] ?? {};
      const [left = '', right = ''] = [text[index - 1], text[index + found.length]];
      if (left === character || (left !== '' && after.includes(left)) || (right !== '' && before.includes(right)))
        continue;
      yield { at: spanIn(passage, index, found.length), found, fix: character };
    }
    for (const { 0: found, 1: word = '', index } of text.matchAll(WORD)) {
      if (ON_PURPOSE.test(word) || NAME_BEHIND.test(text.slice(index + found.length, index + found.length + 2)))
        continue;
      yield { at: spanIn(passage, index, found.length), found, fix: word };
    }
  },
  say: {
    zh: ({ found, fix }) => `“${found}”是否多写了一遍？若是，请写成“${fix}”。`,
    en: ({ found, fix }) => `Does “${found}” say the same twice? If so, write “${fix}”.`,
  },
});
