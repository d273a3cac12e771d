/**
 * A page as it is heard: the browser's own accessibility tree, read from its beginning to its end.
 *
 * Shape: a line for each thing that is said in one go: `标题 3：国际禁毒日宣传`, `单位：司法所` for a term with what it is,
 *        `［责任人］党政主要负责人` for a cell with its column, `链接：报告原文：…` for a link that is alone in its line.
 *        A blank within a line is a pause; what stands without one is read without one.
 */
import type { Page } from 'playwright-core';

interface Node {
  role: string;
  name: string;
  isIgnored: boolean;
  level: string;
  children: Node[];
}

/** Roles that make no line of their own, and break none. */
const INLINE = new Set(['StaticText', 'link', 'time', 'strong', 'emphasis', 'code', 'LineBreak', 'superscript']);
/** Said as a line with what kind of thing it is. */
const KINDS: Readonly<Record<string, string>> = {
  heading: '标题',
  image: '图',
  img: '图',
  table: '表格',
  navigation: '导航',
  region: '区域',
  combobox: '选择框',
  button: '按钮',
};

/** What is heard of the element that the selector names, top to bottom. */
export async function heard(page: Page, selector: string): Promise<string> {
  return `${new Reading().of(await treeOf(page, selector)).join('\n')}\n`;
}

const LANDMARKS = new Set(['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'search', 'form']);

/** The landmarks that a listener can jump to, in order, with their names. */
export async function landmarks(page: Page): Promise<string[]> {
  const found = (node: Node): string[] => [
    ...(LANDMARKS.has(node.role) ? [`${node.role} ${node.name}`.trim()] : []),
    ...node.children.flatMap(found),
  ];
  return found(await treeOf(page, 'html'));
}

/** The headings, with their levels. */
export async function headings(page: Page): Promise<string[]> {
  const found = (node: Node): string[] =>
    node.role === 'heading' ? [`${node.level} ${node.name}`] : node.children.flatMap(found);
  return found(await treeOf(page, 'html'));
}

async function treeOf(page: Page, selector: string): Promise<Node> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node: wanted } = await session.send('DOM.describeNode', { nodeId });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (node: (typeof nodes)[number]): Node => ({
    role: String(node.role?.value ?? ''),
    name: String(node.name?.value ?? ''),
    isIgnored: node.ignored,
    level: String(node.properties?.find(({ name }) => name === 'level')?.value.value ?? ''),
    children: (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? [build(child)] : [];
    }),
  });
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === wanted.backendNodeId);
  if (start === undefined) throw new Error(`${selector} is not heard at all`);
  return build(start);
}

class Reading {
  readonly #lines: string[] = [];
  #columns: string[] = [];

  of(node: Node): string[] {
    this.#read(node);
    return this.#lines;
  }

  #read(node: Node): void {
    const { role, name, level, children } = node;
    const kind = KINDS[role];
    if (role === 'row') return this.#row(node);
    if (role === 'StaticText' || role === 'caption') return this.#say(role === 'caption' ? '' : name);
    if (role === 'option' || role === 'MenuListPopup') return;
    if (kind !== undefined && name !== '') this.#say(`${kind}${role === 'heading' ? ` ${level}` : ''}：${name}`);
    if (role === 'heading' || role === 'image' || role === 'button' || role === 'combobox') return;
    if (role === 'list' && name !== '') this.#say(`列表：${name}`);
    if (role === 'LabelText')
      return children.filter((child) => child.role === 'combobox').forEach((one) => this.#read(one));
    if (this.#isLine(node)) return this.#say(this.#words(node));
    for (let index = 0; index < children.length; index += 1) {
      const [child, next] = [children[index], children[index + 1]];
      if (child?.role === 'term' && next?.role === 'definition') {
        this.#say(`${this.#words(child)}：${this.#words(next)}`);
        index += 1;
      } else if (child !== undefined) this.#read(child);
    }
  }

  /** A row of heads tells the columns; in any other each cell is said after its column. */
  #row({ children }: Node): void {
    const cells = children.flatMap((child) => (child.isIgnored ? child.children : [child]));
    if (cells.every(({ role }) => role === 'columnheader')) {
      this.#columns = cells.map((cell) => this.#words(cell));
      this.#say(`各列：${this.#columns.join('，')}`);
      return;
    }
    for (const [index, cell] of cells.entries()) {
      const words = this.#words(cell);
      this.#say(`［${this.#columns[index] ?? ''}］${words === '' ? '（空）' : words}`);
    }
  }

  #isLine({ children }: Node): boolean {
    return children.length > 0 && children.every((child) => this.#isInline(child));
  }

  #isInline(node: Node): boolean {
    return (
      (node.isIgnored ? node.children.length > 0 : INLINE.has(node.role)) &&
      node.children.every((child) => child.role === 'InlineTextBox' || this.#isInline(child))
    );
  }

  /** The words of a line; what is a block of its own, or an item, comes after a pause. */
  #words(node: Node): string {
    if (node.role === 'StaticText') return node.name;
    if (node.role === 'image') return `图：${node.name}`;
    const inside = node.children.map((child) => {
      const words = this.#words(child);
      return child.isIgnored || INLINE.has(child.role) ? words : ` ${words} `;
    });
    const words = inside.join('').replace(/\s+/g, ' ').trim();
    return node.role === 'link' ? `链接：${words}` : words;
  }

  #say(words: string): void {
    if (words.trim() !== '') this.#lines.push(words.replace(/\s+/g, ' ').trim());
  }
}
