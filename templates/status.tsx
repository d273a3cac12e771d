/** A status is a word and a shape, so that it can be told without its colour. */
import type { Status as StatusName } from '../src/model/site.js';
import { STATUS_WORDS } from '../src/model/choice-words.js';

/** 16 by 16 units. */
const SHAPES: Readonly<Record<StatusName, { outline: boolean; fill?: string; line?: string }>> = {
  done: { outline: false, fill: 'M1 1h14v14H1z', line: 'M4 8.2l2.9 3L12 5.2' },
  ongoing: { outline: true, fill: 'M2 2v12h12z' },
  planned: { outline: true },
  missed: { outline: true, line: 'M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4' },
};

export function StatusShape({ of: status }: { of: StatusName }) {
  const { outline, fill, line } = SHAPES[status];
  return (
    <>
      {outline && <path class="outline" d="M1.75 1.75h12.5v12.5H1.75z" />}
      {fill !== undefined && <path class="fill" d={fill} />}
      {line !== undefined && <path class={fill === undefined ? 'line' : 'line is-on-fill'} d={line} />}
    </>
  );
}

export function Status({ of: status }: { of: StatusName }) {
  return (
    <span class={`status status-${status}`}>
      <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
        <StatusShape of={status} />
      </svg>
      {STATUS_WORDS[status]}
    </span>
  );
}
