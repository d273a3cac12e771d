/** The lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11). */

/** Of a line, without its end. */
const MAX_OCTETS = 75;

/** A line with a name and a value that needs no escaping, folded by octets; no character is torn apart. */
export function line(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const more = octetsOf(character);
    if (octets + more > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** The same for words: line ends, commas, semicolons and backslashes are escaped, control characters left out. */
export function words(name: string, text: string): string {
  const escaped = text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  return line(name, escaped);
}
