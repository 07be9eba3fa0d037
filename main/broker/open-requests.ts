/** Office files the system asks to open, held until the window can hear of them. */
import { basename } from 'node:path';
import type { FileToken } from '#shared/domain/ids.ts';

export interface OpenRequests {
  /** Asks the window to open `path`, now or as soon as it is there. */
  request(path: string): void;
  /** The window is there: it hears of the last request made meanwhile and of every later one. */
  windowIsReady(): void;
}

export interface OpenRequestOptions {
  grant(path: string): Promise<FileToken>;
  tell(file: { readonly token: FileToken; readonly name: string }): void;
}

export function createOpenRequests({ grant, tell }: OpenRequestOptions): OpenRequests {
  let isWindowReady = false;
  let waiting: string | null = null;

  async function pass(path: string): Promise<void> {
    tell({ token: await grant(path), name: basename(path) });
  }

  return {
    request(path) {
      if (isWindowReady) void pass(path);
      else waiting = path;
    },
    windowIsReady() {
      isWindowReady = true;
      if (waiting !== null) void pass(waiting);
      waiting = null;
    },
  };
}
