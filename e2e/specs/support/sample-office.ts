/**
 * Office files for the specs: the sample year is made once per run by the data service in Node and copied, because that
 * takes one second and the window is what is under test. Specs that are about making or opening files do it themselves.
 */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalService, pathToken } from '#db/cli/local-service.ts';
import { launchApp, type AppDriver, type LaunchOptions } from '#e2e/driver/app-driver.ts';
import { makeSharedFolder } from '#e2e/driver/launch-settings.ts';
import { shell } from '#e2e/pages/shell.ts';

let runFolder: string | undefined;

/** Path of a closed office file holding the sample year; not to be opened, only copied. */
async function makeTemplate(): Promise<string> {
  runFolder ??= process.env['CCHC_SHARED_DIR'] ?? mkdtempSync(join(tmpdir(), 'cchc-template-'));
  const template = join(runFolder, 'sample-year.cchc');
  if (existsSync(template)) return template;
  const making = join(runFolder, 'sample-year-being-made.cchc');
  const service = createLocalService();
  const created = await service.call('office.createSample', { fileToken: pathToken(making) });
  await service.close();
  if (!created.ok) throw new Error(`The sample year could not be made: ${JSON.stringify(created.error)}`);
  renameSync(making, template);
  return template;
}

/** Copies the sample year to `path`, writable for the app. */
export async function copySampleTo(path: string): Promise<string> {
  copyFileSync(await makeTemplate(), path);
  chmodSync(path, 0o666);
  return path;
}

/** A new copy of the sample year in a folder of its own. */
export async function placeSample(name = 'nam-mau.cchc'): Promise<string> {
  return copySampleTo(join(makeSharedFolder('office'), name));
}

export interface OpenSample {
  readonly driver: AppDriver;
  readonly office: string;
}

/** Starts the app on a copy of the sample year, as after a double click, and waits until its cycle is shown. */
export async function launchOnSample(options: LaunchOptions = {}): Promise<OpenSample> {
  const office = options.office ?? (await placeSample());
  const driver = await launchApp({ ...options, office });
  await shell(driver.page).opened();
  return { driver, office };
}
