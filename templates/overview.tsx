/** The overview of a report: its opening, the year at a glance, its numbers, its parts, and where its duties stand. */
import { ChecklistState, type ChecklistStateProps } from './checklist-state.js';
import { Phrases } from './phrases.js';
import { Prose, type Html } from './prose.js';
import { Status } from './status.js';
import { HOLDER_WORDS } from '../src/model/choice-words.js';
import { YearStrip, type YearStripProps } from './year-strip.js';
import type { Holder, Status as StatusName } from '../src/model/site.js';

export interface OverviewProps {
  lead: Html;
  fullText: string;
  year?: YearStripProps & { href: string };
  figures: { value: string; unit: string; label: string; href: string }[];
  parts: { numeral: string; title: string; href: string; topics: string[] }[];
  checklist?: {
    state: ChecklistStateProps;
    /** How many of how many are shown. */
    caption: string;
    /** The first few. */
    duties: { title: string; holder: Holder; status: StatusName; href: string }[];
    href: string;
  };
  followUp?: {
    shortcomings: { title: string; href: string; tasks: { title: string; href: string }[] }[];
    href: string;
  };
  /** The town's reports of other years. */
  others: { name: string; href: string }[];
  /** Where the reports of all towns are listed; absent when there is one town. */
  directory?: string;
}

export function Overview(props: OverviewProps) {
  const { lead, fullText, year, figures, parts, checklist, followUp, others, directory } = props;
  return (
    <>
      <div class="opening">
        <Prose of={lead} />
        <p class="more">
          <a href={fullText}>阅读报告全文</a>
        </p>
      </div>

      {year && (
        <section class="part" aria-labelledby="overview--year">
          <SectionHead id="overview--year" title="这一年" href={year.href} more="普法宣传大事记">
            报告写明时间的普法宣传活动。圆点是某一天，粗线是报告只写到“年初”“月初”等的一段时间。
          </SectionHead>
          <YearStrip {...year} />
        </section>
      )}

      {figures.length > 0 && (
        <section class="part" aria-labelledby="overview--figures">
          <SectionHead id="overview--figures" title="报告里的数字">
            每个数字都链接到报告原句。
          </SectionHead>
          <ul class="figures">
            {figures.map(({ value, unit, label, href }) => (
              <li>
                <a href={href}>
                  <span class="figure">
                    <span class="value">{value}</span> {unit !== '' && <span class="unit">{unit}</span>}
                  </span>
                  <span class="label">{label}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section class="part" aria-labelledby="overview--parts">
        <SectionHead id="overview--parts" title="报告的各部分" href={fullText} more="报告全文">
          依照年度报告的规定内容编排。
        </SectionHead>
        <ol class="parts">
          {parts.map(({ numeral, title, href, topics }) => (
            <li>
              <span class="numeral" aria-hidden="true">
                {numeral}
              </span>
              <div>
                <h3>
                  <a href={href}>
                    <Phrases of={title} />
                  </a>
                </h3>
                {topics.length > 0 && (
                  <ul class="topics">
                    {topics.map((topic) => (
                      <li>{topic}</li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          ))}
        </ol>
      </section>

      {checklist && (
        <section class="part" aria-labelledby="overview--checklist">
          <SectionHead id="overview--checklist" title="责任清单" href={checklist.href} more="全部职责">
            党政主要负责人履行推进法治建设第一责任人职责的情况。
          </SectionHead>
          <ChecklistState {...checklist.state} />
          <table class="ledger excerpt">
            <caption>{checklist.caption}</caption>
            <thead>
              <tr>
                <th scope="col">职责</th>
                <th scope="col">责任人</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {checklist.duties.map(({ title, holder, status, href }) => (
                <tr>
                  <th scope="row">
                    <a href={href}>{title}</a>
                  </th>
                  <td>{HOLDER_WORDS[holder]}</td>
                  <td>
                    <Status of={status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}

      {followUp && (
        <section class="part" aria-labelledby="overview--follow-up">
          <SectionHead id="overview--follow-up" title="问题与整改" href={followUp.href} more="问题与整改">
            报告写明的不足，和下一年度对应的安排。
          </SectionHead>
          <ul class="answers">
            {followUp.shortcomings.map(({ title, href, tasks }) => (
              <li>
                <p class="question">
                  <a href={href}>{title}</a>
                </p>
                {tasks.length > 0 && (
                  <ul>
                    {tasks.map((task) => (
                      <li>
                        <a href={task.href}>{task.title}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}

      {(others.length > 0 || directory !== undefined) && (
        <section class="part" aria-labelledby="overview--others">
          <SectionHead id="overview--others" title="其他报告" />
          <ul class="others">
            {others.map(({ name, href }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
            {directory !== undefined && (
              <li>
                <a href={directory}>各单位的全部报告</a>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}

function SectionHead(props: { id: string; title: string; href?: string; more?: string; children?: string }) {
  return (
    <div class="section-head">
      <h2 id={props.id}>{props.title}</h2>
      {props.children !== undefined && <p class="note">{props.children}</p>}
      {props.href !== undefined && (
        <p class="more">
          <a href={props.href}>{props.more}</a>
        </p>
      )}
    </div>
  );
}
