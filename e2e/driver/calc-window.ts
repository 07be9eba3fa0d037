/**
 * A real LibreOffice Calc beside the app, on the same X display: its window gets real key presses (xdotool) and uses the
 * display's clipboard, as on a clerk's computer. A sheet goes in and out as a flat OpenDocument file. Linux only; the
 * programs are Debian's libreoffice-calc and xdotool.
 */
import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeSharedFolder } from './launch-settings.ts';
import { killTree } from './process-tree.ts';

const run = promisify(execFile);

const START_TIMEOUT_MS = 60_000;
const SAVE_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 30_000;
/** How long one key press may take to show before it is pressed again. */
const KEY_MS = 4_000;
const POLL_MS = 100;
/** Longer no call of xdotool takes; one that waits for a window which is just closing would wait for ever. */
const TOOL_TIMEOUT_MS = 10_000;
/** Title of Calc's question about a pasted HTML table: its answer is remembered by nobody. */
const IMPORT_QUESTION = 'Import Options';

export type CalcLocale = 'vi-VN' | 'en-US';

/** A cell of Calc's sheet: what it holds and what it shows. Numbers are numbers, everything else is text. */
export interface CalcCell {
  readonly value: number | string;
  readonly shown: string;
}

export interface CalcWindow {
  /** Real keys in xdotool's words ("ctrl+c"), to Calc's window. */
  press(...keys: readonly string[]): Promise<void>;
  /** Ctrl+V, and Enter on the question Calc asks about every HTML table, until the question is gone. */
  paste(): Promise<void>;
  /** Saves with Ctrl+S and reads the first sheet back from the disk; blank cells are null. */
  save(): Promise<readonly (readonly (CalcCell | null)[])[]>;
  close(): void;
}

/** Why there can be no Calc beside the app on this computer; null when there can. */
export function whyNoCalc(): string | null {
  if (process.platform !== 'linux') return 'LibreOffice is driven through an X display, which only Linux has';
  const missing = ['soffice', 'xdotool'].filter((program) => !isInstalled(program));
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Opens a window in this language on a new sheet with these cells, and waits until it takes keys. */
export async function openCalc(
  locale: CalcLocale,
  rows: readonly (readonly (number | string)[])[],
): Promise<CalcWindow> {
  const folder = makeSharedFolder(`calc-${locale}`);
  const file = join(folder, `bang-${locale}.fods`);
  writeFileSync(file, writeFlatSheet(rows));
  writeProfile(join(folder, 'profile'), locale);
  const calc = spawn(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--calc', '--norestore', '--nologo', '--nofirststartwizard', '--nolockcheck', file],
    ],
    // LibreOffice's own X11 face, which needs neither a desktop nor a window manager.
    { stdio: 'ignore', env: { ...process.env, SAL_USE_VCLPLUGIN: 'gen', LC_ALL: 'C.UTF-8' } },
  );
  const { pid } = calc;
  const failure = new Promise<never>((_, reject) => calc.once('error', reject));
  failure.catch(() => undefined);
  if (pid === undefined) return failure;
  const close = () => killTree(pid);
  const windowId = await findWindow(basename(file)).catch((error: unknown) => {
    close();
    throw error;
  });

  const press: CalcWindow['press'] = (...keys) => pressIn(windowId, keys);

  /** Ctrl+S until the file is newer: a window that is still being built hears no key. */
  async function save(): Promise<void> {
    const before = statSync(file).mtimeMs;
    const isNewer = () => statSync(file).mtimeMs > before && readFlatSheet(file) !== null;
    const pressAndLook = async () => {
      await press('ctrl+s').catch(() => undefined);
      return isTrueWithin(isNewer, KEY_MS);
    };
    await until(pressAndLook, SAVE_TIMEOUT_MS, 'saved');
  }

  await save().catch((error: unknown) => {
    close();
    throw error;
  });

  return {
    press,
    async paste() {
      let question = '';
      // As with saving, a window busy with what came before now and then does not hear the key.
      await until(
        async () => {
          await press('ctrl+v');
          const isAsking = async () => {
            question = (await listWindows(IMPORT_QUESTION))[0] ?? '';
            return question !== '';
          };
          return isTrueWithin(isAsking, KEY_MS);
        },
        ANSWER_TIMEOUT_MS,
        'asked how to paste',
      );
      // A dialog that is just being opened or closed does not hear the key, or is no window any more.
      await until(
        async () => {
          await pressIn(question, ['Return']).catch(() => undefined);
          return isTrueWithin(async () => (await listWindows(IMPORT_QUESTION)).length === 0, KEY_MS);
        },
        ANSWER_TIMEOUT_MS,
        'taken the answer to its question',
      );
    },
    async save() {
      await save();
      return readFlatSheet(file) ?? [];
    },
    close,
  };
}

async function pressIn(windowId: string, keys: readonly string[]): Promise<void> {
  await xdotool('windowfocus', '--sync', windowId);
  await xdotool('key', '--clearmodifiers', '--delay', '40', ...keys);
}

async function xdotool(...args: readonly string[]): Promise<string> {
  return (await run('xdotool', args, { timeout: TOOL_TIMEOUT_MS })).stdout;
}

/** Ids of the visible windows whose title begins so. */
async function listWindows(name: string): Promise<readonly string[]> {
  const answer = await xdotool('search', '--onlyvisible', '--name', `^${name}`).catch(() => '');
  return answer.split('\n').filter((id) => id !== '');
}

async function findWindow(name: string): Promise<string> {
  let found = '';
  await until(
    async () => {
      found = (await listWindows(name))[0] ?? '';
      return found !== '';
    },
    START_TIMEOUT_MS,
    'shown a window',
  );
  return found;
}

type Condition = () => boolean | Promise<boolean>;

async function until(isTrue: Condition, timeoutMs: number, what: string): Promise<void> {
  if (await isTrueWithin(isTrue, timeoutMs)) return;
  throw new Error(`LibreOffice Calc has not ${what} after ${timeoutMs} ms.`);
}

async function isTrueWithin(isTrue: Condition, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > end) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Language of numbers, and no questions: not about the first start, not about the file format. */
function writeProfile(folder: string, locale: CalcLocale): void {
  const settings: readonly (readonly [path: string, name: string, value: string])[] = [
    ['/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', locale],
    ['/org.openoffice.Office.Common/Misc', 'FirstRun', 'false'],
    ['/org.openoffice.Office.Common/Misc', 'ShowTipOfTheDay', 'false'],
    ['/org.openoffice.Office.Common/Save/Document', 'WarnAlienFormat', 'false'],
    // Also a sheet nobody changed: saving shows that the window takes keys.
    ['/org.openoffice.Office.Common/Save/Document', 'AlwaysAllowSave', 'true'],
  ];
  const items = settings.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  mkdirSync(join(folder, 'user'), { recursive: true });
  writeFileSync(
    join(folder, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">' +
      `${items.join('')}</oor:items>\n`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function writeFlatSheet(rows: readonly (readonly (number | string)[])[]): string {
  const cellOf = (value: number | string) =>
    typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
      : '<table:table-cell office:value-type="string"><text:p>' +
        `${value.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char)}</text:p></table:table-cell>`;
  const body = rows.map((row) => `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`).join('\n');
  const spaces = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<office:document ${spaces.join(' ')} office:version="1.3" ` +
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>' +
    `<table:table table:name="D">\n${body}\n</table:table>` +
    '</office:spreadsheet></office:body></office:document>\n'
  );
}

/** Cells of the first sheet as Calc writes them; null while the file is being written. */
function readFlatSheet(file: string): readonly (readonly (CalcCell | null)[])[] | null {
  const xml = readFileSync(file, 'utf8');
  if (!xml.includes('</office:document>')) return null;
  const table = /<table:table [\s\S]*?<\/table:table>/.exec(xml)?.[0] ?? '';
  const rows = [...table.matchAll(/<table:table-row[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)].map(
    ([, row = '']) =>
      [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
        ([, attributes = '', content = '']) => {
          const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
          return Array.from({ length: Math.min(times, 1000) }, () => readCell(attributes, content));
        },
      ),
  );
  const isBlank = (row: readonly (CalcCell | null)[]) => row.every((cell) => cell === null);
  return rows
    .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
    .slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
}

function readCell(attributes: string, content: string): CalcCell | null {
  const type = /office:value-type="([^"]*)"/.exec(attributes)?.[1];
  if (type === undefined) return null;
  const shown = [...content.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)]
    .map(([, text = '']) => decode(text.replace(/<[^>]*>/g, '')))
    .join('\n');
  const number = /office:value="([^"]*)"/.exec(attributes)?.[1];
  // Dates, times and percentages count as what they show: none of them is a score.
  return { value: type === 'float' && number !== undefined ? Number(number) : shown, shown };
}

function decode(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => names[name] ?? '');
}
