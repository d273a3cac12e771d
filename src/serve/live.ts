/**
 * What an open page does while its content is being written: it loads again when it changed, and shows mistakes.
 *
 * The page itself stays as it will be published. All that is added stands in a shadow tree of its own: a panel that
 * lists the mistakes, and links that open the file of an entry. `live-page.ts` puts it into each page.
 */
import type { EntryLinks, LiveState, Mistake } from './live-state.js';

const own = document.currentScript as HTMLScriptElement;
const STYLE_SHEET = 'assets/site.css';
const CLOSED = 'fazhi-panel-closed';
/** A server that is being started again is back sooner. */
const GONE_MS = 1500;
/** How often a page asks that may not listen, since too many are open. */
const ASK_MS = 1000;
/** Time to get from an entry to the link beside it. */
const LEAVE_MS = 300;
/** Between the end of the page and the panel. */
const AIR_PX = 16;
const ALL_WORDS = {
  zh: {
    panel: '内容检查',
    links: '编辑链接',
    count: { error: ['个错误', '个错误'], warning: ['条提醒', '条提醒'], info: ['条提示', '条提示'] },
    severity: { error: '错误', warning: '提醒', info: '提示' },
    and: '，',
    at: (line: number, column: number) => `第 ${line} 行第 ${column} 字`,
    stays: '网页保持上一次正确时的样子，改好保存即更新。',
    more: (count: number) => `还有 ${count} 条，改正上面的以后再显示。`,
    problem: '未能检查',
    mended: '错误已改正。',
    gone: '预览已停止',
    close: '收起',
    edit: '编辑',
  },
  en: {
    panel: 'Content check',
    links: 'Edit links',
    count: { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['hint', 'hints'] },
    severity: { error: 'error', warning: 'warning', info: 'hint' },
    and: ', ',
    at: (line: number, column: number) => `line ${line}, column ${column}`,
    stays: 'The page stays as it was when all was well; mend, save, and it follows.',
    more: (count: number) => `${count} more are shown once these are mended.`,
    problem: 'Not checked',
    mended: 'All errors are mended.',
    gone: 'The preview has ended',
    close: 'Close',
    edit: 'Edit',
  },
};
const words = ALL_WORDS[own.dataset['language'] === 'en' ? 'en' : 'zh'];
let version = own.dataset['version'] ?? '';

const fileOf = (address: string): string => {
  const path = decodeURIComponent(new URL(address, location.href).pathname.slice(1));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};
const page = fileOf(location.pathname);
const isWaiting = document.body.classList.contains('fazhi-waiting');

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

// What is added to the page.

const host = make('fazhi-live' as 'div');
const shadow = host.attachShadow({ mode: 'open' });
const sheet = make('link');
sheet.rel = 'stylesheet';
sheet.href = '/.fazhi/live.css';
const status = make('p', 'visually-hidden');
status.setAttribute('role', 'status');
const toggle = make('button', 'toggle');
toggle.type = 'button';
toggle.disabled = isWaiting;
toggle.setAttribute('aria-controls', 'mistakes');
const summary = make('span', 'summary');
const close = make('span', 'close', words.close);
toggle.append(summary, close);
const note = make('p', 'note');
const list = make('ol', 'mistakes');
list.tabIndex = 0;
const body = make('div', 'body', note, list);
body.id = 'mistakes';
body.hidden = true;
const panel = make('section', isWaiting ? 'panel is-page' : 'panel', toggle, body);
panel.setAttribute('aria-label', words.panel);
panel.hidden = true;
const edits = make('nav', 'edits');
edits.setAttribute('aria-label', words.links);
edits.hidden = true;
shadow.append(sheet, status, panel, edits);
// Nothing is shown before it has its looks.
host.hidden = true;
sheet.addEventListener('load', () => {
  host.hidden = false;
  makeRoom();
});
(isWaiting ? (document.querySelector('main') ?? document.body) : document.body).append(host);

/** What stands at the end of the page, and what is scrolled to, does not stay behind the panel. */
const makeRoom = (): void => {
  if (isWaiting) return;
  const room = panel.hidden ? '' : `${Math.ceil(innerHeight - panel.getBoundingClientRect().top) + AIR_PX}px`;
  document.body.style.paddingBottom = room;
  document.documentElement.style.scrollPaddingBottom = room;
};
new ResizeObserver(makeRoom).observe(panel);

// The panel.

let shown = '';
let isGone = false;
let last: LiveState | undefined;

const remembered = {
  get isClosed(): boolean {
    try {
      return sessionStorage.getItem(CLOSED) === '1';
    } catch {
      return false;
    }
  },
  set isClosed(isClosed: boolean) {
    try {
      if (isClosed) sessionStorage.setItem(CLOSED, '1');
      else sessionStorage.removeItem(CLOSED);
    } catch {
      // Nothing is lost but the memory of it.
    }
  },
};

const setOpen = (isOpen: boolean): void => {
  toggle.setAttribute('aria-expanded', String(isOpen));
  panel.classList.toggle('is-open', isOpen);
  body.hidden = !isOpen;
  makeRoom();
};
const isOpen = (): boolean => !panel.hidden && !body.hidden && !isWaiting;

toggle.addEventListener('click', () => {
  remembered.isClosed = isOpen();
  setOpen(!isOpen());
});
document.addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key !== 'Escape' || defaultPrevented || !isOpen()) return;
  const hadFocus = shadow.activeElement !== null;
  remembered.isClosed = true;
  setOpen(false);
  if (hadFocus) toggle.focus();
});

const describe = ({ problem, counts }: LiveState): string => {
  if (problem !== undefined) return words.problem;
  const kinds = (['error', 'warning', 'info'] as const).filter((kind) => counts[kind] > 0);
  return kinds.map((kind) => `${counts[kind]} ${words.count[kind][counts[kind] === 1 ? 0 : 1]}`).join(words.and);
};

const itemOf = ({ severity, file, line, column, message, source, href }: Mistake): HTMLLIElement => {
  const where = [file, ' ', make('span', 'position', words.at(line, column))];
  const place = href === undefined ? make('span', 'place', ...where) : make('a', 'place', ...where);
  if (place instanceof HTMLAnchorElement && href !== undefined) place.href = href;
  const head = make('p', 'head', make('span', `severity is-${severity}`, words.severity[severity]), ' ', place);
  const item = make('li', '', head, make('p', 'message', message));
  if (source) {
    const code = make('code', '', source.before, make('mark', '', source.marked), source.after);
    item.append(make('pre', '', code));
  }
  return item;
};

const show = (state: LiveState): void => {
  const { problem, counts, mistakes, hasSite } = state;
  const isSerious = problem !== undefined || counts.error > 0;
  const text = describe(state);
  const hadTrouble = last !== undefined && (last.problem !== undefined || last.counts.error > 0);
  // Warnings are no reason to cover the page, but whoever has them open goes on reading.
  const isReading = isOpen() && !hadTrouble;
  const said = JSON.stringify([problem, counts, mistakes, hasSite]);
  last = state;
  if (isGone || said === shown) return;
  shown = said;
  const rest = counts.error + counts.warning + counts.info - mistakes.length;
  note.textContent = problem ?? (isSerious && hasSite ? words.stays : '');
  note.hidden = note.textContent === '';
  const focused = Array.from(list.querySelectorAll('a')).indexOf(shadow.activeElement as HTMLAnchorElement);
  list.replaceChildren(...mistakes.map(itemOf), ...(rest > 0 ? [make('li', 'rest', words.more(rest))] : []));
  if (focused >= 0) (list.querySelectorAll('a')[focused] ?? toggle).focus();
  list.hidden = mistakes.length === 0;
  summary.textContent = text;
  panel.classList.toggle('is-serious', isSerious);
  panel.hidden = text === '';
  if (!isSerious) remembered.isClosed = false;
  setOpen(isWaiting || (isSerious ? !remembered.isClosed : isReading));
  status.textContent = text === '' || !isSerious ? (hadTrouble ? words.mended : '') : text;
};

const showGone = (): void => {
  isGone = true;
  shown = '';
  panel.classList.remove('is-serious');
  summary.textContent = words.gone;
  status.textContent = words.gone;
  panel.hidden = false;
  if (!isWaiting) setOpen(false);
};

// Changes.

const needs = (): string[] => {
  const loaded = Array.from(document.querySelectorAll('img[src], script[src], link[rel~="icon"][href]'), (element) =>
    fileOf(element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
  );
  return [page, ...loaded, ...(document.querySelector('base') === null ? [] : ['404.html'])];
};

const swapStyles = (state: LiveState): void => {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (fileOf(link.href) !== STYLE_SHEET) continue;
    const next = link.cloneNode() as HTMLLinkElement;
    next.href = `${link.href.split('?')[0]}?v=${state.version}`;
    // The old one goes when the new one is there: the page is never bare.
    next.addEventListener('load', () => link.remove());
    next.addEventListener('error', () => next.remove());
    link.after(next);
  }
};

const take = (state: LiveState): void => {
  const { changed } = state;
  version = state.version;
  if (isWaiting ? state.hasSite : changed === 'all' || needs().some((file) => changed.includes(file)))
    return location.reload();
  if (changed !== 'all' && changed.includes(STYLE_SHEET)) swapStyles(state);
  show(state);
};

let events: EventSource | undefined;
let patience: number | undefined;
let asking: number | undefined;

const listen = (): void => {
  leave();
  events = new EventSource(`/.fazhi/events?version=${encodeURIComponent(version)}`);
  events.addEventListener('open', () => {
    clearTimeout(patience);
    patience = undefined;
    isGone = false;
  });
  events.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as LiveState));
  events.addEventListener('away', () => {
    leave();
    asking = window.setInterval(() => void ask(), ASK_MS);
  });
  events.addEventListener('error', () => {
    patience ??= window.setTimeout(showGone, GONE_MS);
  });
};
const leave = (): void => {
  events?.close();
  clearTimeout(patience);
  patience = undefined;
  clearInterval(asking);
  asking = undefined;
};
const ask = async (): Promise<void> => {
  try {
    const response = await fetch(`/.fazhi/state?version=${encodeURIComponent(version)}`);
    const state = (await response.json()) as LiveState;
    isGone = false;
    take(state);
  } catch {
    showGone();
  }
};

// A browser has few connections to one server: pages that nobody looks at give theirs back.
document.addEventListener('visibilitychange', () => (document.hidden ? leave() : listen()));
// Whoever comes back to a page wants it to be quick again.
window.addEventListener('focus', () => {
  if (asking !== undefined) listen();
});
window.addEventListener('pagehide', leave);
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) listen();
});
if (!document.hidden) listen();

// Links that open the file of an entry.

const place = (link: HTMLAnchorElement, entry: Element): void => {
  const [line] = entry.getClientRects();
  if (line === undefined) return;
  const { clientWidth } = document.documentElement;
  const left = Math.max(4, Math.min(line.left, clientWidth - link.offsetWidth - 4));
  const top = Math.max(4, line.top - link.offsetHeight + 4);
  link.style.left = `${left + scrollX}px`;
  link.style.top = `${top + scrollY}px`;
};

const addEditLinks = (links: EntryLinks): void => {
  const byEntry = new Map<Element, HTMLAnchorElement>();
  let open: HTMLAnchorElement | undefined;
  let leaving: number | undefined;
  const showLink = (link: HTMLAnchorElement | undefined): void => {
    clearTimeout(leaving);
    if (open !== link) open?.classList.remove('is-shown');
    open = link;
    link?.classList.add('is-shown');
  };
  for (const [id, href] of Object.entries(links)) {
    const entry = document.getElementById(id);
    if (entry === null) continue;
    const link = make('a', '', words.edit);
    link.href = href;
    link.setAttribute('aria-label', `${words.edit} ${(entry.textContent ?? '').trim().slice(0, 16)}`);
    link.addEventListener('focus', () => {
      entry.scrollIntoView({ block: 'nearest' });
      place(link, entry);
      showLink(link);
    });
    link.addEventListener('blur', () => showLink(undefined));
    link.addEventListener('pointerenter', () => clearTimeout(leaving));
    byEntry.set(entry, link);
  }
  edits.append(...byEntry.values());
  edits.hidden = byEntry.size === 0;
  document.addEventListener('pointerover', ({ target }) => {
    if (target === host) return;
    let entry = target instanceof Element ? target : null;
    while (entry !== null && !byEntry.has(entry)) entry = entry.parentElement;
    const link = entry === null ? undefined : byEntry.get(entry);
    if (entry === null || link === undefined) {
      clearTimeout(leaving);
      leaving = window.setTimeout(() => showLink(undefined), LEAVE_MS);
    } else if (link !== open) {
      place(link, entry);
      showLink(link);
    }
  });
};

if (!isWaiting)
  fetch(`/.fazhi/entries?page=${encodeURIComponent(page)}`)
    .then(async (response) => addEditLinks((await response.json()) as EntryLinks))
    .catch(() => undefined);
