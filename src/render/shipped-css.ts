/** The style sheet as it is sent: without the comments and blanks that are for whoever edits it. */
export function shippedCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .concat('\n');
}
