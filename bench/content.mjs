// @ts-check
/**
 * A county's content for the benchmarks, made from the one real report.
 *
 * In:  the project's own content folder (one report, one town), and how many towns and years are wanted.
 * Out: a folder with a report for each town and year. Towns, years, anniversaries and every id differ, so that no two
 *      files are equal; a task of each year has its result in the next year's report.
 *
 * `node bench/content.mjs FOLDER [TOWNS] [YEARS]` makes one to look at.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../content', import.meta.url));
const SOURCE_YEAR = 2022;
const SOURCE_TOWN = '均川';
/** First characters and second characters of invented names. */
const NAMES = ['青柳黄白清龙金长', '石林沙河塘泉'].map((characters) => [...characters]);
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** The task that gets a result, and the section of the next year's report that tells of it. */
const WITH_RESULT = { task: 'legal-education', result: 'publicity' };

/**
 * @param {string} folder
 * @param {number} towns
 * @param {number} years The last one is the source's own; no more than five: it tells of a fifth anniversary.
 * @returns {{ reports: number, files: number }}
 */
export function writeCounty(folder, towns, years) {
  const sources = readdirSync(join(SOURCE, String(SOURCE_YEAR)), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(SOURCE, String(SOURCE_YEAR)).length + 1))
    .map((path) => ({ path, text: readFileSync(join(SOURCE, String(SOURCE_YEAR), path), 'utf8') }));
  const ids = sources.map(({ path }) => idOf(path));
  const names = townNames(towns);
  let files = 0;
  const save = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    files += 1;
  };
  save('site.yaml', siteOf(names));
  names.forEach((name, town) => {
    for (let back = 0; back < years; back += 1) {
      const year = SOURCE_YEAR - back;
      for (const { path, text } of sources) {
        const withResult =
          back > 0 && idOf(path) === WITH_RESULT.task
            ? text.replace('\n---\n', `\nresult: ${WITH_RESULT.result}\n---\n`)
            : text;
        const own = withOwnIds(withResult, ids, town);
        save(`town-${town}/${year}/${ownPath(path, ids, town, back)}`, moved(own, name, back));
      }
    }
  });
  return { reports: towns * years, files };
}

/** @param {number} count */
function townNames(count) {
  const [first = [], second = []] = NAMES;
  const all = first.flatMap((one) => second.map((other) => one + other));
  if (count > all.length) throw new Error(`There are names for ${all.length} towns only.`);
  return all.slice(0, count);
}

/** Offices go by the names that all towns share; a town's own name stands for its government. @param {string[]} names */
function siteOf(names) {
  const text = readFileSync(join(SOURCE, 'site.yaml'), 'utf8');
  const start = text.indexOf('\noffices:');
  const offices = text
    .slice(start)
    .replace(`aliases: [${SOURCE_TOWN}镇, `, `aliases: [${names.map((name) => `${name}镇`).join(', ')}, `)
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
  return (front + text.slice(end))
    .replaceAll(SOURCE_TOWN, name)
    .replace(/20\d\d/g, (year) => String(Number(year) - back))
    .replace(/第([五九])/g, (_, numeral) => `第${NUMERALS[NUMERALS.indexOf(numeral) - back]}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, towns = '40', years = '5'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Call: node bench/content.mjs FOLDER [TOWNS] [YEARS]');
  const { reports, files } = writeCounty(folder, Number(towns), Number(years));
  console.log(`${reports} reports in ${files} files`);
}
