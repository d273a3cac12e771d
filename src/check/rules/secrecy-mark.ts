/** `secrecy/mark`: nothing that bears a mark of secrecy, or of internal use, is published. */
import { spanIn, type Passage } from '../../model/passage.js';
import { defineWordsRule } from '../rule.js';

/** 机密★1年, 秘 密 ★ */
const STAR =
  /(?:秘[ 　]*密|机[ 　]*密|绝[ 　]*密)[ 　]*[★☆](?:[ 　]*[0-9０-９一二三四五六七八九十]{1,3}[ 　]*[年月])?/g;
const LEVEL = '(?:秘[ 　]*密|机[ 　]*密|绝[ 　]*密)';
const INTERNAL =
  '(?:内部(?:资料|材料|文件|使用|参考|传阅|刊物)|仅[供限](?:系统|单位)?内部(?:使用|参考|传阅|学习)?|注意保[存密]|严禁外传|请勿外传|不得外传|不得翻印)';
const MARK = `(?:${LEVEL}|${INTERNAL})(?:[，,· 　]{0,2}(?:${LEVEL}|${INTERNAL}))*`;
const CLOSED = '不(?:予|宜)?公开';
/** Alone on its line, or with 密级 and the like before it: 不予公开 alone may as well be a cell of a table. */
const ALONE = new RegExp(
  `^[ 　]*(?:(?:密[ 　]*级|保密期限)[：: 　]*)?(?<mark>${MARK})[ 　]*[。！!]?[ 　]*$|(?:公开(?:属性|方式|形式|类型|类别)|信息公开选项)[：: 　]+(?<closed>${CLOSED})`,
  'gm',
);
/** In brackets of its own. */
const BRACKETED = new RegExp(
  `[（(【\\[〔［](?<mark>${MARK}|不予公开|[此本][件文]${CLOSED})[。！!]?[）)】\\]〕］]`,
  'g',
);
/** 内部资料，注意保存 in a line of text; 此件不予公开 in an imprint. */
const IN_TEXT = new RegExp(
  `内部(?:资料|材料|文件|刊物)[，, 　]{0,2}(?:注意保[存密]|妥善保管|严禁外传|请勿外传|不得外传|不得翻印)(?=[。！!）)\\]】\\s]|$)|[此本]件${CLOSED}`,
  'g',
);
/** Between the joints of a file name. */
const IN_NAME = new RegExp(`(?:^|[-_. （(【\\[/])(?<mark>${MARK}|不予公开)(?=[-_. ）)】\\]]|$)`, 'g');

export const secrecyMark = defineWordsRule({
  id: 'secrecy/mark',
  severity: 'error',
  silence: 'with-reason',
  looksAtNames: true,
  about: {
    zh: '《政府信息公开条例》第十四条：依法确定为国家秘密的政府信息不予公开。带有密级或内部使用标志的内容不能上网。',
    en: 'Article 14 of the regulation on government information: state secrets are not published. What bears a mark of secrecy or of internal use stays offline.',
  },
  *findInWords(passage) {
    if (!/密|内部|公开|注意保存|妥善保管|外传/.test(passage.text)) return;
    const found = new Map<number, string>();
    for (const pattern of passage.key === 'file' ? [STAR, IN_NAME] : [STAR, IN_TEXT, ALONE, BRACKETED]) {
      for (const match of passage.text.matchAll(pattern)) {
        const mark = match.groups?.['mark'] ?? match.groups?.['closed'] ?? match[0];
        const start = match.index + match[0].indexOf(mark);
        if (!isCovered(found, start)) found.set(start, mark);
      }
    }
    for (const [start, mark] of found) yield findingOf(passage, start, mark);
  },
  say: {
    zh: ({ found }) =>
      `“${found}”是密级或内部使用的标志，带标志的内容不能公开。请先做保密审查；若内容可以公开，请删去标志。`,
    en: ({ found }) =>
      `“${found}” is a mark of secrecy or of internal use, and what bears it cannot be published. Have it reviewed; if it may be published, remove the mark.`,
  },
});

function isCovered(found: ReadonlyMap<number, string>, start: number): boolean {
  return [...found].some(([from, mark]) => from <= start && start < from + mark.length);
}

function findingOf(passage: Passage, start: number, found: string) {
  return { at: spanIn(passage, start, found.length), found };
}
