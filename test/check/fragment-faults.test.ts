/** The ways that HTML has to fetch from elsewhere, to run code, or to break out of its place. */
import { describe, expect, test } from 'vitest';
import { fragmentFaults, type FragmentFault } from '../../src/check/fragment-faults.js';

function faultsOf(html: string): string[] {
  return fragmentFaults(html).map(({ fault, found }) => `${fault} ${found}`);
}

describe('what a portal’s header needs passes', () => {
  test.each([
    ['links, images, lists', '<ul><li><a href="/">首页</a><li><a href="https://www.gov.cn/">国务院</a></ul>'],
    ['an image in two sizes', '<img src="/a.png" srcset="/a.png 1x, /a@2x.png 2x" alt="随县人民政府">'],
    ['addresses of mail and telephone', '<a href="mailto:a@gov.cn">信箱</a><a href="tel:0722-3330000">电话</a>'],
    ['style sheets and scripts of the portal', '<link rel="stylesheet" href="/p.css"><script src="/p.js"></script>'],
    ['a closing tag in a comment', '<p><!-- </div> 旧页头 --></p>'],
    ['words about code', '<p title="javascript教程">onclick</p>'],
    ['an anchor', '<a href="#top">回到顶部</a>'],
    ['nothing', ''],
  ])('%s', (_, html) => {
    expect(faultsOf(html)).toEqual([]);
  });
});

describe('nothing is fetched from elsewhere', () => {
  test.each([
    ['a second image of a set, without a blank', '<img src="/a.png" srcset="/a.png 1x,//evil.example/b.png 2x">'],
    ['an image that goes by an old name', '<image src="//evil.example/b.png">'],
    ['a backslash that browsers turn round', '<img src="/\\evil.example/b.png">'],
    ['a tab that browsers drop', '<img src="/\t/evil.example/b.png">'],
    ['leading blanks', '<img src=" \n//evil.example/b.png">'],
    ['entities', '<img src="&sol;&sol;evil.example/b.png">'],
    ['capital letters', '<IMG SRC="HTTPS://evil.example/b.png">'],
    ['the ground of a table', '<table background="//evil.example/b.png"></table>'],
    ['a style sheet', '<link rel="stylesheet" href="//evil.example/a.css">'],
    ['a name to look up beforehand', '<link rel="dns-prefetch" href="//evil.example/">'],
    ['images of a preload', '<link rel="preload" as="image" imagesrcset="//evil.example/b.png 1x">'],
    ['a script', '<script src="//evil.example/a.js"></script>'],
    ['who is told of a click', '<a href="/" ping="/a //evil.example/">首页</a>'],
    ['who is told of an advertisement', '<a href="/" attributionsrc="//evil.example/">首页</a>'],
  ])('%s', (_, html) => {
    expect(faultsOf(html)).toEqual([expect.stringMatching(/^outside .*evil\.example/i)]);
  });
});

describe('nothing that frames, loads, redirects or is read as no HTML', () => {
  test.each([
    ['<iframe srcdoc="&lt;script src=//evil.example>"></iframe>', 'iframe'],
    ['<object data="/a.swf"></object>', 'object'],
    ['<embed src="/a.swf">', 'embed'],
    ['<meta http-equiv="refresh" content="0;url=//evil.example/">', 'meta'],
    ['<base href="//evil.example/">', 'base'],
    ['<form action="//evil.example/"></form>', 'form'],
    ['<svg><use href="//evil.example/a.svg#a"></use></svg>', 'svg'],
    ['<svg><image href="//evil.example/a.png"></image></svg>', 'svg'],
    ['<svg><animate attributeName="href" to="javascript:go()"></animate></svg>', 'svg'],
    ['<math><mtext></mtext></math>', 'math'],
    ['<picture><source srcset="/a.png"></picture>', 'source'],
    ['<template shadowrootmode="open"></template>', 'template'],
    ['<noscript><p title="</noscript><img src=/a.png>"></p></noscript>', 'noscript'],
    ['<body class="a"></body>', 'body'],
    ['<main></main>', 'main'],
    ['<h1>随县人民政府</h1>', 'h1'],
  ])('%s', (html, name) => {
    expect(faultsOf(html)).toContain(`forbidden <${name}>`);
    expect(faultsOf(html)).not.toContainEqual(expect.stringMatching(/^un/));
  });

  test('what turns the rest of the page into plain text', () => {
    expect(faultsOf('<plaintext></plaintext>')).toContain('forbidden <plaintext>');
  });

  test('CDATA, which a browser ends earlier than it looks', () => {
    expect(faultsOf('<![CDATA[ > <img src="//evil.example/a.png"> ]]>')).toEqual(['forbidden <![CDATA[']);
  });
});

describe('no code in the page', () => {
  test.each([
    ['<p onclick="go()"></p>', 'onclick'],
    ['<img src="/a.png"/onerror="go()">', 'onerror'],
    ['<p title="甲"ONMOUSEOVER=go()></p>', 'onmouseover'],
    ['<a href="javascript:go()">甲</a>', 'javascript:go()'],
    ['<a href=" JaVa\nScRiPt:go()">甲</a>', ' JaVa\nScRiPt:go()'],
    ['<a href="java&#115;cript&colon;go()">甲</a>', 'javascript:go()'],
    ['<a href="ja&Tab;vascript:go()">甲</a>', 'ja\tvascript:go()'],
    ['<a href="\u0001javascript:go()">甲</a>', '\u0001javascript:go()'],
    ['<a href="vbscript:go()">甲</a>', 'vbscript:go()'],
    ['<a href="data:text/html,甲">甲</a>', 'data:text/html,甲'],
    ['<img src="javascript:go()">', 'javascript:go()'],
    ['<script>go()</script>', '<script>'],
    ['<script src="/a.js">go()</script>', '<script>'],
    ['<!--><img src="/a.png" onerror="go()">-->', 'onerror'],
    ['<!-- --!><img src="/a.png" onerror="go()">-->', 'onerror'],
  ])('%j', (html, found) => {
    expect(faultsOf(html)).toContain(`code ${found}`);
  });
});

test.each([
  ['<style>@import "//evil.example/a.css";</style>', 'style <style>'],
  ['<p style="background: url(//evil.example/a.png)"></p>', 'style style'],
  ['<p fill="url(//evil.example/a.svg#a)"></p>', 'style fill="url(//evil.example/a.svg#a)"'],
  ['<img src="data:image/png;base64,AAAA">', 'embedded data:image/png;base64,AAAA'],
])('%s is nothing that the policy of the page lets in', (html, fault) => {
  expect(faultsOf(html)).toEqual([fault]);
});

test.each([
  ['<img src="images/logo.png">', 'relative images/logo.png'],
  ['<img src="">', 'relative '],
  ['<img src="?a">', 'relative ?a'],
  ['<a href="index.html">首页</a>', 'relative index.html'],
  ['<a href="//www.gov.cn/">首页</a>', 'relative //www.gov.cn/'],
  ['<a href="">首页</a>', 'relative '],
])('%s leads elsewhere on every page', (html, fault) => {
  expect(faultsOf(html)).toEqual([fault]);
});

describe('nothing is left open or closed that is not its own', () => {
  const PLACES: readonly (readonly [string, FragmentFault, string])[] = [
    ['<div>', 'unclosed', '<div>'],
    ['<p>甲</p><!-- 乙', 'unclosed', '<!-- 乙'],
    ['<p>甲</p><a href="/', 'unclosed', '<a href="/'],
    ['<p>甲</p><p', 'unclosed', '<p'],
    ['<script src="/a.js">', 'unclosed', '<script>'],
    ['</div>', 'unopened', '</div>'],
    ['</div class="a">', 'unopened', '</div class="a">'],
    ['</div/><p>甲</p>', 'unopened', '</div/>'],
    ['</body>', 'unopened', '</body>'],
  ];
  test.each(PLACES)('%s', (html, fault, found) => {
    expect(faultsOf(html)).toEqual([`${fault} ${found}`]);
  });
});
