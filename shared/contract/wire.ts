/**
 * What travels over a MessagePort between a window and the data process (and, in tests, between two ends in one
 * process). One request gets exactly one reply; long jobs send progress in between and can be cancelled by id.
 */
import type { AppError } from './errors.ts';
import type { EventName, EventPayload, MethodName } from './contract.ts';

export interface Request {
  readonly type: 'request';
  readonly id: number;
  readonly method: MethodName;
  readonly input: unknown;
}

export interface Cancel {
  readonly type: 'cancel';
  readonly id: number;
}

export type Reply =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly error: AppError };

export interface Progress {
  readonly type: 'progress';
  readonly id: number;
  /** Key of the step's wording. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export type EventMessage = {
  [E in EventName]: { readonly type: 'event'; readonly name: E; readonly payload: EventPayload<E> };
}[EventName];

export type ClientMessage = Request | Cancel;
export type ServiceMessage = Reply | Progress | EventMessage;
