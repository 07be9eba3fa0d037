import { appError, type AppError } from '#shared/contract/errors.ts';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import { settleTree } from '#shared/criteria/settle-tree.ts';
import type { Block, CriteriaSet } from '#shared/domain/entities.ts';
import type { CriteriaSetId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findCycleOfSet, findDraft, type StoredDraft } from '#db/repos/criteria-repo.ts';
import type { OfficeSession } from './office-session.ts';
import { openSession, type CallContext } from './service-context.ts';

/** A criteria set with everything a handler needs of it. */
export interface OpenCriteria {
  readonly session: OfficeSession;
  readonly structure: CycleStructure;
  readonly blocks: readonly Block[];
  /** The set in force. */
  readonly issued: CriteriaSet;
  readonly draft: StoredDraft | undefined;
  /** What an edit starts from: the draft, or the set in force. */
  readonly editable: EditableSet;
  /** Codes of the blocks the set is for, as the log names it. */
  readonly blockCodes: string;
}

/** Errors: NOT_FOUND; with `forWriting` CYCLE_SEALED too. */
export async function openCriteria(
  context: CallContext,
  setId: CriteriaSetId,
  forWriting: boolean,
): Promise<Result<OpenCriteria, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const db = session.value.file.sql;
  const cycleId = await findCycleOfSet(db, setId);
  if (!cycleId) return err(appError('NOT_FOUND', 'record', { what: 'criteriaSet' }));
  const structure = await session.value.structure(cycleId);
  if (!structure.ok) return structure;
  const { cycle, criteriaSets } = structure.value;
  if (forWriting && isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
  const issued = criteriaSets.find((set) => set.id === setId);
  if (!issued) return err(appError('NOT_FOUND', 'record', { what: 'criteriaSet' }));
  const blocks = structure.value.blocks.filter((block) => block.criteriaSetId === setId);
  const draft = await findDraft(db, setId);
  const { name, scaleMicro, nodes } = issued;
  return ok({
    session: session.value,
    structure: structure.value,
    blocks,
    issued,
    draft,
    editable: draft?.set ?? { name, scaleMicro, nodes: settleTree(nodes) },
    blockCodes: blocks.map((block) => block.code).join(', '),
  });
}
