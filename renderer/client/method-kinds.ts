/**
 * Which methods change something, known without loading the contract's schemas (zod stays out of the first chunk).
 * The compiler keeps both tables complete: a new command in the contract does not compile until it stands here.
 */
import type { CommandName, Contract, MethodName, Output } from '#shared/contract/contract.ts';
import type { Committed } from '#shared/contract/outputs.ts';

/** Methods that change the office file; `changes.byOpId` only asks about one. */
export type ChangeName = Exclude<CommandName, 'changes.byOpId'>;

type SessionName = { [M in MethodName]: Contract[M]['kind'] extends 'session' ? M : never }[MethodName];

/** What a command answers with: `committed` can be rebuilt from the log after a crash, `receipt` cannot. */
const COMMANDS: { readonly [M in ChangeName]: Output<M> extends Committed ? 'committed' : 'receipt' } = {
  'scores.setCells': 'committed',
  'cycles.create': 'receipt',
  'cycles.update': 'committed',
  'cycles.setBlocks': 'committed',
  'cycles.advance': 'committed',
  'cycles.goBack': 'committed',
  'comments.add': 'committed',
  'comments.resolve': 'committed',
  'evidence.attach': 'committed',
  'evidence.remove': 'committed',
  'milestones.add': 'committed',
  'explanations.openRound': 'committed',
  'explanations.answer': 'committed',
  'explanations.accept': 'committed',
  'explanations.reject': 'committed',
  'explanations.closeRound': 'committed',
  'criteria.edit': 'committed',
  'criteria.discard': 'committed',
  'criteria.issue': 'committed',
  'criteria.copy': 'committed',
  'criteria.setMatch': 'committed',
  'classification.setCap': 'committed',
  'annexes.export': 'receipt',
  'imports.commit': 'receipt',
  'changes.undo': 'committed',
  'changes.redo': 'committed',
  'changes.jump': 'receipt',
  'units.add': 'committed',
  'units.edit': 'committed',
  'units.rename': 'committed',
  'units.remove': 'committed',
  'units.merge': 'committed',
  'units.split': 'committed',
  'units.applyPreset': 'committed',
  'cycleUnits.add': 'committed',
  'cycleUnits.remove': 'committed',
  'cycleUnits.move': 'committed',
  'cycleUnits.setOrder': 'committed',
  'cycleUnits.setUnranked': 'committed',
  'cycleUnits.follow': 'committed',
  'session.changePassword': 'committed',
  'users.add': 'committed',
  'users.change': 'committed',
  'users.setPassword': 'committed',
  'users.setActive': 'committed',
  'users.setIdleLock': 'committed',
};

const SESSIONS: { readonly [M in SessionName]: true } = {
  'office.create': true,
  'office.createSample': true,
  'office.open': true,
  'office.close': true,
  'session.signIn': true,
  'session.signOut': true,
};

/** Methods that may take as long as they need; every other one is given up after a while. */
const LONG: { readonly [M in MethodName]?: true } = {
  'office.create': true,
  'office.createSample': true,
  'office.open': true,
  'evidence.attach': true,
  'evidence.saveCopy': true,
  'annexes.preflight': true,
  'annexes.export': true,
  'imports.preview': true,
  'imports.commit': true,
  'milestones.compare': true,
  'changes.verify': true,
  'changes.jump': true,
};

const QUERY_TIMEOUT_MS = 20_000;
const COMMAND_TIMEOUT_MS = 60_000;

export type MethodKind = Contract[MethodName]['kind'];

/** `session`, `query` or `command`, as the contract says. */
export function kindOf(method: MethodName): MethodKind {
  if (method in COMMANDS) return 'command';
  return method in SESSIONS ? 'session' : 'query';
}

/** True when the reply of the command is exactly what `changes.byOpId` gives. */
export function repliesWithCommitted(method: MethodName): boolean {
  return COMMANDS[method as ChangeName] === 'committed';
}

/** How long to wait for a reply, in ms; null waits for ever. */
export function timeoutMsOf(method: MethodName): number | null {
  if (LONG[method]) return null;
  return kindOf(method) === 'command' ? COMMAND_TIMEOUT_MS : QUERY_TIMEOUT_MS;
}
