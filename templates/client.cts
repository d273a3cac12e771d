/**
 * What the pages do with JavaScript: large type, printing, filters. Everything can be read and reached without it.
 *
 * It stands in the head and runs before anything is shown, so that a page never appears in small type first; controls
 * stay hidden until it has made them work. A classic script: from disk, browsers load no modules.
 */
(() => {
  const LARGE = 'large';
  const KEY = 'fazhi-large-type';
  const root = document.documentElement;

  /** Storage may be forbidden; then the choice holds for this page only. */
  const stored = (): string | null => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const store = (isLarge: boolean): void => {
    try {
      if (isLarge) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    } catch {
      // Nothing is lost but the memory of it.
    }
  };

  root.classList.toggle(LARGE, stored() === '1');

  const all = <Found extends HTMLElement>(selector: string, within: ParentNode = document): Found[] =>
    Array.from(within.querySelectorAll<Found>(selector));

  const setUpTools = (): void => {
    for (const button of all('[data-large-type]')) {
      const show = (): void => button.setAttribute('aria-pressed', String(root.classList.contains(LARGE)));
      show();
      button.addEventListener('click', () => {
        store(root.classList.toggle(LARGE));
        show();
      });
    }
    // Paper has its own sizes.
    let wasLarge = false;
    window.addEventListener('beforeprint', () => {
      wasLarge = root.classList.contains(LARGE);
      root.classList.remove(LARGE);
    });
    window.addEventListener('afterprint', () => root.classList.toggle(LARGE, wasLarge));
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

  document.addEventListener('DOMContentLoaded', () => {
    setUpTools();
    for (const filters of all('[data-filters]')) setUpFilters(filters);
  });
})();
