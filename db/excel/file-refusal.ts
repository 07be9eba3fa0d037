import { basename, dirname } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';

/**
 * What a refusal of the file system means to a person. `creating`: a new file beside the target could not be written;
 * `replacing`: it was written but the target would not give way, which on Windows is another program holding it open.
 */
export function fileRefusal(code: string, action: 'creating' | 'replacing', targetPath: string): AppError {
  const params = { name: basename(targetPath) };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('DISK_FULL', 'full', params);
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return appError('FILE_FORMAT', 'exists', params);
    case 'ENOENT':
    case 'ENOTDIR':
      return appError('NOT_FOUND', 'folder', { name: basename(dirname(targetPath)) });
    case 'EBUSY':
    case 'ETXTBSY':
      return appError('FILE_LOCKED', 'targetOpen', params);
    case 'EPERM':
    case 'EACCES':
      return action === 'replacing'
        ? appError('FILE_LOCKED', 'targetOpen', params)
        : appError('DB_READONLY', 'readOnlyFolder', params);
    case 'EROFS':
      return appError('DB_READONLY', 'readOnlyFolder', params);
    default:
      return appError('INTERNAL', 'bug', { ...params, code });
  }
}
