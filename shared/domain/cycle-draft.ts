/**
 * A whole cycle as plain data, before it has ids. The one way a cycle comes into being: the sample year, an import and
 * the command line all produce a draft, and db/service/create-cycle writes it as one batch.
 */
import type { CriteriaNode, Cycle, CycleUnit, Evidence, Unit } from './entities.ts';
import type { Declared } from './rules.ts';

export interface CycleDraft extends Omit<Cycle, 'id' | 'version'> {
  readonly blocks: readonly BlockDraft[];
}

export interface BlockDraft {
  readonly code: string;
  readonly name: string;
  readonly criteriaSet: CriteriaSetDraft;
  readonly units: readonly UnitDraft[];
}

export interface CriteriaSetDraft {
  readonly name: string;
  readonly scaleMicro: number;
  /** Parents before children; codes are unique within the set; `order` is the position in this list. */
  readonly nodes: readonly NodeDraft[];
}

export interface NodeDraft extends Omit<CriteriaNode, 'id' | 'parentId' | 'order'> {
  readonly parentCode: string | null;
}

export interface UnitDraft
  extends
    Pick<Unit, 'code' | 'name' | 'shortName'>,
    Partial<Pick<Unit, 'aliases'>>,
    Pick<CycleUnit, 'ranked' | 'previous'> {
  /** Cells that hold anything; a leaf without a cell is blank. */
  readonly cells: readonly CellDraft[];
}

export interface CellDraft {
  readonly leafCode: string;
  readonly selfMicro: number | null;
  readonly appraisedMicro: number | null;
  readonly finalMicro: number | null;
  readonly declared: Declared | null;
  /** Why the leaf is excused; null when it applies. */
  readonly notApplicableReason: string | null;
  /** Why a later value is below the self-scored one; empty without a cut. */
  readonly cutReason: string;
  readonly evidence: readonly Omit<Evidence, 'id' | 'cycleUnitId' | 'leafId' | 'file' | 'version'>[];
}
