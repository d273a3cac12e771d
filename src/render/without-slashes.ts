/** The renderer closes empty elements as XML does; in HTML the slash means nothing. */
export function withoutSlashes(html: string): string {
  return html.replace(/<((?:meta|link|img|input|br|hr|wbr)(?: [a-z-]+(?:="[^"]*")?)*)\/>/g, '<$1>');
}
