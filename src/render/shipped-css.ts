/**
 * The style sheet as it is sent: without the comments and blanks that are for whoever edits it.
 *
 * It knows just enough of CSS for our own sheet: no string in it may hold braces, semicolons, commas or comment marks.
 */
export function shippedCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .replaceAll('}', '}\n')
    .trim();
}
