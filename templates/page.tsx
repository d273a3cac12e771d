/** What every page has: the head with the portal's tags, the way back to the portal, the pages of the report, the foot. */
import { Title } from './phrases.js';
import type { ComponentChildren } from 'preact';
import { Facts, type Fact } from './facts.js';
import { Link } from './link.js';
import { StructuredData } from './prose.js';

export interface PageProps {
  head: Head;
  portal: PortalLinks;
  search: { href: string; isCurrent: boolean };
  /** The report this page belongs to; absent on pages of the site as a whole. */
  report?: ReportLinks;
  /** On the overview the report's name is the page's own heading, and large. */
  isOverview?: boolean;
  footer: FooterProps;
}

export interface Head {
  title: string;
  description: string;
  /** Absolute; absent when nobody has said where the folder is published. */
  canonical?: string;
  css: string;
  script: string;
  icon: string;
  /** What tells of new reports. */
  feed?: string;
  /** What the search page loads besides: the lists of what there is to search, and the script that loads it. */
  search?: { script: string; towns: string[] };
  /** The portal's tags, by name. */
  tags: { name: string; content: string }[];
  data: object[];
}

export interface PortalLinks {
  name?: string;
  /** The portal has HTML of its own for the head and the foot of the page, which `render` puts in. */
  hasHeader?: boolean;
  hasFooter?: boolean;
  /** From the portal's home page down to this page, which is the last and has no address. */
  crumbs: { name: string; href?: string }[];
}

export interface ReportLinks {
  /** 二〇二二年度 */
  kicker: string;
  title: string;
  href: string;
  pages: { name: string; href: string; isCurrent: boolean }[];
  facts: Fact[];
}

export interface FooterProps {
  facts: Fact[];
  portal?: { name: string; href?: string };
  fields: { label: string; text: string; href?: string }[];
  data?: { href: string };
}

/** Where the portal's own HTML goes: characters that no text can have. */
export const FRAGMENT_MARKS = { header: '\ufdd0', footer: '\ufdd1' } as const;

/** Nothing from outside the folder, no code in the page: what a portal's own policy may demand is demanded here. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function Page({
  head,
  portal,
  search,
  report,
  isOverview = false,
  footer,
  children,
}: PageProps & { children: ComponentChildren }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        {head.tags.map(({ name, content }) => (
          <meta name={name} content={content} />
        ))}
        {head.canonical !== undefined && <link rel="canonical" href={head.canonical} />}
        <link rel="stylesheet" href={head.css} />
        <link rel="icon" type="image/svg+xml" href={head.icon} />
        {head.feed !== undefined && <link rel="alternate" type="application/atom+xml" href={head.feed} />}
        <script src={head.script} />
        {head.search?.towns.map((address) => (
          <script src={address} defer data-towns />
        ))}
        {head.search && <script src={head.search.script} defer />}
        {head.data.map((value) => (
          <StructuredData of={value} />
        ))}
      </head>
      <body>
        <a class="skip" href="#page--main">
          跳到正文
        </a>
        {portal.hasHeader && (
          <section class="portal-header" aria-label="门户页头">
            {FRAGMENT_MARKS.header}
          </section>
        )}
        <header class="site-head">
          <div class="bar">
            <nav class="crumbs" aria-label="当前位置">
              <ol>
                {portal.crumbs.map(({ name, href }) => (
                  <li>
                    {href === undefined ? <span aria-current="page">{name}</span> : <Link href={href}>{name}</Link>}
                  </li>
                ))}
              </ol>
            </nav>
            <div class="tools">
              <a href={search.href} aria-current={search.isCurrent ? 'page' : undefined}>
                搜索
              </a>
              <button type="button" hidden data-tool data-large-type aria-pressed="false">
                大字
              </button>
              <button type="button" hidden data-tool data-print>
                打印
              </button>
            </div>
          </div>
          {report && (isOverview ? <Masthead report={report} /> : <RunningHead report={report} />)}
        </header>
        {report && report.pages.length > 0 && (
          <nav class="pages" aria-label="本报告的页面">
            <ul>
              {report.pages.map(({ name, href, isCurrent }) => (
                <li>
                  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main id="page--main">{children}</main>
        <Footer {...footer} />
        {portal.hasFooter && (
          <section class="portal-footer" aria-label="门户页脚">
            {FRAGMENT_MARKS.footer}
          </section>
        )}
      </body>
    </html>
  );
}

function Masthead({ report }: { report: ReportLinks }) {
  return (
    <div class="masthead">
      <p class="kicker">{report.kicker}</p>
      <Title of={report.title} />
      <Facts facts={report.facts} />
    </div>
  );
}

function RunningHead({ report }: { report: ReportLinks }) {
  return (
    <p class="running-head">
      <span class="kicker">{report.kicker}</span> <a href={report.href}>{report.title}</a>
    </p>
  );
}

function Footer({ facts, portal, fields, data }: FooterProps) {
  return (
    <footer class="site-foot">
      <Facts facts={facts} />
      <ul class="foot-links">
        {portal && (
          <li>
            本栏目载于<Link href={portal.href}>{portal.name}</Link>门户网站
          </li>
        )}
        {data && (
          <li>
            <a href={data.href}>本报告的数据（JSON）</a>
          </li>
        )}
        {fields.map(({ label, text, href }) => (
          <li>
            {label}：<Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </footer>
  );
}

export function PageTitle({
  title,
  lede,
  children,
}: {
  title: string;
  lede?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="page-title">
      <Title of={title} />
      {lede !== undefined && <p class="lede">{lede}</p>}
      {children}
    </header>
  );
}
