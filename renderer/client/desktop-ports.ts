import type { PortSource } from './transport.ts';

/**
 * Ports as Electron's main process hands them out: after `connect()` and after every restart of the data process one
 * arrives as a window message `{ type: 'data-port' }`. Only messages of this very window are believed.
 */
export function desktopPorts(connect: () => void): PortSource {
  return (onPort) => {
    function receive(event: MessageEvent<unknown>): void {
      const port = event.ports[0];
      const data = event.data as { readonly type?: unknown } | null;
      if (event.source === window && data?.type === 'data-port' && port) onPort(port);
    }
    window.addEventListener('message', receive);
    connect();
    return () => window.removeEventListener('message', receive);
  };
}
