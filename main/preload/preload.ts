/**
 * Runs in the window before the page, isolated from it, and exposes one object: `window.desktop`. Hands on values
 * only: no ipcRenderer, no event objects, nothing that takes a channel name.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DataProcessState, Desktop } from '#shared/contract/desktop.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { CHANNELS } from './channels.ts';

type OpenedFile = Parameters<Parameters<Desktop['onOpenFile']>[0]>[0];

const stateListeners = new Set<(state: DataProcessState) => void>();
const openFileListeners = new Set<(file: OpenedFile) => void>();
/** A file that came before the page was ready to hear of it. */
let waitingFile: OpenedFile | null = null;

ipcRenderer.on(CHANNELS.dataPort, (event) => {
  window.postMessage({ type: 'data-port' }, window.location.origin, [...event.ports]);
});
ipcRenderer.on(CHANNELS.dataProcessState, (_event, state: DataProcessState) => {
  for (const listener of stateListeners) listener(state);
});
ipcRenderer.on(CHANNELS.openFile, (_event, file: OpenedFile) => {
  if (openFileListeners.size === 0) waitingFile = file;
  for (const listener of openFileListeners) listener(file);
});

const desktop: Desktop = {
  locale: navigator.language,
  platform: process.platform,
  isTest: process.argv.includes('--cchc-test'),
  opensOffice: process.argv.includes('--cchc-opens-office'),
  chooseFile: (purpose, suggestedName) => ipcRenderer.invoke(CHANNELS.chooseFile, purpose, suggestedName),
  async fileOfDrop(file) {
    // Only a file the person really dropped has a path; the page never sees it.
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path === '' ? null : ipcRenderer.invoke(CHANNELS.fileOfDrop, path);
  },
  recentFiles: () => ipcRenderer.invoke(CHANNELS.recentFiles),
  forgetRecent: (token: FileToken) => ipcRenderer.invoke(CHANNELS.forgetRecent, token),
  revealFile: (token: FileToken) => ipcRenderer.invoke(CHANNELS.revealFile, token),
  about: () => ipcRenderer.invoke(CHANNELS.about),
  preferences: () => ipcRenderer.invoke(CHANNELS.preferences),
  setPreferences: (patch) => ipcRenderer.invoke(CHANNELS.setPreferences, patch),
  paste: () => {
    if (navigator.userActivation.isActive) ipcRenderer.send(CHANNELS.paste);
  },
  connect: () => ipcRenderer.send(CHANNELS.connect),
  onDataProcessState: (listener) => listen(stateListeners, listener),
  onOpenFile(listener) {
    if (waitingFile !== null) listener(waitingFile);
    waitingFile = null;
    return listen(openFileListeners, listener);
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
