/**
 * A bare client of Chromium's DevTools protocol: enough to hook a page before it starts, ask it questions and press
 * keys. Used instead of Playwright because attaching Playwright delays an app's start by an unsteady time.
 */

const ANSWER_TIMEOUT_MS = 20_000;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One page. `send` rejects when the page refuses or goes away. */
export interface PageSession {
  send<T = unknown>(method: string, params?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Resolves at the next event of this name. */
  next(method: string): Promise<void>;
  /** Runs an expression in the page, waits for its promise and returns the value (plain data). */
  evaluate<T>(expression: string): Promise<T>;
}

export interface DevTools {
  /** The first page of the app, stopped before its first script, with `source` installed to run before that. */
  readonly page: Promise<PageSession>;
  /** Asks the app to close as if by its menu. */
  close(): void;
}

/** Connects to the browser address an app prints with `--remote-debugging-port`. */
export async function connectDevTools(url: string, source: string): Promise<DevTools> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`DevTools did not answer at ${url}`)), { once: true });
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners: { method: string; sessionId: string | undefined; resolve: () => void }[] = [];
  let lastId = 0;

  function send<T>(method: string, params: Readonly<Record<string, unknown>> = {}, sessionId?: string): Promise<T> {
    lastId++;
    socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId !== undefined && { sessionId }) }));
    return new Promise<T>((resolve, reject) => {
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  const page = new Promise<PageSession>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.id !== undefined) {
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error) call?.reject(new Error(message.error.message));
        else call?.resolve(message.result);
        return;
      }
      if (message.method === 'Target.attachedToTarget') {
        const { sessionId, targetInfo } = message.params as { sessionId: string; targetInfo: { type: string } };
        if (targetInfo.type === 'page') hook(sessionId).then(resolve, reject);
        else void send('Runtime.runIfWaitingForDebugger', {}, sessionId);
      }
      for (const listener of [...listeners]) {
        if (listener.method !== message.method || listener.sessionId !== message.sessionId) continue;
        listeners.splice(listeners.indexOf(listener), 1);
        listener.resolve();
      }
    });
    socket.addEventListener('close', () => {
      for (const call of waiting.values()) call.reject(new Error('The app closed.'));
      reject(new Error('The app closed before it had a page.'));
    });
  });
  page.catch(() => undefined);

  async function hook(sessionId: string): Promise<PageSession> {
    const session: PageSession = {
      send: (method, params) => send(method, params, sessionId),
      next: (method) => new Promise((resolve) => void listeners.push({ method, sessionId, resolve })),
      async evaluate<T>(expression: string) {
        const late = `new Promise((_, reject) => setTimeout(() => reject(new Error('No answer')), ${ANSWER_TIMEOUT_MS}))`;
        const limited = `Promise.race([${expression}, ${late}])`;
        const answer = await session.send<{
          readonly result: { readonly value: T };
          readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
        }>('Runtime.evaluate', { expression: limited, awaitPromise: true, returnByValue: true });
        const problem = answer.exceptionDetails;
        if (problem) throw new Error(problem.exception?.description ?? problem.text);
        return answer.result.value;
      },
    };
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source }),
      // For a page that was faster than this connection; refused while there is no document yet.
      session.send('Runtime.evaluate', { expression: source }).catch(() => undefined),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    await session.send('Page.bringToFront');
    return session;
  }

  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  return { page, close: () => send('Browser.close').catch(() => undefined) };
}
