/** The full text on one page, with its contents; on paper it is laid out as an official document. */
import type { ComponentChildren } from 'preact';
import { Facts, type Fact } from './facts.js';
import { Phrases, Title } from './phrases.js';
import { Prose, type Html } from './prose.js';

export interface FullTextProps {
  title: string;
  facts: Fact[];
  contents: ContentsEntry[];
  lead: FullTextBlock;
  sections: FullTextSection[];
  signature: { organ: string; adopted?: Fact; published?: Fact };
}

export interface ContentsEntry {
  number: string;
  title: string;
  href: string;
  children: ContentsEntry[];
}

export interface FullTextSection extends FullTextBlock {
  id: string;
  /** 1 for a part of the report. */
  level: number;
  number: string;
  /** With the mark that ends it, when the heading runs in to the paragraph. */
  title: string;
  /** The paragraph that a heading runs in to. */
  runIn?: Html;
}

export interface FullTextBlock {
  text?: Html;
  notes: FullTextNote[];
}

export interface FullTextNote {
  id: string;
  number: number;
  text: Html;
  /** The ways back to where the note is called. */
  references: string[];
}

export function FullText({ title, facts, contents, lead, sections, signature }: FullTextProps) {
  return (
    <div class="document">
      <header class="document-title">
        <Title of={title} />
        <Facts facts={facts} />
      </header>
      {contents.length > 0 && (
        <>
          <details class="contents-fold">
            <summary>目录</summary>
            <nav aria-label="目录（折叠）">
              <Contents entries={contents} />
            </nav>
          </details>
          <nav class="contents" aria-labelledby="full-text--contents">
            <h2 id="full-text--contents">目录</h2>
            <Contents entries={contents} />
          </nav>
        </>
      )}
      <article id="full-text">
        <Block {...lead} level={1} />
        {sections.map((section) => (
          <Section section={section} />
        ))}
      </article>
      <footer class="signature">
        <p>{signature.organ}</p>
        {signature.adopted && <p>{signature.adopted.value}</p>}
        {signature.published && <p class="published">{`${signature.published.label}：${signature.published.value}`}</p>}
      </footer>
    </div>
  );
}

function Contents({ entries }: { entries: ContentsEntry[] }) {
  return (
    <ol>
      {entries.map(({ number, title, href, children }) => (
        <li>
          <a href={href}>
            <span class="ordinal">{number}</span>
            <span>{title}</span>
          </a>
          {children.length > 0 && <Contents entries={children} />}
        </li>
      ))}
    </ol>
  );
}

function Section({ section }: { section: FullTextSection }) {
  const { id, level, number, title, runIn } = section;
  const ordinal = <span class="ordinal">{number}</span>;
  const heading = (
    <Heading id={id} level={level}>
      {runIn === undefined ? (
        <Phrases of={title}>{ordinal}</Phrases>
      ) : (
        <>
          {ordinal}
          {title}
        </>
      )}
    </Heading>
  );
  return (
    <>
      {runIn === undefined ? (
        heading
      ) : (
        <div class="run-in">
          {heading}
          <Prose of={runIn} as="p" />
        </div>
      )}
      <Block {...section} />
    </>
  );
}

function Block({ text, notes, level }: FullTextBlock & { level: number }) {
  return (
    <>
      {text && <Prose of={text} />}
      {notes.length > 0 && (
        <section class="notes">
          <Heading level={level + 1}>注释</Heading>
          <ol>
            {notes.map(({ id, number, text: words, references }) => (
              <li id={id} value={number}>
                <Prose of={words} />
                {references.map((reference, index) => (
                  <a href={`#${reference}`} aria-label={`回到注释${number}的第${index + 1}处引用`}>
                    ↩
                  </a>
                ))}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** The page has one heading above these; HTML has no seventh level. */
function Heading({ id, level, children }: { id?: string; level: number; children: ComponentChildren }) {
  const Tag = (['h2', 'h3', 'h4', 'h5'] as const)[level - 1] ?? 'h6';
  return (
    <Tag id={id} class={`level-${Math.min(level, 4)}`}>
      {children}
    </Tag>
  );
}
