/** How far the checklist is: one square a duty, and the counts in words. */
import type { Status as StatusName } from '../src/model/site.js';
import { Status, StatusShape } from './status.js';
import { STATUS_WORDS } from '../src/model/choice-words.js';

export interface ChecklistStateProps {
  total: number;
  counts: { status: StatusName; count: number }[];
  /** Squares of 16 units, in the order of the counts. */
  squares: { x: number; y: number; status: StatusName }[];
  width: number;
  height: number;
}

export function ChecklistState({ total, counts, squares, width, height }: ChecklistStateProps) {
  const words = counts.map(({ status, count }) => `${STATUS_WORDS[status]}${count}项`).join('，');
  return (
    <div class="state">
      <svg
        class="state-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`共${total}项职责：${words}`}
      >
        {squares.map(({ x, y, status }) => (
          <g transform={`translate(${x} ${y})`} class={`status-${status}`}>
            <StatusShape of={status} />
          </g>
        ))}
      </svg>
      <ul class="state-counts">
        {counts.map(({ status, count }) => (
          <li>
            <Status of={status} /> <b>{count}</b> 项
          </li>
        ))}
      </ul>
    </div>
  );
}
