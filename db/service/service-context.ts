/** What a handler is given: the open file (if any), the host, and the caller's progress and cancel. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { MethodName, Output, ParsedInput } from '#shared/contract/contract.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { singleSeat, type Caller } from '#shared/domain/caller.ts';
import type { PasswordCost } from './credential.ts';
import type { OfficeSession, SessionHost } from './office-session.ts';
import type { Seat } from './people.ts';

/** What the data service needs from the program around it (data process, command line, test). */
export interface ServiceHost {
  readonly appVersion: string;
  /** Who is sitting at the machine; the actor of a single-seat file. */
  readonly actorName: string;
  /** Script of the Excel worker: a `.ts` under Node 24, the bundled `.js` in Electron. */
  readonly excelWorker: string | URL;
  /** What guessing a new password costs; the default unless a test has many to make. */
  readonly passwordCost?: PasswordCost | undefined;
  /** Path of better-sqlite3's compiled addon where the bundled one does not fit the runtime. */
  readonly nativeBinding?: string | undefined;
  resolveFile(token: string): string | undefined;
  onOfficeOpened(info: { readonly path: string } | null): void;
  log(line: string): void;
}

export interface ServiceState extends SessionHost {
  readonly host: ServiceHost;
  /** The open file, seated for nobody in particular; handlers take it from `openSession`. */
  session: OfficeSession | null;
}

/** Who sits there now. A file without users is a single-seat file: it is whoever sits at the machine. */
export function callerOf({ session, host }: ServiceState, seat: Seat): Caller {
  return session?.people.callerAt(seat) ?? singleSeat(host.actorName);
}

export interface CallContext {
  readonly state: ServiceState;
  /** Where the call comes from, for signing in and out. */
  readonly seat: Seat;
  /** Who asks; settled when the call gets its turn. */
  readonly caller: Caller;
  readonly signal: AbortSignal;
  progress(step: string, done: number, total: number): void;
  /** Takes a turn in the queue; only handlers that run outside it (long jobs) need this. */
  exclusive<T>(job: () => Promise<T>): Promise<T>;
}

export type Handler<M extends MethodName> = (
  input: ParsedInput<M>,
  context: CallContext,
) => Promise<Result<Output<M>, AppError>>;

export type Handlers<M extends MethodName = MethodName> = { readonly [Name in M]: Handler<Name> };

/** The open file seated for the caller, or the error that says there is none. */
export function openSession(context: CallContext): Result<OfficeSession, AppError> {
  const { session } = context.state;
  return session ? ok(session.seatedFor(context.caller)) : err(appError('NOT_FOUND', 'noOfficeOpen'));
}

/** The path behind a token the user's dialog produced. */
export function resolveToken(context: CallContext, token: string): Result<string, AppError> {
  const path = context.state.host.resolveFile(token);
  return path === undefined ? err(appError('NOT_FOUND', 'fileToken')) : ok(path);
}
