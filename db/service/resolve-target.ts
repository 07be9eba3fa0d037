import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/util/result.ts';
import { hasSqliteHeader } from '#db/engine/office-file.ts';
import { resolveToken, type CallContext } from './service-context.ts';

/**
 * The path an export may be written to. A database is never written over, the open office file and the files SQLite
 * keeps beside it least of all, whatever name or link leads there. Errors: NOT_FOUND fileToken, FILE_FORMAT
 * targetIsOffice.
 */
export function resolveTarget(context: CallContext, token: string): Result<string, AppError> {
  const path = resolveToken(context, token);
  if (!path.ok) return path;
  const target = realPath(path.value);
  const office = context.state.session && realPath(context.state.session.file.path);
  const isOpenOffice = office !== null && target.startsWith(office);
  const isDatabase = existsSync(target) && statSync(target).isFile() && hasSqliteHeader(target);
  if (isOpenOffice || isDatabase) return err(appError('FILE_FORMAT', 'targetIsOffice', { name: basename(target) }));
  return path;
}

/** The path with its links followed; of a file that does not exist yet, those of its folder. */
function realPath(path: string): string {
  try {
    return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
