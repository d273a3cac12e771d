/**
 * `fazhi explain RULE`: the rule's section of the reference, for a terminal; without a rule, all of them, a line each.
 *
 * The reference is `docs/diagnostics.md` (`.en.md`), which a test makes from the rules and keeps true.
 */
import { SEVERITY_NAMES, type Language } from '../diagnostics/diagnostic.js';
import { displayWidth } from '../diagnostics/display-width.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { nearest } from '../diagnostics/nearest.js';
import { readOwnFile } from '../own-files.js';
import { RULES } from '../rules.js';

const PAGE: Readonly<Record<Language, string>> = { zh: 'diagnostics.md', en: 'diagnostics.en.md' };

/** Errors: `EnvironmentError` for a rule that there is not, naming the one most like it. */
export function runExplain(rule: string | undefined, { lang }: { lang: Language }): number {
  process.stdout.write(`${rule === undefined ? listOfRules(lang) : sectionOf(rule, lang)}\n`);
  return 0;
}

function listOfRules(language: Language): string {
  const width = Math.max(...[...RULES.keys()].map((id) => id.length));
  const names = SEVERITY_NAMES[language];
  const nameWidth = Math.max(...Object.values(names).map(displayWidth));
  return [...RULES.values()]
    .map(({ id, severity, about }) => {
      const name = names[severity] + ' '.repeat(nameWidth - displayWidth(names[severity]));
      return `${id.padEnd(width)}  ${name}  ${firstSentence(about?.[language] ?? '')}`.trimEnd();
    })
    .join('\n');
}

function firstSentence(text: string): string {
  return /^.*?(?:[。；]|[.;:](?= |$))/.exec(text)?.[0].replace(/[；;:]$/, '') ?? text;
}

function sectionOf(rule: string, language: Language): string {
  if (!RULES.has(rule)) {
    const near = nearest(rule, RULES.keys());
    throw new EnvironmentError({
      zh: `没有规则“${rule}”${near === undefined ? '。' : `，是否指“${near}”？`}\n用 fazhi explain 查看全部规则。`,
      en: `There is no rule “${rule}”.${near === undefined ? '' : ` Did you mean “${near}”?`}\nRun fazhi explain for all rules.`,
    });
  }
  const page = readOwnFile(`docs/${PAGE[language]}`);
  const anchor = `<a id="${rule.replace('/', '-')}"></a>\n`;
  const start = page.indexOf(anchor) + anchor.length;
  const end = page.indexOf('\n<a id="', start);
  return forTerminal(page.slice(start, end < 0 ? undefined : end).trim());
}

/** Without the marks of Markdown: blocks are indented instead of fenced. */
function forTerminal(markdown: string): string {
  let fence = '';
  const lines = markdown.split('\n').flatMap((line) => {
    const mark = /^(`{3,})(?:diff)?$/.exec(line)?.[1];
    if (fence === '' && mark !== undefined) {
      fence = mark;
      return [];
    }
    if (fence !== '' && line === fence) {
      fence = '';
      return [];
    }
    return fence === '' ? line.replace(/^## /, '').replaceAll('`', '') : `  ${line}`;
  });
  return lines.map((line) => line.trimEnd()).join('\n');
}
