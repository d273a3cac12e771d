/** `personal/id-number`: nobody's identity number is published, neither in words nor in an address or file name. */
import { spanIn } from '../../model/passage.js';
import { identityNumbersIn, maskedIdentity } from '../identity-number.js';
import { defineWordsRule } from '../rule.js';

export const personalIdNumber = defineWordsRule({
  id: 'personal/id-number',
  severity: 'error',
  silence: 'with-reason',
  looksAtNames: true,
  about: {
    zh: '身份证号是个人隐私，《政府信息公开条例》第十五条规定不得公开。程序只提示隐去后的写法，不替人改动原文。',
    en: 'An identity number is private; article 15 of the regulation on government information forbids to publish it. The masked form is suggested, never applied.',
  },
  *findInWords(passage) {
    for (const { number, start, end } of identityNumbersIn(passage.text))
      yield { at: spanIn(passage, start, end - start), isName: passage.key === 'file', fix: maskedIdentity(number) };
  },
  // The number itself is not repeated: what is said here may end up in a public log.
  say: {
    zh: ({ fix, isName }) =>
      `${isName ? '文件名里' : '这里'}像是一个身份证号，不能公开。请删去，或隐去中间各位，写成“${fix}”。`,
    en: ({ fix, isName }) =>
      `This looks like an identity number${isName ? ' in a file name' : ''}, which cannot be published. Remove it, or hide its middle: “${fix}”.`,
  },
});
