const TAB_CELLS = 4;

/** C1 controls, Unicode's Bidi_Control (written out, which takes no time to compile), and line ends of its own. */
const STEERING = /[\u0080-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** Tabs as blanks; controls as signs, since content must not steer the terminal it is shown on. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', ' '.repeat(TAB_CELLS))
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll('\u007f', '\u2421')
    .replace(STEERING, '\ufffd');
}
