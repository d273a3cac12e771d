/** For the pages whose anchors are the ids of entries: where each entry is written, as a link into the clerk's editor. */
import { resolve } from 'node:path';
import { entriesOf } from '../model/entries.js';
import type { Site } from '../model/site.js';
import { linkInEditor, type Editor } from './editor.js';
import type { EntryLinks } from './live-state.js';

/** `page` is the file shown, relative to the site's folder: `2022/timeline/index.html`. */
export function entryLinks(
  site: Site | undefined,
  page: string,
  { content, editor }: { content: string; editor: Editor },
): EntryLinks {
  const folder = /^(.*?)\/?(?:report|timeline|checklist|follow-up)\/index\.html$/.exec(page)?.[1];
  const report = site?.reports.find(({ path }) => path === folder);
  if (report === undefined) return {};
  return Object.fromEntries(
    entriesOf(report).flatMap(({ id, body }) => {
      const href = linkInEditor(editor, resolve(content, body.at.file), body.at);
      return href === undefined ? [] : [[id, href]];
    }),
  );
}
