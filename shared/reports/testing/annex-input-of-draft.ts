/**
 * A cycle draft made straight into the input of the annexes, without a database: used by tests of shared/reports and
 * db/excel and by the export benchmark. Ids are counted, so snapshots are stable.
 */
import type { CycleStructure } from '../../contract/outputs.ts';
import type { BlockDraft, CycleDraft } from '../../domain/cycle-draft.ts';
import type { Block, ClassCap, CriteriaSet, CycleUnit, Unit } from '../../domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, CycleUnitId, NodeId, UnitId } from '../../domain/ids.ts';
import { compileSet } from '../../scoring/compile-set.ts';
import { computeBlock } from '../../scoring/compute-block.ts';
import { effectiveColumn } from '../../scoring/effective-points.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE, type CompiledSet } from '../../scoring/model.ts';
import { rankCycle, type RankColumns } from '../../scoring/summarise-cycle.ts';
import type { AnnexInput } from '../annex-input.ts';

interface Options extends Pick<AnnexInput, 'annexes' | 'decision'> {
  /** Caps by unit code. */
  readonly caps?: Readonly<Record<string, ClassCap>>;
}

/** Compute the draft and gather what buildAnnexes takes. Throws when a criteria set does not add up. */
export function annexInputOfDraft(draft: CycleDraft, { annexes, decision, caps = {} }: Options): AnnexInput {
  const cycleId = 'cycle' as CycleId;
  const blocks: Block[] = [];
  const criteriaSets: CriteriaSet[] = [];
  const units: Unit[] = [];
  const cycleUnits: CycleUnit[] = [];
  for (const [order, block] of draft.blocks.entries()) {
    const blockId = `block-${block.code}` as BlockId;
    const criteriaSetId = `set-${block.code}` as CriteriaSetId;
    blocks.push({ id: blockId, cycleId, code: block.code, name: block.name, order, criteriaSetId, version: 1 });
    criteriaSets.push(criteriaSet(block, criteriaSetId));
    for (const [unitOrder, { code, name, shortName, ranked, previous }] of block.units.entries()) {
      const unitId = `unit-${code}` as UnitId;
      const id = `member-${code}` as CycleUnitId;
      units.push({ id: unitId, code, name, shortName, aliases: [] });
      const cap = caps[code] ?? null;
      cycleUnits.push({
        id,
        cycleId,
        blockId,
        unitId,
        order: unitOrder,
        ranked,
        unrankedReason: '',
        previous,
        cap,
        version: 1,
      });
    }
  }
  const { blocks: drafts, ...cycle } = draft;
  const structure: CycleStructure = {
    cycle: { id: cycleId, ...cycle, version: 1 },
    blocks,
    criteriaSets,
    cycleUnits,
    units,
  };
  const loaded = drafts.map((block, b) => {
    const compiled = compileSet(criteriaSets[b]!);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return { set: compiled.value, columns: columnsOf(block, blocks[b]!.id, compiled.value) };
  });
  const ranked = rankCycle(
    structure,
    loaded.map(({ columns }) => columns),
  );
  if (!ranked.ok) throw new Error(JSON.stringify(ranked.error));
  return {
    structure,
    ranking: { ...ranked.value, seq: 7 },
    blocks: loaded.map(({ set, columns }, b) => {
      const points = effectiveColumn(columns.self, columns.appraised, columns.final);
      const facts = drafts[b]!.units.map(({ code, ranked: isRanked }) => ({
        code,
        ranked: isRanked,
        cap: caps[code] ?? null,
      }));
      const scores = { unitCount: facts.length, leafCount: set.leaves.length, points, flags: columns.flags };
      const result = computeBlock(set, scores, facts, draft.settings);
      return {
        blockId: columns.blockId,
        set,
        result,
        cycleUnitIds: columns.cycleUnitIds,
        points,
        flags: columns.flags,
      };
    }),
    annexes,
    decision,
    appVersion: '0.1.0',
    logHash: 'abc123',
  };
}

function criteriaSet({ code, criteriaSet: set }: BlockDraft, id: CriteriaSetId): CriteriaSet {
  const nodeId = (nodeCode: string) => `${code}/${nodeCode}` as NodeId;
  return {
    id,
    name: set.name,
    scaleMicro: set.scaleMicro,
    nodes: set.nodes.map(({ parentCode, ...node }, order) => ({
      ...node,
      id: nodeId(node.code),
      parentId: parentCode === null ? null : nodeId(parentCode),
      order,
    })),
  };
}

function columnsOf(block: BlockDraft, blockId: BlockId, set: CompiledSet): RankColumns {
  const size = block.units.length * set.leaves.length;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const columns = { self: column(), appraised: column(), final: column(), flags: new Uint8Array(size) };
  const leafAt = new Map(set.leaves.map((leaf, l) => [leaf.code, l]));
  for (const [u, unit] of block.units.entries()) {
    for (const cell of unit.cells) {
      const at = u * set.leaves.length + leafAt.get(cell.leafCode)!;
      columns.self[at] = cell.selfMicro ?? Number.NaN;
      columns.appraised[at] = cell.appraisedMicro ?? Number.NaN;
      columns.final[at] = cell.finalMicro ?? Number.NaN;
      columns.flags[at] =
        (cell.notApplicableReason === null ? 0 : NOT_APPLICABLE) | (cell.evidence.length > 0 ? HAS_EVIDENCE : 0);
    }
  }
  return {
    blockId,
    cycleUnitIds: block.units.map(({ code }) => `member-${code}` as CycleUnitId),
    leafIds: set.leaves.map((leaf) => leaf.id),
    ...columns,
  };
}
