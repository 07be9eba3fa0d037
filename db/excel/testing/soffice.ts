/**
 * LibreOffice as an independent reader of our workbooks, for tests and the benchmark only. It must be installed
 * (scripts/bootstrap does it): a missing program fails the test, it never skips it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 180_000;

/** Convert `path` into `format` inside `folder`; gives the new file's path. Each call has its own profile. */
export async function convertWithSoffice(path: string, format: 'xlsx' | 'pdf', folder: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'soffice-profile-'));
  try {
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        folder,
        path,
      ],
      { timeout: TIMEOUT_MS },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return join(folder, `${basename(path, extname(path))}.${format}`);
}

/** Output of a poppler tool (pdfinfo, pdftotext). */
export async function runPoppler(tool: 'pdfinfo' | 'pdftotext', args: readonly string[]): Promise<string> {
  const { stdout } = await run(tool, [...args], { timeout: TIMEOUT_MS, maxBuffer: 64 * 2 ** 20 });
  return stdout;
}
