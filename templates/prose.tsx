/** The one door for what is not escaped: HTML made from Markdown by `render`, and data blocks for machines. */

/** HTML that `render` made from a sanitised tree. */
export interface Html {
  readonly html: string;
}

export function Prose({ of: { html }, as: Tag = 'div' }: { of: Html; as?: 'div' | 'p' | 'li' | 'span' }) {
  return <Tag class={Tag === 'div' ? 'prose' : undefined} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** JSON-LD. A `<` inside a value is written as an escape, so that no value can end the block. */
export function StructuredData({ of: value }: { of: object }) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
