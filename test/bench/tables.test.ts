/** What is said of a benchmark's figures: which goals are met, which are missed, which nobody measured. */
import { describe, expect, test } from 'vitest';
import { peerSection } from '../../bench/peer-tables.mjs';
import { scaleSection } from '../../bench/scale-tables.mjs';

const figure = (ms: number, mb: number, times: Record<string, number>) => ({
  ...{ rounds: 3, ms, mb, cpuSeconds: 0.5 },
  times,
});
const about = { machine: 'A machine', busyRuns: 0, runs: 9, subjects: ['fazhi 0.1.0: `fazhi build`'] };

/** The lines of a section that begin with these words. */
const linesOf = (section: string, start: string) => section.split('\n').filter((line) => line.startsWith(start));

describe('beside peers', () => {
  const cold = {
    fazhi: figure(1200, 240, { Hugo: 1.2, Eleventy: 0.61, '`node -e 0`': 12 }),
    Hugo: figure(1000, 500, { Hugo: 1, Eleventy: 0.5, '`node -e 0`': 10 }),
    Eleventy: figure(2000, 300, { Hugo: 2, Eleventy: 1, '`node -e 0`': 20 }),
  };
  const section = peerSection({ L: { ...about, reports: 500, files: 10_000, modes: { cold } } });

  test('a goal is met up to its limit, missed above it, and not measured where a size or a mode was left out', () => {
    expect(linesOf(section, '| L, cold')).toEqual([
      '| L, cold: time ≤ 0.6 × Eleventy | 0.61 (1200 ms) | **missed** |',
      '| L, cold: time ≤ 1.5 × Hugo | 1.20 (1200 ms) | met |',
      '| L, cold: peak memory ≤ 0.6 × Hugo | 0.48 (240 MB) | met |',
    ]);
    expect(linesOf(section, '| L, nothing changed')).toEqual([
      '| L, nothing changed: time ≤ 0.1 × Hugo | – | not measured |',
    ]);
    expect(linesOf(section, '| S, cold')).toEqual(['| S, cold: time ≤ 0.45 × Eleventy | – | not measured |']);
  });

  test('a size has its figures in a line a subject, and says how busy the machine was', () => {
    expect(linesOf(section, '### L')).toEqual(['### L: 500 reports, 10,000 files']);
    expect(linesOf(section, '| Eleventy')).toEqual(['| Eleventy | 3 | 2000 | 2.00 | 1.00 | 20 | 0.50 | 300 |']);
    expect(linesOf(section, 'A machine')).toEqual(['A machine. The machine was idle at the start of each run.']);
  });
});

describe('from one report to thousands', () => {
  const count = (reports: number, ms: number, mb: number) => ({
    ...{ reports, files: reports * 20, machine: 'A machine', rounds: 1, busyRuns: 0 },
    modes: { cold: { ms, cpuSeconds: 1, mb }, same: { ms: 80, cpuSeconds: 0.1, mb: 50 } },
    outputFiles: reports * 16,
    outputBytes: reports * 200_000,
    largest: { path: 'search/texts/1.js', bytes: 1_200_000 },
    tooLarge: reports > 500 ? ['search/texts/1.js'] : [],
    curve: [40, 80],
  });

  test('limits are held against the count that has so many files, and files against all counts', () => {
    const section = scaleSection([count(1000, 9000, 251), count(500, 4000, 200)]);
    expect(linesOf(section, '| peak memory')).toEqual([
      '| peak memory of a build of 20,000 files ≤ 250 MB | 251 MB | **missed** |',
      '| peak memory of a build of 200,000 files ≤ 600 MB | – | not measured |',
    ]);
    expect(linesOf(section, '| no HTML')).toEqual([
      '| no HTML, JavaScript or XML file above 1 MB | 1,000 reports: `search/texts/1.js` | **missed** |',
    ]);
  });

  test('counts stand in order, with what each report more costs, and one that failed says so', () => {
    const failed = { reports: 10_000, files: 200_000, machine: 'A machine', failed: 'out of memory or time' };
    const section = scaleSection([failed, count(1000, 9000, 251), count(500, 4000, 200)]);
    expect(linesOf(section, '| 500 |')[1]).toBe(
      '| 500 | 8.0 | – | 8,000 | 100.0 | 200 | `search/texts/1.js`, 1200 KB |',
    );
    expect(linesOf(section, '| 1,000 |')[1]).toBe(
      '| 1,000 | 9.0 | 10.0 | 16,000 | 200.0 | 200 | `search/texts/1.js`, 1200 KB |',
    );
    expect(linesOf(section, '| 10,000 |')).toEqual(['| 10,000 | 200,000 | – | out of memory or time | – | – |']);
    expect(linesOf(section, '| peak memory of a build of 200,000')).toEqual([
      '| peak memory of a build of 200,000 files ≤ 600 MB | out of memory or time | **missed** |',
    ]);
  });
});
