/** How far the checklist is: one square a duty, and the counts in words. */
import type { Status as StatusName } from '../src/model/site.js';
import { Status, StatusShape } from './status.js';

export interface ChecklistStateProps {
  total: number;
  counts: { status: StatusName; count: number }[];
  /** Squares of 16 units, in the order of the counts. */
  squares: { x: number; y: number; status: StatusName }[];
  width: number;
  height: number;
}

export function ChecklistState({ total, counts, squares, width, height }: ChecklistStateProps) {
  return (
    <div class="state">
      <svg class="state-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {squares.map(({ x, y, status }) => (
          <g transform={`translate(${x} ${y})`} class={`status-${status}`}>
            <StatusShape of={status} />
          </g>
        ))}
      </svg>
      <ul class="state-counts" aria-label={`共${total}项职责`}>
        {counts.map(({ status, count }) => (
          <li>
            <Status of={status} /> <b>{count}</b> 项
          </li>
        ))}
      </ul>
    </div>
  );
}
