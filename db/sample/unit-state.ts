/**
 * The unit under the search: declared data and the points the rules give for it, kept in step. Called by draw-unit
 * only. It adds up just enough to steer; results of a unit come from the engine.
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { DOSSIER_LEAVES } from './draw-volumes.ts';
import { pointsOf } from './points-of.ts';

const MICRO = 1_000_000;
const HUNDRED_PERCENT = 100_000_000;
const APOLOGY_LEAF = '3.4.4';

export interface UnitState {
  readonly declared: readonly (Declared | null)[];
  readonly pointsMicro: readonly number[];
  /** Points still wanted (positive) or too many (negative). */
  readonly gapMicro: () => number;
  readonly indexMicroPercent: () => number;
  readonly set: (leaf: number, declared: Declared) => void;
  /** Leaves the search may redraw: applicable, inside the hundred, and not following from others. */
  readonly movable: readonly number[];
}

/**
 * Start from a first draft. 3.4.4 (apologies) always speaks of exactly the files 3.4.1–3.4.3 declare late, of which
 * `apologyShare` got one.
 */
export function createUnitState(
  leaves: readonly NodeDraft[],
  firstDraft: readonly (Declared | null)[],
  targetMicroPercent: number,
  apologyShare: number,
): UnitState {
  const declared = [...firstDraft];
  const pointsMicro = leaves.map(() => 0);
  const apology = leaves.findIndex(({ code }) => code === APOLOGY_LEAF);
  const dossiers = leaves.flatMap(({ code }, index) => (DOSSIER_LEAVES.includes(code) ? [index] : []));
  let totalMicro = 0;
  let applicableMicro = 0;

  /** Null when the leaf turns out not to apply. */
  function write(index: number, value: Declared): number | null {
    const leaf = leaves[index];
    if (!leaf) return null;
    const points = pointsOf(leaf, value);
    const signed = leaf.section === 'penalty' ? -(points ?? 0) : (points ?? 0);
    totalMicro += signed - (pointsMicro[index] ?? 0);
    pointsMicro[index] = signed;
    declared[index] = value;
    return points;
  }

  function settleApologies(): void {
    let lateMicro = 0;
    for (const index of dossiers) {
      const value = declared[index];
      if (value?.kind === 'ratio') lateMicro += value.denominatorMicro - value.numeratorMicro;
    }
    const numeratorMicro = Math.round((lateMicro / MICRO) * apologyShare) * MICRO;
    write(apology, { kind: 'ratio', numeratorMicro, denominatorMicro: lateMicro });
  }

  leaves.forEach((leaf, index) => {
    const value = declared[index];
    const applies = value && write(index, value) !== null;
    if (applies && leaf.section === 'core') applicableMicro += leaf.maxMicro;
  });
  // Only units that receive files from the public have the leaf.
  if (apology >= 0) settleApologies();

  return {
    declared,
    pointsMicro,
    gapMicro: () => Math.round((targetMicroPercent / HUNDRED_PERCENT) * applicableMicro) - totalMicro,
    indexMicroPercent: () => (totalMicro / applicableMicro) * HUNDRED_PERCENT,
    set: (index, value) => {
      write(index, value);
      if (dossiers.includes(index)) settleApologies();
    },
    movable: leaves.flatMap(({ section }, index) =>
      section === 'core' && index !== apology && declared[index] !== null ? [index] : [],
    ),
  };
}
