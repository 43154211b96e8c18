import { describe, expect, it } from 'vitest';
import { hostTyped, isOff, matchOfHost, matchOfSite, siteOf, withSwitch } from './sites';

describe('the host that was typed', () => {
  it.each([
    ['news.example.cn', 'news.example.cn'],
    ['  https://News.Example.cn/a/b.html?x=1#y ', 'news.example.cn'],
    ['news.example.cn:8080/a', 'news.example.cn'],
    ['http://news.example.cn:8080/', 'news.example.cn'],
    ['龙城.中国', 'xn--uisr48n.xn--fiqs8s'],
    ['news.example.cn/html/', 'news.example.cn'],
  ])('%s', (typed, host) => expect(hostTyped(typed)).toBe(host));

  it.each([
    '',
    '   ',
    'news',
    'ftp://news.example.cn',
    'javascript:alert(1)',
    'chrome://extensions',
    'a b.cn',
    'https://*.example.cn/',
    'http://me@news.example.cn',
    'http://[::1]/',
    '*.cn',
  ])('none in %j', (typed) => expect(hostTyped(typed)).toBeNull());
});

describe('switching a site', () => {
  it('covers its subdomains, and no other host that ends alike', () => {
    expect(isOff(['wj.gov.cn'], 'www.wj.gov.cn')).toBe(true);
    expect(isOff(['www.wj.gov.cn'], 'wj.gov.cn')).toBe(false);
    expect(isOff(['wj.gov.cn'], 'notwj.gov.cn')).toBe(false);
    expect(siteOf('jkq.changzhou.gov.cn')).toBe('changzhou.gov.cn');
    expect(siteOf('changzhou.gov.cn.example.org')).toBeUndefined();
  });

  it('off and on again leaves nothing behind, whether the host or its whole site was off', () => {
    expect(withSwitch([], 'www.wj.gov.cn', false)).toEqual(['www.wj.gov.cn']);
    expect(withSwitch(['www.wj.gov.cn', 'liyang.gov.cn'], 'www.wj.gov.cn', true)).toEqual(['liyang.gov.cn']);
    expect(withSwitch(['wj.gov.cn'], 'www.wj.gov.cn', true)).toEqual([]);
    expect(withSwitch(['wj.gov.cn'], 'www.wj.gov.cn', false)).toEqual(['www.wj.gov.cn']);
  });
});

it('names a host alone, and a site with its subdomains', () => {
  expect(matchOfHost('news.example.cn')).toBe('*://news.example.cn/*');
  expect(matchOfSite('wj.gov.cn')).toBe('*://*.wj.gov.cn/*');
});
