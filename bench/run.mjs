// @ts-check
/**
 * One process, timed from before it is started until it is gone.
 *
 * Memory is the largest resident set of the largest process, as the kernel kept it (GNU time): threads are in it, a
 * helper process is not added to it. Seconds of processor time are those of the whole tree.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { provideProgram } from './peers/install.mjs';

/** A look at the processor's counters lasts this long; two quiet ones in a row make an idle machine. */
const LOOK_MS = 250;
const IDLE_SHARE = 0.1;
let idleLimitMs = 60_000;
const TAIL = 2000;

/**
 * @typedef {object} Run
 * @property {number} ms
 * @property {number} cpuSeconds User and system.
 * @property {number} mb
 * @property {boolean} onBusyMachine It was begun though others were at work.
 * @property {number[]} curve Resident MB of all its processes, every `sampleMs`, when asked for.
 */

/**
 * Runs a command once the machine is idle; throws with the end of what it said when it fails or takes too long.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, limitMs?: number, sampleMs?: number }} options `cwd` is where it keeps all that it keeps: its
 *   home and its temporary files are below `.own` there.
 * @returns {Promise<Run>}
 */
export async function timed(command, { cwd, limitMs = 900_000, sampleMs }) {
  const own = join(cwd, '.own');
  mkdirSync(own, { recursive: true });
  const [said, used] = [join(own, 'said.txt'), join(own, 'used.txt')];
  const isIdle = await waitForIdle();
  const log = openSync(said, 'w');
  const started = performance.now();
  const child = spawn(provideProgram('time'), ['-o', used, '-f', '%U %S %M', ...command], {
    cwd,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      ...{ HOME: own, XDG_CACHE_HOME: join(own, 'cache'), TMPDIR: own },
      ...{ NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  });
  const kill = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
  process.prependOnceListener('exit', kill); // before the folder is removed that it writes into
  /** @type {number[]} */
  const curve = [];
  const sampler = sampleMs === undefined ? undefined : setInterval(() => curve.push(residentMb(child.pid)), sampleMs);
  const limit = setTimeout(kill, limitMs);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  const ms = performance.now() - started;
  process.off('exit', kill);
  clearInterval(sampler);
  clearTimeout(limit);
  closeSync(log);
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code}. It said:\n${readFileSync(said, 'utf8').slice(-TAIL)}`);
  const [user = NaN, system = NaN, kilobytes = NaN] = (readFileSync(used, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  rmSync(said);
  return { ms, cpuSeconds: user + system, mb: kilobytes / 1024, onBusyMachine: !isIdle, curve };
}

/** How long a run waits for others to be done; then it is begun all the same, and says so. @param {number} seconds */
export function waitAtMost(seconds) {
  idleLimitMs = seconds * 1000;
}

/** Whether the machine came to rest in time. */
async function waitForIdle() {
  const end = performance.now() + idleLimitMs;
  let quiet = 0;
  let last = processorTimes();
  while (performance.now() < end) {
    await sleep(LOOK_MS);
    const now = processorTimes();
    const share = (now.busy - last.busy) / Math.max(1, now.all - last.all);
    quiet = share < IDLE_SHARE ? quiet + 1 : 0;
    if (quiet === 2) return true;
    last = now;
  }
  return false;
}

/** Ticks since the machine was started. */
function processorTimes() {
  const line = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '';
  const ticks = line.split(' ').map(Number);
  const all = ticks.reduce((sum, one) => sum + one, 0);
  return { all, busy: all - (ticks[3] ?? 0) - (ticks[4] ?? 0) };
}

/** Of a process and all below it. @param {number | undefined} pid @returns {number} */
function residentMb(pid) {
  const read = (/** @type {string} */ name) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      return ''; // gone meanwhile
    }
  };
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(read('status'))?.[1] ?? 0) / 1024;
  const children = read(`task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + residentMb(child), own);
}
