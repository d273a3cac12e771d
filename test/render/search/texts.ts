/** The texts of a content folder as the search page gets them. */
import { runInNewContext } from 'node:vm';
import type { ReportTexts, TextsPart } from '../../../src/model/search-texts.js';
import type { Site } from '../../../src/model/site.js';
import { contextOf } from '../../../src/render/context.js';
import { reportTexts } from '../../../src/render/search/report-texts.js';
import { excerpt, find, searchable, wordsOf, type Piece } from '../../../templates/find-texts.js';

export function textsOfSite({ reports, portal, offices }: Site): ReportTexts[] {
  return reports.map((report) =>
    reportTexts(contextOf(report, `${report.title}（${report.year}年度）`, portal, offices)),
  );
}

/** What a file of texts hands over when a browser runs it. */
export function partIn(script: string): TextsPart {
  const self: { fazhiTexts?: TextsPart[] } = {};
  runInNewContext(script, { self });
  // Through words, since what another realm made equals nothing of this one.
  const [part, another] = JSON.parse(JSON.stringify(self.fazhiTexts ?? [])) as TextsPart[];
  if (!part || another) throw new Error('a file of texts hands over one part');
  return part;
}

/** What is found, as it is shown: `kind page#id: title / line / line`, with 【marks】 and `+2` for places left out. */
export function shown(report: ReportTexts, typed: string): string[] {
  const words = wordsOf(typed);
  return find(searchable(report), words).map((found) => {
    const { kind, page, id } = found.place;
    const { title, lines, others } = excerpt(found, words);
    const place = `${kind} ${page}${id === undefined ? '' : `#${id}`}`;
    const texts = [title, ...lines].map((pieces) => pieces.map(withMark).join('')).join(' / ');
    return `${place}: ${texts}${others > 0 ? ` +${others}` : ''}`;
  });
}

function withMark({ words, isMarked }: Piece): string {
  return isMarked ? `【${words}】` : words;
}
