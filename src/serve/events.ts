/**
 * Events: the pages that stand open, each told of news by server-sent events.
 *
 * A page says which version it came from, and hears only of what changed since; so nothing is lost between its request
 * and its first event, nor while it was hidden and did not listen.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveState } from './live-state.js';

/** After how long a browser tries again when the server is gone. */
const RETRY_MS = 500;
/** A browser opens six connections to one server, and needs some for the pages themselves. */
const MAX_PAGES = 4;

export class Events {
  readonly #pages = new Map<ServerResponse, string>();
  readonly #stateSince: (version: string) => LiveState;

  constructor(stateSince: (version: string) => LiveState) {
    this.#stateSince = stateSince;
  }

  /** Keeps a page that came from `version` informed until it goes away. The headers are set by then. */
  join(request: IncomingMessage, response: ServerResponse, version: string): void {
    this.#sendOldestAway();
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: ${RETRY_MS}\n\n`);
    this.#pages.set(response, version);
    request.on('close', () => this.#pages.delete(response));
    this.#tell(response, version);
  }

  /** Tells every page what is new to it. */
  tell(): void {
    for (const [response, version] of this.#pages) this.#tell(response, version);
  }

  close(): void {
    for (const response of this.#pages.keys()) response.end();
    this.#pages.clear();
  }

  /** Makes place for one more: a page that is sent away asks from time to time instead. */
  #sendOldestAway(): void {
    const [oldest] = this.#pages.keys();
    if (oldest === undefined || this.#pages.size < MAX_PAGES) return;
    this.#pages.delete(oldest);
    oldest.end('event: away\ndata:\n\n');
  }

  #tell(response: ServerResponse, version: string): void {
    const state = this.#stateSince(version);
    this.#pages.set(response, state.version);
    response.write(`data: ${JSON.stringify(state)}\n\n`);
  }
}
