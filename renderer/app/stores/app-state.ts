/** What every part of the window may know: which file is open, which cycle is chosen, what is on disk. */
import type { AppError } from '#shared/contract/errors.ts';
import type { CycleStructure, CycleSummary, OfficeStatus, UndoState } from '#shared/contract/outputs.ts';
import type { CellFilter } from '#shared/appraisal/cell-rules.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';

export type Screen =
  'start' | 'scoring' | 'appraisal' | 'ranking' | 'reports' | 'log' | 'units' | 'overview' | 'criteria';

/**
 * Where the command palette, the overview or a link asked to go; `log` is the log of a unit or of one cell. `serial` grows so that the same target can be asked for twice.
 */
export type Target =
  | { readonly kind: 'unit'; readonly cycleUnitId: CycleUnitId; readonly serial: number }
  | { readonly kind: 'node'; readonly nodeId: NodeId; readonly serial: number }
  | {
      readonly kind: 'log';
      readonly cycleUnitId: CycleUnitId;
      readonly leafId: NodeId | null;
      readonly serial: number;
    }
  | (WorkPlace & { readonly kind: 'work'; readonly serial: number });

/** A cell that waits for something, in the sheet it is done in, with the filter that shows its like. */
export interface WorkPlace {
  readonly screen: 'scoring' | 'appraisal';
  readonly sheet: 'matrix' | 'unit' | 'leaf';
  readonly blockId: BlockId;
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly stage: Stage;
  readonly filter: CellFilter;
}

type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** State of the data process as the shell says it; `restarted` until the person closed the banner. */
export type DataProcessState = 'up' | 'restarting' | 'restarted' | 'down';

export interface AppState {
  readonly screen: Screen;
  /** null until the service answered for the first time. */
  readonly office: OfficeStatus | null;
  /** True once the list of cycles of the open file is known. */
  readonly loaded: boolean;
  readonly cycles: readonly CycleSummary[];
  readonly cycleId: CycleId | null;
  readonly structure: CycleStructure | null;
  readonly undo: UndoState;
  readonly save: SaveState;
  readonly dataProcess: DataProcessState;
  readonly target: Target | null;
  /** Why the last attempt to open a file failed; shown in place on Bắt đầu. */
  readonly openError: AppError | null;
}

export const INITIAL_STATE: AppState = {
  screen: 'start',
  office: null,
  loaded: false,
  cycles: [],
  cycleId: null,
  structure: null,
  undo: { undo: null, redo: null },
  save: { kind: 'saved', at: null },
  dataProcess: 'up',
  target: null,
  openError: null,
};
