/** Offices by months: who held what and when, as a row of the year for each office with its dates in words. */

export interface OfficeMonthsProps {
  rows: OfficeYear[];
  width: number;
  height: number;
  /** Where months begin, and the year ends. */
  ticks: number[];
  monthNames: { x: number; text: string }[];
}

export interface OfficeYear {
  name: string;
  /** Absent for the row of events whose office the report does not name. */
  href?: string;
  marks: ({ kind: 'point'; x: number } | { kind: 'span'; x: number; width: number })[];
  dates: { text: string; href: string; title: string }[];
}

export function OfficeMonths({ rows, width, height, ticks, monthNames }: OfficeMonthsProps) {
  const middle = height / 2;
  return (
    <table class="ledger office-months">
      <caption class="visually-hidden">各单位参加的活动，按月份</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">
            <span class="visually-hidden">项数</span>
            <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              {monthNames.map(({ x, text }) => (
                <text x={x} y={height - 8} text-anchor="middle">
                  {text}
                </text>
              ))}
            </svg>
          </th>
          <th scope="col">日期</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}</th>
            <td class="plot">
              <span class="visually-hidden">{row.dates.length}项</span>
              <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                <path class="tick" d={ticks.map((x) => `M${x} 0v${height}`).join('')} />
                {row.marks.map((mark) =>
                  mark.kind === 'point' ? (
                    <circle cx={mark.x} cy={middle} r="5" />
                  ) : (
                    <path class="span" d={`M${mark.x} ${middle}h${mark.width}`} />
                  ),
                )}
              </svg>
            </td>
            <td>
              <ul class="dates">
                {row.dates.map((date) => (
                  <li>
                    <a href={date.href}>
                      {date.text}
                      <span class="visually-hidden">：{date.title}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
