import { expect, it } from 'vitest';
import { buildContentSecurityPolicy, buildResponseHeaders, insertNonce } from './content-security-policy.ts';

it('is the policy the product commits to, word for word', () => {
  expect(buildContentSecurityPolicy('AbC123==')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-AbC123=='; img-src 'self' data: blob:; " +
      "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
      "frame-src 'none'; object-src 'none'",
  );
});

it('goes out with every answer, beside nosniff and an opener policy', () => {
  expect(buildResponseHeaders('text/css', 'n')).toEqual({
    'Content-Type': 'text/css',
    'Content-Security-Policy': buildContentSecurityPolicy('n'),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  });
});

it('hands the nonce to the page', () => {
  expect(insertNonce('<meta name="csp-nonce" content="__CSP_NONCE__">', 'x1')).toBe(
    '<meta name="csp-nonce" content="x1">',
  );
});
