/**
 * Entry of the data process: puts the data service behind ports. Started by main/broker with `utilityProcess.fork`;
 * holds no logic of its own and must stay light, because the first query waits for it.
 */
import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import { createDataService, type DataService, type PortLike } from '#db/service/data-service.ts';
import type { FromDataProcess, ToDataProcess } from './messages.ts';

const files = new Map<string, string>();
const ports = new Map<number, MessagePortMain>();
let service: DataService | undefined;

process.on('uncaughtException', die);
process.on('unhandledRejection', die);
process.parentPort.on('message', ({ data, ports: [port] }) => receive(data as ToDataProcess, port));

function receive(message: ToDataProcess, port: MessagePortMain | undefined): void {
  switch (message.type) {
    case 'start':
      return void start(message);
    case 'grant':
      files.set(message.token, message.path);
      return tell({ type: 'granted', token: message.token });
    case 'attach':
      return attach(message.windowId, port);
    case 'close':
      return void close();
  }
}

async function start(message: Extract<ToDataProcess, { type: 'start' }>): Promise<void> {
  for (const [token, path] of message.files) files.set(token, path);
  const nativeBinding = process.env['CCHC_NATIVE_BINDING'];
  service = createDataService({
    appVersion: message.appVersion,
    actorName: message.actorName,
    excelWorker: join(import.meta.dirname, 'excel-worker.js'),
    ...(nativeBinding !== undefined && { nativeBinding }),
    resolveFile: (token) => files.get(token),
    onOfficeOpened: (office) => tell({ type: 'office', path: office?.path ?? null }),
    log,
  });
  if (message.reopen !== null) {
    const opened = await service.openPath(message.reopen);
    if (!opened.ok) log(`reopen failed: ${opened.error.code} ${opened.error.reason}`);
  }
  tell({ type: 'ready' });
}

/** One port per window: a reloaded page's old port is closed. */
function attach(windowId: number, port: MessagePortMain | undefined): void {
  if (service === undefined || port === undefined) return log(`attach refused for window ${windowId}`);
  ports.get(windowId)?.close();
  ports.set(windowId, port);
  port.once('close', () => ports.get(windowId) === port && ports.delete(windowId));
  service.attach(toPortLike(port));
  port.start();
}

function toPortLike(port: MessagePortMain): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
  };
}

async function close(): Promise<void> {
  await service?.close();
  process.exit(0);
}

function tell(message: FromDataProcess): void {
  process.parentPort.postMessage(message);
}

function log(line: string): void {
  tell({ type: 'log', line });
}

/** A bug: say where and end, so that the shell starts a clean process instead of one in an unknown state. */
function die(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () =>
    process.exit(1),
  );
}
