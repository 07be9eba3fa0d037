/** The least a transport must offer, so that Electron's port, a browser's and (later) a socket all fit. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}

/**
 * Gives ports to the client: one at the start and a new one each time the data process was replaced. Returns how to
 * stop.
 */
export type PortSource = (onPort: (port: Port) => void) => () => void;
