/**
 * What the pages do with JavaScript: large type, printing, filters, a question before a reader leaves the government's
 * sites. Everything can be read and reached without it.
 *
 * It stands in the head and runs before anything is shown, so that a page never appears in small type first; controls
 * stay hidden until it has made them work.
 */
const LARGE = 'large';
const KEY = 'fazhi-large-type';
const root = document.documentElement;

const all = <Found extends HTMLElement>(selector: string, within: ParentNode = document): Found[] =>
  Array.from(within.querySelectorAll<Found>(selector));

/**
 * Remembered in the browser's storage. Where that is forbidden, and on disk, where each file may have a storage of its
 * own, the name of the window goes from page to page instead.
 */
const isLarge = (): boolean => {
  if (window.name.startsWith(KEY)) return window.name === KEY;
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
};
const store = (isOn: boolean): void => {
  let isShared = location.protocol !== 'file:';
  try {
    if (isOn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    isShared = false;
  }
  if (!isShared || window.name.startsWith(KEY)) window.name = isOn ? KEY : `${KEY}-off`;
};
const show = (): void => {
  root.classList.toggle(LARGE, isLarge());
  for (const button of all('[data-large-type]')) button.setAttribute('aria-pressed', String(isLarge()));
};

show();

const setUpTools = (): void => {
  show();
  for (const button of all('[data-large-type]'))
    button.addEventListener('click', () => {
      store(!isLarge());
      show();
    });
  // Another tab, or a page that this one was left for, may have changed it.
  window.addEventListener('storage', show);
  window.addEventListener('pageshow', show);
  // Paper has its own sizes.
  window.addEventListener('beforeprint', () => root.classList.remove(LARGE));
  window.addEventListener('afterprint', show);
  for (const button of all('[data-print]')) button.addEventListener('click', () => window.print());
  for (const tool of all('[data-tool]')) tool.hidden = false;
};

const setUpFilters = (filters: HTMLElement): void => {
  const selects = all<HTMLSelectElement>('[data-filter]', filters);
  const items = all('[data-filter-item]');
  const count = filters.querySelector('[data-filter-count]');
  const unit = filters.dataset['unit'] ?? '';

  const isChosen = (item: HTMLElement): boolean =>
    selects.every(({ value, dataset }) => {
      const values = (item.dataset[dataset['filter'] ?? ''] ?? '').split(' ');
      return value === '' || values.includes(value);
    });
  const apply = (): void => {
    const chosen = items.filter(isChosen);
    for (const item of items) item.hidden = !chosen.includes(item);
    for (const group of all('[data-filter-group]')) {
      group.hidden = all('[data-filter-item]', group).every((item) => item.hidden);
    }
    if (!count) return;
    const total = `共${items.length}${unit}`;
    count.textContent = chosen.length === items.length ? total : `显示${chosen.length}项，${total}`;
  };
  const showAll = (): void => {
    for (const select of selects) select.value = '';
    apply();
  };

  for (const select of selects) select.addEventListener('change', apply);
  // Whoever follows a link to an item must find it, whatever was chosen before.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('[hidden]')) return;
    showAll();
    target.scrollIntoView();
  });
  filters.hidden = false;
  // A browser that goes back keeps the choice; the list has to follow it.
  apply();
};

const make = <Name extends 'a' | 'button' | 'dialog' | 'div' | 'h2' | 'p'>(
  name: Name,
  words: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  element.textContent = words;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/**
 * Asks before a link is followed that leads off the government's sites, in the words that portals use.
 *
 * However it was clicked: whoever wanted a new tab gets one after the question. What the browser opens by itself (its
 * menu, a link dragged to another window) is left to it: the mark in the link has said where it leads. The dialog is
 * made here and not in the page, since without scripts nothing could open it.
 */
const setUpLeaving = (): void => {
  if (all('a[data-outside]').length === 0) return;
  const portal = document.querySelector<HTMLMetaElement>('meta[name=SiteName]')?.content;
  const question = `您访问的链接即将离开${portal === undefined ? '本网站' : `“${portal}”门户网站`}，是否继续？`;
  let link: HTMLAnchorElement | undefined;
  const address = make('p', '', { id: 'leaving--address' });
  const go = make('a', '继续访问', { rel: 'external noopener' });
  // The safe choice has the focus.
  const stay = make('button', '放弃', { type: 'button', autofocus: '' });
  const choices = make('div', '');
  choices.append(go, stay);
  const dialog = make('dialog', '', {
    class: 'leaving',
    'aria-labelledby': 'leaving--question',
    'aria-describedby': 'leaving--address',
  });
  dialog.append(make('h2', question, { id: 'leaving--question' }), address, choices);
  const close = (): void => {
    if (dialog.open) dialog.close();
  };
  dialog.addEventListener('close', () => link?.focus());
  for (const choice of [go, stay]) choice.addEventListener('click', close);
  go.addEventListener('auxclick', ({ button }) => button === 1 && close());
  // Nobody who comes back finds the question still open.
  window.addEventListener('pagehide', close);

  const ask = (event: MouseEvent): void => {
    const { target, button, ctrlKey, metaKey, shiftKey } = event;
    const found = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-outside]');
    if (!found || button > 1 || event.defaultPrevented) return;
    if (!('showModal' in dialog)) {
      if (!confirm(`${question}\n${found.href}`)) event.preventDefault();
      return;
    }
    event.preventDefault();
    link = found;
    address.textContent = `将要打开：${link.href}`;
    go.href = link.href;
    go.target = button === 1 || ctrlKey || metaKey || shiftKey ? '_blank' : link.target;
    document.body.append(dialog);
    dialog.showModal();
  };
  document.addEventListener('click', ask);
  document.addEventListener('auxclick', ask);
};

document.addEventListener('DOMContentLoaded', () => {
  setUpTools();
  setUpLeaving();
  for (const filters of all('[data-filters]')) setUpFilters(filters);
});
