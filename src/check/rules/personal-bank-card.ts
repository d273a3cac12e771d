/** `personal/bank-card`: no number of a bank card or account is published. */
import { spanIn, type Passage } from '../../model/passage.js';
import { halfWidth, hasDigits, longNumbers, withoutAddresses } from '../digits.js';
import { identityNumbersIn } from '../identity-number.js';
import { defineWordsRule } from '../rule.js';

/** What cards of banks in China begin with, and how long they are then. */
const CARD = /^(?:6[0289]\d{14,17}|955[89]\d{12,15}|4\d{15}|5[1-5]\d{14}|35\d{14})$/;
/** Words that make any number a card's when they stand close before it. */
const NEAR = /(?:银行|[卡账帐]号|账户|帐户|开户|户名|汇款|存折)[^。；\n]{0,20}$/;
const ACCOUNT = /(?:[卡账帐]号|账户|帐户)[^\d，。；\n]{0,10}?(?<![A-Za-z\d_])(?<number>\d(?:[ -]?\d){11,20})(?!\d)/g;

export const personalBankCard = defineWordsRule({
  id: 'personal/bank-card',
  severity: 'error',
  silence: 'with-reason',
  looksAtNames: true,
  about: {
    zh: '《个人信息保护法》把金融账户列为敏感个人信息，卡号和账号不能公开。',
    en: 'The law on personal information counts bank accounts as sensitive, so numbers of cards and accounts are not published.',
  },
  *findInWords(passage) {
    if (!hasDigits(passage.text, 12)) return;
    const text = withoutAddresses(halfWidth(passage.text));
    if (!/\d{3}/.test(text)) return;
    const people = identityNumbersIn(passage.text);
    const found: { start: number; end: number }[] = [];
    for (const match of text.matchAll(ACCOUNT)) {
      const number = match.groups?.['number'] ?? '';
      const end = match.index + match[0].length;
      if (people.some((one) => one.start < end && end - number.length < one.end)) continue;
      found.push({ start: end - number.length, end });
      yield finding(passage, number, end);
    }
    for (const { digits, groups, start, end, before, after } of longNumbers(text, 16, 19)) {
      const isTaken = found.some((one) => start < one.end && one.start < end);
      const isGrouped = groups.every((length, index) => length === 4 || (index > 2 && length < 4) || groups.length < 3);
      if (isTaken || !isGrouped || /[A-Za-z.-]/.test(before) || /[A-Za-z-]/.test(after)) continue;
      if (!isCard(digits) || people.some((one) => one.start < end && start < one.end)) continue;
      if (!CARD.test(digits) && !NEAR.test(text.slice(Math.max(0, start - 40), start))) continue;
      found.push({ start, end });
      yield finding(passage, text.slice(start, end), end);
    }
  },
  say: {
    zh: ({ fix, isName }) =>
      `${isName ? '文件名里' : '这里'}像是银行卡号或账号，不能公开。请删去，或隐去中间各位，写成“${fix}”。`,
    en: ({ fix, isName }) =>
      `This looks like the number of a bank card or account${isName ? ' in a file name' : ''}, which cannot be published. Remove it, or hide its middle: “${fix}”.`,
  },
});

function finding(passage: Passage, number: string, end: number) {
  const digits = number.replace(/\D/g, '');
  const fix = digits.slice(0, 4) + '*'.repeat(digits.length - 8) + digits.slice(-4);
  return { at: spanIn(passage, end - number.length, number.length), isName: passage.key === 'file', fix };
}

/** The checksum of cards, by Luhn. */
function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
