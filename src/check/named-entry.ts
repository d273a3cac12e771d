/** The entry that was meant by words that name none. */
import type { Words } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { folded } from '../model/folded.js';

interface Named {
  id: string;
  title: string;
}

/** The id to write instead; `isTitle` when the words are an entry's title. */
export function meantBy(words: string, entries: readonly Named[]): { fix: string | undefined; isTitle: boolean } {
  // A title may be written with its number, or without the mark at its end.
  const plain = (title: string): string =>
    folded(title)
      .replace(/^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]?(?=.)/, '')
      .replace(/[。，：；、,:;.]$/, '');
  const titled = entries.filter(
    (entry) => folded(entry.title) === folded(words) || plain(entry.title) === plain(words),
  );
  const [one, ...others] = titled;
  if (one && others.length === 0) return { fix: one.id, isTitle: true };
  const ids = entries.map((entry) => entry.id);
  return { fix: nearest(words, ids), isTitle: false };
}

/** What to write instead, in words; `otherwise` where nothing is near. */
export function sayMeant({ fix, isTitle }: { fix?: string | undefined; isTitle: boolean }, otherwise: Words): Words {
  if (fix === undefined) return otherwise;
  return isTitle
    ? {
        zh: `这是标题，请写它的文件名“${fix}”（不带序号和扩展名）。`,
        en: `That is a title; write the file's name “${fix}”.`,
      }
    : { zh: `是否指“${fix}”？`, en: `Did you mean “${fix}”?` };
}
