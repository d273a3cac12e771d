/** `fazhi serve`: build, watch, show; until Ctrl-C. */
import type { Language } from '../diagnostics/diagnostic.js';
import { pretty } from '../diagnostics/pretty.js';
import type { Outcome } from '../serve/preview.js';
import { editorOf, type Editor } from '../serve/editor.js';
import { startServer } from '../serve/serve.js';
import { describeEnd, rootOf } from './print.js';
import { HELP, SERVE } from './words.js';

export interface ServeCall {
  content: string;
  port: number;
  lang: Language;
  editor?: Editor;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What shells make of a program that Ctrl-C has ended. */
const ENDED_BY_SIGNAL = 130;

/** Errors: `EnvironmentError` when it cannot start. */
export async function runServe({ content, port, lang, editor = editorOf(process.env) }: ServeCall, version: string) {
  const stopped = untilSignal();
  const words = SERVE[lang];
  const server = await startServer({
    content,
    root: rootOf(content),
    port,
    language: lang,
    editor,
    describeBug: (error) => describeBug(error, lang, version),
    onBuild: (outcome, milliseconds) => say(describe(outcome, milliseconds, { content, lang })),
    onFallback: (error) => say(words.fallback(error instanceof Error ? error.message : String(error))),
  });
  if (port !== 0 && server.port !== port) say(words.portInUse(port, server.port));
  say(words.address(server.url));
  await stopped;
  await server.close();
  say(words.end);
  return 0;
}

function describeBug(error: unknown, lang: Language, version: string): string {
  if (process.env['FAZHI_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return HELP[lang].bug(version, error instanceof Error ? error.message : String(error));
}

/** The first signal ends the program as soon as it can put its things away, the second at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (isStopping) process.exit(ENDED_BY_SIGNAL);
        isStopping = true;
        resolve();
      });
    }
  });
}

/**
 * A build between two lines that never change, which editors look for (`docs/clerk-guide.zh-CN.md`); in one piece and on
 * one stream, so that nothing comes between.
 */
function describe(
  { result, problem }: Outcome,
  milliseconds: number,
  { content, lang }: { content: string; lang: Language },
): string {
  const { begin, done, colon } = SERVE[lang];
  if (result === undefined) return [begin, problem ?? '', done].join('\n');
  const { diagnostics, lineOf } = result;
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  const shown = pretty(diagnostics, { language: lang, colour, root: rootOf(content), lineOf });
  const end = `${done}${colon}${describeEnd(diagnostics, milliseconds, lang)}`;
  return [begin, ...(shown === '' ? [] : [shown]), end].join('\n');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
