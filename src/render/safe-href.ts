/** The last word on addresses that come from content: what is not plainly harmless is no link at all. */

const SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/** The address as it may stand in an `href`, or `undefined` when its words have to stand without a link. */
export function safeHref(address: string): string | undefined {
  // Browsers drop tabs, line ends and leading blanks before they look for a scheme; so must whoever judges it.
  const seen = address.replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]/g, '');
  if (seen === '' || /^[\\/]{2}/.test(seen)) return undefined;
  const scheme = /^([^/?#]*?):/.exec(seen)?.[1];
  if (scheme === undefined) return address.trim();
  return SCHEMES.has(scheme.toLowerCase()) ? address.trim() : undefined;
}
