// @ts-check
/**
 * The figures of the builds, kept as data beside the results, so that a run of some sizes leaves those of others.
 *
 * @typedef {'cold' | 'same' | 'one'} Mode Nothing there yet; nothing changed; the text of one event changed.
 * @typedef {object} Figure Medians of the rounds.
 * @property {number} rounds
 * @property {number} ms
 * @property {number} mb
 * @property {number} cpuSeconds
 * @property {Record<string, number>} times Wall time in that of another subject: the median of the rounds' ratios.
 * @typedef {object} SizeFigures
 * @property {number} reports
 * @property {number} files
 * @property {string} machine
 * @property {number} busyRuns Runs that were begun though others were at work.
 * @property {number} runs
 * @property {string[]} subjects What each is, a line for the results.
 * @property {Partial<Record<Mode, Record<string, Figure>>>} modes By the subject's name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'figures.json');

/** @template T @param {string} part @param {T} none @returns {T} */
export function loadFigures(part, none) {
  return /** @type {Record<string, any>} */ (loadAll())[part] ?? none;
}

/** @param {string} part @param {unknown} figures */
export function saveFigures(part, figures) {
  writeFileSync(FILE, `${JSON.stringify({ ...loadAll(), [part]: figures }, null, 2)}\n`);
}

function loadAll() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {number} value */
export const rounded = (value) => Number(value.toPrecision(4));
