/** What is known of a document or an event: a name and a value each. */

export interface Fact {
  label: string;
  value: string;
  /** The value as a machine reads it, when it is a date. */
  datetime?: string;
}

export function Facts({ facts, class: name = 'facts' }: { facts: Fact[]; class?: string }) {
  return (
    <dl class={name}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>
            <Dated words={fact.value} datetime={fact.datetime} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A date in words; a machine is told no more than the words say. */
export function Dated({ words, datetime }: { words: string; datetime?: string | undefined }) {
  return datetime === undefined ? <>{words}</> : <time datetime={datetime}>{words}</time>;
}
