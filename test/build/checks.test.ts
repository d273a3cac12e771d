/** Each check of the built files sees the fault it is there for, and nothing in files without fault. */
import { describe, expect, test } from 'vitest';
import { iconFaults, linkFaults, policyFaults, styleSheetFaults, weightFaults } from './checks.js';

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">`;

const reader = (files: Readonly<Record<string, string>>) => (path: string) => files[path];

describe('the check of links', () => {
  const faults = (body: string): string[] =>
    linkFaults(
      '2022/index.html',
      reader({
        '2022/index.html': `<body id="top">${body}</body>`,
        '2022/timeline/index.html': '<h2 id="六月">六月</h2>',
        'index.html': '',
        'style.css': '',
        '附件/表.pdf': '',
      }),
    );

  test.each([
    '<a href="timeline/index.html#%E5%85%AD%E6%9C%88">',
    '<a href="../index.html">',
    '<a href="#top">',
    '<a href="https://www.gov.cn/">',
    '<a href="tel:12348">',
    '<a href="../%E9%99%84%E4%BB%B6/%E8%A1%A8.pdf">',
    '<link rel="stylesheet" href="../style.css?v=12"><link rel="canonical" href="http://www.zgsuixian.gov.cn/a/">',
    '<svg><a href="timeline/index.html"></a></svg>',
  ])('lets %s pass', (markup) => expect(faults(markup)).toEqual([]));

  test.each([
    ['<a href="report/index.html">', 'leads to 2022/report/index.html, which is not there'],
    ['<a href="timeline/index.html#七月">', 'leads to an anchor that 2022/timeline/index.html has not'],
    ['<a href="timeline/">', 'names a folder'],
    ['<a href="timeline">', 'names a folder'],
    ['<a href="/2022/index.html">', 'is not relative'],
    ['<a href="//www.gov.cn/">', 'is not relative'],
    ['<a href="../../index.html">', 'leaves the site'],
    ['<a href="javascript:void 0">', 'is of a kind that no page may hold'],
    ['<a href="">', 'leads nowhere'],
    ['<script src="../app.js?v=1"></script>', '../app.js?v=1 leads to app.js, which is not there'],
    ['<img src="photo.png">', 'which is not there'],
    ['<img srcset="small.png 1x, big.png 2x">', 'small.png leads to'],
    ['<svg><a xlink:href="gone.html"></a></svg>', 'gone.html leads to'],
    ['<p id="a"><p id="a">', 'the id a stands twice'],
  ])('sees the fault of %s', (markup, fault) => expect(faults(markup)).toContainEqual(expect.stringContaining(fault)));

  test('sees a picture that a style sheet asks for in vain', () => {
    const read = reader({
      'css/a.css': `a { background: url("dot.svg") } b { mask: url(../gone.svg) }`,
      'css/dot.svg': '',
    });
    expect(styleSheetFaults('css/a.css', read)).toEqual([
      'css/a.css: ../gone.svg leads to gone.svg, which is not there',
    ]);
  });
});

test('the check of weight counts a page with its style sheets and scripts', () => {
  const page = '<link rel="stylesheet" href="../a.css?v=1"><script src="../a.js?v=1"></script>';
  const faults = (html: number, css: number, script: number): string[] =>
    weightFaults(
      '2022/index.html',
      reader({
        '2022/index.html': page.padEnd(html),
        'a.css': ' '.repeat(css),
        'a.js': ' '.repeat(script),
      }),
    );
  expect(faults(30_000, 20_000, 10_000)).toEqual([]);
  expect(faults(30_000, 20_001, 10_000)).toEqual(['2022/index.html: 60001 bytes of HTML, CSS and scripts']);
  expect(faults(1000, 1000, 10_001)).toEqual(['2022/index.html: 10001 bytes of scripts']);
  expect(weightFaults('a.html', reader({ 'a.html': '<script src="gone.js"></script>' }))).toEqual([
    'a.html: gone.js cannot be weighed',
  ]);
});

test('the check of the icon sees that there is none', () => {
  expect(iconFaults('a.html', '<link rel="icon" href="icon.svg">')).toEqual([]);
  expect(iconFaults('a.html', '<link rel="stylesheet" href="a.css">')).toEqual(['a.html: no icon']);
  expect(iconFaults('a.html', '<link rel="icon" href="">')).toEqual(['a.html: no icon']);
});

describe('the check of the policy', () => {
  const faults = (html: string): string[] =>
    policyFaults('a.html', html).map((fault) => fault.slice('a.html: '.length));

  test('lets a strict page pass', () => {
    const page = `<head>${POLICY}<link rel="stylesheet" href="a.css"><script src="a.js"></script></head>`;
    expect(faults(`${page}<script type="application/ld+json">{}</script><p class="on">`)).toEqual([]);
  });

  test.each([
    ['<p>', 'no policy'],
    [
      POLICY.replace("'none'", "'self'"),
      `the policy does not begin with default-src 'none': default-src 'self'; style-src 'self'`,
    ],
    [
      POLICY.replace("'self'", "'self' 'unsafe-inline'"),
      `the policy lets more in than the site holds: default-src 'none'; style-src 'self' 'unsafe-inline'`,
    ],
    [`<head><script src="a.js"></script>${POLICY}</head>`, 'the policy comes after what it is for'],
    [`${POLICY}<script>1</script>`, 'a script within the page'],
    [`${POLICY}<style>a{}</style>`, 'a style sheet within the page'],
    [`${POLICY}<p style="color: red">`, 'a style attribute on <p>'],
    [`${POLICY}<svg><g style="fill: red"/></svg>`, 'a style attribute on <g>'],
    [`${POLICY}<p ONCLICK="f()">`, 'onclick on <p>'],
    [`${POLICY}<a href=" JavaScript:f()">`, ' JavaScript:f() on <a>'],
    [`${POLICY}<iframe></iframe>`, '<iframe>'],
  ])('sees the fault of %s', (html, fault) => expect(faults(html)).toEqual([fault]));
});
