import { contract, type MethodName } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { findBatchByOp, listChanges } from '#db/repos/log-repo.ts';
import { cellsTouchedBy } from '#db/repos/score-repo.ts';
import { toCommitted } from './office-session.ts';
import type { ServiceState } from './service-context.ts';

/** Commands whose reply is the batch itself; the others cannot be answered from the log and run their own check. */
const PLAIN: ReadonlySet<MethodName> = new Set([
  'scores.setCells',
  'classification.setCap',
  'cycles.update',
  'cycles.setBlocks',
  'cycles.advance',
  'cycles.goBack',
  'comments.add',
  'comments.resolve',
  'evidence.attach',
  'evidence.remove',
  'milestones.add',
  'explanations.openRound',
  'explanations.answer',
  'explanations.accept',
  'explanations.reject',
  'explanations.closeRound',
  'criteria.edit',
  'criteria.discard',
  'criteria.issue',
  'criteria.copy',
  'criteria.setMatch',
  'changes.undo',
  'changes.redo',
  'units.add',
  'units.edit',
  'units.rename',
  'units.remove',
  'units.merge',
  'units.split',
  'units.applyPreset',
  'cycleUnits.add',
  'cycleUnits.remove',
  'cycleUnits.move',
  'cycleUnits.setOrder',
  'cycleUnits.setUnranked',
  'cycleUnits.follow',
  'session.changePassword',
  'users.add',
  'users.change',
  'users.setPassword',
  'users.setActive',
  'users.setIdleLock',
]);

/**
 * The reply to a command that was carried out before (same `opId`): a client that lost its answer may send it again
 * and nothing happens twice. Null for everything else.
 */
export async function repeatedCommand(
  method: MethodName,
  input: unknown,
  state: ServiceState,
): Promise<Result<unknown, AppError> | null> {
  if (contract[method].kind !== 'command' || !PLAIN.has(method) || !state.session) return null;
  const db = state.session.file.sql;
  const batch = await findBatchByOp(db, (input as { readonly opId: string }).opId);
  if (!batch) return null;
  return ok(toCommitted(batch, await cellsTouchedBy(db, await listChanges(db, batch.seq))));
}
