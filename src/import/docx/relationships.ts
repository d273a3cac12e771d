/**
 * What a part refers to, by the ids that its XML uses.
 *
 * Shape: `rId1` -> { kind: 'image', target: 'word/media/image1.png', isExternal: false }; an outside target stays as it
 *        is written and is never opened.
 */
import type { Archive } from './archive.js';
import { walkXml } from './xml.js';

export interface Relationship {
  /** The last word of the type's address, the same in transitional and strict files. */
  kind: string;
  target: string;
  isExternal: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** `part` is '' for the archive itself. */
export function relationshipsOf(archive: Archive, part: string): Relationships {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  const bytes = archive.read(path);
  if (bytes === undefined) return found;
  walkXml(bytes, path, {
    open(name, attributes) {
      if (name !== 'rel:Relationship') return;
      const written = attributes.get('Target') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      found.set(attributes.get('Id') ?? '', {
        kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: isExternal ? written : resolve(folder, written),
        isExternal,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

export function ofKind(relationships: Relationships, kind: string): Relationship[] {
  return [...relationships.values()].filter((relationship) => relationship.kind === kind);
}

/** A name within the archive: what leads out of it names nothing there. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
