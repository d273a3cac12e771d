/**
 * The year that a report is about, and the words to call the report by where its source does not say them.
 */
import type { Outline } from './outline.js';

export interface YearClues {
  title: string | undefined;
  /** Of the folder that the content goes to. */
  folder: string;
  adopted: string | undefined;
  published: string | undefined;
  outline: Outline;
  text: string;
}

const YEAR = /(?<![0-9])(20[0-9]{2})(?![0-9])/u;

/** The first clue that tells: the title, the folder, the plan for the next year, the signature, the text. */
export function yearFrom({
  title = '',
  folder,
  adopted = '',
  published = '',
  outline,
  text,
}: YearClues): number | undefined {
  const own = YEAR.exec(title)?.[1];
  if (own !== undefined) return Number(own);
  const named = /(?:^|\/)(20[0-9]{2})$/u.exec(folder)?.[1];
  if (named !== undefined) return Number(named);
  const plan = outline.branches.find(({ parts }) => parts.includes('plan'));
  const next =
    YEAR.exec(plan?.title ?? '')?.[1] ?? YEAR.exec(adopted.normalize('NFKC'))?.[1] ?? YEAR.exec(published)?.[1];
  if (next !== undefined) return Number(next) - 1;
  const count = new Map<string, number>();
  for (const [, year = ''] of text.matchAll(new RegExp(`${YEAR.source}年`, 'gu')))
    count.set(year, (count.get(year) ?? 0) + 1);
  const [most] = [...count].toSorted(([a, x], [b, y]) => y - x || Number(b) - Number(a));
  return most && Number(most[0]);
}

/** The town as the text names it: 均川镇, and with what it signs by. */
export function townIn(text: string): string | undefined {
  return /(?<![\p{Script=Han}])(?:中共)?(?<town>[\p{Script=Han}]{2,8}?(?:镇|乡|街道))/u.exec(text)?.groups?.['town'];
}

/** The body that reports, in the words of the text: 均川镇党委政府. */
export function organIn(text: string): string | undefined {
  const town = townIn(text);
  if (town === undefined) return undefined;
  return new RegExp(`${town}(?:党委、?政府|党工委、?办事处|人民政府|党委|党工委|办事处)?`, 'u').exec(text)?.[0] ?? town;
}
