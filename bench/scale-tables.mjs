// @ts-check
/** The section of the results that shows how builds grow with the number of reports. */

/**
 * @typedef {{ ms: number, cpuSeconds: number, mb: number }} Medians
 * @typedef {{ shards: number, slowestMs: number, sumMs: number, mb: number, mergeMs: number, mergeMb: number, differences: number }} Parts
 * @typedef {object} Measured
 * @property {number} rounds
 * @property {Partial<Record<import('./figures.mjs').Mode, Medians>>} modes
 * @property {number} busyRuns
 * @property {number} outputFiles Without `manifest.json`, like all of output here.
 * @property {number} outputBytes
 * @property {{ path: string, bytes: number }} largest
 * @property {string[]} tooLarge Files that a browser loads and that are above a million bytes.
 * @property {number[]} curve MB in ten equal parts of the first cold build's time.
 * @property {Parts} [parts]
 * @typedef {{ reports: number, files: number, machine: string } & (Measured | { failed: string })} ScaleFigures
 */

const HEADING = '## From one report to thousands';
const LIMITS = Object.freeze([
  { files: 20_000, mb: 250 },
  { files: 200_000, mb: 600 },
]);
const BARS = [...'▁▂▃▄▅▆▇█'];

/** @param {readonly ScaleFigures[]} counts */
export function scaleSection(counts) {
  const all = counts.toSorted((a, b) => a.reports - b.reports);
  const measured = all.filter((one) => 'modes' in one);
  const parts = measured.flatMap(({ reports, modes, parts }) => (parts ? [{ reports, parts, whole: modes.cold }] : []));
  return [
    HEADING,
    '',
    'Reports of twenty files, five years a town. Time from start to end, seconds of processor time in user and system mode, largest resident set of the largest process; medians; content and output in memory (tmpfs). `npm run bench:scale` takes these figures.',
    '',
    '| reports | files | rounds | cold: s / processor s / MB | nothing changed | one file changed |',
    '|---:|---:|---:|---:|---:|---:|',
    ...all.map((one) =>
      'modes' in one
        ? row([
            one.reports.toLocaleString('en'),
            one.files.toLocaleString('en'),
            one.rounds,
            ...[one.modes.cold, one.modes.same, one.modes.one].map(shown),
          ])
        : row([one.reports.toLocaleString('en'), one.files.toLocaleString('en'), '–', one.failed, '–', '–']),
    ),
    '',
    '| reports | ms a report, cold | ms for each further one | files out | MB out | KB a report | largest file, without `manifest.json` |',
    '|---:|---:|---:|---:|---:|---:|---|',
    ...measured.map((one, index) => {
      const before = measured[index - 1];
      const further = before && (msOf(one) - msOf(before)) / (one.reports - before.reports);
      return row([
        one.reports.toLocaleString('en'),
        (msOf(one) / one.reports).toFixed(1),
        further?.toFixed(1) ?? '–',
        one.outputFiles.toLocaleString('en'),
        (one.outputBytes / 1e6).toFixed(1),
        (one.outputBytes / 1e3 / one.reports).toFixed(0),
        `\`${one.largest.path}\`, ${(one.largest.bytes / 1e3).toFixed(0)} KB`,
      ]);
    }),
    '',
    'Memory of the first cold build in ten equal parts of its time, the most of each, all processes (MB, looked at every 100 ms):',
    '',
    '```',
    ...measured.map(({ reports, curve }) => {
      const most = Math.max(...curve);
      const bars = curve.map((mb) => BARS[Math.max(0, Math.ceil((mb / most) * BARS.length) - 1)]).join('');
      return `${reports.toLocaleString('en').padStart(6)}  ${bars.padEnd(10)}  ${curve.map((mb) => String(mb).padStart(5)).join('')}`;
    }),
    '```',
    ...(parts.length === 0
      ? []
      : [
          '',
          '| reports | parts | slowest part: s / MB | all parts: s | merge: s / MB | the whole in one build: s | the same bytes |',
          '|---:|---:|---:|---:|---:|---:|---|',
          ...parts.map(({ reports, parts: { shards, slowestMs, sumMs, mb, mergeMs, mergeMb, differences }, whole }) =>
            row([
              reports.toLocaleString('en'),
              shards,
              `${seconds(slowestMs)} / ${mb.toFixed(0)}`,
              seconds(sumMs),
              `${seconds(mergeMs)} / ${mergeMb.toFixed(0)}`,
              seconds(whole?.ms ?? NaN),
              differences === 0 ? 'yes' : `**no**: ${differences} files differ`,
            ]),
          ),
        ]),
    '',
    '| limit | measured | |',
    '|---|---:|---|',
    ...LIMITS.map(({ files, mb }) => memoryRow(files, mb, all)),
    fileRow(measured),
    '',
    ...new Set(
      all.map(
        ({ machine }) =>
          `${machine}.${measured.some(({ busyRuns }) => busyRuns > 0) ? ' Some runs were begun while others were at work on the machine.' : ''}`,
      ),
    ),
  ].join('\n');
}

/** @param {number} files @param {number} limit @param {readonly ScaleFigures[]} counts */
function memoryRow(files, limit, counts) {
  const what = `peak memory of a build of ${files.toLocaleString('en')} files ≤ ${limit} MB`;
  const one = counts.find((count) => count.files === files);
  if (one === undefined) return row([what, '–', 'not measured']);
  if (!('modes' in one)) return row([what, one.failed, '**missed**']);
  const most = Math.max(...Object.values(one.modes).map(({ mb }) => mb));
  return row([what, `${most.toFixed(0)} MB`, most <= limit ? 'met' : '**missed**']);
}

/** @param {readonly (ScaleFigures & Measured)[]} counts */
function fileRow(counts) {
  const what = 'no HTML, JavaScript or XML file above 1 MB';
  const faults = counts.flatMap(({ reports, tooLarge }) =>
    tooLarge.length === 0 ? [] : [`${reports.toLocaleString('en')} reports: \`${tooLarge.slice(0, 3).join('`, `')}\``],
  );
  return row([what, faults.join('; ') || 'none', faults.length === 0 ? 'met' : '**missed**']);
}

/** @param {Measured} one */
const msOf = (one) => one.modes.cold?.ms ?? NaN;

/** @param {number} ms */
const seconds = (ms) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1);

/** @param {Medians | undefined} medians */
const shown = (medians) =>
  medians ? `${seconds(medians.ms)} / ${medians.cpuSeconds.toFixed(2)} / ${medians.mb.toFixed(0)}` : '–';

/** @param {readonly (string | number)[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;
