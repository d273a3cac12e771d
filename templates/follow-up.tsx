/** 问题与整改: from a year's shortcoming to the next year's task to what came of it. */
import { Facts, type Fact } from './facts.js';
import { Line } from './line.js';
import { PageTitle } from './page.js';

export interface FollowUpProps {
  lede: string;
  facts: Fact[];
  /** Latest first; the page's own year has anchors. */
  years: FollowUpYear[];
  /** Years that are not shown, latest first, each with the page that it has. */
  others: { year: number; href: string }[];
}

export interface FollowUpYear {
  year: number;
  shortcomings: FollowUpShortcoming[];
  /** Tasks that answer none of the shortcomings. */
  otherTasks: FollowUpTask[];
}

export interface FollowUpShortcoming {
  id?: string;
  title: string;
  sentence: string;
  offices: string[];
  date?: string;
  cause?: string;
  tasks: FollowUpTask[];
}

export interface FollowUpTask {
  id?: string;
  title: string;
  sentence: string;
  offices: string[];
  date?: string;
  due?: string;
  result: { words: string; href?: string };
}

export function FollowUp({ lede, facts, years, others }: FollowUpProps) {
  return (
    <>
      <PageTitle title="问题与整改" lede={lede}>
        <Facts facts={facts} />
      </PageTitle>
      <table class="ledger follow-up">
        <caption class="visually-hidden">不足、整改任务和结果，按年度</caption>
        <thead>
          <tr>
            <th scope="col">报告写明的不足</th>
            <th scope="col">下一年度的整改任务</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        {years.map((year) => (
          <tbody>
            <tr class="year-row">
              <th scope="rowgroup" colSpan={3}>
                {year.year}年度
              </th>
            </tr>
            {year.shortcomings.map((shortcoming) => (
              <ShortcomingRows shortcoming={shortcoming} />
            ))}
            {year.otherTasks.map((task, index) => (
              <tr id={task.id} class="task-row">
                {index === 0 && (
                  <td rowSpan={year.otherTasks.length} class="none">
                    其他安排
                  </td>
                )}
                <TaskCells task={task} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {others.length > 0 && (
        <nav class="other-years" aria-labelledby="follow-up--others">
          <h2 id="follow-up--others">其他年度的问题与整改</h2>
          <ul class="years">
            {others.map(({ year, href }) => (
              <li>
                <a href={href}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function ShortcomingRows({ shortcoming }: { shortcoming: FollowUpShortcoming }) {
  const { id, title, sentence, offices, date, cause, tasks } = shortcoming;
  const head = (
    <th scope="row" rowSpan={Math.max(1, tasks.length)} id={id}>
      <span class="cell-label" aria-hidden="true">
        不足
      </span>
      <span class="cell">
        <a class="shortcoming" href={sentence}>
          {title}
        </a>
        {offices.length > 0 && <Line class="offices">{offices.join('、')}</Line>}
        {date !== undefined && <Line class="due">日期：{date}</Line>}
        {cause !== undefined && <Line class="cause">原因：{cause}</Line>}
      </span>
    </th>
  );
  if (tasks.length === 0)
    return (
      <tr>
        {head}
        <td colSpan={2} class="none">
          报告未写明对应的任务
        </td>
      </tr>
    );
  return (
    <>
      {tasks.map((task, index) => (
        <tr id={task.id} class={index === 0 ? undefined : 'task-row'}>
          {index === 0 && head}
          <TaskCells task={task} />
        </tr>
      ))}
    </>
  );
}

function TaskCells({ task }: { task: FollowUpTask }) {
  return (
    <>
      <td>
        <span class="cell-label" aria-hidden="true">
          任务
        </span>
        <span class="cell">
          <a href={task.sentence}>{task.title}</a>
          {task.offices.length > 0 && <Line class="offices">{task.offices.join('、')}</Line>}
          {task.date !== undefined && <Line class="due">日期：{task.date}</Line>}
          {task.due !== undefined && <Line class="due">期限：{task.due}</Line>}
        </span>
      </td>
      <td>
        <span class="cell-label" aria-hidden="true">
          结果
        </span>
        <span class="cell">
          {task.result.href === undefined ? (
            <span class="none">{task.result.words}</span>
          ) : (
            <a href={task.result.href}>{task.result.words}</a>
          )}
        </span>
      </td>
    </>
  );
}
