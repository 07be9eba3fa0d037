/**
 * Draws one unit: declared data leaf by leaf, then an honest search that redraws single leaves until the points the
 * rules give add up to the wanted index. Called by draw-block. It never sets points: whatever a leaf is worth comes
 * from shared/scoring.
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { drawDeclared, surveyOf } from './draw-declared.ts';
import { pointsOf } from './points-of.ts';
import type { Random } from './random.ts';
import type { Target } from './targets.ts';
import { createUnitState, type UnitState } from './unit-state.ts';

const HUNDRED_PERCENT = 100_000_000;
/** Near enough for one survey result to close the rest (10⁻⁶ point). */
const CLOSE_MICRO = 12_000;
/** How far a redrawn leaf is better or worse than the unit as a whole. */
const LEAN = 0.2;
const MAX_PROPOSALS = 20_000;
/** Most survey forms tried for an exact result. */
const MAX_FORMS = 2_400;

interface UnitPlan {
  readonly target: Target;
  readonly leaves: readonly NodeDraft[];
  /** Leaf code → denominator or number of survey forms; 0 means nothing arose. */
  readonly volumes: ReadonlyMap<string, number>;
  /** Leaf codes excused for a reason of the unit. */
  readonly excused: ReadonlySet<string>;
  /** Events of bonus and penalty, by leaf code. */
  readonly merits: ReadonlyMap<string, Declared>;
}

export interface DrawnUnit {
  /** Per leaf, in the order given; null where the leaf is excused for a reason of the unit. */
  readonly declared: readonly (Declared | null)[];
  /** Where the search ended. For steering only: results come from the engine. */
  readonly indexMicroPercent: number;
}

/** Draws until the index is within about 0,02 of the target, or exactly on it when the target says so. */
export function drawUnit(plan: UnitPlan, random: Random): DrawnUnit {
  const quality = plan.target.indexMicroPercent / HUNDRED_PERCENT;
  const firstDraft = plan.leaves.map((leaf) =>
    plan.excused.has(leaf.code) ? null : (plan.merits.get(leaf.code) ?? drawLeaf(plan, leaf, quality, random)),
  );
  const apologyShare = 0.5 + 0.5 * random.next();
  const state = createUnitState(plan.leaves, firstDraft, plan.target.indexMicroPercent, apologyShare);
  comeClose(plan, state, quality, random);
  if (plan.target.exact) reachExactly(plan, state);
  else closeGap(plan, state);
  return { declared: state.declared, indexMicroPercent: state.indexMicroPercent() };
}

/** Redraws leaf after leaf, a little better or worse as needed, and keeps what brings the total nearer. */
function comeClose(plan: UnitPlan, state: UnitState, quality: number, random: Random): void {
  for (let proposal = 0; Math.abs(state.gapMicro()) > CLOSE_MICRO; proposal += 1) {
    if (proposal > MAX_PROPOSALS) throw new Error('The search for a sample unit does not converge');
    const index = state.movable[random.int(0, state.movable.length - 1)] ?? 0;
    const leaf = plan.leaves[index];
    const before = state.declared[index];
    if (!leaf || !before) continue;
    const gap = state.gapMicro();
    const leaning = Math.min(0.98, Math.max(0.05, quality + (gap > 0 ? LEAN : -LEAN)));
    state.set(index, drawLeaf(plan, leaf, leaning, random));
    if (Math.abs(state.gapMicro()) >= Math.abs(gap)) state.set(index, before);
  }
}

/** Lets each survey, as so many satisfied among its forms, take up what is left. */
function closeGap(plan: UnitPlan, state: UnitState): void {
  for (const index of state.movable) {
    const leaf = plan.leaves[index];
    const before = state.declared[index];
    if (leaf?.rule?.kind !== 'survey' || !before) continue;
    const gap = state.gapMicro();
    const share = ((state.pointsMicro[index] ?? 0) + gap) / leaf.maxMicro;
    if (!isPlausible(share)) continue;
    const forms = plan.volumes.get(leaf.code) ?? 0;
    state.set(index, surveyOf(Math.round(share * forms), forms));
    if (Math.abs(state.gapMicro()) > Math.abs(gap)) state.set(index, before);
  }
}

/** Looks for a survey result, with however many forms it takes, that meets the target to the last digit. */
function reachExactly(plan: UnitPlan, state: UnitState): void {
  for (const index of state.movable) {
    const leaf = plan.leaves[index];
    if (leaf?.rule?.kind !== 'survey') continue;
    const wantedMicro = (state.pointsMicro[index] ?? 0) + state.gapMicro();
    const share = wantedMicro / leaf.maxMicro;
    if (!isPlausible(share)) continue;
    for (let forms = plan.volumes.get(leaf.code) ?? 0; forms <= MAX_FORMS; forms += 1) {
      const declared = surveyOf(Math.round(share * forms), forms);
      if (pointsOf(leaf, declared) !== wantedMicro) continue;
      state.set(index, declared);
      return;
    }
  }
  throw new Error('No survey result reaches the exact sample index');
}

function isPlausible(satisfiedShare: number): boolean {
  return satisfiedShare > 0.4 && satisfiedShare < 0.998;
}

function drawLeaf(plan: UnitPlan, leaf: NodeDraft, quality: number, random: Random): Declared {
  if (!leaf.rule) throw new Error(`${leaf.code} is not a leaf`);
  const volume = plan.volumes.get(leaf.code) ?? 0;
  if (volume === 0 && leaf.rule.kind === 'ratio') return { kind: 'ratio', numeratorMicro: 0, denominatorMicro: 0 };
  const publicSatisfaction = leaf.evidenceText === 'Kết quả SIPAS';
  return drawDeclared({ rule: leaf.rule, quality, volume, publicSatisfaction }, random);
}
