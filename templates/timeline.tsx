/** 普法宣传大事记: the year's events in order, each in the report's own words. */
import type { EventKind } from '../src/model/site.js';
import { Dated, Facts, type Fact } from './facts.js';
import { Filters, type FilterProps } from './filters.js';
import { OfficeMonths, type OfficeMonthsProps } from './office-months.js';
import { PageTitle } from './page.js';
import { Prose, type Html } from './prose.js';

export interface TimelineProps {
  lede: string;
  facts: Fact[];
  filters: FilterProps;
  groups: { name: string; events: TimelineEvent[] }[];
  offices?: OfficeMonthsProps;
}

export interface TimelineEvent {
  id: string;
  date: string;
  datetime?: string;
  /** A day is a point on the line of the year, anything less exact a span. */
  isPoint: boolean;
  title: string;
  /** Offices, place, kind, figures: whatever the report tells. */
  facts: Fact[];
  text: Html;
  sentence: string;
  kind: EventKind;
  /** For the filter: ids with blanks between. */
  offices: string;
}

export function Timeline({ lede, facts, filters, groups, offices }: TimelineProps) {
  return (
    <>
      <PageTitle title="普法宣传大事记" lede={lede}>
        <Facts facts={facts} />
      </PageTitle>
      <Filters {...filters} />
      <div class="timeline">
        <div class="timeline-head" aria-hidden="true">
          <span>时间</span>
          <span>活动</span>
        </div>
        {groups.map(({ name, events }) => (
          <section class="month" data-filter-group>
            <h2>{name}</h2>
            <ol>
              {events.map((event) => (
                <Entry event={event} isDateSaid={event.date === name} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {offices && (
        <section class="part" aria-labelledby="timeline--offices">
          <div class="section-head">
            <h2 id="timeline--offices">各单位的活动</h2>
            <p class="note">活动按参加单位和月份排列，单位以报告写明的为准。</p>
          </div>
          <OfficeMonths {...offices} />
        </section>
      )}
    </>
  );
}

/** A time that is no part of a month is the name of its group, too: whoever hears the page is not told it twice. */
function Entry({ event, isDateSaid }: { event: TimelineEvent; isDateSaid: boolean }) {
  return (
    <li
      id={event.id}
      class={event.isPoint ? 'event is-point' : 'event is-span'}
      data-filter-item
      data-kind={event.kind}
      data-office={event.offices}
    >
      <p class="when" aria-hidden={isDateSaid ? 'true' : undefined}>
        <Dated words={event.date} datetime={event.datetime} />
      </p>
      <div class="what">
        <h3>{event.title}</h3>
        <Facts facts={event.facts} />
        <Prose of={event.text} />
        <p class="more">
          <a href={event.sentence}>
            报告原文<span class="visually-hidden">：{event.title}</span>
          </a>
        </p>
      </div>
    </li>
  );
}
