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
  /** The middle of the date, where its flag is set. A day is a point there. */
  x: number;
  /** Whatever is less exact than a day: a span as long as the words allow. */
  span?: { x: number; width: number };
  /** Absent from all marks of a year too full for flags. */
  flag?: StripFlag;
  date: string;
  fullTitle: string;
  href: string;
}

export interface StripFlag {
  /** Where the pole ends. */
  top: number;
  x: number;
  dateY: number;
  titleY: number;
  /** Shortened when it would be too long. */
  title: string;
  fliesLeft: boolean;
}

export interface StripMonth {
  name: string;
  /** Whether a span of several months covers it. */
  isCovered: boolean;
  events: { date: string; title: string; isPoint: boolean; href: string }[];
}

export function YearStrip({ year, strip, months }: YearStripProps) {
  const isCrowded = strip.marks.some((mark) => mark.flag === undefined);
  return (
    <div class={isCrowded ? 'year is-crowded' : 'year'}>
      <svg
        class="year-drawing"
        viewBox={`0 0 ${strip.width} ${strip.height}`}
        role={isCrowded ? 'img' : 'group'}
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
  const { x, span, flag } = mark;
  const shape = span ? (
    <path class="span" d={`M${span.x} ${axisY}h${span.width}`} />
  ) : (
    <circle cx={x} cy={axisY} r="5" />
  );
  if (!flag) return <g class="year-mark">{shape}</g>;
  return (
    <a class="year-mark" href={mark.href} text-anchor={flag.fliesLeft ? 'end' : undefined}>
      {mark.fullTitle !== flag.title && <title>{`${mark.date} ${mark.fullTitle}`}</title>}
      <path class="pole" d={`M${x} ${flag.top}V${axisY}`} />
      {shape}
      <text class="date" x={flag.x} y={flag.dateY}>
        {mark.date}
      </text>{' '}
      <text class="title" x={flag.x} y={flag.titleY}>
        {flag.title}
      </text>
    </a>
  );
}
