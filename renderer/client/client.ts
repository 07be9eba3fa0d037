/**
 * The typed client: the only way the window talks to the data process. Called by renderer/app (stores, hooks) and
 * renderer/features. It gives ids to requests, waits, cancels, spreads events and survives the death of the data
 * process: queries are asked again on the next port; a command first asks `changes.byOpId` whether it was carried out
 * and is sent again, with the same opId, only when it was not. It must not know React, words or screens.
 */
import type { EventName, EventPayload, Input, MethodName, Output } from '#shared/contract/contract.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ClientMessage, Progress, ServiceMessage } from '#shared/contract/wire.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { kindOf, repliesWithCommitted, timeoutMsOf, type ChangeName } from './method-kinds.ts';
import { newOpId } from './new-op-id.ts';
import type { Port, PortSource } from './transport.ts';

/** What a caller passes: commands may leave out the opId, the client makes one. */
export type ClientInput<M extends MethodName> = M extends ChangeName
  ? Omit<Input<M>, 'opId'> & { readonly opId?: string }
  : Input<M>;

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Pick<Progress, 'step' | 'done' | 'total'>) => void;
}

export interface Client {
  /** Asks the data process. Never rejects: what can go wrong comes as a typed error. */
  call<M extends MethodName>(
    method: M,
    input: ClientInput<M>,
    options?: CallOptions,
  ): Promise<Result<Output<M>, AppError>>;
  /** Listens to an event of the service; returns how to stop. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Called after a new data process took over: whatever is shown must be asked for again. */
  onResync(listener: () => void): () => void;
  /** Called whenever a command starts or ends, so that a window can say what is on disk. */
  onCommands(listener: (activity: CommandActivity) => void): () => void;
  close(): void;
}

/** How many commands are on their way to the disk, and what just failed. */
export interface CommandActivity {
  readonly pending: number;
  readonly failed: AppError | null;
}

interface Pending {
  readonly id: number;
  readonly method: MethodName;
  readonly input: unknown;
  readonly opId: OpId | null;
  readonly onProgress: CallOptions['onProgress'];
  readonly settle: (result: Result<unknown, AppError>) => void;
  sent: boolean;
  /** A command is repeated at most once, and only after the log said it never happened. */
  repeated: boolean;
  cancelled: boolean;
}

type Listener = (payload: unknown) => void;

/** Starts a client on the ports the source will give. */
export function createClient(source: PortSource): Client {
  const pending = new Map<number, Pending>();
  const listeners = new Map<EventName, Set<Listener>>();
  const resyncListeners = new Set<() => void>();
  const commandListeners = new Set<(activity: CommandActivity) => void>();
  let port: Port | null = null;
  let nextId = 1;
  let pendingCommands = 0;

  function countCommand(by: 1 | -1, failed: AppError | null): void {
    pendingCommands += by;
    for (const listener of commandListeners) listener({ pending: pendingCommands, failed });
  }

  function post(message: ClientMessage): void {
    port?.postMessage(message);
  }

  function send(entry: Pending): void {
    if (!port) return;
    entry.sent = true;
    post({ type: 'request', id: entry.id, method: entry.method, input: entry.input });
  }

  function receive(event: { readonly data: unknown }): void {
    const message = event.data as ServiceMessage;
    switch (message.type) {
      case 'reply':
        pending.get(message.id)?.settle(message.ok ? ok(message.value) : err(message.error));
        return;
      case 'progress':
        pending.get(message.id)?.onProgress?.({ step: message.step, done: message.done, total: message.total });
        return;
      case 'event':
        for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
        return;
      default:
        return;
    }
  }

  function attach(next: Port): void {
    const isReplacement = port !== null;
    port?.removeEventListener('message', receive);
    port?.close();
    port = next;
    next.addEventListener('message', receive);
    next.start();
    for (const entry of [...pending.values()]) resume(entry);
    if (isReplacement) for (const listener of resyncListeners) listener();
  }

  /** Decides what becomes of a call that was waiting when the data process was replaced. */
  function resume(entry: Pending): void {
    if (!entry.sent) send(entry);
    else if (kindOf(entry.method) === 'query') send(entry);
    else if (kindOf(entry.method) === 'session') entry.settle(err(appError('OUTCOME_UNKNOWN', 'dataProcessDied')));
    else void askWhetherDone(entry, true);
  }

  async function askWhetherDone(entry: Pending, mayRepeat: boolean): Promise<void> {
    if (!entry.opId) return;
    const answer = await client.call('changes.byOpId', { opId: entry.opId });
    if (!pending.has(entry.id)) return;
    if (answer.ok && answer.value && repliesWithCommitted(entry.method)) entry.settle(ok(answer.value));
    else if (answer.ok && !answer.value && entry.cancelled) entry.settle(err(appError('CANCELLED', 'cancelled')));
    else if (answer.ok && !answer.value && mayRepeat && !entry.repeated) {
      entry.repeated = true;
      send(entry);
    } else entry.settle(err(appError('OUTCOME_UNKNOWN', 'dataProcessDied')));
  }

  function giveUp(entry: Pending): void {
    if (entry.opId) void askWhetherDone(entry, false);
    else entry.settle(err(appError('DB_BUSY', 'busy')));
  }

  function call<M extends MethodName>(
    method: M,
    input: ClientInput<M>,
    options: CallOptions = {},
  ): Promise<Result<Output<M>, AppError>> {
    const isCommand = kindOf(method) === 'command';
    const opId = isCommand ? (((input as { opId?: string }).opId as OpId | undefined) ?? newOpId()) : null;
    if (options.signal?.aborted) return Promise.resolve(err(appError('CANCELLED', 'cancelled')));
    return new Promise((resolve) => {
      const timeoutMs = timeoutMsOf(method);
      let timer: ReturnType<typeof setTimeout> | null = null;
      const entry: Pending = {
        id: nextId++,
        method,
        input: opId ? { ...input, opId } : input,
        opId,
        onProgress: options.onProgress,
        settle,
        sent: false,
        repeated: false,
        cancelled: false,
      };
      function settle(result: Result<unknown, AppError>): void {
        if (!pending.delete(entry.id)) return;
        if (timer !== null) clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
        if (isCommand) countCommand(-1, result.ok ? null : result.error);
        resolve(result as Result<Output<M>, AppError>);
      }
      // A command may already be on disk when the person cancels: only the service knows, so wait for its word.
      function cancel(): void {
        entry.cancelled = true;
        if (entry.sent) post({ type: 'cancel', id: entry.id });
        if (!isCommand || !entry.sent) settle(err(appError('CANCELLED', 'cancelled')));
      }
      pending.set(entry.id, entry);
      options.signal?.addEventListener('abort', cancel);
      if (timeoutMs !== null) timer = setTimeout(() => giveUp(entry), timeoutMs);
      if (isCommand) countCommand(1, null);
      send(entry);
    });
  }

  const stopSource = source(attach);

  const client: Client = {
    call,
    on(name, listener) {
      const set = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, set);
      set.add(listener as Listener);
      return () => void set.delete(listener as Listener);
    },
    onResync(listener) {
      resyncListeners.add(listener);
      return () => void resyncListeners.delete(listener);
    },
    onCommands(listener) {
      commandListeners.add(listener);
      return () => void commandListeners.delete(listener);
    },
    close() {
      stopSource();
      port?.close();
      for (const entry of [...pending.values()]) entry.settle(err(appError('CANCELLED', 'cancelled')));
    },
  };
  return client;
}
