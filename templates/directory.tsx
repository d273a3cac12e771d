/** The front page of several towns: every report by town and year. */
import { PageTitle } from './page.js';

export interface DirectoryProps {
  title: string;
  lede?: string;
  towns: { name: string; reports: { year: string; title: string; published?: string; href: string }[] }[];
}

export function Directory({ title, lede, towns }: DirectoryProps) {
  return (
    <>
      <PageTitle title={title} {...(lede !== undefined && { lede })} />
      <div class="offices-list">
        {towns.map(({ name, reports }) => (
          <section class="office">
            <h2>{name}</h2>
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
          </section>
        ))}
      </div>
    </>
  );
}
