import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** An address in running text becomes a link that ends where the address ends, before `，` or `。`. */
export function linkBareAddresses(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('://')) return undefined;
    const parts: PhrasingContent[] = [];
    let done = 0;
    for (const match of node.value.matchAll(/(?<![0-9A-Za-z])https?:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+/gi)) {
      const url = withoutTail(match[0]);
      if (/^https?:\/\/$/i.test(url)) continue;
      if (match.index > done) parts.push({ type: 'text', value: node.value.slice(done, match.index) });
      const position = node.position && { position: node.position };
      parts.push({ type: 'link', url, children: [{ type: 'text', value: url }], ...position });
      done = match.index + url.length;
    }
    if (parts.length === 0) return undefined;
    if (done < node.value.length) parts.push({ type: 'text', value: node.value.slice(done) });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

/** Marks at the end of an address belong to the sentence; a closing bracket does unless the address opened it. */
function withoutTail(address: string): string {
  let open = address.split('(').length - address.split(')').length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    const isUnopened = last === ')' && open < 0;
    if (!isUnopened && !/[.,:;!?'*_~]/.test(last)) break;
    if (isUnopened) open += 1;
  }
  return address.slice(0, end);
}
