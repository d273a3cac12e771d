/** What `check` says about words put into a small report: each rule with the very words it marks. */
import { BASE, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const SECTION = '2022/sections/10-measures.md';

/** `rule: words` for each diagnostic about a body; `''` where the mark is no part of one line. */
export function marked(words: string): string[] {
  return markedIn(inBody(words));
}

export function inBody(words: string): Files {
  return { [SECTION]: (BASE[SECTION] ?? '').replace('我镇开展法治宣传。', `我镇开展法治宣传。\n\n${words}\n\n`) };
}

/** The same for files that differ from the small report. */
export function markedIn(changes: Files): string[] {
  const files: Files = { ...BASE, ...changes };
  return siteOf(files).diagnostics.map(({ rule, at }) => {
    const content = files[at.file];
    const line = typeof content === 'string' ? (content.split('\n')[at.line - 1] ?? '') : '';
    return `${rule}: ${at.line === at.endLine ? line.slice(at.column - 1, at.endColumn - 1) : ''}`;
  });
}

/** What `check` says of a body, as its sentences. */
export function sentences(words: string): string[] {
  return siteOf({ ...BASE, ...inBody(words) }).diagnostics.map(({ message }) => message.zh);
}
