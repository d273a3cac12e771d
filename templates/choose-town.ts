/**
 * The choice of a town, where there is too much to search all of it at once.
 *
 * In:  the towns, and what is typed of a name.
 * Out: links to this page with the town in its address, so that a choice can be shared, gone back from and taken up
 *      again. What has been looked for goes along.
 */
import type { TownTexts } from '../src/model/search-texts.js';
import { isForeign, make, step } from './elements.js';
import { fold, wordsOf } from './find-texts.js';

/** Towns that are shown at once. */
const SHOWN_TOWNS = 30;

/** Those that have all that was typed in their names, their folders or the folders above; all when nothing was. */
export function townsLike(towns: readonly TownTexts[], typed: string): TownTexts[] {
  const words = wordsOf(typed);
  return towns.filter(({ name, group = '', town }) => {
    const all = [group + name, town].map(fold);
    return words.every((word) => all.some((text) => text.includes(word)));
  });
}

/** The address of this page for a town; without one, for the choice. What is looked for stays, unless other `words` are. */
export function addressFor(town: string | undefined, words?: string): string {
  const address = new URL(location.href);
  address.hash = '';
  if (town === undefined) address.searchParams.delete('town');
  else address.searchParams.set('town', town);
  if (words === '') address.searchParams.delete('q');
  else if (words !== undefined) address.searchParams.set('q', words);
  return address.href;
}

/** Shows the field with the list below it. `lost` files of the list have not come. */
export function chooseTown(form: HTMLFormElement, towns: readonly TownTexts[], lost: number): void {
  const input = form.querySelector('input');
  const count = form.querySelector<HTMLElement>('[data-search-town-count]');
  const list = form.querySelector<HTMLElement>('[data-search-towns]');
  if (!input || !count || !list) return;

  const show = (): void => {
    const found = townsLike(towns, input.value);
    list.replaceChildren(
      ...found.slice(0, SHOWN_TOWNS).map(({ town, name, group }) => {
        const link = make('a', '', name);
        link.href = addressFor(town);
        return make('li', '', link, ...(group === undefined ? [] : [' ', make('span', 'note', group)]));
      }),
    );
    const words =
      found.length > SHOWN_TOWNS
        ? `共${found.length}个发布机构，先列出${SHOWN_TOWNS}个`
        : found.length > 0
          ? `共${found.length}个发布机构`
          : '没有这样的发布机构，可以少写几个字';
    count.textContent = words + (lost > 0 ? `；有${lost}个文件没有载入，名单不全，请重新打开本页` : '');
  };
  const links = (): HTMLElement[] => Array.from(list.querySelectorAll('a'));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  input.addEventListener('input', show);
  form.addEventListener('keydown', (event) => {
    if (isForeign(event)) return;
    const at = links().findIndex((link) => link === event.target);
    step(event, input, links(), at);
  });
  form.hidden = false;
  show();
  if (location.hash === '') input.focus({ preventScroll: true });
}
