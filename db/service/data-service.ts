/**
 * The data service: the only thing that touches an office file. Takes contract messages from any number of ports
 * (windows, the command line, tests), checks the caller's role and the input's shape, runs the handler in turn and
 * answers; tells every port what was committed. Runs in the data process; knows nothing about Electron.
 */
import { contract, type Input, type MethodName, type Output } from '#shared/contract/contract.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Committed, OfficeStatus } from '#shared/contract/outputs.ts';
import type { ClientMessage, Request, ServiceMessage } from '#shared/contract/wire.ts';
import { err, type Result } from '#shared/util/result.ts';
import { appErrorOf } from '#db/engine/app-error-of.ts';
import { createQueue } from './command-queue.ts';
import { HANDLERS } from './handlers.ts';
import { closeSession, openOfficePath } from './methods/office.ts';
import type { Seat } from './people.ts';
import { refuseRole } from './permissions.ts';
import { recoverAdmin } from './recover-admin.ts';
import { repeatedCommand } from './repeated-command.ts';
import { callerOf, type CallContext, type Handler, type ServiceHost, type ServiceState } from './service-context.ts';
import { uuidV7 } from './uuid-v7.ts';

export type { ServiceHost } from './service-context.ts';

/** One end of a message channel, whoever made it. */
export interface PortLike {
  postMessage(message: ServiceMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface DataService {
  attach(port: PortLike): void;
  /** The same road without a port: same checks, same errors. */
  call<M extends MethodName>(method: M, input: Input<M>, options?: CallOptions): Promise<Result<Output<M>, AppError>>;
  openPath(path: string): Promise<Result<OfficeStatus, AppError>>;
  /** For the command line only: gives an administrator of the open file a new password (ADR 0010). */
  recover(login: string, password: string): Promise<Result<Committed, AppError>>;
  close(): Promise<void>;
}

/** Handlers that take their own turns, because they work for seconds between reading and writing. */
const LONG: ReadonlySet<MethodName> = new Set(['annexes.export']);

export function createDataService(host: ServiceHost): DataService {
  const ports = new Map<PortLike, Seat>();
  const ownSeat: Seat = {};
  const exclusive = createQueue();
  const state: ServiceState = {
    host,
    session: null,
    now: () => new Date().toISOString(),
    newId: () => uuidV7(),
    publish(eventFor) {
      for (const [port, seat] of ports) {
        const event = eventFor(callerOf(state, seat));
        if (event) port.postMessage(event);
      }
    },
  };

  async function run(
    seat: Seat,
    method: string,
    input: unknown,
    options: CallOptions,
  ): Promise<Result<unknown, AppError>> {
    if (!isMethod(method)) return err(appError('VALIDATION', 'input', { at: 'method' }));
    const handle = async () => {
      // Asked when the call gets its turn: a right taken away by the call before it is gone.
      const caller = callerOf(state, seat);
      const forbidden = refuseRole(method, caller.roles);
      if (forbidden) return err(forbidden);
      const parsed = contract[method].input.safeParse(input);
      if (!parsed.success) return err(inputError(parsed.error.issues));
      const context: CallContext = {
        state,
        seat,
        caller,
        signal: options.signal ?? new AbortController().signal,
        progress: options.onProgress ?? (() => undefined),
        exclusive,
      };
      const handler = HANDLERS[method] as Handler<MethodName>;
      const repeated = await repeatedCommand(method, parsed.data, state);
      return repeated ?? handler(parsed.data as never, context);
    };
    try {
      return await (LONG.has(method) ? handle() : exclusive(handle));
    } catch (error) {
      const known = appErrorOf(error, state.session?.file.name ?? '');
      host.log(`${method} failed: ${String((error as Error)?.stack ?? error)}`);
      return err(known ?? appError('INTERNAL', 'bug', { method }));
    }
  }

  return {
    attach(port) {
      const seat: Seat = {};
      ports.set(port, seat);
      const running = new Map<number, AbortController>();
      port.onMessage((message) => {
        if (isCancel(message)) running.get(message.id)?.abort();
        if (!isRequest(message)) return;
        const { id, method, input } = message;
        const abort = new AbortController();
        running.set(id, abort);
        const onProgress = (step: string, done: number, total: number) =>
          port.postMessage({ type: 'progress', id, step, done, total });
        void run(seat, method, input, { signal: abort.signal, onProgress }).then((result) => {
          running.delete(id);
          port.postMessage({ type: 'reply', id, ...result });
        });
      });
      port.onClose(() => {
        ports.delete(port);
        for (const abort of running.values()) abort.abort();
      });
    },
    call: (method, input, options = {}) => run(ownSeat, method, input, options) as never,
    openPath: (path) =>
      exclusive(() => openOfficePath({ state, seat: ownSeat, caller: callerOf(state, ownSeat) }, path)),
    recover: (login, password) => exclusive(() => recoverAdmin(state, login, password)),
    close: () => exclusive(() => closeSession(state)),
  };
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

function isRequest(message: unknown): message is Request {
  const candidate = message as Partial<ClientMessage> | null;
  return (
    candidate?.type === 'request' &&
    typeof candidate.id === 'number' &&
    typeof (candidate as Request).method === 'string'
  );
}

function isCancel(message: unknown): message is { readonly id: number } {
  const candidate = message as Partial<ClientMessage> | null;
  return candidate?.type === 'cancel' && typeof candidate.id === 'number';
}

function inputError(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): AppError {
  const problems = issues
    .slice(0, 50)
    .map((issue) => ({ at: issue.path.map(String).join('.'), reason: issue.message }));
  return appError('VALIDATION', 'input', { at: problems[0]?.at ?? '' }, problems);
}
