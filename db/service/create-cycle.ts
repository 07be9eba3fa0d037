/**
 * Turns a cycle draft into the changes that write it. The one way a cycle comes into being (sample year, import,
 * command line), so that every new cycle passes the same checks.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Change, Row } from '#shared/changes/change.ts';
import type { BlockDraft, CellDraft, CycleDraft, UnitDraft } from '#shared/domain/cycle-draft.ts';
import type { CriteriaNode, Unit } from '#shared/domain/entities.ts';
import type { CycleId, CycleUnitId, NodeId, UnitId } from '#shared/domain/ids.ts';
import { checkPoints } from '#shared/scoring/check-points.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { newUnit } from '#shared/units/edit-units.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { LoggedTable } from '#db/engine/schema.ts';
import { emptyCell, toScoreRow } from '#db/repos/score-repo.ts';
import { toUnitRow } from '#db/repos/unit-repo.ts';
import { clashingUnits } from './clashing-units.ts';
import { importRejected } from './import-rejected.ts';

/**
 * Errors: VALIDATION setDoesNotAddUp with every problem of the criteria sets, VALIDATION importRejected with every cell
 * outside its leaf's limits or every unit whose code belongs to another unit, VALIDATION duplicateCode.
 * @param unitsByCode units already in the file, used again where code and name are the same
 */
export function createCycleChanges(
  draft: CycleDraft,
  unitsByCode: ReadonlyMap<string, Unit>,
  newId: () => string,
): Result<{ readonly cycleId: CycleId; readonly changes: readonly Change[] }, AppError> {
  const duplicate = firstDuplicate(draft.blocks.flatMap((block) => block.units.map((unit) => unit.code)));
  if (duplicate) return err(appError('VALIDATION', 'duplicateCode', { code: duplicate }));
  const clashes = clashingUnits(draft, unitsByCode);
  if (clashes.length > 0) return err(importRejected(clashes));
  const changes: Change[] = [];
  const add = (table: LoggedTable, row: Row) => changes.push({ kind: 'insert', table, id: String(row['id']), row });
  const cycleId = newId() as CycleId;
  add('cycle', {
    id: cycleId,
    name: nfc(draft.name),
    year: draft.year,
    period_start: draft.periodStart,
    period_end: draft.periodEnd,
    state: draft.state,
    settings: JSON.stringify(draft.settings),
    simulated: draft.simulated ? 1 : 0,
  });
  for (const [order, block] of draft.blocks.entries()) {
    const written = addBlock({ cycleId, block, order, unitsByCode, newId, add });
    if (!written.ok) return written;
  }
  return ok({ cycleId, changes });
}

interface BlockJob {
  readonly cycleId: CycleId;
  readonly block: BlockDraft;
  readonly order: number;
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  readonly newId: () => string;
  readonly add: (table: LoggedTable, row: Row) => void;
}

/** Adds a block with its criteria and units to the changes. Errors: those of createCycleChanges. */
export function addBlock(job: BlockJob): Result<void, AppError> {
  const { block, cycleId, newId, add } = job;
  const setId = newId();
  const nodes = withIds(block, newId);
  const compiled = compileSet({ scaleMicro: block.criteriaSet.scaleMicro, nodes });
  if (!compiled.ok) {
    const problems = compiled.error.map((problem) => ({ ...problem, at: `${block.code} ${problem.at}` }));
    return err(appError('VALIDATION', 'setDoesNotAddUp', { block: block.code }, problems));
  }
  add('criteria_set', {
    id: setId,
    cycle_id: cycleId,
    name: nfc(block.criteriaSet.name),
    scale_micro: block.criteriaSet.scaleMicro,
  });
  for (const node of nodes) add('criteria_node', toNodeRow(node, setId));
  const blockId = newId();
  add('block', {
    id: blockId,
    cycle_id: cycleId,
    criteria_set_id: setId,
    code: block.code,
    name: nfc(block.name),
    ord: job.order,
  });
  const leaves = new Map(compiled.value.leaves.map((leaf) => [leaf.code, leaf]));
  for (const [order, unit] of block.units.entries()) {
    const written = addUnit(job, { unit, order, blockId, leaves });
    if (!written.ok) return written;
  }
  return ok(undefined);
}

function addUnit(
  { cycleId, unitsByCode, newId, add }: BlockJob,
  place: { unit: UnitDraft; order: number; blockId: string; leaves: ReadonlyMap<string, CriteriaNode> },
): Result<void, AppError> {
  const { unit, order, blockId, leaves } = place;
  let unitId: string | undefined = unitsByCode.get(unit.code)?.id;
  if (unitId === undefined) {
    unitId = newId();
    const names = { code: unit.code, name: nfc(unit.name), shortName: nfc(unit.shortName) };
    const facts = { ...names, aliases: unit.aliases ?? [], validFrom: null, validTo: null };
    add('unit', toUnitRow(newUnit(unitId as UnitId, facts)));
  }
  const cycleUnitId = newId() as CycleUnitId;
  add('cycle_unit', {
    id: cycleUnitId,
    cycle_id: cycleId,
    block_id: blockId,
    unit_id: unitId,
    ord: order,
    ranked: unit.ranked ? 1 : 0,
    previous: unit.previous && JSON.stringify(unit.previous),
    cap: null,
  });
  for (const cell of unit.cells) {
    const leaf = leaves.get(cell.leafCode);
    if (!leaf) return err(appError('VALIDATION', 'unknownCode', { code: cell.leafCode }));
    const bad = [cell.selfMicro, cell.appraisedMicro, cell.finalMicro]
      .filter((points) => points !== null)
      .find((points) => checkPoints(points, leaf.maxMicro) !== null);
    if (bad !== undefined) {
      return err(
        appError('VALIDATION', 'overMax', {
          unit: unit.code,
          leaf: leaf.code,
          pointsMicro: bad,
          maxMicro: leaf.maxMicro,
        }),
      );
    }
    addCell(cell, cycleUnitId, leaf.id, newId, add);
  }
  return ok(undefined);
}

function addCell(
  cell: CellDraft,
  cycleUnitId: CycleUnitId,
  leafId: NodeId,
  newId: () => string,
  add: (table: LoggedTable, row: Row) => void,
): void {
  add(
    'score',
    toScoreRow({
      ...emptyCell(cycleUnitId, leafId),
      selfMicro: cell.selfMicro,
      appraisedMicro: cell.appraisedMicro,
      finalMicro: cell.finalMicro,
      declared: cell.declared,
      notApplicable: cell.notApplicableReason !== null,
      notApplicableReason: nfc(cell.notApplicableReason ?? ''),
      cutReason: nfc(cell.cutReason),
    }),
  );
  for (const evidence of cell.evidence) {
    add('evidence', {
      id: newId(),
      cycle_unit_id: cycleUnitId,
      leaf_id: leafId,
      document_no: nfc(evidence.documentNo),
      document_date: evidence.documentDate,
      signer: nfc(evidence.signer),
      summary: nfc(evidence.summary),
    });
  }
}

/** Draft nodes with ids, order and parents by id. */
function withIds(block: BlockDraft, newId: () => string): readonly CriteriaNode[] {
  const ids = new Map<string, NodeId>();
  return block.criteriaSet.nodes.map(({ parentCode, ...node }, order) => {
    const id = newId() as NodeId;
    ids.set(node.code, id);
    return { ...node, id, order, parentId: parentCode === null ? null : (ids.get(parentCode) ?? null) };
  });
}

/** Stored columns of a node of the set in force. */
export function toNodeRow(node: CriteriaNode, setId: string): Row {
  return {
    id: node.id,
    set_id: setId,
    parent_id: node.parentId,
    level: node.level,
    section: node.section,
    code: node.code,
    name: nfc(node.name),
    ord: node.order,
    max_micro: node.maxMicro,
    rule: node.rule && JSON.stringify(node.rule),
    rule_text: nfc(node.ruleText),
    evidence_text: nfc(node.evidenceText),
    evidence_policy: node.evidencePolicy,
  };
}

function firstDuplicate(codes: readonly string[]): string | undefined {
  return codes.find((code, index) => codes.indexOf(code) !== index);
}
