/**
 * Judges the headers that pages are sent with: the policy the pages are made for, and two more that cost nothing.
 *
 * In:  the headers of one page.
 * Out: hints: a portal may have its reasons, and the pages are the same without.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import type { HintKind } from './verification.js';

/** The strictest policy the pages run under. */
export const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

type Directives = ReadonlyMap<string, readonly string[]>;

export interface HeaderRemark {
  kind: HintKind;
  words: Words;
}

export function judgeHeaders(headers: Headers): HeaderRemark[] {
  return [policy(headers), nosniff(headers), referrer(headers)].filter((remark) => remark !== undefined);
}

function policy(headers: Headers): HeaderRemark | undefined {
  const header = headers.get('content-security-policy');
  if (header === null || header.trim() === '')
    return {
      kind: 'policy',
      words: { zh: `没有 Content-Security-Policy，宜为：${POLICY}`, en: `no Content-Security-Policy; best: ${POLICY}` },
    };
  // Several policies, in one header or in many, all hold.
  const policies = header.split(',').map(directivesOf);
  const hindered = NEEDED.filter((name) => policies.some((one) => !allowsOwn(one, name)));
  if (hindered.length > 0)
    return {
      kind: 'policy',
      words: {
        zh: `Content-Security-Policy 比网页需要的还严（${hindered.join('、')}），样式、脚本或图片会被拦下，应为：${POLICY}`,
        en: `Content-Security-Policy is stricter than the pages bear (${hindered.join(', ')}): it should be ${POLICY}`,
      },
    };
  const given = policies.flatMap((one) => [...one.keys()]).filter((name) => FETCHES.test(name));
  const weak = [...new Set([...directivesOf(POLICY).keys(), ...given])].filter((name) =>
    policies.every((one) => isWeak(one, name)),
  );
  if (weak.length === 0) return undefined;
  return {
    kind: 'policy',
    words: {
      zh: `Content-Security-Policy 放得宽（${weak.join('、')}），宜为：${POLICY}`,
      en: `Content-Security-Policy allows more than need be (${weak.join(', ')}); best: ${POLICY}`,
    },
  };
}

/** What pages load. */
const NEEDED = ['style-src', 'script-src', 'img-src'];

const FETCHES = /^[a-z]+(?:-[a-z]+)*-src(?:-elem|-attr)?$/;

function directivesOf(text: string): Directives {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first of a name counts.
    if (name !== '' && !directives.has(name.toLowerCase()))
      directives.set(
        name.toLowerCase(),
        sources.map((source) => source.toLowerCase()).filter((source) => source !== "'none'"),
      );
  }
  return directives;
}

/** What a directive allows; `undefined`: anything. Those that load fall back on `default-src`. */
function sourcesOf(directives: Directives, name: string): readonly string[] | undefined {
  return directives.get(name) ?? (FETCHES.test(name) ? directives.get('default-src') : undefined);
}

function isWeak(directives: Directives, name: string): boolean {
  const wanted = sourcesOf(directivesOf(POLICY), name) ?? [];
  return sourcesOf(directives, name)?.every((source) => wanted.includes(source)) !== true;
}

function allowsOwn(directives: Directives, name: string): boolean {
  const sources = sourcesOf(directives, name);
  return sources === undefined || sources.length > 0;
}

function nosniff(headers: Headers): HeaderRemark | undefined {
  if (headers.get('x-content-type-options')?.trim().toLowerCase() === 'nosniff') return undefined;
  return {
    kind: 'nosniff',
    words: { zh: '没有 X-Content-Type-Options: nosniff', en: 'no X-Content-Type-Options: nosniff' },
  };
}

/** Those that tell another site no more than the portal's name, and nothing over a line that is not encrypted. */
const DISCREET = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const LOOSE = ['no-referrer-when-downgrade', 'origin', 'origin-when-cross-origin', 'unsafe-url'];

function referrer(headers: Headers): HeaderRemark | undefined {
  const known = (headers.get('referrer-policy') ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => DISCREET.includes(word) || LOOSE.includes(word));
  const last = known.at(-1);
  if (last !== undefined && DISCREET.includes(last)) return undefined;
  return {
    kind: 'referrer',
    words:
      last === undefined
        ? { zh: '没有 Referrer-Policy，宜为 same-origin', en: 'no Referrer-Policy; best: same-origin' }
        : { zh: `Referrer-Policy 是 ${last}，宜为 same-origin`, en: `Referrer-Policy is ${last}; best: same-origin` },
  };
}
