/**
 * Asks a server for one file, with patience and with limits.
 *
 * In:  the address, the size the file should have.
 * Out: an answer, or why there is none. Never throws for what a server or a network does.
 *
 * What may pass (no answer in time, a broken line, 429 and 5xx) is asked again, twice. Redirects are followed within the
 * site only: elsewhere may be a login page or somebody else's site, and its bytes would prove nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { readBody, type Body } from './body.js';
import { inWords, isPassing, type Failure } from './failure.js';

export interface Patience {
  /** For one request, its body included. */
  timeoutMs: number;
  /** Before each further try. */
  pausesMs: readonly number[];
}

export type Answer =
  | { kind: 'answer'; status: number; headers: Headers; /** Of 200 only. */ body?: Body }
  | { kind: 'redirect'; status: number; location: string; isCircle: boolean }
  | { kind: 'failure'; failure: Failure };

const MAX_REDIRECTS = 5;
/** A server that wants more patience than this is told to be away. */
const MAX_WISHED_PAUSE_MS = 10_000;
const AGENT = 'Mozilla/5.0 (compatible; fazhi verify)';

export async function ask(base: URL, path: string, size: number, patience: Patience): Promise<Answer> {
  for (const pauseMs of patience.pausesMs) {
    const answer = await follow(base, path, size, patience);
    const wishedMs = answer.kind === 'answer' ? wishedPause(answer.headers) : 0;
    if (!mayPass(answer) || wishedMs > MAX_WISHED_PAUSE_MS) return answer;
    await pause(Math.max(pauseMs, wishedMs));
  }
  return follow(base, path, size, patience);
}

function mayPass(answer: Answer): boolean {
  if (answer.kind === 'redirect') return false;
  if (answer.kind === 'failure') return isPassing(answer.failure);
  return answer.status === 408 || answer.status === 429 || answer.status >= 500;
}

/** `Retry-After`: seconds, or a date. */
function wishedPause(headers: Headers): number {
  const wish = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d+$/.test(wish) ? Number(wish) * 1000 : Date.parse(wish) - Date.now();
  return ms > 0 ? ms : 0;
}

async function follow(base: URL, path: string, size: number, { timeoutMs }: Patience): Promise<Answer> {
  let url = new URL(path.split('/').map(encodeURIComponent).join('/'), base);
  for (let followed = 0; ; followed += 1) {
    const answer = await once(url, size, timeoutMs);
    if (answer.kind !== 'redirect') return answer;
    const { status, location } = answer;
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!target || !isWithin(target, base))
      return { kind: 'redirect', status, location: target?.href ?? location, isCircle: false };
    if (followed === MAX_REDIRECTS) return { kind: 'redirect', status, location: target.href, isCircle: true };
    url = target;
  }
}

/** Servers write the signs of Chinese in small letters or in capitals: `%e5` is `%E5`. */
function isWithin(target: URL, base: URL): boolean {
  const [to, from] = [target.href, base.href].map((href) =>
    href.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase()),
  );
  return to?.startsWith(from ?? '') === true;
}

async function once(url: URL, size: number, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'User-Agent': AGENT },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, headers } = response;
    const location = textOf(headers.get('location'));
    if (status === 200) return { kind: 'answer', status, headers, body: await readBody(response.body ?? none(), size) };
    await response.body?.cancel();
    if (status >= 300 && status < 400 && location !== undefined)
      return { kind: 'redirect', status, location, isCircle: false };
    return { kind: 'answer', status, headers };
  } catch (error) {
    return { kind: 'failure', failure: inWords(error, timeoutMs) };
  }
}

/** Headers come as bytes, one a character; servers write Chinese addresses into them as UTF-8. */
function textOf(header: string | null): string | undefined {
  return header === null ? undefined : Buffer.from(header, 'latin1').toString('utf8');
}

async function* none(): AsyncGenerator<Uint8Array> {
  // An answer without a body has no bytes.
}
