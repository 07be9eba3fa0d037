import { describe, expect, it } from 'vitest';
import { APP_START_URL, isOwnUrl, parseUrl } from './app-url.ts';

describe('isOwnUrl', () => {
  it.each([APP_START_URL, 'app://workbench', 'app://workbench/a/b.js?x=1#y', 'APP://workbench/'])('takes %s', (url) => {
    expect(isOwnUrl(url)).toBe(true);
  });

  it.each([
    'app://workbench.evil.example/index.html',
    'app://workbench@evil/index.html',
    'app://user@workbench/',
    'app://workbench:81/',
    'app://evil/?app://workbench',
    'https://workbench/',
    'file:///app://workbench/index.html',
    'javascript:app://workbench',
    'about:blank',
    'data:text/html,app://workbench',
    'blob:app://workbench/1234',
    '',
    'app:workbench',
  ])('refuses %s', (url) => {
    expect(isOwnUrl(url)).toBe(false);
  });
});

describe('parseUrl', () => {
  it('answers null for what is no address', () => {
    expect(parseUrl('no address')).toBeNull();
  });
});
