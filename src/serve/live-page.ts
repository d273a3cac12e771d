/**
 * Live page: a page as the browser gets it while it is being worked on.
 *
 * In:  a page as `build` makes it.
 * Out: the same page with one line more, whose script keeps it up to date, and a policy that lets the script ask the
 *      server for news. Nothing else differs, so that what is seen is what will be published.
 */
import type { Language } from '../diagnostics/diagnostic.js';
import { readOwnFile } from '../own-files.js';

/** Below this path the server speaks for itself; no page can be there, since `read` ignores names that begin so. */
export const LIVE = '.fazhi/';

export interface LiveFile {
  type: string;
  text: string;
}

/** What the line loads, by its path below `LIVE`. */
export function readLiveFiles(): Record<string, LiveFile> {
  return {
    'live.js': { type: 'text/javascript; charset=utf-8', text: readOwnFile('lib/browser/live.js') },
    'live.css': { type: 'text/css; charset=utf-8', text: readOwnFile('src/serve/live.css') },
  };
}

interface LivePageOptions {
  version: string;
  language: Language;
  /** Where the page's relative links lead from, when that is not its own address. */
  base?: string;
}

export function livePage(html: string, { version, language, base }: LivePageOptions): string {
  const policy = base === undefined ? "; connect-src 'self'" : "; connect-src 'self'; base-uri 'self'";
  const withPolicy = html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/,
    (_, start: string, rules: string) => {
      const kept = base === undefined ? rules : rules.replace(/; base-uri [^;]*/, '');
      return `${start}${kept}${policy}"${base === undefined ? '' : `><base href="${base}"`}`;
    },
  );
  return withPolicy.replace('</head>', () => `${line(version, language)}</head>`);
}

/** What is shown until the first build succeeds; the script fills in why it does not. */
export function waitingPage({ version, language }: LivePageOptions): string {
  const words = WORDS[language];
  return `<!DOCTYPE html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/${LIVE}live.css"><link rel="icon" href="data:,">
${line(version, language)}</head>
<body class="fazhi-waiting"><main><h1>${words.title}</h1><p>${words.wait}</p></main></body></html>
`;
}

const WORDS = {
  zh: { lang: 'zh-CN', title: '内容还有错误', wait: '改正下面的错误并保存，网页会自动出现在这里。' },
  en: { lang: 'en', title: 'The content has errors', wait: 'Mend the errors below and save: the site appears here.' },
} as const;

function line(version: string, language: Language): string {
  return `<script src="/${LIVE}live.js" defer data-version="${version}" data-language="${language}"></script>\n`;
}
