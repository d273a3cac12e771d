import type { ComponentChildren } from 'preact';

/**
 * A heading whose lines break between its phrases as long as there is room: 第一责任人 is not to be torn apart.
 * What stands before it, such as its number, stays with the first phrase.
 */
export function Phrases({ of: text, children }: { of: string; children?: ComponentChildren }) {
  const [first = '', ...others] = phrasesOf(text);
  if (others.length === 0)
    return (
      <>
        {children}
        {text}
      </>
    );
  return (
    <>
      <span class="phrase">
        {children}
        {first}
      </span>
      {others.map((phrase) => (
        <span class="phrase">{phrase}</span>
      ))}
    </>
  );
}

/**
 * A page's title: so large that its phrases have to break, too, and then between words. Its name is said besides: a
 * browser takes each place where a line may break for a blank, and a reader would hear every word by itself.
 */
export function Title({ of: text }: { of: string }) {
  const phrases = phrasesOf(text);
  return (
    <h1 aria-label={text}>
      {phrases.length === 1 ? (
        <Words of={text} />
      ) : (
        phrases.map((phrase) => (
          <span class="phrase">
            <Words of={phrase} />
          </span>
        ))
      )}
    </h1>
  );
}

function phrasesOf(text: string): string[] {
  return text.split(/(?<=[，、；：])/);
}

/** The words that titles of these reports are made of; a line may break before each of them and after the last. */
const WORDS =
  /(党委政府|党政|主要负责人|履行|推进|法治政府|法治建设|建设|第一责任人|职责|年度|报告|清单|情况|大事记|普法|宣传|加强|主要|工作|安排|举措|成效)/;

/** Characters that a phone shows in one line of a title. */
const LINE_LENGTH = 10;

/** Offers a break beside each word; the style sheet forbids all others, but in what is longer than a line. */
function Words({ of: text }: { of: string }) {
  const [first = '', ...others] = text.split(WORDS).filter((part) => part !== '');
  return (
    <>
      <Part of={first} />
      {others.map((word) => (
        <>
          <wbr />
          <Part of={word} />
        </>
      ))}
    </>
  );
}

function Part({ of: text }: { of: string }) {
  return text.length > LINE_LENGTH ? <span class="long">{text}</span> : <>{text}</>;
}
