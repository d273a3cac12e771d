import { expect, test } from 'vitest';
import { isBeyondGovernment } from '../../src/model/beyond-government.js';

test.each([
  'https://gov.cn/',
  'https://www.gov.cn',
  'https://www.hubei.gov.cn:8080/a',
  'HTTP://WWW.ZGSUIXIAN.GOV.CN/',
  'https://www.gov.cn./a',
  'https://ｗｗｗ.gov。cn/',
  'https://user@www.gov.cn/',
])('%s is a site of the government', (address) => {
  expect(isBeyondGovernment(address)).toBe(false);
});

test.each([
  'mailto:a@example.com',
  'tel:12348',
  '../report/index.html',
  '#law',
  'index.html?a=https://example.com/',
  '',
])('%j is no site that a reader could leave for', (address) => {
  expect(isBeyondGovernment(address)).toBe(false);
});

test.each([
  'https://example.com/',
  'https://www.hubeigov.cn/',
  'https://gov.cn.example.com/',
  'https://evil.example/gov.cn',
  'https://www.gov.cn@evil.example/',
  'https://evil.example#.gov.cn',
  'https://evil.example\\.gov.cn/',
  ' https://example.com/',
  'ht\ntps://example.com/',
  'https:example.com',
  'http:\\\\example.com',
  'http://127.0.0.1/',
  'http://[',
])('%j leads off the government’s sites', (address) => {
  expect(isBeyondGovernment(address)).toBe(true);
});
