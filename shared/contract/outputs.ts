/** Shapes the data service answers with. Columns for what is large, records for what is small. */
import type { Block, CriteriaSet, Cycle, CycleUnit, Evidence, Role, Unit } from '../domain/entities.ts';
import type { BatchId, BlockId, CycleId, CycleUnitId, NodeId, OpId, UserId } from '../domain/ids.ts';
import type { OfficeSettings } from '../domain/office-settings.ts';
import type { Declared } from '../domain/rules.ts';
import type { Ranking as CycleRanking } from '../scoring/ranking-model.ts';
import type { AppError } from './errors.ts';
import type { AnnexCode } from './schemas.ts';

export type OfficeStatus =
  | { readonly open: false }
  | {
      readonly open: true;
      readonly fileName: string;
      readonly readOnly: boolean;
      readonly schemaVersion: number;
      /** Who uses this port; null before signing in to a file with users. */
      readonly user: SeatedUser | null;
      readonly settings: OfficeSettings;
      /** When the newest batch reached the disk. */
      readonly lastSavedAt: string | null;
    };

export interface SeatedUser {
  /** Null in a single-seat file. */
  readonly id: UserId | null;
  /** Empty in a single-seat file. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Methods of the contract these roles may call, so that a window need not offer the others. */
  readonly may: readonly string[];
  /** Somebody else chose the password: it is time for a new one. */
  readonly passwordByOther: boolean;
}

export interface CycleSummary {
  readonly id: CycleId;
  readonly name: string;
  readonly year: number;
  readonly state: Cycle['state'];
  readonly simulated: boolean;
  readonly unitCount: number;
}

export interface CycleStructure {
  readonly cycle: Cycle;
  readonly blocks: readonly Block[];
  readonly criteriaSets: readonly CriteriaSet[];
  readonly cycleUnits: readonly CycleUnit[];
  readonly units: readonly Unit[];
}

/**
 * All cells of a block, unit-major: cell (u, l) is at `u * leafIds.length + l`. Points are 10⁻⁶ point, NaN is blank.
 * `version` 0 means the cell was never written.
 */
export interface BlockCells {
  readonly cycleId: CycleId;
  readonly blockId: BlockId;
  readonly cycleUnitIds: readonly CycleUnitId[];
  readonly leafIds: readonly NodeId[];
  readonly self: Float64Array;
  readonly appraised: Float64Array;
  readonly final: Float64Array;
  /** Bits NOT_APPLICABLE, HAS_EVIDENCE of shared/scoring/model. */
  readonly flags: Uint8Array;
  readonly version: Int32Array;
  /** Newest batch included; apply only later events on top. */
  readonly seq: number;
}

/** One cell as a person sees it. */
export interface Cell {
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly selfMicro: number | null;
  readonly appraisedMicro: number | null;
  readonly finalMicro: number | null;
  readonly declared: Declared | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string;
  /** Why the appraised or final value is below the self-scored one. */
  readonly cutReason: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface UnitCells {
  readonly cycleUnitId: CycleUnitId;
  readonly cells: readonly Cell[];
  readonly evidence: readonly Evidence[];
  readonly seq: number;
}

export interface LeafCells {
  readonly leafId: NodeId;
  readonly cells: readonly Cell[];
  readonly evidence: readonly Evidence[];
  readonly seq: number;
}

export interface CellHistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  /** Field of the cell: self_micro, appraised_micro, final_micro, declared, not_applicable, cut_reason… */
  readonly column: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** The reply to a command: it is on disk. */
export interface Committed {
  readonly batchId: BatchId;
  readonly seq: number;
  readonly at: string;
  readonly label: BatchLabel;
  readonly cells: readonly Cell[];
}

/** Name of a step as key and parameters, so that each window words it in its own language. */
export interface BatchLabel {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface CommittedEvent extends Committed {
  readonly opId: OpId;
  readonly actor: string;
  /** Cycle whose cells changed; null when the batch was about something else. */
  readonly cycleId: CycleId | null;
  /** True when more than cells changed (caps, a new cycle): reload structures. */
  readonly structureChanged: boolean;
  /** True when marks of cells changed (comments, evidence, a milestone): ask for the columns again. */
  readonly marksChanged: boolean;
  /** True when explanation rounds or their items changed: ask for them again. */
  readonly explanationsChanged: boolean;
  /** What undo and redo would do now; null when somebody else did this, then yours are as they were. */
  readonly undo: UndoState | null;
}

/** One step of the caller's own history. */
export interface Step {
  readonly seq: number;
  readonly at: string;
  readonly label: BatchLabel;
  readonly changeCount: number;
}

export interface Steps {
  /** What undo would take back, nearest first. */
  readonly undo: readonly Step[];
  /** What redo would restore, nearest first. */
  readonly redo: readonly Step[];
}

export interface Jumped {
  /** Steps really taken; fewer than asked for when one could not be. */
  readonly taken: number;
  readonly stoppedBy: AppError | null;
}

export interface UndoState {
  readonly undo: BatchLabel | null;
  readonly redo: BatchLabel | null;
}

/** Results of a cycle, computed by shared/scoring at the moment of asking. */
export type Ranking = CycleRanking & { readonly seq: number };
export type { RankedBlock, RankedUnit } from '../scoring/ranking-model.ts';

export interface PreflightItem {
  readonly severity: 'error' | 'warning';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Preflight {
  readonly items: readonly PreflightItem[];
  readonly units: number;
  readonly sheets: number;
}

export interface ExportReceipt {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly annexes: readonly AnnexCode[];
  readonly formulas: number;
  readonly at: string;
}

export interface ImportProblem {
  readonly severity: 'error' | 'warning';
  /** "Sheet1!C7" or "dòng 7". */
  readonly at: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ImportPreview {
  readonly units: number;
  readonly leaves: number;
  readonly blocks: readonly {
    readonly code: string;
    readonly units: number;
    readonly leaves: number;
    readonly scale: string;
  }[];
  readonly cells: {
    readonly points: number;
    readonly blank: number;
    readonly notApplicable: number;
    readonly rounded: number;
  };
  readonly problems: readonly ImportProblem[];
  /** True when `imports.commit` with the same input would succeed. */
  readonly acceptable: boolean;
}

export interface ImportReceipt {
  readonly cycleId: CycleId;
  readonly preview: ImportPreview;
  readonly committed: Committed;
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
  readonly total: number;
}

export interface LogEntry {
  readonly batchId: BatchId;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: BatchLabel;
  readonly changeCount: number;
  readonly hash: string;
}

export interface LogChange {
  readonly table: string;
  /** A name a person knows: unit code · leaf code, or the record id. */
  readonly subject: string;
  readonly column: string | null;
  readonly old: string | null;
  readonly new: string | null;
}

export type { ChainCheck } from './outputs-audit.ts';
