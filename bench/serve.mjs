// @ts-check
/**
 * `npm run bench:serve`: how soon a saved file is seen, for one report and for a county's two hundred.
 *
 * In:  the compiled program; `--peers` to measure Hugo and Eleventy beside it, `--rounds N` (60), `--only one|county`.
 * Out: a table on standard output, and the same in bench/RESULTS.md.
 *
 * A round adds a remark to the text of one event and saves it in place. Two things are timed from just before the
 * saving: until the server's event tells of it, and until a client that asks for the page again and again gets it with
 * the remark. The first ten rounds are not counted. Peers have their own events, so only the second is compared.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { eventOf, writeCounty } from './content.mjs';
import { machine, quantile, saveSection } from './machine.mjs';
import { eleventy, hugo, isInstalled } from './peers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WARM_UP = 10;
/** Between two looks at a page. */
const POLL_MS = 1;
/** Between two rounds: longer than any server waits for a folder to be quiet. */
const PAUSE_MS = 500;
const READY_MS = 300_000;
const ROUND_MS = 60_000;

/**
 * A server to measure: how to start it on a content folder, and where an edited file is seen.
 * `folder` is where in the scratch folder the edited file lies: peers are given the words under other names.
 * @typedef {{ name: string, folder: string, about?: () => string, start: (content: string, port: number, scratch: string) => import('node:child_process').ChildProcess,
 *   pageOf: (file: string) => string, hasEvents?: boolean }} Subject
 * @typedef {{ name: string, reports: number, files: number, write: (folder: string) => void, file: string }} Case
 */

/** @type {Subject} */
const fazhi = {
  name: 'fazhi',
  folder: 'content',
  start: (content, port) =>
    spawn(process.execPath, [join(ROOT, 'lib/bin/fazhi.js'), 'serve', '--content', content, '--port', String(port)]),
  pageOf: (file) => `${file.replace(/\/events\/.*$/, '')}/timeline/`,
  hasEvents: true,
  about: () =>
    'every file checked by every rule; for each report six pages and its data, of which the save changes three. The page asked for is the timeline, where the edited event stands; of the others it is the event’s own page.',
};

/** @returns {Case[]} */
function cases() {
  const one = '2022/events/2022-06-26-drug-control-day.md';
  const copy = (/** @type {string} */ folder) => cpSync(join(ROOT, 'content'), folder, { recursive: true });
  const towns = 40;
  const years = 5;
  return [
    { name: 'one', reports: 1, files: 44, write: copy, file: one },
    {
      name: 'county',
      reports: towns * years,
      files: towns * years * 43 + 1,
      write: (folder) => writeCounty(folder, towns, years),
      file: eventOf(towns / 2, 2020),
    },
  ];
}

/**
 * @param {Subject} subject @param {Case} one @param {number} rounds @param {number} port
 * @returns {Promise<{ event: number[], bytes: number[] }>}
 */
async function measure(subject, one, rounds, port) {
  const scratch = mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
  const content = join(scratch, 'content');
  one.write(content);
  const server = subject.start(content, port, scratch);
  const said = listen(server);
  const agent = new Agent({ keepAlive: true });
  try {
    const url = `http://127.0.0.1:${port}/${subject.pageOf(one.file)}`;
    await waitFor(async () => (await fetchText(url, agent)) !== undefined, READY_MS, said);
    const events = subject.hasEvents ? listenToEvents(`http://127.0.0.1:${port}/.fazhi/events?version=`) : undefined;
    await sleep(4 * PAUSE_MS);
    const file = join(scratch, subject.folder, one.file);
    const text = readFileSync(file, 'utf8').trimEnd();
    /** @type {{ event: number[], bytes: number[] }} */
    const times = { event: [], bytes: [] };
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      const remark = `记录第${1000 + round}号。`;
      const told = events?.next();
      const started = performance.now();
      writeFileSync(file, `${text}${remark}\n`);
      const seen = waitFor(async () => (await fetchText(url, agent))?.includes(remark) === true, ROUND_MS, said);
      const [event, bytes] = await Promise.all([told, seen]);
      if (round >= WARM_UP) {
        if (event !== undefined) times.event.push(event - started);
        times.bytes.push(bytes - started);
      }
      await sleep(PAUSE_MS + (round % 7) * 11);
    }
    events?.close();
    return times;
  } finally {
    agent.destroy();
    server.kill();
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(undefined)));
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} server */
function listen(server) {
  const said = { text: '' };
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (said.text += String(data)));
  return said;
}

/** @param {string} url @param {Agent} agent @returns {Promise<string | undefined>} */
function fetchText(url, agent) {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve(response.statusCode === 200 ? text : undefined));
    });
    request.on('error', () => resolve(undefined));
  });
}

/** @param {() => Promise<boolean>} isDone @param {number} limit @param {{ text: string }} said */
async function waitFor(isDone, limit, said) {
  const end = performance.now() + limit;
  while (performance.now() < end) {
    if (await isDone()) return performance.now();
    await sleep(POLL_MS);
  }
  throw new Error(`Nothing came of it within ${limit} ms. The server said:\n${said.text.slice(-2000)}`);
}

/** The server's events, of which only those that name changed files count. @param {string} url */
function listenToEvents(url) {
  /** @type {((time: number) => void) | undefined} */
  let tell;
  const request = get(url, (response) => {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (part) => {
      const time = performance.now();
      const events = (rest + part).split('\n\n');
      rest = events.pop() ?? '';
      const isChange = events.some((event) => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}').changed?.length > 0);
      if (isChange) tell?.(time);
    });
  });
  request.on('error', () => undefined);
  return {
    /** @returns {Promise<number>} */
    next: () => new Promise((resolve) => (tell = resolve)),
    close: () => request.destroy(),
  };
}

/** @param {number[]} times */
function shown(times) {
  return times.length === 0 ? '–' : `${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.95).toFixed(0)}`;
}

async function main() {
  const { values } = parseArgs({
    options: { peers: { type: 'boolean' }, rounds: { type: 'string', default: '60' }, only: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  const subjects = [fazhi, ...(values.peers ? [hugo, eleventy].filter(isInstalled) : [])];
  const rows = [];
  for (const one of cases().filter(({ name }) => values.only === undefined || values.only === name)) {
    /** @type {number | undefined} */
    let first;
    for (const subject of subjects) {
      const { event, bytes } = await measure(subject, one, rounds, await freePort());
      const median = quantile(bytes, 0.5);
      first ??= median;
      rows.push([subject.name, one.reports, one.files, shown(event), shown(bytes), (median / first).toFixed(1)]);
      console.log(`${subject.name}, ${one.reports} reports: event ${shown(event)}, bytes ${shown(bytes)} ms`);
    }
  }
  const section = [
    '## From saving a file to seeing it',
    '',
    `Milliseconds, median / 95th percentile of ${rounds} rounds after ${WARM_UP} to warm up. ${machine()}.`,
    '',
    '| server | reports | files | until its event | until the page’s bytes | ratio of the medians |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...(values.peers ? subjects.flatMap(({ name, about }) => (about ? [`- ${name}: ${about()}`] : [])) : []),
  ];
  saveSection(section.join('\n').trimEnd());
}

await main();
