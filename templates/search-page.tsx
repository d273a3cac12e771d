/** The search page. The form waits hidden for the script that makes it work; until then the page says where else to look. */
import { PageTitle } from './page.js';

export interface SearchProps {
  /** There is too much to search all of it at once. */
  asksForTown: boolean;
  places: SearchPlaces;
}

/** Where to look without scripts: in the reports, the latest first, or in those that a directory lists. */
export type SearchPlaces =
  { reports: { name: string; pages: { name: string; href: string }[] }[]; directory?: never } | { directory: string };

export function SearchPage({ asksForTown, places }: SearchProps) {
  return (
    <div class="search">
      <PageTitle
        title="搜索"
        lede={`在${asksForTown ? '' : '所有'}报告的全文里逐字查找，包括活动、职责、不足和任务。`}
      />
      <p class="search-without" data-search-without>
        这里的搜索要用 JavaScript，浏览器没有开启或者没有载入。请打开
        {places.directory === undefined ? '下面的' : '要找的'}
        报告全文，用浏览器自带的“在网页中查找”：电脑上按 Ctrl+F，手机上在浏览器的菜单里。
      </p>
      {asksForTown && (
        <form class="search-town" hidden data-search-town>
          <label htmlFor="search--town">发布机构</label>
          <input
            id="search--town"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            aria-describedby="search--town-how"
          />
          <p id="search--town-how" class="note">
            报告很多，一次查找一个发布机构的。写出名称里的几个字，再从下面选定。
          </p>
          <p role="status" class="search-count" data-search-town-count />
          <ul data-search-towns />
        </form>
      )}
      <form role="search" hidden data-search>
        <label htmlFor="search--words">要找的字词</label>
        <input
          id="search--words"
          type="search"
          name="q"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-describedby="search--how"
        />
        <button type="submit">查找</button>
        <p id="search--how" class="note">
          不分全角半角、大小写和繁简；几个词用空格隔开，要在同一处都有。
          <span class="search-keys">
            按 <kbd>↓</kbd> 或回车到结果，再回车打开；<kbd>Esc</kbd> 清空，<kbd>/</kbd> 回到这里。
          </span>
        </p>
      </form>
      <p role="status" class="search-count" data-search-count />
      <div data-search-results />
      <section class="search-places" aria-labelledby="search--places" data-search-places>
        <h2 id="search--places">各报告的页面</h2>
        {places.directory === undefined ? (
          <ul>
            {places.reports.map(({ name, pages }) => (
              <li>
                <h3>{name}</h3>
                <ul>
                  {pages.map((page) => (
                    <li>
                      <a href={page.href}>{page.name}</a>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        ) : (
          <p>
            <a href={places.directory}>全部报告的目录</a>
          </p>
        )}
      </section>
    </div>
  );
}
