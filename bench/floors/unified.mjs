// @ts-check
/** A floor: every body of a content folder through remark-parse and remark-html, one after the other, written nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkHtml from 'remark-html';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [content = ''] = process.argv.slice(2);
const processor = unified().use(remarkParse).use(remarkHtml).freeze();
for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.md')) continue;
  const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
  processor.processSync(text.slice(text.indexOf('\n---\n') + '\n---\n'.length));
}
