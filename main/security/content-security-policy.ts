/**
 * What a page of the product may load, as response headers. The nonce is new for every answer: only the styles that our
 * own script adds with it (Fluent UI, AG Grid) take effect.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-NONCE'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
];

/** The policy for one answer. `nonce` is base64 from `newNonce`. */
export function buildContentSecurityPolicy(nonce: string): string {
  return DIRECTIVES.join('; ').replace('NONCE', nonce);
}

/** Every header that goes with an answer of the app scheme. */
export function buildResponseHeaders(contentType: string, nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': buildContentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}

/** Puts the nonce where index.html waits for it: `<meta name="csp-nonce" content="__CSP_NONCE__">`. */
export function insertNonce(html: string, nonce: string): string {
  return html.replaceAll('__CSP_NONCE__', nonce);
}
