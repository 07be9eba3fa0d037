import type { OfficeFile } from './office-file.ts';

/**
 * Runs `work` in one transaction: everything in it reaches the disk, or nothing. Callers take turns through the
 * service's queue, because the file has one connection and a second query in between would join the transaction.
 */
export async function inTransaction<T>(file: OfficeFile, work: () => Promise<T>): Promise<T> {
  file.connection.exec('BEGIN IMMEDIATE');
  try {
    const value = await work();
    file.connection.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk may have rolled back already.
    if (file.connection.inTransaction) file.connection.exec('ROLLBACK');
    throw error;
  }
}
