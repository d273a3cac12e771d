/** 数据下载: what can be taken away, what each file is for, and how to tell that it arrived whole. */
import { Facts, type Fact } from './facts.js';
import { PageTitle } from './page.js';

export interface DataProps {
  lede: string;
  facts: Fact[];
  downloads: Download[];
  /** The feed of the column, when there is one. */
  feed?: { href: string };
  /** The list of all files of the site, with their sums. */
  manifest: { href: string };
}

export interface Download {
  /** Its anchor on the page. */
  id: string;
  name: string;
  /** events.csv */
  file: string;
  href: string;
  about: string;
  size: string;
  /** SHA-256, in hexadecimal digits. */
  sum: string;
}

export function Data({ lede, facts, downloads, feed, manifest }: DataProps) {
  return (
    <>
      <PageTitle title="数据下载" lede={lede}>
        <Facts facts={facts} />
      </PageTitle>
      <ul class="downloads">
        {downloads.map(({ id, name, file, href, about, size, sum }) => (
          <li id={id}>
            <div>
              <h2>
                <a href={href} download={file}>
                  {name}
                </a>
              </h2>
              <p class="file">
                {file}，{size}
              </p>
            </div>
            <div>
              <p>{about}</p>
              <details>
                <summary>
                  校验和 <code>{sum.slice(0, 8)}…</code>
                </summary>
                <p>
                  SHA-256：<code class="sum">{sum}</code>
                </p>
              </details>
            </div>
          </li>
        ))}
      </ul>
      <section class="part" aria-labelledby="data--notes">
        <h2 id="data--notes">说明</h2>
        <p>
          日期不比报告的写法更精确：报告写“6月初”的，表格写明起止日期和原来的写法，日历标出一段时间，都不当作某一天。
        </p>
        <p>
          下载后算出的 SHA-256 与这里的校验和一致，文件就是完整的，没有被改动。本栏目全部文件的大小和校验和见
          <a href={manifest.href}>文件清单（JSON）</a>。
        </p>
        {feed && (
          <p>
            想在新一年度报告发布时得到通知，请用阅读器订阅<a href={feed.href}>本栏目的更新（Atom）</a>。
          </p>
        )}
      </section>
    </>
  );
}
