/**
 * `fazhi verify https://…/column/`: says file by file whether what is served is what was built.
 *
 * Exit codes: 0 all the same; 1 something is not; 2 there is no list, or nothing can be fetched.
 */
import type { Language } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { faultsOf, type Checked, type Hint, type Verification } from '../verify/verification.js';
import { verify } from '../verify/verify.js';
import { VERIFY } from './words.js';

interface VerifyCommandOptions {
  against: string;
  /** In seconds. */
  timeout?: number;
  lang: Language;
  format: 'pretty' | 'json';
  quiet: boolean;
}

export async function runVerify(where: string, options: VerifyCommandOptions): Promise<number> {
  const { against, timeout, lang, format, quiet } = options;
  const verification = await verify(where, { against, ...(timeout !== undefined && { timeoutMs: timeout * 1000 }) });
  const faults = faultsOf(verification);
  const lines =
    format === 'json'
      ? [JSON.stringify(dataOf(verification, lang), undefined, 2)]
      : quiet
        ? faults.flatMap((fault) => describeFault(fault, lang))
        : describe(verification, lang);
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  return faults.length === 0 ? 0 : 1;
}

/** The summary, then what is wrong, then what could be better. */
function describe(verification: Verification, lang: Language): string[] {
  const words = VERIFY[lang];
  const { where, against, isUrl, files, hints } = verification;
  const faults = faultsOf(verification);
  const count = files.filter(({ state }) => state !== 'extra').length;
  return [
    words.subject(isUrl ? readable(where) : where, against),
    faults.length === 0 ? words.same(count) : words.faults(count, faults.length),
    ...faults.flatMap((fault) => describeFault(fault, lang)),
    ...(hints.length === 0 ? [] : [words.hints, ...hints.map((hint) => `  ${describeHint(hint, lang)}`)]),
    ...(isUrl ? [words.unasked] : []),
  ];
}

function describeFault({ path, state, words }: Checked, lang: Language): string[] {
  if (state === 'same') return [];
  return [`${visible(path)}  ${VERIFY[lang].states[state]}`, ...(words ? [`  ${visible(words[lang])}`] : [])];
}

const PATHS_SHOWN = 3;

function describeHint({ paths, words }: Hint, lang: Language): string {
  const { hint, paths: join } = VERIFY[lang];
  return visible(hint(words[lang], join(paths.slice(0, PATHS_SHOWN), paths.length)));
}

/** What `--format json` prints; described in docs/webmaster.md. */
function dataOf(verification: Verification, lang: Language): object {
  const { where, against, files, addresses, hints } = verification;
  const data = ({ path, state, words, found }: Checked): object => ({
    path,
    state,
    ...(words && { message: words[lang] }),
    ...(found && { found }),
  });
  return {
    where,
    against,
    faults: faultsOf(verification).length,
    files: files.map(data),
    addresses: addresses.map(data),
    hints: hints.map(({ kind, paths, words }) => ({ kind, paths, message: words[lang] })),
  };
}

/** An address as people read it, Chinese in place of percent signs. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
