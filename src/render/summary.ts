import type { Report } from '../model/site.js';

const MOST = 120;

/** The first words of the report, for whoever lists the page: at most 120 characters. */
export function summaryOf(report: Report): string {
  const characters = [...(report.summary ?? report.lead.text)];
  return characters.length <= MOST ? characters.join('') : `${characters.slice(0, MOST - 1).join('')}…`;
}
