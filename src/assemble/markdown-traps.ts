/** What Markdown reads otherwise than the clerk meant it, reported where it stands. */
import type { Nodes, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Positions } from './positions.js';
import * as rules from './rules.js';

export function findTraps(tree: Root, file: Positions, diagnostics: Diagnostic[]): void {
  visitParents(tree, (node, ancestors) => {
    switch (node.type) {
      case 'heading':
        diagnostics.push(diagnose(rules.heading, { at: file.spanOf(node), title: toString(node) }));
        break;
      case 'paragraph':
        findMarksAtLineStart(node, file, diagnostics);
        break;
      case 'text':
        findLeftovers(node, file, diagnostics);
        break;
      case 'code':
        if (node.lang ?? node.meta)
          diagnostics.push(
            diagnose(rules.codeInfo, { at: file.spanOf(node), words: file.textOf(node).text.split('\n')[0] ?? '' }),
          );
        break;
      case 'list':
        if (!node.ordered) break;
        node.children.forEach((item, index) => {
          const { text, offset } = file.textOf(item);
          const [mark = '', written = ''] = /^(\d+)[.)]/.exec(text) ?? [];
          const shown = (node.start ?? 1) + index;
          if (mark === `${shown}.` && shown <= 99) return;
          diagnostics.push(diagnose(rules.listNumber, { at: file.spanAt(offset, written.length), mark, shown }));
        });
        break;
      case 'tableRow': {
        const table = ancestors.at(-1);
        const columns = table?.type === 'table' ? (table.children[0]?.children.length ?? 0) : 0;
        const extra = node.children[columns];
        if (extra)
          diagnostics.push(
            diagnose(rules.tableCells, { at: file.spanOf(extra), columns, found: node.children.length }),
          );
        break;
      }
      case 'emphasis':
      case 'strong': {
        const { text, offset } = file.textOf(node);
        const around = [file.characterAt(offset - 1), file.characterAt(offset + text.length)];
        const isInside = around.some((one) => /[0-9A-Za-z]/.test(one));
        // 长*宽*高 multiplies; **着重** between Chinese characters is emphasis.
        const isProduct = node.type === 'emphasis' && around.every((one) => /\p{Script=Han}/u.test(one));
        if (text.startsWith('*') && (isInside || isProduct)) {
          diagnostics.push(diagnose(rules.emphasisInNumbers, { at: file.spanOf(node), words: text }));
        }
        break;
      }
      case 'link':
      case 'image':
      case 'definition':
        if (node.title) diagnostics.push(diagnose(rules.linkTitle, { at: file.spanOf(node), title: node.title }));
        break;
      case 'thematicBreak':
        if (/[*_]/.test(file.textOf(node).text))
          diagnostics.push(diagnose(rules.ruleLine, { at: file.spanOf(node), words: file.textOf(node).text }));
        break;
      default:
    }
  });
}

function findMarksAtLineStart(paragraph: Paragraph, file: Positions, diagnostics: Diagnostic[]): void {
  const { text, offset } = file.textOf(paragraph);
  for (const match of text.matchAll(/^[ \t\u3000]*([#＃]+|｜)/gm)) {
    const mark = match[1] ?? '';
    const at = file.spanAt(offset + match.index + match[0].length - mark.length, mark.length);
    diagnostics.push(
      mark === '｜' ? diagnose(rules.tableMark, { at, fix: '|' }) : diagnose(rules.headingMark, { at, mark }),
    );
  }
}

/** Marks that stayed text because their other half is missing. */
function findLeftovers(node: Nodes, file: Positions, diagnostics: Diagnostic[]): void {
  const { text, offset } = file.textOf(node);
  for (const match of text.matchAll(/<!--|-->/g)) {
    diagnostics.push(
      diagnose(rules.commentUnclosed, { at: file.spanAt(offset + match.index, match[0].length), mark: match[0] }),
    );
  }
  for (const match of text.matchAll(
    /(?<!\\)!?\[[^\]\n]*\]\([^)\n]*\)|[!！]?(?:\[[^\]\n]*\]|【[^】\n]*】)（[^）\n]*[/.][^）\n]*）/g,
  )) {
    diagnostics.push(
      diagnose(rules.linkMarks, { at: file.spanAt(offset + match.index, match[0].length), words: match[0] }),
    );
  }
  for (const match of text.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
    const at = file.spanAt(offset + match.index, match[0].length);
    diagnostics.push(diagnose(rules.footnoteUndefined, { at, label: match[1] ?? '' }));
  }
}
