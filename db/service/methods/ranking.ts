/** Handlers of `ranking.*` and `classification.*`. Results are computed by shared/scoring at the moment of asking. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { CycleStructure, Ranking } from '#shared/contract/outputs.ts';
import { rankCycle } from '#shared/scoring/summarise-cycle.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { findCycleUnit } from '#db/repos/cycle-repo.ts';
import { getHead } from '#db/repos/log-repo.ts';
import type { LoadedBlock } from '../block-cells.ts';
import type { OfficeSession } from '../office-session.ts';
import { openSession, type Handlers } from '../service-context.ts';

export const rankingHandlers: Handlers<'ranking.get' | 'classification.setCap'> = {
  async 'ranking.get'({ cycleId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const computed = await computeCycle(session.value, cycleId);
    return computed.ok ? ok(computed.value.ranking) : computed;
  },

  async 'classification.setCap'({ opId, cycleUnitId, expectedVersion, cap }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const unit = await findCycleUnit(session.value.file.sql, cycleUnitId);
    if (!unit) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
    if (unit.version !== expectedVersion) {
      return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'cycle_unit', record: cycleUnitId }));
    }
    const structure = await session.value.structure(unit.cycleId);
    if (!structure.ok) return structure;
    const { cycle, units } = structure.value;
    if (isSealed(cycle)) {
      return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
    }
    const classCode = cap?.classCode ?? null;
    if (classCode !== null && !cycle.settings.classes.some(({ code }) => code === classCode)) {
      return err(appError('VALIDATION', 'unknownCode', { code: classCode }));
    }
    const code = units.find(({ id }) => id === unit.unitId)?.code ?? '';
    return session.value.commit({
      opId,
      cycleId: unit.cycleId,
      label: { key: cap ? 'cap.set' : 'cap.lift', params: { unit: code, ...(cap && { class: classCode ?? '—' }) } },
      searchWords: cap ? [cap.reason, cap.source] : [],
      undoable: true,
      changes: [
        {
          kind: 'update',
          table: 'cycle_unit',
          id: cycleUnitId,
          column: 'cap',
          old: unit.cap && JSON.stringify(unit.cap),
          new: cap && JSON.stringify(cap),
        },
      ],
    });
  },
};

/** A cycle with its cells and results, as the annexes and the ranking need them. */
export interface ComputedCycle {
  readonly structure: CycleStructure;
  readonly loaded: readonly LoadedBlock[];
  readonly ranking: Ranking;
}

export async function computeCycle(session: OfficeSession, cycleId: CycleId): Promise<Result<ComputedCycle, AppError>> {
  const structure = await session.structure(cycleId);
  if (!structure.ok) return structure;
  const loaded: LoadedBlock[] = [];
  for (const block of structure.value.blocks) loaded.push(await session.block(structure.value, block));
  const { seq } = await getHead(session.file.sql);
  const ranking = rankCycle(
    structure.value,
    loaded.map(({ cells }) => cells),
  );
  // Criteria sets are checked before they are stored; one that does not compile now is a bug.
  if (!ranking.ok) throw new Error(`Cycle ${cycleId} cannot be computed: ${JSON.stringify(ranking.error)}`);
  return ok({ structure: structure.value, loaded, ranking: { ...ranking.value, seq } });
}
