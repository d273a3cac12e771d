// @ts-check
/**
 * A county's content for the benchmarks, made from the one real report.
 *
 * In:  the project's own content folder (one report, one town), and how many towns and years are wanted.
 * Out: a folder with a report for each town and year. Towns, years and anniversaries differ, and every text names its
 *      own town and year, so that no two files are equal: a cache by content would have it too easy. A task of each
 *      year has its result in the next year's report. A report has all files of the source, or, when short, twenty.
 *
 * `node bench/content.mjs FOLDER [TOWNS] [YEARS] [--short]` makes one to look at.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { townNames } from './town-names.mjs';

const SOURCE = fileURLToPath(new URL('../content', import.meta.url));
const SOURCE_YEAR = 2022;
const SOURCE_TOWN = '均川';
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** The task that gets a result, and the section of the next year's report that tells of it. */
const WITH_RESULT = { task: 'legal-education', result: 'publicity' };

/**
 * What a report of twenty files keeps of the source's forty-three: each part, each kind of item, an event whose day is
 * not known, and the longest of the texts.
 */
const SHORT = new Set([
  'report',
  ...['measures', 'publicity', 'atmosphere', 'results', 'problems', 'first-responsible'],
  ...['plan', 'plan-publicity', 'plan-training'],
  ...['2022-05-31-protection-of-minors', '2022-06-26-drug-control-day', '2022-06-elder-fraud'],
  ...['court-appearance', 'major-decisions', 'tasks-by-list'],
  ...['publicity-strength', 'enforcement-staff'],
  ...['legal-education', 'enforcement-training'],
]);

/**
 * @param {string} folder
 * @param {number} towns
 * @param {number} years The last one is the source's own; no more than five: it tells of a fifth anniversary.
 * @param {{ short?: boolean }} [options] `short`: twenty files a report instead of all forty-three.
 * @returns {{ reports: number, files: number }} `files` counts `site.yaml` too.
 */
export function writeCounty(folder, towns, years, { short = false } = {}) {
  const sources = sourceFiles(short);
  const ids = sources.map(({ path }) => idOf(path));
  let files = 0;
  const save = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    files += 1;
  };
  save('site.yaml', siteOf());
  townNames(towns).forEach((name, town) => {
    for (let back = 0; back < years; back += 1) {
      const year = SOURCE_YEAR - back;
      for (const { path, text } of sources) {
        const withResult =
          back > 0 && idOf(path) === WITH_RESULT.task
            ? text.replace('\n---\n', `\nresult: ${WITH_RESULT.result}\n---\n`)
            : text;
        const own = withOwnIds(withResult, ids, town);
        save(
          `town-${town}/${year}/${ownPath(path, ids, town, back)}`,
          signed(moved(own, name, back), `${name}镇${year}年度`),
        );
      }
    }
  });
  return { reports: towns * years, files };
}

/** An event of a town's report, the last of those whose day is known. @param {number} town @param {number} year */
export function eventOf(town, year) {
  return `town-${town}/${year}/events/${year}-06-26-drug-control-day-${town}.md`;
}

/** @param {boolean} short @returns {{ path: string, text: string }[]} */
function sourceFiles(short) {
  const report = join(SOURCE, String(SOURCE_YEAR));
  const paths = readdirSync(report, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(report.length + 1));
  const all = paths.map((path) => ({ path, text: readFileSync(join(report, path), 'utf8') }));
  if (!short) return all;
  const dropped = paths.map(idOf).filter((id) => !SHORT.has(id));
  return all
    .filter(({ path }) => SHORT.has(idOf(path)))
    .map(({ path, text }) => ({ path, text: without(dropped, text) }));
}

/** A text that refers to none of these any more. @param {readonly string[]} ids @param {string} text */
function without(ids, text) {
  return text.replace(/^(evidence|tasks): \[(.*)\]\n/gm, (_, key, words) => {
    const kept = words.split(', ').filter((/** @type {string} */ id) => !ids.includes(id));
    return kept.length === 0 ? '' : `${key}: [${kept.join(', ')}]\n`;
  });
}

/** Offices go by the names that all towns share, so that the list is as long for one town as for thousands. */
function siteOf() {
  const text = readFileSync(join(SOURCE, 'site.yaml'), 'utf8');
  const start = text.indexOf('\noffices:');
  const offices = text
    .slice(start)
    .replace(`aliases: [${SOURCE_TOWN}镇, `, 'aliases: [')
    .replaceAll(new RegExp(`\n    aliases: \\[${SOURCE_TOWN}镇[^\\]]*\\]`, 'g'), '')
    .replaceAll(`${SOURCE_TOWN}镇`, '')
    .replaceAll(/name: (.*)\n    aliases: \[\1\]/g, 'name: $1');
  return text.slice(0, start).replaceAll(`${SOURCE_TOWN}镇`, '各乡镇') + offices;
}

/** @param {string} path */
function idOf(path) {
  return path
    .replace(/^.*\//, '')
    .replace(/\.md$/, '')
    .replace(/^\d{1,3}-/, '');
}

/** @param {string} path @param {string[]} ids @param {number} town @param {number} back */
function ownPath(path, ids, town, back) {
  if (!path.includes('/') || !ids.includes(idOf(path))) return path;
  return path.replace(String(SOURCE_YEAR), String(SOURCE_YEAR - back)).replace(/\.md$/, `-${town}.md`);
}

/** Ids stand in front matter alone, as values and in lists. @param {string} text @param {string[]} ids @param {number} town */
function withOwnIds(text, ids, town) {
  const end = text.indexOf('\n---\n');
  const front = text
    .slice(0, end)
    .replace(
      /^(section|evidence|addresses|tasks|result): (.*)$/gm,
      (_, key, words) => `${key}: ${renamed(words, ids, town)}`,
    )
    .replace(/^( +- )([a-z0-9-]+)$/gm, (_, dash, words) => dash + renamed(words, ids, town));
  return front + text.slice(end);
}

/** @param {string} words @param {string[]} ids @param {number} town */
function renamed(words, ids, town) {
  return words.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (word) => (ids.includes(word) ? `${word}-${town}` : word));
}

/** Another town's words in another year. @param {string} text @param {string} name @param {number} back */
function moved(text, name, back) {
  const end = text.indexOf('\n---\n');
  const front = text
    .slice(0, end)
    .replace(/^office: .*$/m, (line) => line.replaceAll(new RegExp(`${SOURCE_TOWN}镇(?=[^\\],\\s])`, 'g'), ''));
  return asOurTown(front + text.slice(end))
    .replaceAll(SOURCE_TOWN, name)
    .replace(/20\d\d/g, (year) => String(Number(year) - back))
    .replace(/第([五九])/g, (_, numeral) => `第${NUMERALS[NUMERALS.indexOf(numeral) - back]}`);
}

/** Where the town itself is the office, it speaks of itself as all towns do: its name would be one more for `site.yaml`. @param {string} text */
function asOurTown(text) {
  const isOffice = new RegExp(`^office: .*${SOURCE_TOWN}镇`, 'm').test(text);
  return isOffice ? text.replaceAll(`${SOURCE_TOWN}镇`, '我镇') : text;
}

/** Says whose it is in the text, where a sentence ends it, and else in a remark. @param {string} text @param {string} of */
function signed(text, of) {
  const told = text.replace(/([，、；：。])\n$/, `（${of}）$1\n`);
  return told === text ? `${text}\n<!-- ${of} -->\n` : told;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { short: { type: 'boolean' } } });
  const [folder, towns = '40', years = '5'] = positionals;
  if (folder === undefined) throw new Error('Call: node bench/content.mjs FOLDER [TOWNS] [YEARS] [--short]');
  const { reports, files } = writeCounty(folder, Number(towns), Number(years), { short: values.short === true });
  console.log(`${reports} reports in ${files} files`);
}
