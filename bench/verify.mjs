// @ts-check
/** That a program made the pages it is timed for: each is there, with the words that belong on it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words of the report that a page must have. They stand in the short reports too, and hold no mark of Markdown. */
const WORDS = Object.freeze({
  overview: ['法治政府建设年度报告', '不断推进法治政府建设，规范行政执法'],
  full: [
    '不断推进法治政府建设，规范行政执法',
    '发放宣传资料8000余份',
    '必须坚持以人为本，维护好人民群众的经济、政治和文化利益',
    '二是行政执法人员整体素质及能力有待提高',
    '政府负责人出庭行政应诉案件1次',
    '其次，加强行政执法人员专业知识的学习，提高行政执法能力',
  ],
  timeline: ['未成年人保护法宣传活动', '国际禁毒日宣传', '唐王广场', '6月初', '随县检察院', '发放宣传资料8000余份'],
  checklist: [
    '政府负责人出庭行政应诉',
    '《中华人民共和国行政诉讼法》第三条',
    '严格执行重大行政决策法定程序',
    '细化各项措施，依法行政取得明显成效',
  ],
  offices: ['随县检察院', '派出所', '国际禁毒日宣传', '政府负责人出庭行政应诉'],
});

/** What stands in the full text alone. */
const FULL_ONLY = '必须坚持以人为本，维护好人民群众的经济';

/**
 * Throws with all that is missing.
 *
 * @param {import('./peers/subject.mjs').Subject} subject @param {string} site @param {import('./sizes.mjs').Size} size
 */
export function verifyPages(subject, site, { report, reports }) {
  const output = join(site, subject.output);
  if (!existsSync(output)) throw new Error(`${subject.name} ended well, but made no pages.`);
  const count = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
  const wanted = subject.pagesFor?.(reports) ?? count;
  const faults = count === wanted ? [] : [`${count} HTML files instead of ${wanted}`];
  for (const [name, file] of Object.entries(subject.pages)) {
    const text = textOf(join(output, report, file));
    const words = WORDS[/** @type {import('./peers/subject.mjs').PageName} */ (name)];
    faults.push(...words.filter((one) => !text.includes(one)).map((one) => `${name}: “${one}” is missing`));
    if (name !== 'full' && text.includes(FULL_ONLY)) faults.push(`${name}: has the full text`);
  }
  if (!textOf(join(output, 'index.html')).includes('法治政府建设年度报告')) faults.push('home: no report is listed');
  if (faults.length > 0) throw new Error(`${subject.name} did not make the same pages:\n${faults.join('\n')}`);
}

/** Throws when a remark in the changed event has not come to its pages. @param {import('./peers/subject.mjs').Subject} subject @param {string} site @param {import('./sizes.mjs').Size} size @param {string} remark */
export function verifyChange({ name, output, pages }, site, { report }, remark) {
  for (const page of [pages.full, pages.timeline])
    if (!textOf(join(site, output, report, page)).includes(remark))
      throw new Error(`${name} built ${page} without what was changed.`);
}

/** The words of a page without its tags and blanks. @param {string} file */
function textOf(file) {
  return readFileSync(file, 'utf8')
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '');
}
