/**
 * Judges the Content-Type a server announces a file with.
 *
 * In:  the file's path, the header.
 * Out: nothing when it is right; a fault where a browser that does not guess (`nosniff`) goes wrong; else a hint.
 *
 * A page, a style sheet, a script or a drawing of another type is shown as source, refused or not drawn: a fault. What
 * is downloaded anyway may be called `application/octet-stream`: it is saved and not shown, a hint. But nothing that is
 * no page may be called one: a browser would run it as such. A charset that is not UTF-8 beats the page's own word and
 * turns Chinese into rubbish: a fault. None at all leaves browsers to guess where the file itself cannot say: a hint.
 */
import type { Words } from '../diagnostics/diagnostic.js';

interface Kind {
  types: readonly string[];
  /** Whether a browser needs the right type, or merely shows the file less well without. */
  isNeeded: boolean;
  isText: boolean;
  /** Whether a text says its own charset, or has one by its standard. */
  knowsCharset?: boolean;
}

const SCRIPTS = ['text/javascript', 'application/javascript', 'application/x-javascript'];

/** By the end of the file's name. */
const KINDS: Readonly<Record<string, Kind>> = {
  html: { types: ['text/html'], isNeeded: true, isText: true },
  css: { types: ['text/css'], isNeeded: true, isText: true, knowsCharset: true }, // that of the page
  js: { types: SCRIPTS, isNeeded: true, isText: true, knowsCharset: true }, // that of the page
  svg: { types: ['image/svg+xml'], isNeeded: true, isText: true, knowsCharset: true },
  xml: {
    types: ['application/xml', 'text/xml', 'application/atom+xml', 'application/rss+xml'],
    isNeeded: false,
    isText: true,
    knowsCharset: true,
  },
  json: { types: ['application/json', 'application/schema+json'], isNeeded: false, isText: true, knowsCharset: true },
  ics: { types: ['text/calendar'], isNeeded: false, isText: true, knowsCharset: true },
  csv: { types: ['text/csv'], isNeeded: false, isText: true },
  md: { types: ['text/markdown', 'text/plain'], isNeeded: false, isText: true },
  txt: { types: ['text/plain'], isNeeded: false, isText: true },
  png: { types: ['image/png'], isNeeded: true, isText: false },
  jpg: { types: ['image/jpeg'], isNeeded: true, isText: false },
  jpeg: { types: ['image/jpeg'], isNeeded: true, isText: false },
  gif: { types: ['image/gif'], isNeeded: true, isText: false },
  webp: { types: ['image/webp'], isNeeded: true, isText: false },
  pdf: { types: ['application/pdf'], isNeeded: false, isText: false },
};

/** Files that people and browsers read as text. */
export const TEXT = new RegExp(
  `\\.(?:${Object.entries(KINDS)
    .filter(([, { isText }]) => isText)
    .map(([end]) => end)
    .join('|')})$`,
  'i',
);

/** What a browser would run or lay out as a page. */
const PAGES = ['text/html', 'application/xhtml+xml'];

export type TypeRemark = { kind: 'fault' | 'type' | 'charset'; words: Words };

export function judgeType(path: string, header: string | null): TypeRemark | undefined {
  const end = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(KINDS, end) ? KINDS[end] : undefined;
  const { type, charset } = read(header);
  if (!kind) return PAGES.includes(type) ? { kind: 'fault', words: asPage(type) } : undefined;
  const [expected = ''] = kind.types;
  if (!kind.types.includes(type)) {
    if (PAGES.includes(type)) return { kind: 'fault', words: asPage(type, expected) };
    if (kind.isNeeded) return { kind: 'fault', words: wrong(type, expected) };
    return { kind: 'type', words: better(type, expected) };
  }
  if (!kind.isText) return undefined;
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    return {
      kind: 'fault',
      words: {
        zh: `Content-Type 写的编码是 ${charset}，文件是 utf-8 的，汉字会成乱码`,
        en: `Content-Type says charset ${charset}, the file is utf-8: Chinese will be garbled`,
      },
    };
  if (charset !== undefined || kind.knowsCharset === true) return undefined;
  return {
    kind: 'charset',
    words: {
      zh: `Content-Type 没有写编码，宜为 ${expected}; charset=utf-8`,
      en: `Content-Type names no charset; it should be ${expected}; charset=utf-8`,
    },
  };
}

function read(header: string | null): { type: string; charset?: string } {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*"?([^"]*)"?$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return { type: type.toLowerCase(), ...(charset !== undefined && { charset: charset.toLowerCase() }) };
}

function wrong(type: string, expected: string): Words {
  return type === ''
    ? {
        zh: `没有 Content-Type，应为 ${expected}，浏览器不会照常使用`,
        en: `there is no Content-Type; without ${expected} browsers will not use it`,
      }
    : {
        zh: `Content-Type 是 ${type}，应为 ${expected}，浏览器不会照常使用`,
        en: `Content-Type is ${type}; without ${expected} browsers will not use it`,
      };
}

function better(type: string, expected: string): Words {
  return type === ''
    ? { zh: `没有 Content-Type，宜为 ${expected}`, en: `there is no Content-Type; it should be ${expected}` }
    : {
        zh: `Content-Type 是 ${type}，宜为 ${expected}`,
        en: `Content-Type is ${type}; it should be ${expected}`,
      };
}

function asPage(type: string, expected?: string): Words {
  return {
    zh: `Content-Type 是 ${type}，浏览器会当作网页打开${expected === undefined ? '' : `，应为 ${expected}`}`,
    en: `Content-Type is ${type}: browsers will open it as a page${expected === undefined ? '' : ` instead of ${expected}`}`,
  };
}
