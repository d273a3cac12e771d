/** The state of the checklist as squares: done first, so that the row fills from the left as the year's work does. */
import type { ChecklistStateProps } from '../../templates/checklist-state.js';
import { STATUSES, type Duty } from '../model/site.js';

const SQUARE = 16;
const GAP = 6;
/** More would make the squares too small on a phone. */
const MAX_COLUMNS = 16;

export function checklistState(duties: Duty[]): ChecklistStateProps {
  const counts = STATUSES.map((status) => ({
    status,
    count: duties.filter((duty) => duty.status === status).length,
  })).filter(({ count }) => count > 0);
  const statuses = counts.flatMap(({ status, count }) => Array.from({ length: count }, () => status));
  const rows = Math.max(1, Math.ceil(statuses.length / MAX_COLUMNS));
  const columns = Math.max(1, Math.ceil(statuses.length / rows));
  return {
    total: duties.length,
    counts,
    squares: statuses.map((status, index) => ({
      x: (index % columns) * (SQUARE + GAP),
      y: Math.floor(index / columns) * (SQUARE + GAP),
      status,
    })),
    width: columns * (SQUARE + GAP) - GAP,
    height: rows * (SQUARE + GAP) - GAP,
  };
}
