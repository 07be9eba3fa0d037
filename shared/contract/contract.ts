/**
 * THE contract between windows (or the command line) and the data service: every method with who may call it, what it
 * takes and what it gives. The typed client, the handler table and the permission test are derived from this object;
 * a name that is not here does not compile.
 *
 * Kinds: `session` changes which office file is open or who sits here (nothing to log) · `query` reads · `command` changes the
 * office file, carries an `opId` and is carried out at most once.
 */
import { annexesMethods } from './methods/annexes.ts';
import { changesMethods } from './methods/changes.ts';
import { cycleUnitsMethods } from './methods/cycle-units.ts';
import { criteriaMethods } from './methods/criteria.ts';
import { cyclesMethods } from './methods/cycles.ts';
import { discussionMethods } from './methods/discussion.ts';
import { explanationsMethods } from './methods/explanations.ts';
import { figuresMethods } from './methods/figures.ts';
import { importsMethods } from './methods/imports.ts';
import { officeMethods } from './methods/office.ts';
import { overviewMethods } from './methods/overview.ts';
import { rankingMethods } from './methods/ranking.ts';
import { scoresMethods } from './methods/scores.ts';
import { unitsMethods } from './methods/units.ts';
import { sessionMethods } from './methods/session.ts';
import { usersMethods } from './methods/users.ts';
import type * as out from './outputs.ts';
import type { z } from './z.ts';

export const contract = {
  ...officeMethods,
  ...cyclesMethods,
  ...criteriaMethods,
  ...scoresMethods,
  ...discussionMethods,
  ...explanationsMethods,
  ...overviewMethods,
  ...rankingMethods,
  ...figuresMethods,
  ...annexesMethods,
  ...importsMethods,
  ...changesMethods,
  ...unitsMethods,
  ...cycleUnitsMethods,
  ...sessionMethods,
  ...usersMethods,
} as const;

/** Facts the service tells every window, the sender of a change included. */
export interface Events {
  /** A batch is on disk. */
  'changes.committed': out.CommittedEvent;
  /** Another office file is open, or none. */
  'office.changed': out.OfficeStatus;
}

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = Parameters<Contract[M]['output']>[0];
export type CommandName = { [M in MethodName]: Contract[M]['kind'] extends 'command' ? M : never }[MethodName];
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = Events[E];
