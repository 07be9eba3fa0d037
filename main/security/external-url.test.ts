import { expect, it } from 'vitest';
import { isAllowedExternalUrl } from './external-url.ts';

it.each(['https://vanban.chinhphu.vn/', 'https://vbpl.vn/a?b=c', 'https://bocongan.gov.vn:443/x'])(
  'lets %s out',
  (url) => {
    expect(isAllowedExternalUrl(url)).toBe(true);
  },
);

it.each([
  'http://vbpl.vn/',
  'https://vbpl.vn.example/',
  'https://example/vbpl.vn',
  'https://vbpl.vn@example/',
  'https://vbpl.vn:8443/',
  'https://user@vbpl.vn/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'smb://vbpl.vn/share',
  '',
])('keeps %s in', (url) => {
  expect(isAllowedExternalUrl(url)).toBe(false);
});
