const TAB_CELLS = 4;

/** Tabs as blanks; controls as signs, since content must not steer the terminal it is shown on. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', ' '.repeat(TAB_CELLS))
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll('\u007f', '\u2421')
    .replace(/[\u0080-\u009f\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
}
