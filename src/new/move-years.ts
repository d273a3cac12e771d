/**
 * Last year's words for this year: the report's year and the next, which its plan names, move on; no other number does,
 * so that `“十四五”（2021—2025年）` stays. Blanks, width and everything else stay as written.
 */
export function moveYears(words: string, from: number, to: number): string {
  return words.replace(/(?<!\d)\d{4}(?!\d)/g, (digits) =>
    Number(digits) === from || Number(digits) === from + 1 ? String(Number(digits) + to - from) : digits,
  );
}
