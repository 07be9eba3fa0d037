/** The file dialogs. The only place where a path enters the product. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { FilePurpose, Preferences } from '#shared/contract/desktop.ts';
import { PURPOSE_DIALOGS } from './file-purposes.ts';
import { cleanFileName, withExtension } from './save-path.ts';

export interface PathQuestion {
  readonly window: BrowserWindow;
  readonly purpose: FilePurpose;
  readonly suggestedName: unknown;
  readonly language: Preferences['language'];
}

let lastFolder: string | undefined;

/** The absolute path the person chose, or null when they cancelled. */
export async function askForPath(question: PathQuestion): Promise<string | null> {
  const path = await (PURPOSE_DIALOGS[question.purpose].kind === 'open' ? askForOpen(question) : askForSave(question));
  if (path !== null) lastFolder = dirname(path);
  return path;
}

async function askForOpen(question: PathQuestion): Promise<string | null> {
  const answer = await dialog.showOpenDialog(question.window, {
    ...describe(question),
    defaultPath: lastFolder ?? app.getPath('documents'),
    properties: ['openFile'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

async function askForSave(question: PathQuestion): Promise<string | null> {
  const { extensions } = PURPOSE_DIALOGS[question.purpose];
  const name = cleanFileName(question.suggestedName);
  const folder = lastFolder ?? app.getPath('documents');
  const first = await askSaveOnce(question, join(folder, name && withExtension(name, extensions)));
  if (first === null) return null;
  const path = withExtension(first, extensions);
  // Where the dialog adds no extension (GTK) it could not ask about the file that name really means: ask again.
  if (path === first || !existsSync(path)) return path;
  const second = await askSaveOnce(question, path);
  return second === null ? null : withExtension(second, extensions);
}

async function askSaveOnce(question: PathQuestion, defaultPath: string): Promise<string | null> {
  const answer = await dialog.showSaveDialog(question.window, {
    ...describe(question),
    defaultPath,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

function describe({ purpose, language }: PathQuestion) {
  const { title, filter, extensions } = PURPOSE_DIALOGS[purpose];
  return { title: title[language], filters: [{ name: filter[language], extensions: [...extensions] }] };
}
