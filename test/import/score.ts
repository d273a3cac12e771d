/**
 * Measures what an import recognised against what a careful editor would have.
 *
 * In:  the expectation of a case (`expected.yaml`) and what the import made of its source.
 * Out: counts, from which recall, precision and F1 follow, and the headings and events that were missed or are surplus.
 * Not here: files (`cases.ts`) and the import itself.
 *
 * Of a heading, the level and the first characters of the title count: where a title ends that runs on into its
 * paragraph is a matter of taste. What the expectation calls optional is neither missed nor surplus.
 */

/** A heading as expected. `part`: a list where one heading merges several parts. */
export interface ExpectedHeading {
  level: number;
  number: string;
  title: string;
  part?: string | readonly string[] | undefined;
  optional?: boolean | undefined;
}

/** An event as expected. `date`: a day, or `start/end`. */
export interface ExpectedEvent {
  date: string;
  precision: string;
  quotation: string;
  optional?: boolean | undefined;
}

export interface Expected {
  outline: readonly ExpectedHeading[];
  events: readonly ExpectedEvent[];
}

interface RecognisedHeading {
  level: number;
  number: string;
  title: string;
  part?: string | readonly string[] | undefined;
}

interface RecognisedEvent {
  date: { start: string; end: string; precision: string };
  text: string;
}

/** What an import made of a source, in the order of the text. */
export interface Recognised {
  outline: readonly RecognisedHeading[];
  events: readonly RecognisedEvent[];
}

/** How many were expected, how many were recognised, and how many are in both. */
export interface Counts {
  expected: number;
  recognised: number;
  matched: number;
}

export interface Score {
  headings: Counts;
  /** First-level headings that stand under the part expected, of all that have one. */
  parts: { expected: number; right: number };
  events: Counts;
  missed: { headings: ExpectedHeading[]; parts: ExpectedHeading[]; events: ExpectedEvent[] };
  surplus: { headings: RecognisedHeading[]; events: RecognisedEvent[] };
}

/** `recall`, `precision`, `f1`: 1 where nothing was expected and nothing recognised. */
export interface Rates {
  recall: number;
  precision: number;
  f1: number;
}

/** The words by which one heading is the other: six characters, without marks, width and case of digits. */
const TITLE_CHARACTERS = 6;
const QUOTATION_CHARACTERS = 10;

export function score(expected: Expected, recognised: Recognised): Score {
  const headings = pair(expected.outline, recognised.outline, isSameHeading, hasSameTitle);
  const events = pair(expected.events, recognised.events, isSameEvent, isSameEvent);
  const withPart = expected.outline.filter(({ part, optional }) => part !== undefined && !optional);
  const wrongParts = withPart.filter((heading) => !isUnderPart(headings.pairs.get(heading), heading));
  return {
    headings: headings.counts,
    parts: { expected: withPart.length, right: withPart.length - wrongParts.length },
    events: events.counts,
    missed: { headings: headings.missed, parts: wrongParts, events: events.missed },
    surplus: { headings: headings.surplus, events: events.surplus },
  };
}

/** The sums over all cases: a long report weighs more than a fragment. */
export function total(scores: readonly Score[]): Score {
  return {
    headings: sumOf(scores.map((one) => one.headings)),
    parts: {
      expected: scores.reduce((sum, one) => sum + one.parts.expected, 0),
      right: scores.reduce((sum, one) => sum + one.parts.right, 0),
    },
    events: sumOf(scores.map((one) => one.events)),
    missed: {
      headings: scores.flatMap((one) => one.missed.headings),
      parts: scores.flatMap((one) => one.missed.parts),
      events: scores.flatMap((one) => one.missed.events),
    },
    surplus: {
      headings: scores.flatMap((one) => one.surplus.headings),
      events: scores.flatMap((one) => one.surplus.events),
    },
  };
}

export function rates({ expected, recognised, matched }: Counts): Rates {
  return {
    recall: share(matched, expected),
    precision: share(matched, recognised),
    f1: share(2 * matched, expected + recognised),
  };
}

/** Part of a whole; 1 where there is no whole to miss anything of. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function isSameHeading(expected: ExpectedHeading, recognised: RecognisedHeading): boolean {
  return expected.level === recognised.level && hasSameTitle(expected, recognised);
}

function hasSameTitle(expected: ExpectedHeading, recognised: RecognisedHeading): boolean {
  return titleKey(expected.title) === titleKey(recognised.title);
}

function isSameEvent(expected: ExpectedEvent, recognised: RecognisedEvent): boolean {
  const [start, end = start] = expected.date.split('/');
  return (
    recognised.date.start === start &&
    recognised.date.end === end &&
    recognised.date.precision === expected.precision &&
    folded(recognised.text).includes([...folded(expected.quotation)].slice(0, QUOTATION_CHARACTERS).join(''))
  );
}

/** An import knows one part for a section: of a heading that merges two, either is right. */
function isUnderPart(recognised: RecognisedHeading | undefined, expected: ExpectedHeading): boolean {
  const found = asList(recognised?.part);
  return found.length > 0 && found.every((part) => asList(expected.part).includes(part));
}

function asList(part: string | readonly string[] | undefined): readonly string[] {
  if (part === undefined) return [];
  return typeof part === 'string' ? [part] : part;
}

function titleKey(title: string): string {
  const characters = [...title.normalize('NFKC').replaceAll(/[\p{P}\p{S}\s]/gu, '')];
  return characters.slice(0, TITLE_CHARACTERS).join('');
}

/** Text as quotations are looked up in it. */
export function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

interface Pairs<E, R> {
  pairs: Map<E, R>;
  counts: Counts;
  missed: E[];
  surplus: R[];
}

/** Pairs each expected one with the first recognised one that is the same and still free; optional ones come last. */
function pair<E extends { optional?: boolean | undefined }, R>(
  expected: readonly E[],
  recognised: readonly R[],
  isSame: (expected: E, recognised: R) => boolean,
  isSameAsOptional: (expected: E, recognised: R) => boolean,
): Pairs<E, R> {
  const required = expected.filter(({ optional }) => !optional);
  const free = new Set(recognised);
  const pairs = new Map<E, R>();
  for (const one of required) {
    const found = [...free].find((candidate) => isSame(one, candidate));
    if (found === undefined) continue;
    free.delete(found);
    pairs.set(one, found);
  }
  for (const one of expected.filter(({ optional }) => optional)) {
    const found = [...free].find((candidate) => isSameAsOptional(one, candidate));
    if (found !== undefined) free.delete(found);
  }
  return {
    pairs,
    counts: { expected: required.length, recognised: pairs.size + free.size, matched: pairs.size },
    missed: required.filter((one) => !pairs.has(one)),
    surplus: [...free],
  };
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum: Counts = { expected: 0, recognised: 0, matched: 0 };
  for (const one of counts) {
    sum.expected += one.expected;
    sum.recognised += one.recognised;
    sum.matched += one.matched;
  }
  return sum;
}
