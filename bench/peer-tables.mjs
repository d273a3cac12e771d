// @ts-check
/** The section of the results that holds the program beside its peers: a table a size, and the goals. */

/** @typedef {import('./figures.mjs').Mode} Mode */
/** @typedef {import('./figures.mjs').SizeFigures} SizeFigures */

export const HEADING = '## Against peers, on the same work';
/** @type {Readonly<Record<Mode, string>>} */
const MODES = Object.freeze({ cold: 'cold', same: 'nothing changed', one: 'one file changed' });
export const BARE_NODE = '`node -e 0`';

/** @type {readonly { mode: Mode, size: string, measure: 'ms' | 'mb', of: string, most: number }[]} */
const GOALS = [
  { mode: 'cold', size: 'S', measure: 'ms', of: 'Eleventy', most: 0.45 },
  { mode: 'cold', size: 'M', measure: 'ms', of: 'Eleventy', most: 0.6 },
  { mode: 'cold', size: 'L', measure: 'ms', of: 'Eleventy', most: 0.6 },
  { mode: 'cold', size: 'L', measure: 'ms', of: 'Hugo', most: 1.5 },
  { mode: 'same', size: 'L', measure: 'ms', of: 'Hugo', most: 0.1 },
  { mode: 'one', size: 'L', measure: 'ms', of: 'Hugo', most: 0.15 },
  { mode: 'same', size: 'S', measure: 'ms', of: BARE_NODE, most: 1.6 },
  { mode: 'cold', size: 'L', measure: 'mb', of: 'Hugo', most: 0.6 },
];

/** @param {Readonly<Record<string, SizeFigures>>} sizes */
export function peerSection(sizes) {
  return [
    HEADING,
    '',
    'Every subject is given the same Markdown files (peers with all keys but the title renamed, which is not timed) and makes of each report an overview, the full text, a timeline, a checklist and the offices, and one home page. What it made is looked at before it is timed: the number of pages, and words of the report on each. `npm run bench` installs the peers and takes these figures.',
    '',
    'Whole processes, from start to end; content and output in memory (tmpfs), programs from the disk, all read before. In each round every subject in turn, first with no output and no cache, then with nothing changed, then with the text of one event changed; a run waits for an idle machine. Milliseconds and memory are medians of the rounds, ratios the medians of the rounds’ ratios. Memory is the largest resident set of the largest process. Lines in italics are floors: bare Node; reading all content and writing files as many and as large as fazhi’s; unified alone over all texts.',
    ...Object.entries(sizes).flatMap(([name, size]) => ['', ...sizeTable(name, size)]),
    '',
    '### Goals',
    '',
    '| goal | measured | |',
    '|---|---:|---|',
    ...GOALS.map((goal) => goalRow(goal, sizes[goal.size])),
  ].join('\n');
}

/** @param {string} name @param {SizeFigures} size */
function sizeTable(name, { reports, files, machine, busyRuns, runs, subjects, modes }) {
  return [
    `### ${name}: ${reports} report${reports === 1 ? '' : 's'}, ${files.toLocaleString('en')} files`,
    '',
    '| | rounds | ms | × Hugo | × Eleventy | × `node -e 0` | s of processor | MB |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    .../** @type {Mode[]} */ (Object.keys(MODES)).flatMap((mode) => [
      `| **${MODES[mode]}** | | | | | | | |`,
      ...Object.entries(modes[mode] ?? {}).map(([subject, { rounds, ms, mb, cpuSeconds, times }]) =>
        row([
          subject,
          rounds,
          ms.toFixed(0),
          ...['Hugo', 'Eleventy', BARE_NODE].map((other) => shownRatio(times[other])),
          cpuSeconds.toFixed(2),
          mb.toFixed(0),
        ]),
      ),
    ]),
    '',
    `${machine}. ${busyRuns === 0 ? 'The machine was idle at the start of each run' : `Of ${runs} runs ${busyRuns} were begun while others were at work on the machine`}.`,
    '',
    ...subjects.map((one) => `- ${one}`),
  ];
}

/** @param {typeof GOALS[number]} goal @param {SizeFigures | undefined} size */
function goalRow({ mode, size: name, measure, of, most }, size) {
  const what = `${name}, ${MODES[mode]}: ${measure === 'ms' ? 'time' : 'peak memory'} ≤ ${most} × ${of}`;
  const [own, other] = ['fazhi', of].map((subject) => size?.modes[mode]?.[subject]);
  if (own === undefined || other === undefined) return row([what, '–', 'not measured']);
  const ratio = measure === 'ms' ? (own.times[of] ?? NaN) : own.mb / other.mb;
  return row([
    what,
    `${shownRatio(ratio)} (${own[measure].toFixed(0)} ${measure === 'ms' ? 'ms' : 'MB'})`,
    ratio <= most ? 'met' : '**missed**',
  ]);
}

/** @param {number | undefined} ratio */
function shownRatio(ratio) {
  if (ratio === undefined) return '–';
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

/** @param {readonly (string | number)[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;
