/**
 * Draws all units of one block of the sample year and puts their cells together. Called by build-sample-year, once per
 * block. One unit is drawn last and takes up what the others missed, so that the block mean fits.
 */
import type { CellDraft, NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { EXCUSED, NOTHING_AROSE } from './data/phrases.ts';
import { drawUnit, type DrawnUnit } from './draw-unit.ts';
import { drawVolumes } from './draw-volumes.ts';
import { makeEvidence } from './make-evidence.ts';
import { meritsOf } from './merits.ts';
import { pointsOf } from './points-of.ts';
import { createRandom, shuffled, type Random } from './random.ts';
import { BLOCK_SHAPES, drawTargets, sum, type Target } from './targets.ts';
import { varyStages } from './vary-stages.ts';

/** Share of leaves with points whose document was never handed in. */
const LOST_EVIDENCE = 0.006;

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface BlockPlan {
  readonly code: 'K1' | 'K2' | 'K3';
  readonly name: string;
  readonly nodes: readonly NodeDraft[];
  readonly units: readonly NamedUnit[];
}

interface SampleUnit {
  readonly named: NamedUnit;
  /** What the search reached, for drawing last year near it; the engine computes its own. */
  readonly indexMicroPercent: number;
  readonly cells: readonly CellDraft[];
}

/** Units of the block in the order given. */
export function drawBlock(block: BlockPlan, days: readonly string[]): SampleUnit[] {
  const leaves = block.nodes.filter((node) => node.rule !== null);
  const assigned = assignTargets(block);
  const drawn = new Map<string, DrawnUnit>();
  const places = [...assigned].sort((a, b) => b.target.indexMicroPercent - a.target.indexMicroPercent);
  assigned.forEach(({ unit, target }, order) => {
    const place = places.findIndex((other) => other.unit === unit);
    const merits = meritsOf(block.code, place, block.units.length);
    const isLast = order === assigned.length - 1;
    const aim = isLast ? balancing(block, [...drawn.values()]) : target;
    drawn.set(unit.code, drawOne(block, unit, leaves, aim, merits));
  });

  return block.units.map((named) => {
    const unit = drawn.get(named.code);
    const random = createRandom(`cells ${named.code}`);
    const excuses = excusesOf(named.code);
    const cells = leaves.map((leaf, index) => {
      const declared = unit?.declared[index] ?? null;
      return makeCell(named, leaf, declared, excuses.get(leaf.code) ?? '', days, random);
    });
    return { named, indexMicroPercent: unit?.indexMicroPercent ?? 0, cells };
  });
}

interface Assigned {
  readonly unit: NamedUnit;
  readonly target: Target;
}

/** Targets by lot, in the order of drawTargets. Units with excused leaves take none of the exact ones. */
function assignTargets(block: BlockPlan): Assigned[] {
  const random = createRandom(`targets ${block.code}`);
  const targets = drawTargets(BLOCK_SHAPES[block.code], random);
  const byLot = shuffled(block.units, random);
  const order = [
    ...byLot.filter(({ code }) => excusesOf(code).size === 0),
    ...byLot.filter(({ code }) => excusesOf(code).size > 0),
  ];
  return order.flatMap((unit, index) => {
    const target = targets[index];
    return target ? [{ unit, target }] : [];
  });
}

/** What the last unit must reach for the mean to fit. */
function balancing(block: BlockPlan, others: readonly DrawnUnit[]): Target {
  const required = BLOCK_SHAPES[block.code].meanMicroPercent * block.units.length;
  return {
    indexMicroPercent: required - sum(others.map(({ indexMicroPercent }) => indexMicroPercent)),
    exact: false,
  };
}

function drawOne(
  block: BlockPlan,
  unit: NamedUnit,
  leaves: readonly NodeDraft[],
  target: Target,
  merits: ReadonlyMap<string, Declared>,
): DrawnUnit {
  const random = createRandom(`unit ${unit.code}`);
  const volumes = new Map(drawVolumes(block.code, random));
  // Exact targets speak of the full hundred points, so nothing leaves the denominator there.
  if (!target.exact) {
    if (random.chance(0.45)) volumes.set('2.4.2', 0);
    if (random.chance(0.25)) volumes.set('6.2.2', 0);
  }
  const excused = new Set(excusesOf(unit.code).keys());
  return drawUnit({ target, leaves, volumes, excused, merits }, random);
}

/** Leaf code → reason. */
function excusesOf(unitCode: string): ReadonlyMap<string, string> {
  return new Map(
    EXCUSED.filter(([code]) => code === unitCode).flatMap(([, leafCodes, reason]) =>
      leafCodes.map((leafCode): [string, string] => [leafCode, reason]),
    ),
  );
}

function makeCell(
  unit: NamedUnit,
  leaf: NodeDraft,
  declared: Declared | null,
  excuse: string,
  days: readonly string[],
  random: Random,
): CellDraft {
  const finalMicro = declared === null ? null : pointsOf(leaf, declared);
  if (declared === null || finalMicro === null) {
    return {
      leafCode: leaf.code,
      selfMicro: null,
      appraisedMicro: null,
      finalMicro: null,
      declared,
      notApplicableReason: declared === null ? excuse : (NOTHING_AROSE[leaf.code] ?? ''),
      cutReason: '',
      evidence: [],
    };
  }
  const stages = varyStages(leaf, declared, random);
  const handedIn = finalMicro > 0 && (leaf.section !== 'core' || !random.chance(LOST_EVIDENCE));
  return {
    leafCode: leaf.code,
    selfMicro: stages.self === null ? null : pointsOf(leaf, stages.self),
    appraisedMicro: pointsOf(leaf, stages.appraised),
    finalMicro,
    declared,
    notApplicableReason: null,
    cutReason: stages.cutReason,
    evidence: handedIn ? [makeEvidence(unit, leaf, declared, days, random)] : [],
  };
}
