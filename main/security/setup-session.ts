/**
 * Closes a session: no network, no permissions, no devices, no downloads. Called for every session that comes to be,
 * so that nothing can be loaded around the rules.
 */
import type { Session } from 'electron';
import type { Logger } from '#main/app/logger.ts';
import { APP_SCHEME, isOwnUrl, parseUrl } from './app-url.ts';

/** `allowDevTools`: the tools of an unpackaged build load their own pages from `devtools:`. */
export function setupSession(session: Session, options: { allowDevTools: boolean; logger: Logger }): void {
  const { logger } = options;
  blockNetwork(session, options.allowDevTools ? [APP_SCHEME, 'devtools'] : [APP_SCHEME], logger);
  refusePermissions(session, logger);
  refuseDevices(session);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    logger.warn(`download refused ${item.getURL().slice(0, 200)}`);
    event.preventDefault();
  });
}

function blockNetwork(session: Session, schemes: readonly string[], logger: Logger): void {
  // No look-up of proxies either: automatic discovery is a request of its own.
  void session.setProxy({ mode: 'direct' });
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = schemes.includes(parseUrl(details.url)?.protocol.slice(0, -1) ?? '');
    if (!allowed) logger.warn(`request refused ${details.url.slice(0, 200)}`);
    callback({ cancel: !allowed });
  });
}

/** The one thing a page may do: put cleaned text and pictures on the clipboard. */
const GRANTED_PERMISSION = 'clipboard-sanitized-write';

function refusePermissions(session: Session, logger: Logger): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === GRANTED_PERMISSION && isOwnUrl(origin),
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const granted = permission === GRANTED_PERMISSION && isOwnUrl(details.requestingUrl);
    if (!granted) logger.warn(`permission refused ${permission}`);
    callback(granted);
  });
}

function refuseDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
}
