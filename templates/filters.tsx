/** Choices that narrow a list down. They wait hidden for the script that makes them work. */

export interface FilterProps {
  /** What is counted: 项活动, 项职责. */
  unit: string;
  total: number;
  choices: { name: string; label: string; options: { value: string; label: string }[] }[];
}

export function Filters({ unit, total, choices }: FilterProps) {
  return (
    <div class="filters" role="group" aria-label="筛选" hidden data-filters data-unit={unit}>
      {choices.map(({ name, label, options }) => (
        <label>
          <span>{label}</span>
          <select data-filter={name}>
            <option value="">全部</option>
            {options.map((option) => (
              <option value={option.value}>{option.label}</option>
            ))}
          </select>
        </label>
      ))}
      <p role="status" data-filter-count>
        共{total}
        {unit}
      </p>
    </div>
  );
}
