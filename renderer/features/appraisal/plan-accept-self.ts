import type { CellEdit } from '#shared/contract/schemas.ts';
import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';

/** What accepting must know of a chosen cell; NaN is blank. */
export interface AcceptCell {
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly version: number;
  readonly selfMicro: number;
  readonly appraisedMicro: number;
  readonly notApplicable: boolean;
  /** Not to be written now: an edit of the cell is on its way, or it may not be typed into. */
  readonly locked: boolean;
}

export interface AcceptPlan {
  /** Cells nobody appraised yet. */
  readonly blank: readonly CellEdit[];
  /** Cells appraised at something else than the self-scored points. */
  readonly typed: readonly CellEdit[];
}

/**
 * "Chấp nhận điểm tự chấm" for the chosen cells: the edits that write the self-scored points (10⁻⁶ point) as appraised
 * ones. Never touches a cell that is not applicable, locked, not self-scored, or appraised so already.
 */
export function planAcceptSelf(cells: readonly AcceptCell[]): AcceptPlan {
  const open = cells.filter(
    ({ notApplicable, locked, selfMicro, appraisedMicro }) =>
      !notApplicable && !locked && !isNaN(selfMicro) && selfMicro !== appraisedMicro,
  );
  const toEdit = ({ cycleUnitId, leafId, version, selfMicro }: AcceptCell): CellEdit => ({
    cycleUnitId,
    leafId,
    expectedVersion: version,
    set: { kind: 'points', stage: 'appraised', pointsMicro: selfMicro },
  });
  return {
    blank: open.filter(({ appraisedMicro }) => isNaN(appraisedMicro)).map(toEdit),
    typed: open.filter(({ appraisedMicro }) => !isNaN(appraisedMicro)).map(toEdit),
  };
}
