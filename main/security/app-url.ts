/**
 * The product's one origin. Windows load nothing else; every rule of this room asks the questions of this file instead
 * of comparing text. Pure, so that the tests can try odd addresses.
 */
export const APP_SCHEME = 'app';
const APP_HOST = 'workbench';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_START_URL = `${APP_ORIGIN}/index.html`;

/** True for an address of our own origin: scheme and host equal, no user, password or port. Never throws. */
export function isOwnUrl(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.hostname === APP_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** The parsed address, or null when it is none. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
