/** A terminal without a screen: types an answer when its question is shown. */
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../../src/new/ask.js';

export const ENTER = '\r';
export const SPACE = ' ';
export const DOWN = '\u001b[B';
export const CTRL_C = '\u0003';
/** Empties a line. */
export const CTRL_U = '\u0015';

export interface TypedTerminal extends Terminal {
  /** All that was shown, without colours. */
  shown: () => string;
  /** The answers whose question never came. */
  left: () => readonly string[];
}

/** How a question, or an objection to its answer, begins, and the keys to type at it. */
export type Typed = readonly [words: string, ...keys: string[]];

/** Answers in the order of their questions. A question that no answer is for gets Ctrl-C, so that no test hangs. */
export function typedTerminal(answers: readonly Typed[]): TypedTerminal {
  const input = new PassThrough();
  const waiting = [...answers];
  let shown = '';
  // What is asked, or objected to, is drawn anew while it is answered.
  const last = { '◆': '', '└': '' };
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const text = stripVTControlCharacters(chunk.toString('utf8'));
      shown += text;
      for (const { groups } of text.matchAll(/(?<mark>[◆└]) {2}(?<words>.*)/g)) {
        const { mark, words } = groups as { mark: keyof typeof last; words: string };
        if (last[mark] === words || (mark === '└' && words === '')) continue;
        last[mark] = words;
        const isExpected = waiting[0] !== undefined && words.startsWith(waiting[0][0]);
        const keys = isExpected ? (waiting.shift()?.slice(1) ?? []) : [CTRL_C];
        setImmediate(() => keys.flatMap(oneByOne).forEach((key) => input.write(key)));
      }
      done();
    },
  });
  // Wide enough for no question to be wrapped.
  Object.assign(output, { columns: 200, rows: 60 });
  return { input, output, shown: () => shown, left: () => waiting.map(([words]) => words) };
}

/** A key that sends several characters, such as an arrow, is one key. */
function oneByOne(keys: string): string[] {
  return keys.startsWith('\u001b') ? [keys] : [...keys];
}
