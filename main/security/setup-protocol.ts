/**
 * The app:// scheme: how a window gets its page without `file:`. `registerAppScheme` runs before `ready`, once;
 * `serveAppScheme` after it. Answers GET for files of the page folder on one host and nothing else.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import type { Logger } from '#main/app/logger.ts';
import { APP_SCHEME } from './app-url.ts';
import { buildResponseHeaders, insertNonce } from './content-security-policy.ts';
import { resolveAppFile } from './resolve-app-file.ts';

/** Makes the scheme a proper origin with a code cache. Must run before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves `rootFolder` to windows of this session and shuts `file:`. */
export function serveAppScheme(session: Session, rootFolder: string, logger: Logger): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request, rootFolder, logger));
  session.protocol.handle('file', (request) => {
    logger.warn(`file: refused ${request.url}`);
    return new Response(null, { status: 403 });
  });
}

async function answer(request: Request, rootFolder: string, logger: Logger): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const file = resolveAppFile(rootFolder, request.url);
  if (file === null) {
    logger.warn(`app: refused ${request.url}`);
    return refuse(404);
  }
  const nonce = randomBytes(18).toString('base64');
  const headers = buildResponseHeaders(file.contentType, nonce);
  try {
    const content = await readFile(file.path);
    const isPage = file.contentType.startsWith('text/html');
    return new Response(isPage ? insertNonce(content.toString('utf8'), nonce) : new Uint8Array(content), { headers });
  } catch {
    logger.warn(`app: no file for ${request.url}`);
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: buildResponseHeaders('text/plain', '') });
}
