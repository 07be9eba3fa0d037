import type { Desktop } from '#shared/contract/desktop.ts';

declare global {
  interface Window {
    /** Exposed by the preload script; the only thing the page gets from the shell. */
    readonly desktop: Desktop;
  }
}
