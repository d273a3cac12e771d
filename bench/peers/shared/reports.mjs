// @ts-check
/**
 * The reports among a generator's files, for those that run JavaScript: each has a copy of this file in its site.
 *
 * @typedef {{ id: string, path: string, title: string, data: Record<string, any>, source: any }} Entry `source` is the generator's own.
 * @typedef {Entry & { folder: string, sections: Entry[], events: Entry[], duties: Entry[], shortcomings: Entry[], tasks: Entry[] }} Report
 */

/**
 * Every kind of entry in the order of its file names.
 *
 * @param {readonly Omit<Entry, 'id'>[]} files `path` is relative to the content folder, with `/`.
 * @returns {Report[]}
 */
export const reportsOf = (files) => {
  const entries = files.map((file) => ({ ...file, id: idOf(file.path) }));
  const inOrder = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  /** @type {Map<string, Report>} */
  const reports = new Map();
  for (const entry of inOrder.filter(({ id }) => id === 'report')) {
    const folder = entry.path.slice(0, -'/report.md'.length);
    reports.set(folder, { ...entry, folder, sections: [], events: [], duties: [], shortcomings: [], tasks: [] });
  }
  for (const entry of inOrder) {
    const [, folder = '', kind = ''] = /^(.*)\/([a-z]+)\/[^/]+$/.exec(entry.path) ?? [];
    const report = /** @type {Record<string, any> | undefined} */ (reports.get(folder));
    report?.[kind]?.push(entry);
  }
  return [...reports.values()];
};

/** What belongs to a section, kind by kind. @param {Report} report @param {string} id */
export const itemsOf = ({ events, duties, shortcomings, tasks }, id) =>
  [...duties, ...events, ...shortcomings, ...tasks].filter(({ data }) => data['x_section'] === id);

/** Offices in the words of events and duties, each once. @param {Report} report @returns {string[]} */
export const officesOf = ({ events, duties }) => [
  ...new Set([...events, ...duties].flatMap(({ data }) => listOf(data['x_office']))),
];

/** One word or a list of them. @param {unknown} value @returns {string[]} */
export function listOf(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [/** @type {string} */ (value)];
}

/** A day as it was written, though YAML has made a `Date` of it. @param {unknown} value */
export const dateOf = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));

export const HOLDERS = { both: '党政主要负责人', party: '党委主要负责人', government: '政府主要负责人' };
export const STATUSES = { done: '已完成', ongoing: '持续推进' };

/** @param {string} path */
function idOf(path) {
  return path
    .replace(/^.*\//, '')
    .replace(/\.md$/, '')
    .replace(/^\d{1,3}-/, '');
}
