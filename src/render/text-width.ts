/** How wide words come out, in ems: enough for a plot to keep its labels apart without a font to measure with. */
export function widthEm(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0000-\u024f]/.test(character) ? 0.6 : 1;
  return width;
}

/** As many whole characters as fit, with `…` for the rest. */
export function shorten(text: string, maxEm: number): string {
  if (widthEm(text) <= maxEm) return text;
  let kept = '';
  for (const character of text) {
    if (widthEm(kept + character) > maxEm - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
