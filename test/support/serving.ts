/** A server on a content folder, and one that listens to it as an open page does, without a browser. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { check } from '../../src/build.js';
import { buildSite } from '../../src/build-site.js';
import type { LiveState } from '../../src/serve/live-state.js';
import { startServer, type Served, type ServeOptions } from '../../src/serve/serve.js';
import { BASE } from './content.js';
import { filesIn, folderOf, temporaryFolder, type Files } from './folder.js';

export interface Serving extends Served {
  content: string;
  listener: Listener;
}

const running: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((end) => end()));
});

/** Serves these files from a folder of their own until the test is done. */
export async function serveFiles(files: Files = BASE, options: Partial<ServeOptions> = {}): Promise<Serving> {
  const content = options.content ?? folderOf(files);
  const served = await startServer({
    content,
    root: 'content/',
    port: 0,
    language: 'zh',
    editor: 'none',
    describeBug: (error) => `程序内部出错：${String(error)}`,
    ...options,
  });
  running.push(served.close);
  const listener = listenTo(served.url);
  await listener.until(() => true);
  return { ...served, content, listener };
}

export interface Listener {
  /** Everything that was told, in order. */
  states: LiveState[];
  /** The first state, from the `from`th on, that is as wanted. */
  until: (isWanted: (state: LiveState) => boolean, from?: number) => Promise<LiveState>;
}

function listenTo(url: string): Listener {
  const states: LiveState[] = [];
  let wake = (): void => undefined;
  const asking = request(`${url}.fazhi/events?version=`, (response) => {
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('data: ')) states.push(JSON.parse(line.slice('data: '.length)) as LiveState);
      wake();
    });
    response.on('error', () => undefined);
  });
  asking.on('error', () => undefined).end();
  running.push(() => asking.destroy());
  return {
    states,
    until: async (isWanted, from = 0) => {
      for (;;) {
        const found = states.slice(from).find(isWanted);
        if (found) return found;
        // Woken by the next event; a test that waits in vain runs into its own time limit.
        // oxlint-disable-next-line eslint/no-await-in-loop
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  /** `Host` is left out. */
  isNameless?: boolean;
}

/** One request as it is: neither path nor headers are made better. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, isNameless }: Asking = {}) {
  return new Promise<Reply>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false, setHost: isNameless !== true };
    const asking = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on('error', reject).end();
  });
}

/** The files of a clean build that the server does not serve byte for byte; it lists the same ones as the build. */
export async function differences({ port, content }: Serving): Promise<string[]> {
  const out = join(temporaryFolder(), 'dist');
  const { written } = await buildSite({ content, out, cache: false });
  if (!written) return ['the content has errors'];
  const faults = await Promise.all(
    filesIn(out).map(async (path) => {
      const { status, body } = await ask(port, `/${encodeURI(path)}`);
      return status === 200 && body.equals(readFileSync(join(out, path))) ? [] : [path];
    }),
  );
  return faults.flat();
}

/** What `check` says, as the panel says it: place and words. */
export function checked(content: string): string[] {
  return check(content).diagnostics.map(
    ({ severity, at, message }) => `${severity} content/${at.file}:${at.line}:${at.column} ${message.zh}`,
  );
}

/** What a page was told, in the same form and order. */
export function told({ mistakes }: LiveState): string[] {
  return mistakes.map(
    ({ severity, file, line, column, message }) => `${severity} ${file}:${line}:${column} ${message}`,
  );
}
