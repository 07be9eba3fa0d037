/** Handlers of `scores.*`: reading cells as columns or records, and writing them. */
import { appError } from '#shared/contract/errors.ts';
import type { BatchLabel, CellHistoryEntry } from '#shared/contract/outputs.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { mayWriteStage } from '#shared/domain/stage-rights.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok } from '#shared/util/result.ts';
import { findCycleUnit } from '#db/repos/cycle-repo.ts';
import { getHead, listRecordHistory } from '#db/repos/log-repo.ts';
import {
  findCells,
  listCutReasons,
  listLeafCells,
  listLeafEvidence,
  listUnitCells,
  listUnitEvidence,
  scoreId,
} from '#db/repos/score-repo.ts';
import { cellPlacesOf, type NamedCell } from '../cell-places.ts';
import { columnsOf } from '../columns-of-change.ts';
import { planCellEdits } from '../plan-cell-edits.ts';
import { openSession, type Handlers } from '../service-context.ts';

type Names =
  'scores.block' | 'scores.unit' | 'scores.leaf' | 'scores.cellHistory' | 'scores.setCells' | 'scores.reasonPhrases';

export const scoreHandlers: Handlers<Names> = {
  async 'scores.reasonPhrases'({ cycleId }, context) {
    const session = openSession(context);
    return session.ok ? ok(await listCutReasons(session.value.file.sql, cycleId, 30)) : session;
  },

  async 'scores.block'({ cycleId, blockId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const structure = await session.value.structure(cycleId);
    if (!structure.ok) return structure;
    const block = structure.value.blocks.find((candidate) => candidate.id === blockId);
    if (!block) return err(appError('NOT_FOUND', 'record', { what: 'block' }));
    const { cells } = await session.value.block(structure.value, block);
    // The columns are patched in place by later commits; an in-process caller gets its own.
    return ok({
      ...cells,
      self: cells.self.slice(),
      appraised: cells.appraised.slice(),
      final: cells.final.slice(),
      flags: cells.flags.slice(),
      version: cells.version.slice(),
    });
  },

  async 'scores.unit'({ cycleUnitId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    if (!(await findCycleUnit(db, cycleUnitId))) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
    return ok({
      cycleUnitId,
      cells: await listUnitCells(db, cycleUnitId),
      evidence: await listUnitEvidence(db, cycleUnitId),
      seq: (await getHead(db)).seq,
    });
  },

  async 'scores.leaf'({ blockId, leafId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    return ok({
      leafId,
      cells: await listLeafCells(db, blockId, leafId),
      evidence: await listLeafEvidence(db, blockId, leafId),
      seq: (await getHead(db)).seq,
    });
  },

  async 'scores.cellHistory'({ cycleUnitId, leafId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const history = await listRecordHistory(session.value.file.sql, 'score', scoreId(cycleUnitId, leafId));
    return ok(
      history.flatMap(({ change, ...entry }) =>
        columnsOf(change).map((column): CellHistoryEntry => ({ ...entry, ...column })),
      ),
    );
  },

  async 'scores.setCells'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const structure = await session.value.structure(input.cycleId);
    if (!structure.ok) return structure;
    if (isSealed(structure.value.cycle)) {
      return err(appError('CYCLE_SEALED', 'sealed', { cycle: structure.value.cycle.name }));
    }
    const foreign = input.cells.find(({ set }) => 'stage' in set && !mayWriteStage(session.value.roles, set.stage));
    if (foreign) return err(appError('FORBIDDEN', 'stage'));
    const places = cellPlacesOf(structure.value);
    const current = await findCells(
      session.value.file.sql,
      input.cells.map((cell) => scoreId(cell.cycleUnitId, cell.leafId)),
    );
    const planned = planCellEdits(input.cells, current, (edit) => places(edit.cycleUnitId, edit.leafId));
    if (!planned.ok) return planned;
    const named = input.cells.slice(0, 200).map((cell) => places(cell.cycleUnitId, cell.leafId)!);
    return session.value.commit({
      opId: input.opId,
      cycleId: input.cycleId,
      label: labelOf(input, named),
      searchWords: [...new Set(named.flatMap((place) => [place.unitCode, place.leaf.code]))],
      undoable: true,
      changes: planned.value,
    });
  },
};

function labelOf(input: ParsedInput<'scores.setCells'>, named: readonly NamedCell[]): BatchLabel {
  const [first] = named;
  const one = input.cells.length === 1 && first ? { unit: first.unitCode, leaf: first.leaf.code } : {};
  return { key: `scores.${input.step}`, params: { count: input.cells.length, ...one } };
}
