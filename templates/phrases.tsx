import type { ComponentChildren } from 'preact';

/**
 * A title whose lines break between its phrases as long as there is room: 第一责任人 is not to be torn apart.
 * What stands before the title, such as its number, stays with the first phrase.
 */
export function Phrases({ of: title, children }: { of: string; children?: ComponentChildren }) {
  const [first = '', ...others] = title.split(/(?<=[，、；：])/);
  if (others.length === 0)
    return (
      <>
        {children}
        {title}
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
