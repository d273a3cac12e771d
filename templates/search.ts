/**
 * What the search page does: finds as one types, keyboard first.
 *
 * In:  the words in the field, or after `?q=` in the address; the towns and the files of their texts, which the page has
 *      loaded; the texts, which come in these files at any time. Where there is too much of them, the texts of the town
 *      after `?town=` alone.
 * Out: results by report and in the order of its text, words marked; how many there are, told to screen readers when the
 *      typing pauses; the address, so that a search can be shared and is there again when one comes back.
 * Not here: what is found (`find-texts.ts`). Whatever comes from a text goes into the page as text.
 */
import type { ReportTexts, TextsPart, TextsPlace, TownsPart, TownTexts } from '../src/model/search-texts.js';
import { addressFor, chooseTown } from './choose-town.js';
import { isForeign, make, step } from './elements.js';
import { excerpt, find, searchable, wordsOf, type Found, type Piece, type SearchableReport } from './find-texts.js';

declare global {
  interface Window {
    /** Filled by the lists of towns, before this script runs. */
    fazhiTowns?: TownsPart[];
    /** Filled by the files of texts, whichever comes first. */
    fazhiTexts?: Pick<TextsPart[], 'push'>;
  }
}

/** Results that are shown at once. */
const SHOWN = 50;
/** Characters that are made ready at a time, so that the page stays at hand: a few milliseconds. */
const AT_ONCE = 20_000;
/** So much takes long enough for a reader to want to know. */
const MUCH_BYTES = 1_000_000;
/** The typing has paused. */
const PAUSE_MS = 300;

/** A file of texts that is to be loaded. */
interface TextsFile {
  town: string;
  part: number;
  address: string;
  bytes: number;
}

interface Result {
  found: Found;
  report: ReportTexts;
}

class Search {
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #results: HTMLElement;
  readonly #places: HTMLElement;
  /** The files of texts, in the order of their reports. */
  readonly #files: readonly TextsFile[];
  /** Lists of such files that have not come. */
  readonly #lostLists: number;
  /** By the place of the file among all. */
  readonly #parts = new Map<number, SearchableReport[]>();
  readonly #waiting: { file: number; report: ReportTexts }[] = [];
  /** Files that have come, or will not. */
  #settled = 0;
  #searched = '';
  #words: string[] = [];
  #all: Result[] = [];
  #shown = 0;
  #pause = 0;

  constructor(
    form: HTMLFormElement,
    { count, results, places }: Record<'count' | 'results' | 'places', HTMLElement>,
    towns: readonly TownTexts[],
    lostLists: number,
  ) {
    this.#lostLists = lostLists;
    this.#files = towns.flatMap(({ town, texts }) => texts.map((text, index) => ({ ...text, town, part: index + 1 })));
    this.#input = form.querySelector('input') ?? document.createElement('input');
    this.#count = count;
    this.#results = results;
    this.#places = places;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search();
      this.#settle();
      this.#links()[0]?.focus();
    });
    // What an input method is still putting together is no search.
    this.#input.addEventListener('input', (event) => {
      if (!event.isComposing) this.#search();
    });
    this.#input.addEventListener('compositionend', () => this.#search());
    this.#results.addEventListener('click', () => this.#settle());
    document.addEventListener('keydown', (event) => this.#press(event));
    form.hidden = false;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked !== null) this.#input.value = asked;
    if (location.hash === '') this.#input.focus({ preventScroll: true });
    this.#search();
  }

  /** Loads the texts. Scripts, since a page on disk may load nothing else. */
  load(): void {
    for (const { address } of this.#files) {
      const script = make('script');
      script.src = address;
      const settle = (): void => {
        this.#settled += 1;
        if (this.#isReady) this.#show();
      };
      script.addEventListener('load', settle);
      script.addEventListener('error', settle);
      document.head.append(script);
    }
    if (this.#isReady) this.#show();
  }

  /** Takes a file of texts; what was looked for is looked for in it as well. */
  take({ town, part, reports }: TextsPart): void {
    const file = this.#files.findIndex((one) => one.town === town && one.part === part);
    if (file < 0) return;
    this.#parts.set(file, []);
    const isIdle = this.#waiting.length === 0;
    this.#waiting.push(...reports.map((report) => ({ file, report })));
    if (isIdle) this.#prepare();
  }

  #prepare(): void {
    let characters = 0;
    while (this.#waiting.length > 0 && characters < AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) break;
      const report = searchable(next.report);
      this.#parts.get(next.file)?.push(report);
      characters += report.entries.reduce((sum, { folded }) => sum + folded.length, 0);
    }
    if (this.#waiting.length > 0) setTimeout(() => this.#prepare(), 0);
    else if (this.#isReady) this.#show();
  }

  get #isReady(): boolean {
    return this.#waiting.length === 0 && this.#settled === this.#files.length;
  }

  #search(): void {
    if (this.#input.value !== this.#searched) this.#show();
  }

  #show(): void {
    this.#searched = this.#input.value;
    this.#words = wordsOf(this.#searched);
    // Whichever file came first: the latest reports, in the order of their towns; one in two files stays together.
    const reports = [...this.#parts]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([, ofFile]) => ofFile)
      .toSorted((one, other) => other.report.year - one.report.year);
    this.#all = reports.flatMap((one) => find(one, this.#words).map((found) => ({ found, report: one.report })));
    this.#shown = 0;
    this.#results.replaceChildren();
    this.#showMore();
    this.#places.hidden = this.#all.length > 0;
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#settle(), PAUSE_MS);
  }

  #showMore(): void {
    this.#results.querySelector('[data-search-more]')?.remove();
    const next = this.#all.slice(this.#shown, this.#shown + SHOWN);
    this.#shown += next.length;
    let list = this.#results.querySelector<HTMLOListElement>('section:last-of-type > ol');
    for (const { found, report } of next) {
      if (list?.dataset['folder'] !== report.folder) {
        list = make('ol');
        list.dataset['folder'] = report.folder;
        const heading = make('h2', '', report.name);
        heading.id = `search--report-${this.#results.childElementCount}`;
        const section = make('section', '', heading, list);
        section.setAttribute('aria-labelledby', heading.id);
        this.#results.append(section);
      }
      list.append(this.#item(found, report));
    }
    const left = this.#all.length - this.#shown;
    if (left === 0) return;
    const button = make('button', '', `再显示${Math.min(left, SHOWN)}条`);
    button.type = 'button';
    button.addEventListener('click', () => {
      const first = this.#shown;
      this.#showMore();
      this.#settle();
      this.#links()[first]?.focus();
    });
    const more = make('p', 'search-more', button);
    more.dataset['searchMore'] = '';
    this.#results.append(more);
  }

  #item(found: Found, { folder }: ReportTexts): HTMLElement {
    const { title, lines, others } = excerpt(found, this.#words);
    const link = make('a', '', ...title.map(marked));
    link.href = addressOf(folder, found.place);
    link.dataset['searchResult'] = '';
    const head = make('p', 'search-head', link);
    if (found.isItem) {
      const original = make('a', 'search-original', '报告原文');
      original.href = addressOf(folder, { ...found.place, page: 'report/' });
      const whose = make('span', 'visually-hidden', `：${found.place.title}`);
      original.append(whose);
      head.append(' ', original);
    }
    const body = make('div', '', head, ...lines.map((line) => make('p', 'search-line', ...line.map(marked))));
    if (others > 0) body.append(make('p', 'note', `这里另有${others}处`));
    return make('li', found.isItem ? 'is-item' : '', make('span', 'search-kind', found.place.kind), body);
  }

  /** When the typing has paused: the count, and the address. */
  #settle(): void {
    clearTimeout(this.#pause);
    const words = this.#countWords();
    // Said again, it would be read out again.
    if (this.#count.textContent !== words) this.#count.textContent = words;
    const address = new URL(location.href);
    if (this.#searched.trim() === '') address.searchParams.delete('q');
    else address.searchParams.set('q', this.#searched);
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // Some browsers keep the address of a page on disk as it is, or let it change only so often.
    }
  }

  #countWords(): string {
    if (this.#words.length === 0) return '';
    const found = this.#all.length;
    const lost = this.#files.length - this.#parts.size + this.#lostLists;
    const bytes = this.#files.reduce((sum, file) => sum + file.bytes, 0);
    const size = bytes > MUCH_BYTES ? `（共${(bytes / 1_000_000).toFixed(1)} MB）` : '';
    const more = !this.#isReady
      ? `，报告还在载入${size}……`
      : lost > 0
        ? `；有${lost}个文件没有载入，结果不全，请重新打开本页`
        : '';
    if (found === 0) return more === '' ? '没有找到，可以换个说法，或者少写几个字' : `还没有找到${more}`;
    return (this.#shown < found ? `显示前${this.#shown}条，共${found}条` : `共${found}条`) + more;
  }

  #press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (isForeign(event) || !(target instanceof Element)) return;
    if (key === '/' && !target.matches('input, textarea, select, [contenteditable]')) {
      event.preventDefault();
      this.#input.focus();
      this.#input.select();
    } else if (key === 'Escape' && this.#input.value !== '') {
      event.preventDefault();
      this.#input.value = '';
      this.#input.focus();
      this.#search();
    } else {
      const links = this.#links();
      const result = target.closest('[data-search-results] li')?.querySelector('[data-search-result]');
      const at = links.findIndex((link) => link === result);
      step(event, this.#input, links, at);
    }
  }

  #links(): HTMLElement[] {
    return Array.from(this.#results.querySelectorAll<HTMLElement>('[data-search-result]'));
  }
}

function marked({ words, isMarked }: Piece): Node {
  return isMarked ? make('mark', '', words) : document.createTextNode(words);
}

/** From the search page. `index.html` is spelled out, since a page on disk has no server to find it. */
function addressOf(folder: string, { page, id }: TextsPlace): string {
  return `${folder}${page}index.html${id === undefined ? '' : `#${encodeURIComponent(id)}`}`;
}

/** Says whose reports are searched, and leads back to the choice. */
function tellTown({ name, group }: TownTexts, input: HTMLInputElement | null): HTMLElement {
  const link = make('a', '', '换一个发布机构');
  link.href = addressFor(undefined);
  // What has been typed in the meantime goes along.
  link.addEventListener('click', () => (link.href = addressFor(undefined, input?.value)));
  return make('p', 'search-in', '在', make('b', '', [group, name].filter(Boolean).join(' ')), '的报告里查找。', link);
}

function setUp(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const count = document.querySelector<HTMLElement>('[data-search-count]');
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  const places = document.querySelector<HTMLElement>('[data-search-places]');
  if (!form || !count || !results || !places) return;
  document.querySelector('[data-search-without]')?.remove();

  const parts = (window.fazhiTowns ?? []).toSorted((one, other) => one.part - other.part);
  const lost = document.querySelectorAll('script[data-towns]').length - parts.length;
  const towns = parts.flatMap((part) => part.towns);
  const choice = document.querySelector<HTMLFormElement>('[data-search-town]');
  const asked = new URLSearchParams(location.search).get('town');
  const town = towns.find((one) => one.town === asked);
  if (choice && !town) {
    chooseTown(choice, towns, lost);
    return;
  }
  if (choice && town) form.before(tellTown(town, form.querySelector('input')));
  const search = new Search(form, { count, results, places }, town && choice ? [town] : towns, lost);
  window.fazhiTexts = {
    push: (...parts) => {
      for (const part of parts) search.take(part);
      return 0;
    },
  };
  search.load();
}

setUp();
