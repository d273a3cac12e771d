/**
 * Prose: a Markdown tree becomes HTML for one page.
 *
 * In:  the trees that `assemble` made: links know their `Target`, footnotes have names of their own, items are run in.
 * Out: HTML that has passed the sanitiser; it goes to the pages through the template `Prose` and nowhere else.
 * Not here: headings, and the notes' place on the page (`full-text.ts`).
 *
 * A tree with raw HTML in it never gets here: `check` refuses it, so it is a bug in the program if one does.
 */
import type { Element, ElementContent, Properties, Root as HastRoot } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import type {
  FootnoteReference,
  Image,
  Link,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkHtml, { type Options } from 'remark-html';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Html } from '../../templates/prose.js';
import { isBeyondGovernment, OUTSIDE_WORDS } from '../model/beyond-government.js';
import type { Target } from '../model/site.js';
import type { ItemRun } from '../model/tree.js';
import { relativeUrl } from '../model/urls.js';
import { sentenceUrl } from './entries.js';
import { linkTo } from './link-to.js';
import { plainHtml } from './plain-html.js';
import { safeHref } from './safe-href.js';

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers['paragraph']>>[0];

/** Where a tree is shown. */
export interface Place {
  /** The page, relative to the site's folder. */
  url: string;
  /** The note behind a reference: its number, where it is printed, and the reference's own anchor if it has one. */
  note: (reference: FootnoteReference) => { number: number; url: string; id?: string } | undefined;
}

/** Paragraphs, lists, tables: whatever stands on lines of its own. */
export function blocks(nodes: RootContent[], place: Place): Html {
  return { html: toHtml({ type: 'root', children: nodes }, place) };
}

/** The words of one paragraph, without the paragraph. */
export function phrasing(nodes: PhrasingContent[], place: Place): Html {
  return { html: toHtml({ type: 'root', children: nodes }, place) };
}

function toHtml(tree: Root, place: Place): string {
  return plainHtml(tree.children)?.trimEnd() ?? richHtml(tree, place);
}

/** Whatever the tree is: `toHtml` comes here where the words are not plain. */
export function richHtml(tree: Root, place: Place): string {
  const processor = unified()
    .use(remarkHtml, { sanitize: schema, handlers: handlersFor(place) })
    .freeze();
  return processor.stringify(tree).trimEnd();
}

const ALIGNMENTS = ['align-left', 'align-center', 'align-right'];
/** The classes of an item's anchor. */
const ITEM = ['item', /^item-[a-z]+$/] as const;

/** What may come out, whatever went in. */
const schema: Schema = {
  tagNames: 'p span div a em strong code pre br hr img blockquote ul ol li sup table thead tbody tr th td'.split(' '),
  attributes: {
    '*': ['id'],
    a: ['href', 'rel', 'dataOutside', 'ariaLabel', ['role', 'doc-noteref']],
    div: [['className', 'table-scroll', ...ITEM], ['role', 'region'], 'ariaLabel', ['tabIndex', 0]],
    span: [['className', 'outside', 'task', ...ITEM], ['role', 'img'], 'ariaLabel'],
    ul: [['className', 'contains-task-list', ...ITEM]],
    ol: ['start', ['className', ...ITEM]],
    blockquote: [['className', ...ITEM]],
    pre: [['className', ...ITEM]],
    img: ['src', 'alt'],
    th: [
      ['scope', 'col'],
      ['className', ...ALIGNMENTS],
    ],
    td: [['className', ...ALIGNMENTS]],
  },
  // An image comes from the site's own folder: no scheme at all is a scheme it may have.
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['none'] },
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
};

function handlersFor(place: Place): Handlers {
  return {
    // The default puts a line end between the root's children: a blank in the middle of a Chinese sentence.
    root: (state: State, node: Root) => judged({ type: 'root', children: state.all(node) }),
    html: () => {
      throw new Error('raw HTML reached render; check must refuse it');
    },
    marker: (_: State, node: Nodes) => {
      throw new Error(`a ${node.type} reached render; assemble must put items in its place`);
    },
    item: (state: State, node: ItemRun) => {
      const { id, className } = node.data.hProperties;
      return element(isPhrasing(node) ? 'span' : 'div', { id, className }, state.all(node));
    },
    link: (state: State, node: Link) => link(state, node, place),
    image: (_: State, node: Image) => image(node, place),
    table,
    listItem,
    footnoteReference: (_: State, node: FootnoteReference) => footnoteReference(node, place),
    footnoteDefinition: () => undefined,
  } as unknown as Handlers;
}

/** Whatever made an address, the last word on it is the same. */
function judged(tree: HastRoot): HastRoot {
  visit(tree, 'element', ({ properties }) => {
    const { href, src } = properties;
    if (typeof href === 'string' && safeHref(href) === undefined) delete properties['href'];
    if (typeof src === 'string' && /^(?:[a-z]+:|[\\/]{2})/i.test(src)) delete properties['src'];
  });
  return tree;
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function words(value: string): ElementContent {
  return { type: 'text', value };
}

function isPhrasing(node: ItemRun): boolean {
  const block = new Set(['paragraph', 'list', 'table', 'blockquote', 'code', 'thematicBreak']);
  return !node.children.some((child: { type: string }) => block.has(child.type));
}

function link(state: State, node: Link, place: Place): ElementContent[] {
  const target = node.data?.target;
  const href = target && hrefOf(target, place.url);
  if (href === undefined) return state.all(node);
  if (target?.kind !== 'outside') return [element('a', { href }, state.all(node))];
  const properties = { href, rel: ['external', 'noopener'] };
  if (!isBeyondGovernment(href)) return [element('a', properties, state.all(node))];
  const mark = element('span', { className: ['outside'] }, [words(OUTSIDE_WORDS)]);
  return [element('a', { ...properties, dataOutside: '' }, [...state.all(node), mark])];
}

/** The way from a page to what a link means; `undefined` when no page may lead there. */
export function hrefOf(target: Target, from: string): string | undefined {
  switch (target.kind) {
    case 'entry':
      return linkTo(from, sentenceUrl(target));
    case 'page':
      return linkTo(from, target.url);
    case 'asset':
      // Not every sign is encoded: what stands after the # of a PDF is read as `page=3`.
      return relativeUrl(from, target.path) + (target.hash === undefined ? '' : `#${encodeURI(target.hash)}`);
    case 'outside':
      return safeHref(target.url);
    case 'unsafe':
      return undefined;
  }
}

function image(node: Image, place: Place): ElementContent {
  const target = node.data?.target;
  if (target?.kind !== 'asset') return words(node.alt ?? '');
  return element('img', { src: relativeUrl(place.url, target.path), alt: node.alt ?? '' }, []);
}

/** A wide table scrolls by itself instead of widening the page, so it has to be reachable by keyboard and have a name. */
function table(state: State, node: Table): Element {
  const [head, ...rows] = node.children;
  const names = head?.children.map((cell) => toString(cell)).filter((name) => name !== '') ?? [];
  const children = [
    ...(head ? [element('thead', {}, [row(state, head, node)])] : []),
    ...(rows.length > 0
      ? [
          element(
            'tbody',
            {},
            rows.map((line) => row(state, line, node)),
          ),
        ]
      : []),
  ];
  const { id, className = [] } = node.data?.hProperties ?? {};
  const properties = {
    ...(id !== undefined && { id }),
    className: ['table-scroll', ...[className].flat().map(String)],
    role: 'region',
    ariaLabel: `表格：${names.join('、')}`,
    tabIndex: 0,
  };
  return element('div', properties, [element('table', {}, children)]);
}

function row(state: State, node: TableRow, parent: Table): Element {
  const isHead = node === parent.children[0];
  const columns = parent.children[0]?.children.length ?? node.children.length;
  const cells = Array.from({ length: columns }, (_, index) => {
    const align = parent.align?.[index];
    const cell = node.children[index];
    const text = cell ? state.all(cell) : [];
    const className = align ? { className: [`align-${align}`] } : {};
    // An empty corner is no heading: a screen reader would announce it for every cell below.
    return isHead && text.length > 0
      ? element('th', { scope: 'col', ...className }, text)
      : element('td', className, text);
  });
  return element('tr', {}, cells);
}

/** A box to tick is a word and a shape: nobody can tick it on a published page. */
function listItem(state: State, node: ListItem): Element {
  const isLoose = node.spread === true;
  const children = node.children.flatMap((child) =>
    child.type === 'paragraph' && !isLoose ? state.all(child) : ([state.one(child, node)].flat() as ElementContent[]),
  );
  if (typeof node.checked !== 'boolean') return element('li', {}, children.filter(Boolean));
  const box = element('span', { className: ['task'], role: 'img', ariaLabel: node.checked ? '已完成' : '未完成' }, [
    words(node.checked ? '☑' : '☐'),
  ]);
  // The list is told by its items that it needs no bullets; the sanitiser drops the class from the item itself.
  return element('li', { className: ['task-list-item'] }, [box, ...children.filter(Boolean)]);
}

function footnoteReference(node: FootnoteReference, place: Place): ElementContent[] {
  const note = place.note(node);
  if (!note) return [];
  const properties = { href: linkTo(place.url, note.url), role: 'doc-noteref', ariaLabel: `注释${note.number}` };
  const mark = element('a', properties, [words(`[${note.number}]`)]);
  return [element('sup', note.id === undefined ? {} : { id: note.id }, [mark])];
}
