/** What explaining a figure answers with: the sums, and what they stand on. */
import type { Evidence } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import type { Declared } from '../domain/rules.ts';
import type { ExplainedUnit } from '../scoring/explain-model.ts';
import type { BatchLabel } from './outputs.ts';

/** A unit's result taken apart, with the grounds of every leaf that has any. */
export interface UnitExplanation {
  readonly unit: ExplainedUnit;
  readonly grounds: readonly LeafGrounds[];
  readonly seq: number;
}

export interface LeafGrounds {
  readonly leafId: NodeId;
  readonly declared: Declared | null;
  readonly notApplicableReason: string;
  readonly cutReason: string;
  /** Who wrote each field of the cell as it is now; a field never written is missing. */
  readonly origins: readonly FieldOrigin[];
  readonly evidence: readonly { readonly record: Evidence; readonly origin: Origin | null }[];
}

/** The step of the log a value comes from. */
export interface Origin {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: BatchLabel;
}

export interface FieldOrigin extends Origin {
  /** Field of the cell: self_micro, appraised_micro, final_micro, declared, not_applicable_reason, cut_reason. */
  readonly column: string;
}
