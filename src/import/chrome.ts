/** What a portal's page has around the text, and clerks copy along: no line of a report. */
import type { Words } from '../diagnostics/diagnostic.js';
import { isChromeLine, PORTAL_CHROME } from '../model/portal-chrome.js';
import type { Block, Dropped } from './document.js';

const CHROME: Words = { zh: '门户网页的按钮或提示', en: 'a button or notice of the portal’s page' };

/** Takes the lines of chrome out; words that stand in a line of text stay, and `check` names them. */
export function withoutChrome(blocks: readonly Block[]): { blocks: Block[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const kept = blocks.filter((block) => {
    if (block.kind !== 'line' || !isChrome(block.text.trim())) return true;
    dropped.push({ words: block.text.trim(), reason: CHROME });
    return false;
  });
  return { blocks: kept, dropped };
}

function isChrome(line: string): boolean {
  return (
    isChromeLine(line) || (line !== '' && line.replace(PORTAL_CHROME, '').replace(/[\s。？?！!\p{P}]/gu, '') === '')
  );
}
