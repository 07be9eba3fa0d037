import Database from 'better-sqlite3';
import { appError, type AppError } from '#shared/contract/errors.ts';

/**
 * Words a SQLite or file-system failure as an AppError, or null when it is neither (then it is a bug and must surface).
 * @param name file name for the sentence
 */
export function appErrorOf(error: unknown, name: string): AppError | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  if (error instanceof Database.SqliteError) return fromSqlite(code, name);
  return fromSystem(code, name);
}

function fromSqlite(code: string, name: string): AppError | null {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return appError('FILE_LOCKED', 'openElsewhere', { name });
  }
  if (code === 'SQLITE_READONLY_DIRECTORY') return appError('DB_READONLY', 'readOnlyFolder', { name });
  if (code.startsWith('SQLITE_READONLY')) return appError('DB_READONLY', 'readOnlyFile', { name });
  if (code === 'SQLITE_FULL') return appError('DISK_FULL', 'full', { name });
  if (code === 'SQLITE_NOTADB') return appError('FILE_FORMAT', 'notOfficeFile', { name });
  if (code.startsWith('SQLITE_CORRUPT')) return appError('DB_CORRUPT', 'damaged', { name });
  if (code.startsWith('SQLITE_IOERR')) return appError('DB_CORRUPT', 'damaged', { name });
  if (code.startsWith('SQLITE_CANTOPEN')) return appError('DB_READONLY', 'readOnlyFolder', { name });
  if (code.startsWith('SQLITE_CONSTRAINT')) return appError('CONSTRAINT', 'constraint', { name });
  return null;
}

function fromSystem(code: string, name: string): AppError | null {
  switch (code) {
    case 'ENOENT':
      return appError('NOT_FOUND', 'file', { name });
    case 'ENOTDIR':
      return appError('NOT_FOUND', 'folder', { name });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return appError('DB_READONLY', 'readOnlyFolder', { name });
    case 'EBUSY':
      return appError('FILE_LOCKED', 'targetOpen', { name });
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('DISK_FULL', 'full', { name });
    default:
      return null;
  }
}
