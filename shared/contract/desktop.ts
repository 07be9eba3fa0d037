/**
 * What a window gets from the shell besides its data port: `window.desktop`, exposed by main/preload and nothing else.
 * Types, and the closed lists they come from. Paths never cross this line: the page holds tokens, the shell holds what they stand for.
 */
import type { FileToken } from '../domain/ids.ts';

export const FILE_PURPOSES = [
  'openOffice',
  'createOffice',
  'createSample',
  'exportAnnexes',
  'importCriteria',
  'importScores',
  'attachEvidence',
  'saveEvidenceCopy',
] as const;
/** What a file is asked for; decides between open and save dialog, its title, filter and extension. */
export type FilePurpose = (typeof FILE_PURPOSES)[number];

export const LANGUAGES = ['vi', 'en'] as const;
export const THEMES = ['light', 'dark', 'system', 'contrast'] as const;

/** Choices of this person on this computer; they are not part of an office file. */
export interface Preferences {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
}

/** The page's `File` of a drop; opaque here, because this room knows no DOM. */
export interface DroppedFile {
  readonly name: string;
}

/** A file the person chose. `folder` is for reading only. */
export interface ChosenFile {
  readonly token: FileToken;
  readonly name: string;
  readonly folder: string;
}

export interface RecentFile extends ChosenFile {
  /** UTC ISO time of the last opening. */
  readonly openedAt: string;
  readonly exists: boolean;
}

export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** `fallback` is the runtime of closed networks, for development and tests only. */
  readonly runtime: 'official' | 'fallback';
  /** Names, versions and licences of what is inside, one per line. */
  readonly licences: string;
}

/**
 * Told only from a death of the data process on: `died`, then `starting`, then `ready`, upon which the window calls
 * `connect()` again. Nothing is told at a normal start: the first port works at once and queues.
 */
export type DataProcessState = 'starting' | 'ready' | 'died';

export interface Desktop {
  /** Language of the operating system, e.g. `vi` or `en-US`. */
  readonly locale: string;
  readonly platform: string;
  /** True when the end-to-end tests drive this window: no animations, please. */
  readonly isTest: boolean;
  /** True when the app was started with an office file, which is opening already. */
  readonly opensOffice: boolean;
  /** Ask the user for a file; null when cancelled. The path itself never reaches the page. */
  chooseFile(purpose: FilePurpose, suggestedName?: string): Promise<ChosenFile | null>;
  /**
   * Token of a file dropped on the page, or null for something that is not a file on this computer (text, a picture
   * from another window, a file the page made itself).
   */
  fileOfDrop(file: DroppedFile): Promise<ChosenFile | null>;
  /** Newest first. */
  recentFiles(): Promise<readonly RecentFile[]>;
  forgetRecent(token: FileToken): Promise<void>;
  /** Show a file written by this session in the file manager. */
  revealFile(token: FileToken): Promise<void>;
  about(): Promise<About>;
  preferences(): Promise<Preferences>;
  /** Answers with the preferences as kept. */
  setPreferences(patch: Partial<Preferences>): Promise<Preferences>;
  /**
   * Pastes as the key would: the page's own `paste` event follows. Only right after the person clicked or pressed a key,
   * so that the page cannot read the clipboard by itself.
   */
  paste(): void;
  /**
   * Asks the shell for a data port; it arrives as a window `message` event with data `{ type: 'data-port' }` and one
   * MessagePort. Called once at start and again whenever `ready` is told. A new port replaces the window's old one.
   */
  connect(): void;
  /** Returns the function that stops listening. */
  onDataProcessState(listener: (state: DataProcessState) => void): () => void;
  /** A file from the command line, a second start or a double click. One that came before the listener is kept. */
  onOpenFile(listener: (file: { readonly token: FileToken; readonly name: string }) => void): () => void;
}
