/** The year at a glance: twelve months with the report's events, drawn on a wide screen, listed by month on others. */

export interface YearStripProps {
  year: number;
  strip: StripGeometry;
  months: StripMonth[];
}

/** In user units of the drawing; text is 13 and 15 units high. */
export interface StripGeometry {
  width: number;
  height: number;
  /** Where the line of the year runs. */
  axis: { x: number; y: number; width: number };
  ticks: number[];
  monthNames: { x: number; text: string }[];
  marks: StripMark[];
}

export interface StripMark {
  /** A day is a point; anything less exact is a span as long as the words allow. */
  shape: { kind: 'point'; x: number } | { kind: 'span'; x: number; width: number };
  pole: { x: number; top: number };
  label: { x: number; dateY: number; titleY: number; fliesLeft: boolean };
  date: string;
  title: string;
  /** The whole title, when `title` had to be shortened. */
  fullTitle: string;
  href: string;
}

export interface StripMonth {
  name: string;
  /** Whether a span of several months covers it. */
  isCovered: boolean;
  events: { date: string; title: string; isPoint: boolean; href: string }[];
}

export function YearStrip({ year, strip, months }: YearStripProps) {
  return (
    <div class="year">
      <svg
        class="year-drawing"
        viewBox={`0 0 ${strip.width} ${strip.height}`}
        role="group"
        aria-label={`${year}年大事记，按日期排列`}
      >
        <g class="year-axis" aria-hidden="true">
          <path d={`M${strip.axis.x} ${strip.axis.y}h${strip.axis.width}`} />
          {strip.ticks.map((x) => (
            <path d={`M${x} ${strip.axis.y - 4}v8`} />
          ))}
          {strip.monthNames.map(({ x, text }) => (
            <text x={x} y={strip.axis.y + 28} text-anchor="middle">
              {text}
            </text>
          ))}
        </g>
        {strip.marks.map((mark) => (
          <Mark mark={mark} axisY={strip.axis.y} />
        ))}
      </svg>
      <ol class="year-list">
        {months.map((month) => (
          <li class={month.isCovered ? 'is-covered' : undefined}>
            <span class="year-month">{month.name}</span>
            {month.events.length > 0 && (
              <ul>
                {month.events.map((event) => (
                  <li class={event.isPoint ? 'is-point' : 'is-span'}>
                    <a href={event.href}>
                      <span class="date">{event.date}</span> {event.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Mark({ mark, axisY }: { mark: StripMark; axisY: number }) {
  const { shape, pole, label } = mark;
  return (
    <a class="year-mark" href={mark.href} text-anchor={label.fliesLeft ? 'end' : undefined}>
      {mark.fullTitle !== mark.title && <title>{`${mark.date} ${mark.fullTitle}`}</title>}
      <path class="pole" d={`M${pole.x} ${pole.top}V${axisY}`} />
      {shape.kind === 'point' ? (
        <circle cx={shape.x} cy={axisY} r="5" />
      ) : (
        <path class="span" d={`M${shape.x} ${axisY}h${shape.width}`} />
      )}
      <text class="date" x={label.x} y={label.dateY}>
        {mark.date}
      </text>{' '}
      <text class="title" x={label.x} y={label.titleY}>
        {mark.title}
      </text>
    </a>
  );
}
