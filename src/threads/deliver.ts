/** One town, from its files to its pages as they will be written: what a thread does, or the leading one by itself. */
import { createHash } from 'node:crypto';
import type { Answering } from '../assemble/assemble.js';
import { isRefused } from '../diagnostics/diagnostic.js';
import { makeTown, renderMade, type Content } from '../flow.js';
import { Keep } from '../keep.js';
import { readFile, type ListedFile } from '../read/read.js';
import type { DeliveredTown, Shared, Task } from './messages.js';

/** Listed files as the flow reads them. */
export function contentOf(files: ReadonlyMap<string, ListedFile>): Content {
  return { files, read: (file, keep) => readFile(file as ListedFile, keep) };
}

export function deliver(
  { place, files, isRendered }: Task,
  { ground, around, strict }: Omit<Shared, 'folder'>,
  places: Answering,
): DeliveredTown {
  const keep = new Keep();
  const content = contentOf(new Map(files.map((file) => [file.path, file])));
  const { reports, ...made } = makeTown(place, ground, places, content, keep);
  if (!isRendered || isRefused(made.diagnostics, strict)) return made;
  const { digest, pages } = renderMade({ ...made, reports }, around, keep);
  const encoder = new TextEncoder();
  const encoded = pages.map(({ path, text }) => {
    const bytes = encoder.encode(text);
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  return { ...made, digest, pages: encoded };
}
