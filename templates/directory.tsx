/** The home page of several towns, and the pages that it goes on in: every report by town and year. */
import { PageTitle } from './page.js';

export interface DirectoryProps {
  title: string;
  lede?: string;
  /** How many there are, where nobody counts them at a glance. */
  extent?: string;
  /** A line a town, with its years alone. */
  isLong: boolean;
  /** By the folders above the towns; one without a name is alone or the first. */
  groups: { name: string; isContinued: boolean; towns: DirectoryTown[] }[];
  /** Absent when there is one page. */
  pages?: DirectoryPages;
}

export interface DirectoryTown {
  name: string;
  reports: { year: string; title: string; published?: string; href: string }[];
  /** Reports by their years alone. */
  years: { year: string; href: string }[];
}

export interface DirectoryPages {
  current: number;
  /** The first and the last town of this page. */
  range: string;
  previous?: string;
  next?: string;
  /** With their first and last towns, unless they are too many. */
  all: { number: number; href: string; range?: string }[];
}

export function Directory({ title, lede, extent, isLong, groups, pages }: DirectoryProps) {
  return (
    <>
      <PageTitle title={title} {...(lede !== undefined && { lede })}>
        {extent !== undefined && <p class="note">{extent}</p>}
      </PageTitle>
      {pages && (
        <div class="directory-here">
          <p>
            第{pages.current}页，共{pages.all.length}页：{pages.range}
          </p>
          <nav class="directory-steps" aria-label="目录的前后页">
            <Steps {...pages} />
            <a href="#directory--pages">各页的范围</a>
          </nav>
        </div>
      )}
      {groups.map(({ name, isContinued, towns }) =>
        name === '' ? (
          <Towns towns={towns} isLong={isLong} level="h2" />
        ) : (
          <section class="directory-group">
            <h2>
              {name}
              {isContinued && '（续）'}
            </h2>
            <Towns towns={towns} isLong={isLong} level="h3" />
          </section>
        ),
      )}
      {pages && <Pages {...pages} />}
    </>
  );
}

function Towns({ towns, isLong, level: Heading }: { towns: DirectoryTown[]; isLong: boolean; level: 'h2' | 'h3' }) {
  if (isLong)
    return (
      <ul class="directory-towns">
        {towns.map(({ name, years }) => (
          <li>
            <span>{name}</span>
            <Years years={years} />
          </li>
        ))}
      </ul>
    );
  return (
    <div class="offices-list">
      {towns.map(({ name, reports, years }) => (
        <section class="office">
          <Heading>{name}</Heading>
          <div>
            <ul class="others">
              {reports.map((report) => (
                <li>
                  <a href={report.href}>
                    <span class="date">{report.year}</span> <span>{report.title}</span>
                  </a>
                  {report.published !== undefined && <span class="note">{report.published}发布</span>}
                </li>
              ))}
            </ul>
            {years.length > 0 && (
              <div class="earlier">
                <p class="note">以往年度</p>
                <Years years={years} />
              </div>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

/** The latest first. */
function Years({ years }: { years: DirectoryTown['years'] }) {
  return (
    <ul class="years">
      {years.map(({ year, href }) => (
        <li>
          <a href={href}>{year}</a>
        </li>
      ))}
    </ul>
  );
}

function Pages(pages: DirectoryPages) {
  const { current, all } = pages;
  return (
    <nav class="directory-pages" aria-labelledby="directory--pages">
      <h2 id="directory--pages">目录的各页</h2>
      <ol class={all.some((page) => page.range !== undefined) ? 'with-towns' : undefined}>
        {all.map((page) => (
          <li>
            <a
              href={page.href}
              aria-current={page.number === current ? 'page' : undefined}
              aria-label={page.range === undefined ? `第${page.number}页` : undefined}
            >
              {page.range === undefined ? (
                page.number
              ) : (
                <>
                  <span class="number">第{page.number}页</span> <span>{page.range}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ol>
      <p class="directory-steps">
        <Steps {...pages} />
      </p>
    </nav>
  );
}

function Steps({ previous, next }: DirectoryPages) {
  return (
    <>
      {previous !== undefined && (
        <a href={previous} rel="prev">
          上一页
        </a>
      )}
      {next !== undefined && (
        <a href={next} rel="next">
          下一页
        </a>
      )}
    </>
  );
}
