/** `personal/mobile`: no mobile number is published; landlines of offices and short service numbers are. */
import { spanIn } from '../../model/passage.js';
import { halfWidth, hasDigits, withoutAddresses } from '../digits.js';
import { defineWordsRule } from '../rule.js';

/** Whole, in groups 3-4-4 or 3-8, with or without +86; not the end of a longer number, and no amount or file number. */
const MOBILE =
  /(?<![\dA-Za-z.]|\d-|(?:编号|文号|案号|单号|证号|序号|备案号|索引号)[为是: ：]{0,2})(?:(?:\+|00)?86[ -]?)?(?<number>1[3-9]\d(?:\d{8}|[ -]\d{8}|[ -]?\d{4}[ -]\d{4}))(?!\d|[.-]\d|[A-Za-z]| ?(?:元|万|亿|余|多|份|人|次|个|吨|千|平方|公里|立方))/g;

export const personalMobile = defineWordsRule({
  id: 'personal/mobile',
  severity: 'error',
  silence: 'with-reason',
  looksAtNames: true,
  about: {
    zh: '手机号码属于个人信息，公开前要隐去中间四位；单位的座机和 12345 一类服务电话可以公开。',
    en: 'A mobile number is personal: its middle is hidden before it is published. Landlines of offices and service numbers such as 12345 may stand.',
  },
  *findInWords(passage) {
    if (!hasDigits(passage.text, 11)) return;
    const text = withoutAddresses(halfWidth(passage.text));
    for (const match of text.matchAll(MOBILE)) {
      const number = match.groups?.['number'] ?? '';
      const digits = number.replace(/\D/g, '');
      const start = match.index + match[0].length - number.length;
      const fix = `${digits.slice(0, 3)}****${digits.slice(-4)}`;
      yield { at: spanIn(passage, start, number.length), isName: passage.key === 'file', fix };
    }
  },
  say: {
    zh: ({ fix, isName }) =>
      `${isName ? '文件名里' : '这里'}像是一个手机号码，不能公开。请改用单位的座机，或隐去中间四位，写成“${fix}”。`,
    en: ({ fix, isName }) =>
      `This looks like a mobile number${isName ? ' in a file name' : ''}, which cannot be published. Use the office's landline, or hide the middle: “${fix}”.`,
  },
});
