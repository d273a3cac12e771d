/** The statutory parts of a report, and which of them a title speaks of. */
import { simplified } from './simplified.js';
import type { Part } from './site.js';

/** The parts that every report has. */
export const STATUTORY_PARTS = ['measures', 'shortcomings', 'duties', 'plan'] as const satisfies Part[];
export type StatutoryPart = (typeof STATUTORY_PARTS)[number];

const SYNONYMS: readonly (readonly [StatutoryPart, RegExp])[] = [
  ['duties', /第一责任人|述法|主要(?:负责人|领导).*(?:履|职责|情况)|^(?:个人|一把手)?履职(?:情况|尽责|$)/],
  ['plan', /安排|打算|计划|谋划|设想|展望|下一?步|下一?年|来年|明年|努力方向|工作(?:思路|重点)|重点(?:工作|任务)$/],
  ['shortcomings', /不足|问题|短板|薄弱|差距|困难|原因/],
  ['measures', /举措|做法|成效|成绩|工作[^，。、和及]{0,6}情况|工作(?:回顾|回眸|实绩)/],
];
/** Words in which a synonym means something else. */
const OTHER_SENSE =
  /问题导向|(?:解决|化解|整改|处理|热点|难点|突出)[^，。、和及]{0,6}问题|问题[^，。、和及]{0,4}整改|工作计划[^，。、和及]{0,4}(?:落实|完成)/g;
/** A heading that says what was done: 压实第一责任人职责, 补齐短板. */
const SLOGAN =
  /^(?:压实|强化|落实|加强|坚持|夯实|健全|完善|提升|深化|持续|全面|聚焦|突出|注重|优化|紧盯|补齐|破解|解决|化解|扎实|严格|规范|抓)/;

/** The parts that a title speaks of; none when it tells nothing of the kind. */
export function partsIn(title: string): StatutoryPart[] {
  if (SLOGAN.test(simplified(title))) return [];
  const words = simplified(title).replace(OTHER_SENSE, '');
  return SYNONYMS.filter(([, synonyms]) => synonyms.test(words)).map(([part]) => part);
}
