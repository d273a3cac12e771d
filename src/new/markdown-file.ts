/** A content file as text: front matter and body. */
import { Document, isSeq } from 'yaml';

export type FrontMatter = Readonly<
  Record<string, string | readonly string[] | readonly Readonly<Record<string, string>>[] | undefined>
>;

/** Keys without a value are left out; a list of one is written as the one. */
export function markdownFile(frontMatter: FrontMatter, body: string): string {
  const values: Record<string, Exclude<FrontMatter[string], undefined>> = {};
  for (const [key, value] of Object.entries(frontMatter)) {
    if (value === undefined || value.length === 0) continue;
    const [only] = typeof value === 'string' ? [] : value;
    values[key] = typeof only === 'string' && value.length === 1 ? only : value;
  }
  // Every scalar of a content file is text: in this schema `2022` and `true` need no quotes, `#` and `: ` get them.
  const yaml = new Document(values, { schema: 'failsafe' });
  for (const [key, value] of Object.entries(values)) {
    const list = yaml.get(key);
    if (isSeq(list)) list.flow = typeof value[0] === 'string';
  }
  return `---\n${yaml.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${body === '' ? '' : `\n${body}\n`}`;
}
