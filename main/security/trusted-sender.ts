/** Who may talk to the shell: the main frame of one of our windows, on our origin. */
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isOwnUrl } from './app-url.ts';

/** True when the message comes from the main frame, on our origin, of a window in `trustedIds` (webContents ids). */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent, trustedIds: ReadonlySet<number>): boolean {
  const frame = event.senderFrame;
  return (
    trustedIds.has(event.sender.id) &&
    frame !== null &&
    frame === event.sender.mainFrame &&
    isOwnUrl(frame.url) &&
    isOwnUrl(frame.origin)
  );
}
