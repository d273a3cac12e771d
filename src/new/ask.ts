/**
 * Asks at a terminal. A question knows its answer's form; what may be chosen comes from the content.
 *
 * Errors: `Cancelled` when the clerk ends it with Ctrl-C or Escape, at any question.
 */
import { type CANCEL_SYMBOL, isCancel, log, multiline, multiselect, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../diagnostics/diagnostic.js';

export interface Choice {
  value: string;
  label: string;
}

export interface Terminal {
  input: Readable;
  output: Writable;
}

export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Choices shown at once; more are scrolled to. */
const SHOWN = 12;

const HINTS = {
  zh: {
    optional: '可不填，直接回车',
    prose: '一行一段，写完连按两次回车',
    optionalProse: '可不填；一行一段，写完连按两次回车',
    choose: '↑↓ 移动，回车选定',
    chooseMany: '↑↓ 移动，空格勾选，回车确定；可不选',
    required: '这一项必填。',
    beside: (label: string, hint: string) => `${label}（${hint}）`,
  },
  en: {
    optional: 'may be left empty',
    prose: 'a line a paragraph, Enter twice to end',
    optionalProse: 'may be empty; a line a paragraph, Enter twice to end',
    choose: '↑↓ to move, Enter to choose',
    chooseMany: '↑↓ to move, Space to tick, Enter to go on; may be none',
    required: 'This is required.',
    beside: (label: string, hint: string) => `${label} (${hint})`,
  },
} as const;

export interface TextQuestion {
  label: string;
  initial: string;
  isRequired: boolean;
  /** What is wrong with an answer, if anything. */
  objectTo?: (words: string) => string | undefined;
}

export class Asker {
  readonly #terminal: Terminal;
  readonly #hints: (typeof HINTS)[Language];

  constructor(terminal: Terminal, language: Language) {
    this.#terminal = terminal;
    this.#hints = HINTS[language];
  }

  line(question: TextQuestion): Promise<string> {
    const { label, initial, isRequired } = question;
    return answered(
      text({
        ...this.#terminal,
        message: isRequired ? label : this.#hints.beside(label, this.#hints.optional),
        initialValue: initial,
        validate: (words) => this.#objection(words, question),
      }),
    );
  }

  prose(question: TextQuestion): Promise<string> {
    const { label, initial, isRequired } = question;
    const hint = isRequired ? this.#hints.prose : this.#hints.optionalProse;
    return answered(
      multiline({
        ...this.#terminal,
        message: this.#hints.beside(label, hint),
        initialValue: initial,
        validate: (words) => this.#objection(words, question),
      }),
    );
  }

  choose(label: string, choices: readonly Choice[], initial: string | undefined): Promise<string> {
    return answered(
      select({
        ...this.#terminal,
        message: this.#hints.beside(label, this.#hints.choose),
        options: [...choices],
        ...(initial !== undefined && { initialValue: initial }),
        maxItems: SHOWN,
        showInstructions: false,
      }),
    );
  }

  chooseMany(label: string, choices: readonly Choice[], initial: readonly string[]): Promise<string[]> {
    return answered(
      multiselect({
        ...this.#terminal,
        message: this.#hints.beside(label, this.#hints.chooseMany),
        options: [...choices],
        initialValues: [...initial],
        maxItems: SHOWN,
        required: false,
        showInstructions: false,
      }),
    );
  }

  tell(words: string): void {
    log.message(words, { output: this.#terminal.output });
  }

  #objection(words: string | undefined, { isRequired, objectTo }: TextQuestion): string | undefined {
    const trimmed = words?.trim() ?? '';
    if (trimmed === '') return isRequired ? this.#hints.required : undefined;
    return objectTo?.(trimmed);
  }
}

async function answered<T extends string | string[]>(asking: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
  const answer = await asking;
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
