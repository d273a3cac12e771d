/** 404.html, which a server sends from any depth: it makes sense without its style sheet, too. */
import { Link } from './link.js';
import { PageTitle } from './page.js';

export interface NotFoundProps {
  /** The portal's column, absolute, when it is known. */
  column?: { name: string; href: string };
  home: string;
}

export function NotFound({ column, home }: NotFoundProps) {
  return (
    <>
      <PageTitle title="没有找到这个页面" lede="地址可能写错了，或者页面已经移动。" />
      <ul class="others">
        {column && (
          <li>
            <Link href={column.href}>{column.name}</Link>
          </li>
        )}
        <li>
          <a href={home}>本栏目首页</a>
        </li>
      </ul>
    </>
  );
}
