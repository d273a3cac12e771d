/**
 * Silences: comments that name a rule and say why it is not to speak here.
 *
 * Source: `<!-- 忽略 punctuation/half-width：原文如此 -->` or `<!-- silence RULE: reason -->`. In a paragraph it is for
 *         that paragraph; alone, for the block that follows; before all words of the file, for the front matter as well.
 * Out:    the silences; the comments stay in the tree as the remarks they are.
 */
import type { Html, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Silence } from '../model/site.js';
import type { Positions } from './positions.js';

const SILENCE = /^<!--\s*(?:忽略|silence)[\s\u3000]+([a-z][^\s\u3000：:]*)[\s\u3000]*(?:[：:]?([\s\S]*?))-->$/;

export function readSilences(tree: Root, file: Positions): Silence[] {
  const silences: Silence[] = [];
  tree.children.forEach((block, index) => {
    visit(block, 'html', (node) => {
      const [, rule, words = ''] = SILENCE.exec(node.value) ?? [];
      if (rule === undefined) return;
      const reason = words.trim();
      const isAlone = isOnlyRemarks(block);
      const next = isAlone ? tree.children.slice(index + 1).find((one) => !isOnlyRemarks(one)) : block;
      const isFirst = tree.children.slice(0, index).every(isOnlyRemarks) && (isAlone || startsBlock(node, block));
      const at = file.spanOf(node);
      silences.push({
        rule,
        ...(reason !== '' && { reason }),
        at,
        covers: {
          line: isFirst ? 1 : file.spanOf(isAlone ? node : block).line,
          endLine: file.spanOf(next ?? node).endLine,
        },
      });
    });
  });
  return silences;
}

function isOnlyRemarks(block: RootContent): boolean {
  return block.type === 'paragraph' && block.children.every(isRemark);
}

/** Whether no words come before a remark in its block. */
function startsBlock(remark: Html, block: RootContent): boolean {
  return block.type === 'paragraph' && block.children.slice(0, block.children.indexOf(remark)).every(isRemark);
}

function isRemark(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'break' || (node.type === 'html' && node.value.startsWith('<!--'));
}
