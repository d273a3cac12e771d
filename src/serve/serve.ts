/**
 * Serve: the site on this machine while its content is being written.
 *
 * In:  the content folder; a port; who wants to hear of builds.
 * Out: a server that always has the last good site, and tells open pages of changes and mistakes.
 *
 * save -> watch -> rebuild -> tell the pages -> they load what concerns them
 */
import { createServer } from 'node:http';
import { THEME_FILES } from '../build.js';
import type { Language } from '../diagnostics/diagnostic.js';
import { answer, type AnswerOptions } from './answer.js';
import type { Editor } from './editor.js';
import { Events } from './events.js';
import { readLiveFiles } from './live-page.js';
import { listen } from './port.js';
import { Preview, type Outcome, type PreviewOptions } from './preview.js';
import { watchContent, type WatchOptions } from './watch.js';

export interface ServeOptions {
  content: string;
  /** Goes before the files of diagnostics: `content/`. */
  root: string;
  /** The next free one is taken when it is in use; `0` is any. */
  port: number;
  language: Language;
  editor: Editor;
  describeBug: PreviewOptions['describeBug'];
  /** Called after each build that has something to say. */
  onBuild?: (outcome: Outcome, milliseconds: number) => void;
  onFallback?: WatchOptions['onFallback'];
  build?: PreviewOptions['build'];
}

export interface Served {
  /** Ends in `/`. */
  url: string;
  port: number;
  close: () => Promise<void>;
}

/**
 * Errors: `EnvironmentError` when the content folder or a file of the program is missing, or no port can be had. Later
 *         on the folder may come and go.
 */
export async function startServer(options: ServeOptions): Promise<Served> {
  const { content, language, editor, onBuild, onFallback = () => undefined } = options;
  const preview = new Preview(options);
  const events = new Events((version) => preview.stateSince(version));
  const rebuild = (isCheck: boolean, changed?: readonly string[], isFirst = false): void => {
    const started = performance.now();
    const outcome = preview.rebuild(changed);
    if (isFirst && outcome.cause) throw outcome.cause;
    if (outcome.isNews) events.tell();
    const milliseconds = performance.now() - started;
    const tell = (): void => onBuild?.(outcome, milliseconds);
    // Pages first: what is sent to them leaves only when this is over, and the terminal can wait.
    if (isFirst) tell();
    else if (outcome.isNews || !isCheck) setImmediate(tell);
  };

  const answering: AnswerOptions = {
    content,
    language,
    editor,
    preview,
    events,
    liveFiles: readLiveFiles(),
    port: options.port,
  };
  const server = createServer((request, response) => {
    answer(request, response, answering).catch((error: unknown) => {
      // Whatever went wrong with one answer must not end the others.
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`500 ${String(error)}\n`);
    });
  });
  rebuild(false, undefined, true);
  answering.port = await listen(server, options.port);
  const watching = watchContent({
    content,
    alsoWatch: THEME_FILES,
    onChange: rebuild,
    onFallback,
  });

  return {
    url: `http://127.0.0.1:${answering.port}/`,
    port: answering.port,
    close: async () => {
      events.close();
      server.closeAllConnections();
      await Promise.all([watching.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}
