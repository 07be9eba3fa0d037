import type { UnitDraft } from '../domain/cycle-draft.ts';
import type { ImportedBlock } from './read-criteria.ts';
import type { ReadRow } from './wide-cells.ts';
import type { WideSheet } from './wide-columns.ts';

/** A unit's row as read, with what the checks after it need. */
export interface WideUnit {
  readonly sheet: WideSheet;
  readonly row: number;
  readonly block: ImportedBlock;
  readonly draft: UnitDraft;
  readonly read: ReadRow;
}
