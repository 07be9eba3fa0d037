/** Which addresses the product may hand to the person's browser. Pure. */
import { parseUrl } from './app-url.ts';

/** Official sources of the rules the product applies. */
const HOSTS: readonly string[] = ['bocongan.gov.vn', 'vanban.chinhphu.vn', 'vbpl.vn'];

/** https, one of the fixed hosts, default port, no user name. Never throws. */
export function isAllowedExternalUrl(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    HOSTS.includes(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}
