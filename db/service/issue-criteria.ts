/**
 * Ban hành: what putting an edited set in force does to the file, said first (`checkIssue`) and then done
 * (`issueChanges`) from the same working-out. Called by the criteria handlers. Must not decide what becomes of a cell:
 * that is shared/criteria/settle-cell.
 */
import type { IssueCheck, LeafConsequence } from '#shared/contract/outputs-criteria.ts';
import type { Cell } from '#shared/contract/outputs.ts';
import type { Change } from '#shared/changes/change.ts';
import { checkSet } from '#shared/criteria/check-set.ts';
import { leavesOfSet } from '#shared/criteria/leaves-of-set.ts';
import { CELL_EFFECTS, settleCell, type CellChoices, type CellEffect } from '#shared/criteria/settle-cell.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import { isSameData } from '#shared/util/is-same-data.ts';
import { compareVietnamese } from '#shared/util/vietnamese-text.ts';
import {
  findNodeRows,
  findSetStamp,
  listLeafRecords,
  listUnitCodes,
  listVersions,
  type LeafRecord,
} from '#db/repos/criteria-repo.ts';
import { toCell, toScoreRow } from '#db/repos/score-repo.ts';
import { toNodeRow } from './create-cycle.ts';
import { discardChanges } from './draft-changes.ts';
import type { OpenCriteria } from './open-criteria.ts';
import { recordChanges } from './record-changes.ts';

export interface IssuePlan {
  readonly check: IssueCheck;
  /** Whether cells or records of leaves that are dropped go with them. */
  readonly dropsRecords: boolean;
  /** What becomes of scores and of records on dropped leaves. */
  readonly cellChanges: readonly Change[];
}

const SHOWN_UNITS = 8;

/** Works out what issuing the edited set would do under these choices. */
export async function planIssue(open: OpenCriteria, choices: CellChoices): Promise<IssuePlan> {
  const db = open.session.file.sql;
  const leavesNow = new Map(leavesOfSet(open.editable.nodes).map((leaf) => [leaf.id, leaf]));
  const touched = leavesOfSet(open.issued.nodes).filter((leaf) => !isSameScoring(leaf, leavesNow.get(leaf.id)));
  const touchedIds = touched.map((leaf) => leaf.id);
  const records = await listLeafRecords(db, touchedIds);
  const unitCodes = await listUnitCodes(
    db,
    open.blocks.map((block) => block.id),
  );
  const nextNumber = (await numberInForce(open)) + 1;
  const words = {
    notApplicableReason: 'Không phát sinh',
    cutReason: `Bộ tiêu chí thay đổi theo phiên bản ${nextNumber}`,
  };
  const consequences: LeafConsequence[] = [];
  const cellChanges: Change[] = [];
  for (const leaf of touched) {
    const own = records.get(leaf.id) ?? [];
    const after = leavesNow.get(leaf.id);
    const job = { leaf, own, unitCodes };
    if (after) settle(job, after, choices, words, consequences, cellChanges);
    else drop(job, consequences, cellChanges);
  }
  return {
    check: {
      problems: checkSet(open.editable),
      consequences,
      affected: consequences.reduce((sum, { cells, records: more }) => sum + cells + more, 0),
      tieFields: lostTieFields(open),
      nextNumber,
    },
    dropsRecords: consequences.some(({ effect }) => effect === 'dropped'),
    cellChanges,
  };
}

/** The changes that put the edited set in force, under a plan that was agreed to. */
export async function issueChanges(
  open: OpenCriteria,
  plan: IssuePlan,
  note: string,
  now: string,
): Promise<readonly Change[]> {
  const { session, issued, editable, draft } = open;
  const db = session.file.sql;
  const head = { id: issued.id, name: issued.name, scale_micro: issued.scaleMicro };
  const recorded = await listVersions(db, issued.id);
  const version = (number: number, set: typeof editable, at: string, by: string, text: string): Change => {
    const id = session.newId();
    const row = {
      id,
      set_id: issued.id,
      number,
      name: set.name,
      scale_micro: set.scaleMicro,
      nodes: JSON.stringify(set.nodes),
      note: text,
      issued_at: at,
      issued_by: by,
    };
    return { kind: 'insert', table: 'criteria_version', id, row };
  };
  const stamp = await findSetStamp(db, issued.id);
  return [
    ...recordChanges('criteria_set', issued.id, head, { name: editable.name, scale_micro: editable.scaleMicro }),
    ...(await nodeChanges(open)),
    ...plan.cellChanges,
    // The set the cycle was made with has no record of its own yet.
    ...(recorded.length === 0 ? [version(1, issued, stamp.at, stamp.by, '')] : []),
    version(plan.check.nextNumber, editable, now, session.actor, note),
    ...(draft ? discardChanges(issued.id, draft) : []),
  ];
}

/** Number of the version in force; a set nobody issued anew is the first. */
async function numberInForce(open: OpenCriteria): Promise<number> {
  return (await listVersions(open.session.file.sql, open.issued.id)).at(-1)?.number ?? 1;
}

interface LeafJob {
  readonly leaf: CriteriaNode;
  readonly own: readonly LeafRecord[];
  readonly unitCodes: ReadonlyMap<string, string>;
}

function settle(
  { leaf, own, unitCodes }: LeafJob,
  after: CriteriaNode,
  choices: CellChoices,
  words: Parameters<typeof settleCell>[4],
  consequences: LeafConsequence[],
  changes: Change[],
): void {
  const unitsOf = new Map<CellEffect, string[]>();
  for (const { row } of own.filter(({ table }) => table === 'score')) {
    const cell = toCell({ ...row, version: 0, updated_at: '', updated_by: '' } as never);
    const settled = settleCell(cell, leaf, after, choices, words);
    for (const effect of settled.effects) {
      const units = unitsOf.get(effect) ?? [];
      units.push(unitCodes.get(cell.cycleUnitId) ?? '');
      unitsOf.set(effect, units);
    }
    const next: Cell = { ...cell, ...settled.cell };
    changes.push(...recordChanges('score', String(row['id']), row, toScoreRow(next)));
  }
  for (const effect of CELL_EFFECTS) {
    const units = unitsOf.get(effect);
    if (units) consequences.push(consequence(after, effect, units.length, 0, units));
  }
}

/** A leaf that goes, or becomes a branch, takes everything on it along. */
function drop({ leaf, own, unitCodes }: LeafJob, consequences: LeafConsequence[], changes: Change[]): void {
  if (own.length === 0) return;
  for (const { table, row } of own) changes.push({ kind: 'delete', table, id: String(row['id']), row });
  const scores = own.filter(({ table }) => table === 'score');
  const units = [...new Set(own.map(({ row }) => unitCodes.get(String(row['cycle_unit_id'])) ?? ''))];
  consequences.push(consequence(leaf, 'dropped', scores.length, own.length - scores.length, units));
}

function consequence(
  leaf: CriteriaNode,
  effect: LeafConsequence['effect'],
  cells: number,
  records: number,
  units: readonly string[],
): LeafConsequence {
  const { id: leafId, code, name } = leaf;
  return {
    leafId,
    code,
    name,
    effect,
    cells,
    records,
    units: [...units].sort(compareVietnamese).slice(0, SHOWN_UNITS),
  };
}

function isSameScoring(before: CriteriaNode, after: CriteriaNode | undefined): boolean {
  return after !== undefined && before.maxMicro === after.maxMicro && isSameData(before.rule, after.rule);
}

async function nodeChanges({ session, issued, editable }: OpenCriteria): Promise<readonly Change[]> {
  const rows = await findNodeRows(
    session.file.sql,
    issued.nodes.map((node) => node.id),
  );
  const next = new Map(editable.nodes.map((node) => [String(node.id), toNodeRow(node, issued.id)]));
  return [...new Set([...next.keys(), ...rows.keys()])].flatMap((id) =>
    recordChanges('criteria_node', id, rows.get(id), next.get(id) ?? null),
  );
}

/** Fields the tie policy of the cycle names that no set of the cycle would have any more. */
function lostTieFields({ structure, issued, editable }: OpenCriteria): readonly string[] {
  const { tiePolicy } = structure.cycle.settings;
  if (tiePolicy.kind !== 'fields') return [];
  const fieldCodes = (nodes: readonly CriteriaNode[]): readonly string[] =>
    nodes.filter((node) => node.section === 'core' && node.parentId === null).map((node) => node.code);
  const others = structure.criteriaSets.filter((set) => set.id !== issued.id).flatMap((set) => fieldCodes(set.nodes));
  const left = new Set([...others, ...fieldCodes(editable.nodes)]);
  const before = new Set(fieldCodes(issued.nodes));
  return tiePolicy.fieldCodes.filter((code) => before.has(code) && !left.has(code));
}
