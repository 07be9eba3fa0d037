/**
 * Turns a list of cell edits into changes, or into the list of everything that is wrong with them. All or nothing: one
 * bad cell refuses the whole call, each with its address. Pure but for its inputs; called by scores.setCells.
 */
import { appError, type AppError, type Problem } from '#shared/contract/errors.ts';
import type { Cell } from '#shared/contract/outputs.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { CriteriaNode, Stage } from '#shared/domain/entities.ts';
import type { Change } from '#shared/changes/change.ts';
import { checkPoints } from '#shared/scoring/check-points.ts';
import { pointsFromDeclared } from '#shared/scoring/points-from-declared.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { emptyCell, scoreId, toScoreRow } from '#db/repos/score-repo.ts';

type Edit = ParsedInput<'scores.setCells'>['cells'][number];

/** What the planner must know of an edit's place. */
export interface EditPlace {
  readonly leaf: CriteriaNode;
  readonly unitCode: string;
}

/**
 * @param current cells as stored, by scoreId; missing means blank
 * @param placeOf leaf and unit of an edit, or undefined when the leaf does not belong to the unit's criteria set
 * Errors: NOT_FOUND, VERSION_CONFLICT, VALIDATION (reason of the first problem; all of them in `problems`).
 */
export function planCellEdits(
  edits: readonly Edit[],
  current: ReadonlyMap<string, Cell>,
  placeOf: (edit: Edit) => EditPlace | undefined,
): Result<readonly Change[], AppError> {
  const edited = new Map<string, Cell>();
  const problems: Problem[] = [];
  for (const edit of edits) {
    const place = placeOf(edit);
    if (!place) return err(appError('NOT_FOUND', 'record', { what: 'cell' }));
    const id = scoreId(edit.cycleUnitId, edit.leafId);
    const stored = current.get(id) ?? emptyCell(edit.cycleUnitId, edit.leafId);
    const address = `${place.unitCode} · ${place.leaf.code}`;
    if (stored.version !== edit.expectedVersion) {
      return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'score', record: address }));
    }
    const next = applyEdit(edited.get(id) ?? stored, edit.set, place.leaf);
    if (next.ok) edited.set(id, next.value);
    else
      problems.push({
        at: address,
        reason: next.error.reason,
        ...(next.error.params && { params: next.error.params }),
      });
  }
  if (problems.length > 0) return err(validationError(problems));
  return ok([...edited].flatMap(([id, cell]) => changesOf(id, current.get(id), cell)));
}

type EditProblem = { readonly reason: string; readonly params?: Readonly<Record<string, string | number>> };

function applyEdit(cell: Cell, set: Edit['set'], leaf: CriteriaNode): Result<Cell, EditProblem> {
  switch (set.kind) {
    case 'points':
      return applyPoints(cell, set, leaf);
    case 'declared':
      return applyDeclared(cell, set, leaf);
    case 'notApplicable':
      if (set.reason === '') return err({ reason: 'reasonRequired' });
      return ok({ ...cell, notApplicable: set.reason !== null, notApplicableReason: set.reason ?? '' });
  }
}

function applyPoints(
  cell: Cell,
  set: Extract<Edit['set'], { kind: 'points' }>,
  leaf: CriteriaNode,
): Result<Cell, EditProblem> {
  if (cell.notApplicable && set.pointsMicro !== null) return err({ reason: 'cellNotApplicable' });
  if (set.stage === 'self' && leaf.rule?.kind === 'survey') return err({ reason: 'surveyLocked' });
  const bad = set.pointsMicro === null ? null : checkPoints(set.pointsMicro, leaf.maxMicro);
  if (bad) return err({ reason: bad, params: { maxMicro: leaf.maxMicro } });
  const next = withStage(cell, set.stage, set.pointsMicro);
  return withCutReason(next, isCut(cell, set.stage, set.pointsMicro), set.reason ?? cell.cutReason);
}

function applyDeclared(
  cell: Cell,
  set: Extract<Edit['set'], { kind: 'declared' }>,
  leaf: CriteriaNode,
): Result<Cell, EditProblem> {
  if (set.declared === null) return ok({ ...cell, declared: null });
  if (!leaf.rule) return err({ reason: 'notALeaf' });
  if (set.stage === 'self' && leaf.rule.kind === 'survey') return err({ reason: 'surveyLocked' });
  const outcome = pointsFromDeclared(leaf.rule, set.declared, leaf.maxMicro, leaf.section);
  if (!outcome.ok) return err(outcome.error);
  const declared = { ...cell, declared: set.declared };
  switch (outcome.value.kind) {
    case 'points':
      return withCutReason(
        { ...withStage(declared, set.stage, outcome.value.pointsMicro), notApplicable: false, notApplicableReason: '' },
        isCut(cell, set.stage, outcome.value.pointsMicro),
        set.reason ?? cell.cutReason,
      );
    case 'missing':
      return ok(withStage(declared, set.stage, null));
    case 'notApplicable':
      return ok({ ...declared, notApplicable: true, notApplicableReason: 'Không phát sinh' });
  }
}

function withStage(cell: Cell, stage: Stage, pointsMicro: number | null): Cell {
  switch (stage) {
    case 'self':
      return { ...cell, selfMicro: pointsMicro };
    case 'appraised':
      return { ...cell, appraisedMicro: pointsMicro };
    case 'final':
      return { ...cell, finalMicro: pointsMicro };
  }
}

/** Whether this value is itself below the self-scored one; an older cut of another stage asks nobody again. */
function isCut(cell: Cell, stage: Stage, pointsMicro: number | null): boolean {
  return stage !== 'self' && pointsMicro !== null && cell.selfMicro !== null && pointsMicro < cell.selfMicro;
}

/** A later value below the self-scored one needs a reason (cắt điểm phải nêu lý do); without a cut none is kept. */
function withCutReason(cell: Cell, required: boolean, reason: string): Result<Cell, EditProblem> {
  const self = cell.selfMicro;
  const cut = self !== null && [cell.appraisedMicro, cell.finalMicro].some((later) => later !== null && later < self);
  if (!cut) return ok({ ...cell, cutReason: '' });
  if (required && reason === '') return err({ reason: 'reasonRequired' });
  return ok({ ...cell, cutReason: reason });
}

function changesOf(id: string, before: Cell | undefined, after: Cell): readonly Change[] {
  const row = toScoreRow(after);
  if (!before) return [{ kind: 'insert', table: 'score', id, row }];
  const old = toScoreRow(before);
  return Object.keys(row)
    .filter((column) => row[column] !== old[column])
    .map((column) => ({
      kind: 'update',
      table: 'score',
      id,
      column,
      old: old[column] ?? null,
      new: row[column] ?? null,
    }));
}

const CELL_REASONS = [
  'negative',
  'overMax',
  'reasonRequired',
  'surveyLocked',
  'cellNotApplicable',
  'notALeaf',
  'declaredMismatch',
] as const;

function validationError(problems: readonly Problem[]): AppError {
  const [first] = problems;
  // Whatever the rule has against declared data is worded cell by cell.
  const reason = CELL_REASONS.find((known) => known === first?.reason) ?? 'declaredMismatch';
  return appError('VALIDATION', reason, { at: first?.at ?? '', count: problems.length, ...first?.params }, problems);
}
