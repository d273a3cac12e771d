/**
 * 门户发布用正文: the full text as a piece of HTML to paste into a portal's own editor.
 *
 * Whatever page it lands on has its own style sheet, scripts and ids: so it brings none of the first two, its few ids
 * begin with a name that nobody else uses, and its few styles stand in the elements, where editors keep them. It loads
 * nothing: an image is a link to where it lies, under its words.
 */
import type { AlignType, ListItem, PhrasingContent, RootContent, Table as TableNode } from 'mdast';
import type { ComponentChildren } from 'preact';
import { isBeyondGovernment, OUTSIDE_WORDS } from '../src/model/beyond-government.js';
import type { DocumentNote, DocumentText, ReportDocument } from '../src/model/document.js';

export interface ArticleProps {
  document: ReportDocument;
  /** What every id begins with. */
  prefix: string;
  /** What follows the text; those without rows are left out. */
  tables: ArticleTable[];
}

export interface ArticleTable {
  title: string;
  heads: string[];
  rows: string[][];
}

const INDENT = { textIndent: '2em' };
const RIGHT = { textAlign: 'right' };
const TABLE = { borderCollapse: 'collapse', width: '100%' };
const CELL = { border: '1px solid #999', padding: '4px 8px' };

export function Article({ document, prefix, tables }: ArticleProps) {
  const { lead, sections, signature } = document;
  const context = { prefix };
  return (
    <>
      <Text of={lead} {...context} />
      {sections.map(({ level, number, title, runIn, ...text }) => (
        <>
          <Heading level={level}>{number + title}</Heading>
          {runIn && (
            <p style={INDENT}>
              <Phrasing of={runIn} {...context} />
            </p>
          )}
          <Text of={text} {...context} />
        </>
      ))}
      <p style={RIGHT}>{signature.organ}</p>
      {signature.date !== undefined && <p style={RIGHT}>{signature.date}</p>}
      {tables.map((table) => (
        <PlainTable {...table} />
      ))}
    </>
  );
}

interface Context {
  prefix: string;
}

function Text({ of: { blocks, notes }, ...context }: { of: DocumentText } & Context) {
  return (
    <>
      <Blocks of={blocks} {...context} />
      {notes.map((note) => (
        <Note note={note} {...context} />
      ))}
    </>
  );
}

/** The page it lands on has one heading above these. */
function Heading({ level, children }: { level: number; children: ComponentChildren }) {
  const Tag = (['h2', 'h3', 'h4', 'h5'] as const)[level - 1] ?? 'h6';
  return <Tag>{children}</Tag>;
}

function Note({ note: { number, blocks }, ...context }: { note: DocumentNote } & Context) {
  const [first, ...rest] = blocks;
  const isShort = first?.type === 'paragraph';
  return (
    <div id={`${context.prefix}note-${number}`}>
      <p>
        [{number}] {isShort && <Phrasing of={first.children} {...context} />}
      </p>
      <Blocks of={isShort ? rest : blocks} {...context} />
    </div>
  );
}

function Blocks({ of: blocks, ...context }: { of: readonly RootContent[] } & Context) {
  return (
    <>
      {blocks.map((block) => (
        <Block of={block} {...context} />
      ))}
    </>
  );
}

function Block({ of: block, ...context }: { of: RootContent } & Context) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p style={INDENT}>
          <Phrasing of={block.children} {...context} />
        </p>
      );
    case 'heading':
      return (
        <p>
          <strong>
            <Phrasing of={block.children} {...context} />
          </strong>
        </p>
      );
    case 'list':
      return block.ordered === true ? (
        <ol start={block.start ?? 1}>
          <Items of={block.children} {...context} />
        </ol>
      ) : (
        <ul>
          <Items of={block.children} {...context} />
        </ul>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Blocks of={block.children} {...context} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return <Table of={block} {...context} />;
    default:
      return <Phrasing of={[block as PhrasingContent]} {...context} />;
  }
}

/** A box to tick is a shape here: a plain one cannot be ticked by whoever reads the page. */
function Items({ of: items, ...context }: { of: readonly ListItem[] } & Context) {
  return (
    <>
      {items.map(({ checked, spread, children }) => (
        <li>
          {typeof checked === 'boolean' && (checked ? '☑ ' : '☐ ')}
          {children.map((child) =>
            child.type === 'paragraph' && spread !== true ? (
              <Phrasing of={child.children} {...context} />
            ) : (
              <Block of={child} {...context} />
            ),
          )}
        </li>
      ))}
    </>
  );
}

function Table({ of: { children, align }, ...context }: { of: TableNode } & Context) {
  const [head, ...rows] = children;
  const columns = head?.children.length ?? 0;
  return (
    <table style={TABLE}>
      <thead>
        <tr>
          {head?.children.map((cell, index) => (
            <Head align={align?.[index]}>
              {cell.children.length > 0 && <Phrasing of={cell.children} {...context} />}
            </Head>
          ))}
        </tr>
      </thead>
      {rows.length > 0 && (
        <tbody>
          {rows.map((row) => (
            <tr>
              {Array.from({ length: columns }, (_, index) => (
                <td style={cellStyle(align?.[index])}>
                  <Phrasing of={row.children[index]?.children ?? []} {...context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}

/** An empty corner is no heading: a screen reader would announce it for every cell below. */
function Head({ align, children }: { align?: AlignType | undefined; children: ComponentChildren }) {
  return children === false ? (
    <td style={cellStyle(align)}>{children}</td>
  ) : (
    <th scope="col" style={cellStyle(align)}>
      {children}
    </th>
  );
}

function cellStyle(align: AlignType | undefined) {
  return align ? { ...CELL, textAlign: align } : CELL;
}

function Phrasing({ of: nodes, ...context }: { of: readonly PhrasingContent[] } & Context) {
  return (
    <>
      {nodes.map((node) => (
        <Phrase of={node} {...context} />
      ))}
    </>
  );
}

function Phrase({ of: node, ...context }: { of: PhrasingContent } & Context) {
  switch (node.type) {
    case 'text':
      return <>{node.value}</>;
    case 'strong':
      return (
        <strong>
          <Phrasing of={node.children} {...context} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Phrasing of={node.children} {...context} />
        </em>
      );
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={node.url}>
          <Phrasing of={node.children} {...context} />
          {isBeyondGovernment(node.url) && OUTSIDE_WORDS}
        </a>
      );
    case 'image':
      return <a href={node.url}>图：{node.alt === '' ? node.url : node.alt}</a>;
    case 'footnoteReference':
      return (
        <sup>
          <a href={`#${encodeURIComponent(`${context.prefix}note-${node.identifier}`)}`}>[{node.identifier}]</a>
        </sup>
      );
    default:
      return 'children' in node ? <Phrasing of={node.children} {...context} /> : <></>;
  }
}

function PlainTable({ title, heads, rows }: ArticleTable) {
  return (
    <>
      <h2>{title}</h2>
      <table style={TABLE}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" style={CELL}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr>
              <th scope="row" style={CELL}>
                {first}
              </th>
              {cells.map((cell) => (
                <td style={CELL}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
