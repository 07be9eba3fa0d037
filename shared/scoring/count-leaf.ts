import { HAS_EVIDENCE, NOT_APPLICABLE, type CompiledSet } from './model.ts';

/** Why a cell counts what it counts. */
export type LeafCause =
  | 'counted'
  /** Neither points nor excused: counts 0 and stays in the denominator. */
  | 'blank'
  /** Excused: leaves the denominator. */
  | 'notApplicable'
  /** The leaf's policy gives no points without evidence. */
  | 'noEvidence'
  /** More than the maximum was typed: the maximum counts. */
  | 'overMax';

export interface CountedLeaf {
  /** What the cell adds to its section, in 10⁻⁶ point. */
  readonly countedMicro: number;
  /** What it adds to the denominator. */
  readonly applicableMicro: number;
  readonly cause: LeafCause;
  /** Points above 0 without the evidence the leaf asks for. */
  readonly lacksEvidence: boolean;
  /** The unit's result is withheld until the evidence is there. */
  readonly blocks: boolean;
}

const POLICY = { zero: 1, block: 2, noneAsked: 3 } as const;
const CORE = 0;
const PENALTY = 2;

/**
 * One cell as addUpBlock counts it, with the reason; `pointsMicro` is the effective value, NaN when blank. The engine
 * does the same in its loop over columns; explain-unit.test.ts holds the two against each other.
 */
export function countLeaf(set: CompiledSet, leaf: number, pointsMicro: number, flags: number): CountedLeaf {
  const maxMicro = set.maxMicro[leaf] ?? 0;
  const section = set.sectionOfLeaf[leaf];
  const applicableMicro = section === CORE ? maxMicro : 0;
  const fit = { applicableMicro, lacksEvidence: false, blocks: false };
  if ((flags & NOT_APPLICABLE) !== 0) return { ...fit, countedMicro: 0, applicableMicro: 0, cause: 'notApplicable' };
  if (Number.isNaN(pointsMicro)) return { ...fit, countedMicro: 0, cause: 'blank' };
  const policy = set.evidencePolicyOfLeaf[leaf];
  const lacksEvidence = pointsMicro > 0 && (flags & HAS_EVIDENCE) === 0 && policy !== POLICY.noneAsked;
  const evidence = { ...fit, lacksEvidence, blocks: lacksEvidence && policy === POLICY.block };
  // A deduction stands without its paper: nobody gains by not attaching it.
  if (lacksEvidence && policy === POLICY.zero && section !== PENALTY) {
    return { ...evidence, countedMicro: 0, cause: 'noEvidence' };
  }
  const isOver = pointsMicro > maxMicro;
  const countedMicro = Math.max(isOver ? maxMicro : pointsMicro, 0);
  return { ...evidence, countedMicro, cause: isOver ? 'overMax' : 'counted' };
}
