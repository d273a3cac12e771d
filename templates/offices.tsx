/** 责任单位: what each body answers for, with the way to every place. */
import { Facts, type Fact } from './facts.js';
import { PageTitle } from './page.js';

export interface OfficesProps {
  lede: string;
  facts: Fact[];
  offices: OfficeEntry[];
  /** Bodies that the site knows and the report gives nothing to. */
  mentioned: { id: string; name: string }[];
}

export interface OfficeEntry {
  id: string;
  name: string;
  lists: { name: string; items: { mark?: string; title: string; href: string }[] }[];
}

export function Offices({ lede, facts, offices, mentioned }: OfficesProps) {
  return (
    <>
      <PageTitle title="责任单位" lede={lede}>
        <Facts facts={facts} />
      </PageTitle>
      <div class="offices-list">
        {offices.map(({ id, name, lists }) => (
          <section id={id} class="office">
            <h2>{name}</h2>
            <dl>
              {lists.map((list) => (
                <div>
                  <dt>
                    {list.name} <span class="count">{list.items.length}</span>
                  </dt>
                  {list.items.map(({ mark, title, href }) => (
                    <dd>
                      <a href={href}>
                        {mark !== undefined && <span class="date">{mark}</span>} <span>{title}</span>
                      </a>
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {mentioned.length > 0 && (
        <section class="part mentioned" aria-labelledby="offices--mentioned">
          <h2 id="offices--mentioned">报告中提到的其他机构</h2>
          <ul>
            {mentioned.map(({ id, name }) => (
              <li id={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
