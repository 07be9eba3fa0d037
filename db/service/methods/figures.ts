/** Handlers of `figures.*`: results taken apart. Sums come from shared/scoring, grounds from the records and the log. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel } from '#shared/contract/outputs.ts';
import type { FieldOrigin, LeafGrounds, Origin } from '#shared/contract/outputs-figures.ts';
import type { BlockId, CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { explainableBlock, type ExplainableBlock } from '#shared/scoring/explain-block.ts';
import { explainMean } from '#shared/scoring/explain-mean.ts';
import { explainUnit } from '#shared/scoring/explain-unit.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findCycleUnit } from '#db/repos/cycle-repo.ts';
import { getHead, type Db } from '#db/repos/log-repo.ts';
import { listCellChanges, listChangesOf, type OriginRow } from '#db/repos/origin-repo.ts';
import { listUnitCells, listUnitEvidence, placeOfScore } from '#db/repos/score-repo.ts';
import { columnsOf } from '../columns-of-change.ts';
import type { OfficeSession } from '../office-session.ts';
import { openSession, type Handlers } from '../service-context.ts';

export const figureHandlers: Handlers<'figures.explainUnit' | 'figures.explainMean'> = {
  async 'figures.explainUnit'({ cycleUnitId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    const unit = await findCycleUnit(db, cycleUnitId);
    if (!unit) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
    const computed = await computeForExplaining(session.value, unit.cycleId, unit.blockId);
    if (!computed.ok) return computed;
    const u = computed.value.members.findIndex(({ cycleUnit }) => cycleUnit.id === cycleUnitId);
    return ok({
      unit: explainUnit(computed.value, u),
      grounds: await groundsOf(db, cycleUnitId),
      seq: (await getHead(db)).seq,
    });
  },

  async 'figures.explainMean'({ cycleId, blockId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const computed = await computeForExplaining(session.value, cycleId, blockId);
    return computed.ok ? ok(explainMean(computed.value)) : computed;
  },
};

async function computeForExplaining(
  session: OfficeSession,
  cycleId: CycleId,
  blockId: BlockId,
): Promise<Result<ExplainableBlock, AppError>> {
  const structure = await session.structure(cycleId);
  if (!structure.ok) return structure;
  const block = structure.value.blocks.find(({ id }) => id === blockId);
  if (!block) return err(appError('NOT_FOUND', 'record', { what: 'block' }));
  const { cells } = await session.block(structure.value, block);
  const computed = explainableBlock(structure.value, block, cells);
  // Criteria sets are checked before they are stored; one that does not compile now is a bug.
  if (!computed.ok) throw new Error(`Block ${blockId} cannot be computed: ${JSON.stringify(computed.error)}`);
  return computed;
}

async function groundsOf(db: Db, cycleUnitId: CycleUnitId): Promise<readonly LeafGrounds[]> {
  const cells = await listUnitCells(db, cycleUnitId);
  const evidence = await listUnitEvidence(db, cycleUnitId);
  const origins = originsByLeaf(await listCellChanges(db, cycleUnitId));
  const ids = evidence.map(({ id }) => id);
  const attached = new Map<string, Origin>();
  for (const row of await listChangesOf(db, 'evidence', ids)) attached.set(row.change.id, toOrigin(row));
  const cellOf = new Map(cells.map((cell) => [cell.leafId, cell]));
  const leafIds = new Set([...cellOf.keys(), ...evidence.map(({ leafId }) => leafId)]);
  return [...leafIds].map((leafId) => ({
    leafId,
    declared: cellOf.get(leafId)?.declared ?? null,
    notApplicableReason: cellOf.get(leafId)?.notApplicableReason ?? '',
    cutReason: cellOf.get(leafId)?.cutReason ?? '',
    origins: [...(origins.get(leafId)?.values() ?? [])],
    evidence: evidence
      .filter((record) => record.leafId === leafId)
      .map((record) => ({ record, origin: attached.get(record.id) ?? null })),
  }));
}

/** The newest change of each field of each cell. */
function originsByLeaf(changes: readonly OriginRow[]): ReadonlyMap<NodeId, ReadonlyMap<string, FieldOrigin>> {
  const byLeaf = new Map<NodeId, Map<string, FieldOrigin>>();
  for (const row of changes) {
    const { leafId } = placeOfScore(row.change.id);
    const fields = byLeaf.get(leafId) ?? new Map<string, FieldOrigin>();
    byLeaf.set(leafId, fields);
    // A record taken back was never there; what is written after it begins anew.
    if (row.change.kind === 'delete') fields.clear();
    else for (const { column } of columnsOf(row.change)) fields.set(column, { column, ...toOrigin(row) });
  }
  return byLeaf;
}

function toOrigin({ seq, at, actor, label }: OriginRow): Origin {
  return { seq, at, actor, label: JSON.parse(label) as BatchLabel };
}
