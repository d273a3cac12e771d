// @ts-check
/** What the figures of a benchmark were taken on, and where they are written down. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as systemName } from 'node:os';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url));

export function machine() {
  const [cpu] = cpus();
  const system = /^PRETTY_NAME="?([^"\n]*)/m.exec(readOr('/etc/os-release'))?.[1] ?? '';
  return `${cpus().length} cores (${cpu?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, Node ${process.version}, ${systemName()} ${release().replace(/-.*/, '')} ${system}`;
}

/** Puts a section into the results, in the place of the one with its heading. @param {string} section */
export function saveSection(section) {
  const heading = section.split('\n', 1)[0] ?? '';
  const sections = (readOr(RESULTS) || '# Results of the benchmarks\n').split(/\n(?=## )/).map((one) => one.trimEnd());
  const at = sections.findIndex((one) => one.startsWith(heading));
  sections.splice(at < 0 ? sections.length : at, at < 0 ? 0 : 1, section);
  writeFileSync(RESULTS, `${sections.join('\n\n')}\n`);
}

/** @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
