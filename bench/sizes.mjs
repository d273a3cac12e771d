// @ts-check
/** The contents that are built: the real report, and counties of short ones. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { eventOf, writeCounty } from './content.mjs';

const YEARS = 5;
const REAL = join(import.meta.dirname, '../content');

/**
 * @typedef {object} Size
 * @property {number} reports
 * @property {(folder: string) => number} write Makes the content, and says of how many Markdown files.
 * @property {string} report The folder of the report that is looked at and changed, in the middle of all.
 * @property {string} event The file of it that is changed.
 */

/** @type {Readonly<Record<string, Size>>} */
export const SIZES = Object.freeze({
  S: {
    reports: 1,
    write(folder) {
      cpSync(REAL, folder, { recursive: true });
      return 43;
    },
    report: '2022',
    event: '2022/events/2022-06-26-drug-control-day.md',
  },
  M: county(50),
  L: county(500),
  XL: county(1000),
  XXL: county(10_000),
});

/** Short reports, of five years a town; a single one is a single town's. @param {number} reports @returns {Size} */
export function county(reports) {
  const years = Math.min(YEARS, reports);
  const towns = reports / years;
  const [town, year] = [Math.floor(towns / 2), years === 1 ? 2022 : 2020];
  return {
    reports,
    write: (folder) => writeCounty(folder, towns, years, { short: true }).files - 1,
    report: `town-${town}/${year}`,
    event: eventOf(town, year),
  };
}
