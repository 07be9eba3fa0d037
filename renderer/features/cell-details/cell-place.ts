import type { Cell } from '#shared/contract/outputs.ts';
import type { CriteriaNode, Stage } from '#shared/domain/entities.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import type { UnitInBlock } from '#renderer/features/scoring/block-shape.ts';

/** The cell the details speak about. */
export interface CellPlace {
  readonly store: BlockStore;
  readonly u: number;
  readonly l: number;
  readonly unit: UnitInBlock;
  readonly leaf: CriteriaNode;
  readonly stage: Stage;
  /** The record as on disk; null while it loads or when nobody ever wrote the cell. */
  readonly cell: Cell | null;
}
