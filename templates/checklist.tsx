/** 责任清单: what the heads of the party committee and the government had to do, and what the report says of it. */
import type { Holder, Status as StatusName } from '../src/model/site.js';
import { ChecklistState, type ChecklistStateProps } from './checklist-state.js';
import { Facts, type Fact } from './facts.js';
import { Filters, type FilterProps } from './filters.js';
import { Line } from './line.js';
import { Link } from './link.js';
import { PageTitle } from './page.js';
import { Prose, type Html } from './prose.js';
import { Status } from './status.js';
import { HOLDER_WORDS } from '../src/model/choice-words.js';

export interface ChecklistProps {
  lede: string;
  facts: Fact[];
  state: ChecklistStateProps;
  filters: FilterProps;
  duties: ChecklistDuty[];
}

export interface ChecklistDuty {
  id: string;
  title: string;
  /** The report's words, when they say more than the title. */
  words?: Html;
  /** The same where they are more than a clause: paragraphs, lists, tables. */
  text?: Html;
  holder: Holder;
  offices: string[];
  basis?: string;
  status: StatusName;
  date?: string;
  due?: string;
  sentence: string;
  evidence: { title: string; href?: string }[];
}

export function Checklist({ lede, facts, state, filters, duties }: ChecklistProps) {
  return (
    <>
      <PageTitle title="党政主要负责人履行推进法治建设第一责任人职责清单" lede={lede}>
        <Facts facts={facts} />
      </PageTitle>
      <ChecklistState {...state} />
      <Filters {...filters} />
      <table class="ledger checklist">
        <caption class="visually-hidden">职责、责任人、依据、状态和佐证</caption>
        <thead>
          <tr>
            <th scope="col">职责</th>
            <th scope="col">责任人</th>
            <th scope="col">依据</th>
            <th scope="col">状态</th>
            <th scope="col">佐证</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <Row duty={duty} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ duty }: { duty: ChecklistDuty }) {
  return (
    <tr id={duty.id} data-filter-item data-status={duty.status} data-holder={duty.holder}>
      <th scope="row" abbr={duty.words || duty.text ? duty.title : undefined}>
        <span class="duty">{duty.title}</span>
        {duty.words && (
          <Line class="words">
            <Prose of={duty.words} as="span" />
          </Line>
        )}
        {duty.text && <Prose of={duty.text} />}
      </th>
      <td>
        <Label>责任人</Label>
        <span class="cell">
          {HOLDER_WORDS[duty.holder]}
          {duty.offices.length > 0 && <Line class="offices">{duty.offices.join('、')}</Line>}
        </span>
      </td>
      <td class={duty.basis === undefined ? 'is-empty' : undefined}>
        <Label>依据</Label>
        <span class="cell">{duty.basis ?? <span class="none">报告未写明</span>}</span>
      </td>
      <td>
        <Label>状态</Label>
        <span class="cell">
          <Status of={duty.status} />
          {duty.date !== undefined && <Line class="due">日期：{duty.date}</Line>}
          {duty.due !== undefined && <Line class="due">期限：{duty.due}</Line>}
        </span>
      </td>
      <td>
        <Label>佐证</Label>
        <ul class="cell evidence">
          <li>
            <a href={duty.sentence}>
              报告原文<span class="visually-hidden">：{duty.title}</span>
            </a>
          </li>
          {duty.evidence.map(({ title, href }) => (
            <li>
              <Link href={href}>{title}</Link>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The column's name, shown where the table is a list of blocks; whoever hears the cell hears the column's head. */
function Label({ children }: { children: string }) {
  return (
    <span class="cell-label" aria-hidden="true">
      {children}
    </span>
  );
}
