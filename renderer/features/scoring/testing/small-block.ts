/** A block small enough to add up by hand, for the tests of this folder: three units, four core leaves, one bonus. */
import type { BlockCells, Cell, CycleStructure } from '#shared/contract/outputs.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, CycleUnitId, NodeId, UnitId } from '#shared/domain/ids.ts';
import type { Rule } from '#shared/domain/rules.ts';
import { HAS_EVIDENCE } from '#shared/scoring/model.ts';
import { blockShape, type BlockShape } from '../block-shape.ts';
import { BlockStore } from '../block-store.ts';

const POINT = 1_000_000;
const CYCLE_ID = 'cycle' as CycleId;
const BLOCK_ID = 'block' as BlockId;
const SET_ID = 'set' as CriteriaSetId;
export const UNIT_COUNT = 3;
export const LEAF_CODES = ['1.1', '1.2.1', '1.2.2', 'II', 'B1'] as const;

type Node = readonly [
  code: string,
  parent: string | null,
  level: CriteriaNode['level'],
  max: number,
  rule: Rule | null,
];

const NODES: readonly Node[] = [
  ['I', null, 'field', 6, null],
  ['1.1', 'I', 'criterion', 1, { kind: 'manual' }],
  ['1.2', 'I', 'criterion', 5, null],
  ['1.2.1', '1.2', 'subCriterion', 3, { kind: 'manual' }],
  ['1.2.2', '1.2', 'subCriterion', 2, { kind: 'survey' }],
  ['II', null, 'field', 4, { kind: 'manual' }],
  ['B1', null, 'criterion', 2, { kind: 'manual' }],
];

function structure(): CycleStructure {
  const nodes = NODES.map(([code, parent, level, max, rule], order): CriteriaNode => ({
    id: code as NodeId,
    parentId: parent as NodeId | null,
    level,
    section: code === 'B1' ? 'bonus' : 'core',
    code,
    name: `Tiêu chí ${code}`,
    order,
    maxMicro: max * POINT,
    rule,
    ruleText: '',
    evidenceText: code === '1.1' ? 'Kế hoạch' : '',
    evidencePolicy: 'explain',
  }));
  const at = Array.from({ length: UNIT_COUNT }, (_, u) => u);
  return {
    cycle: {
      id: CYCLE_ID,
      name: 'Kỳ thử',
      year: 2023,
      periodStart: '2022-11-01',
      periodEnd: '2023-10-31',
      state: 'entered',
      settings: DEFAULT_SETTINGS,
      simulated: true,
      version: 1,
    },
    blocks: [
      { id: BLOCK_ID, cycleId: CYCLE_ID, code: 'K1', name: 'Khối thử', order: 0, criteriaSetId: SET_ID, version: 1 },
    ],
    criteriaSets: [{ id: SET_ID, name: 'Bộ thử', scaleMicro: 10 * POINT, nodes }],
    cycleUnits: at.map((u) => ({
      id: unitId(u),
      cycleId: CYCLE_ID,
      blockId: BLOCK_ID,
      unitId: `unit-${u}` as UnitId,
      order: u,
      ranked: true,
      unrankedReason: '',
      previous: null,
      cap: null,
      version: 1,
    })),
    units: at.map((u) => ({
      id: `unit-${u}` as UnitId,
      code: `V0${u + 1}`,
      name: `Cục ${u + 1}`,
      shortName: '',
      aliases: [],
    })),
  };
}

/** Id of the unit at this position. */
function unitId(u: number): CycleUnitId {
  return `cycle-unit-${u}` as CycleUnitId;
}

/** The shape of the small block. */
export function smallShape(): BlockShape {
  const shape = blockShape(structure(), BLOCK_ID);
  if (!shape) throw new Error('The small block does not compile.');
  return shape;
}

/** Cells of the small block: self-scored points per unit, everything else blank, version 1, evidence everywhere. */
export function smallCells(self: readonly (readonly number[])[]): BlockCells {
  const size = UNIT_COUNT * LEAF_CODES.length;
  return {
    cycleId: CYCLE_ID,
    blockId: BLOCK_ID,
    cycleUnitIds: Array.from({ length: UNIT_COUNT }, (_, u) => unitId(u)),
    leafIds: [...LEAF_CODES] as unknown as readonly NodeId[],
    self: Float64Array.from(self.flat(), (points) => points * POINT),
    appraised: new Float64Array(size).fill(NaN),
    final: new Float64Array(size).fill(NaN),
    flags: new Uint8Array(size).fill(HAS_EVIDENCE),
    version: new Int32Array(size).fill(1),
    seq: 1,
  };
}

export const SELF_POINTS = [
  [1, 3, 2, 3, 0],
  [1, 2, 2, 3, 0],
  [0.5, 2, 1, 2, 0],
] as const;

/** A store over the small block. */
export function smallStore(): BlockStore {
  return new BlockStore(smallShape(), smallCells(SELF_POINTS));
}

/** A cell as the service would send it. */
export function cellOnDisk(u: number, leafCode: (typeof LEAF_CODES)[number], changes: Partial<Cell> = {}): Cell {
  const self = SELF_POINTS[u]?.[LEAF_CODES.indexOf(leafCode)];
  return {
    cycleUnitId: unitId(u),
    leafId: leafCode as unknown as NodeId,
    selfMicro: self === undefined ? null : self * POINT,
    appraisedMicro: null,
    finalMicro: null,
    declared: null,
    notApplicable: false,
    notApplicableReason: '',
    cutReason: '',
    version: 2,
    updatedAt: '2023-11-05T03:32:00.000Z',
    updatedBy: 'Nguyễn A',
    ...changes,
  };
}
