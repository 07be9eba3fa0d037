/**
 * The cells of one block as the person sees them: what is on disk, with the edits on their way laid over it, and the
 * results of the same engine on top. Sheets and strips read it; ScoreSender and service events write it. No React, no
 * AG Grid, no words. Cell (u, l) is at `u * leafCount + l`, as in BlockCells.
 */
import type { AppError } from '#shared/contract/errors.ts';
import type { BlockCells, Cell } from '#shared/contract/outputs.ts';
import type { CellEdit } from '#shared/contract/schemas.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { computeBlock, recomputeBlock } from '#shared/scoring/compute-block.ts';
import {
  CHANGED_SINCE_MILESTONE,
  HAS_COMMENT,
  HAS_EVIDENCE,
  NOT_APPLICABLE,
  type BlockResult,
} from '#shared/scoring/model.ts';
import { alignCells } from './align-cells.ts';
import type { BlockShape, TreeNode } from './block-shape.ts';
import { changedUnits } from './changed-units.ts';
import type { Refusal } from './plan-edit.ts';

/** One edit of one cell on its way to the disk. */
export interface PendingEdit {
  readonly opId: OpId;
  readonly u: number;
  readonly l: number;
  /** The value typed into; null for a decision about the whole leaf (không áp dụng). */
  readonly stage: Stage | null;
  readonly set: CellEdit['set'];
  /** What the person typed, to be shown again if it cannot be written. */
  readonly text: string;
}

/** Why a typed value is not on its way: refused here , refused by the service, or a question open. */
export type CellProblem =
  | { readonly kind: 'refused'; readonly text: string; readonly reason: Refusal }
  | { readonly kind: 'failed'; readonly text: string; readonly error: AppError; readonly edit: PendingEdit }
  | { readonly kind: 'asking'; readonly text: string };

export interface StoreChange {
  /** Units whose cells or results changed; null when everything may have. */
  readonly units: readonly number[] | null;
}

/** A cell by unit and leaf. */
export interface StorePlace {
  readonly u: number;
  readonly l: number;
}

interface CellState {
  self: number;
  appraised: number;
  final: number;
  flags: number;
  version: number;
}

interface Overlay {
  /** The cell as on disk. */
  readonly base: CellState;
  readonly edits: PendingEdit[];
}

type Columns = ReturnType<typeof alignCells>;
type Results = Partial<Record<Stage, BlockResult>>;

interface Computed {
  readonly result: BlockResult;
  /** Units whose cells changed since. */
  readonly changed: Set<number>;
}

/** Changes the subscribers have not been told of. */
interface Unsettled {
  /** Null when everything may have changed. */
  units: Set<number> | null;
  before: Results;
  readonly acts: (() => void)[];
}

/** Bits a fresh copy may change without any cell being written. */
const MARKS = HAS_EVIDENCE | HAS_COMMENT | CHANGED_SINCE_MILESTONE;

export class BlockStore {
  readonly shape: BlockShape;
  private columns: Columns;
  private effective: Readonly<Record<Stage, Float64Array>>;
  private computed: Partial<Record<Stage, Computed>> = {};
  private readonly overlays = new Map<number, Overlay>();
  private readonly problems = new Map<string, CellProblem>();
  private readonly listeners = new Set<(change: StoreChange) => void>();
  private readonly cellListeners = new Set<(cells: readonly StorePlace[]) => void>();
  /** Units whose results the change at hand makes old. */
  private readonly oldUnits = new Set<number>();
  /** What is to be told once the screen is painted; null when nothing is. */
  private unsettled: Unsettled | null = null;
  private readonly later: (act: () => void) => void;
  /** Whether the cycle has a milestone: cells written from then on carry its mark. */
  hasMilestone = false;

  /** `later` runs an act when the cells just typed are on the screen; without it results follow at once. */
  constructor(shape: BlockShape, cells: BlockCells, later: (act: () => void) => void = (act) => act()) {
    this.shape = shape;
    this.later = later;
    this.columns = alignCells(shape, cells);
    this.effective = effectiveColumns(this.columns);
  }

  get leafCount(): number {
    return this.shape.set.leaves.length;
  }

  /** Told of cells together with all that follows from them, once the screen shows the cells themselves. */
  subscribe(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Told at once of the cells whose value or mark changed; results and other cells follow through `subscribe`. */
  onCells(listener: (cells: readonly StorePlace[]) => void): () => void {
    this.cellListeners.add(listener);
    return () => void this.cellListeners.delete(listener);
  }

  /** Runs an act when the subscribers have been told of all changes so far. */
  whenSettled(act: () => void): void {
    if (this.unsettled) this.unsettled.acts.push(act);
    else act();
  }

  /** Points typed at this stage (10⁻⁶ point); NaN is blank. */
  points(stage: Stage, u: number, l: number): number {
    return this.columns[stage][u * this.leafCount + l] ?? NaN;
  }

  /** Points that count at this stage: typed there, or taken over from an earlier one. */
  effectivePoints(stage: Stage, u: number, l: number): number {
    return this.effective[stage][u * this.leafCount + l] ?? NaN;
  }

  isNotApplicable(u: number, l: number): boolean {
    return this.hasFlag(u, l, NOT_APPLICABLE);
  }

  hasEvidence(u: number, l: number): boolean {
    return this.hasFlag(u, l, HAS_EVIDENCE);
  }

  /** An open thread of comments. */
  hasComment(u: number, l: number): boolean {
    return this.hasFlag(u, l, HAS_COMMENT);
  }

  isChangedSinceMilestone(u: number, l: number): boolean {
    return this.hasFlag(u, l, CHANGED_SINCE_MILESTONE);
  }

  private hasFlag(u: number, l: number, flag: number): boolean {
    return ((this.columns.flags[u * this.leafCount + l] ?? 0) & flag) !== 0;
  }

  /** Points above zero count but the evidence (TLKC) the leaf asks for is not there. */
  lacksEvidence(stage: Stage, u: number, l: number): boolean {
    const isAsked = this.shape.set.evidencePolicyOfLeaf[l] !== 3;
    return isAsked && !this.isNotApplicable(u, l) && !this.hasEvidence(u, l) && this.effectivePoints(stage, u, l) > 0;
  }

  /** Version of the cell on disk; 0 when it was never written. */
  version(u: number, l: number): number {
    const i = u * this.leafCount + l;
    return this.overlays.get(i)?.base.version ?? this.columns.version[i] ?? 0;
  }

  isPending(stage: Stage, u: number, l: number): boolean {
    const edits = this.overlays.get(u * this.leafCount + l)?.edits;
    return edits !== undefined && edits.some((edit) => edit.stage === stage || edit.stage === null);
  }

  hasPending(u: number, l: number): boolean {
    return this.overlays.has(u * this.leafCount + l);
  }

  get pendingCount(): number {
    let count = 0;
    for (const { edits } of this.overlays.values()) count += edits.length;
    return count;
  }

  problem(stage: Stage, u: number, l: number): CellProblem | null {
    return this.problems.size === 0 ? null : (this.problems.get(problemKey(stage, u * this.leafCount + l)) ?? null);
  }

  /** Cells whose typed value is not on its way to the disk. */
  problemCells(): readonly { readonly stage: Stage; readonly u: number; readonly l: number }[] {
    return [...this.problems].flatMap(([key, { kind }]) => {
      const [stage, i] = key.split(':') as [Stage, string];
      if (kind === 'asking') return [];
      return [{ stage, u: Math.floor(Number(i) / this.leafCount), l: Number(i) % this.leafCount }];
    });
  }

  setProblem(stage: Stage, u: number, l: number, problem: CellProblem | null): void {
    const key = problemKey(stage, u * this.leafCount + l);
    if (problem) this.problems.set(key, problem);
    else if (!this.problems.delete(key)) return;
    this.tell([u * this.leafCount + l]);
  }

  /** Results of the block by the points that count at this stage, from the engine; kept until a cell changes. */
  result(stage: Stage): BlockResult {
    const known = this.computed[stage];
    if (known?.changed.size === 0) return known.result;
    const { set, facts, settings, units } = this.shape;
    const { leafCount } = this;
    const scores = { unitCount: units.length, leafCount, points: this.effective[stage], flags: this.columns.flags };
    const result = known
      ? recomputeBlock(known.result, [...known.changed], set, scores, facts, settings)
      : computeBlock(set, scores, facts, settings);
    this.computed[stage] = { result, changed: new Set() };
    return result;
  }

  /** The results subscribers were last told of: `result` before the changes that are still to settle. */
  settledResult(stage: Stage): BlockResult {
    return this.unsettled?.before[stage] ?? this.result(stage);
  }

  /**
   * Points of a field, a criterion or a leaf of a unit as the engine adds them up (10⁻⁶ point); NaN without any.
   * `from` is the result to read, else the present one.
   */
  nodeMicro(stage: Stage, u: number, { node, leafFrom, isLeaf }: TreeNode, from?: BlockResult): number {
    if (isLeaf) return this.isNotApplicable(u, leafFrom) ? NaN : this.effectivePoints(stage, u, leafFrom);
    const { set } = this.shape;
    const result = from ?? this.result(stage);
    const field = set.fields.indexOf(node);
    if (field >= 0) return result.fieldMicro[u * set.fields.length + field] ?? NaN;
    const criterion = set.criteria.indexOf(node);
    if (criterion >= 0) return result.criterionMicro[u * set.criteria.length + criterion] ?? NaN;
    return (node.section === 'bonus' ? result.bonusMicro : result.penaltyMicro)[u] ?? NaN;
  }

  /** Σ maxima of the applicable leaves below a node (10⁻⁶ point). */
  applicableMicro(u: number, { leafFrom, leafTo }: TreeNode): number {
    let sumMicro = 0;
    for (let l = leafFrom; l < leafTo; l++) {
      if (!this.isNotApplicable(u, l)) sumMicro += this.shape.set.maxMicro[l] ?? 0;
    }
    return sumMicro;
  }

  /** Lays edits of one step over their cells: shown and counted at once. */
  begin(edits: readonly PendingEdit[]): void {
    this.change((touch) => {
      for (const edit of edits) {
        const i = edit.u * this.leafCount + edit.l;
        const overlay = this.overlays.get(i) ?? { base: this.read(i), edits: [] };
        overlay.edits.push(edit);
        this.overlays.set(i, overlay);
        this.problems.delete(problemKey(edit.stage ?? 'final', i));
        this.relay(i);
        touch(i);
      }
    });
  }

  /** Takes the edit of one cell away again and keeps what was typed beside the reason. */
  fail(edit: PendingEdit, error: AppError, stage: Stage): void {
    const i = edit.u * this.leafCount + edit.l;
    this.problems.set(problemKey(stage, i), { kind: 'failed', text: edit.text, error, edit });
    this.change((touch) => {
      this.lift(i, edit.opId);
      touch(i);
    });
  }

  /** Takes the edits of a step away again: none of its cells was written. */
  withdraw(edits: readonly PendingEdit[]): void {
    this.change((touch) => {
      for (const { u, l, opId } of edits) {
        const i = u * this.leafCount + l;
        if (this.lift(i, opId)) touch(i);
      }
    });
  }

  /**
   * Takes cells that are on disk, from a reply or an event. Older ones than those known are ignored, and so is the
   * second of reply and event.
   */
  apply(cells: readonly Cell[], opId: OpId | null): void {
    this.change((touch) => {
      for (const cell of cells) {
        const u = this.shape.unitAt.get(cell.cycleUnitId);
        const l = this.shape.leafAt.get(cell.leafId);
        if (u === undefined || l === undefined) continue;
        const i = u * this.leafCount + l;
        const isNews = this.rebase(i, cell);
        const isLifted = opId !== null && this.lift(i, opId);
        if (isNews || isLifted) touch(i);
      }
    });
  }

  /** Takes a fresh copy of the block; edits on their way stay on top. */
  reload(cells: BlockCells): void {
    this.columns = alignCells(this.shape, cells);
    for (const [i, { edits }] of this.overlays) this.overlays.set(i, { base: this.read(i), edits });
    this.effective = effectiveColumns(this.columns);
    for (const i of this.overlays.keys()) this.relay(i);
    this.computed = {};
    this.tell(null);
  }

  /** Takes only the marks (evidence, comments, changed since the milestone) of a fresh copy; points stay as they are. */
  remark(cells: BlockCells): void {
    const { flags } = alignCells(this.shape, cells);
    this.change((touch) => {
      flags.forEach((fresh, i) => {
        const overlay = this.overlays.get(i);
        const before = this.columns.flags[i] ?? 0;
        const after = (before & ~MARKS) | (fresh & MARKS);
        if (after === before) return;
        this.columns.flags[i] = after;
        if (overlay) overlay.base.flags = (overlay.base.flags & ~MARKS) | (fresh & MARKS);
        // Missing evidence is counted, and may withhold a result.
        if ((after ^ before) & HAS_EVIDENCE) this.oldUnits.add(Math.floor(i / this.leafCount));
        touch(i);
      });
    });
  }

  private read(i: number): CellState {
    const { self, appraised, final, flags, version } = this.columns;
    return {
      self: self[i] ?? NaN,
      appraised: appraised[i] ?? NaN,
      final: final[i] ?? NaN,
      flags: flags[i] ?? 0,
      version: version[i] ?? 0,
    };
  }

  private write(i: number, state: CellState): void {
    const { self, appraised, final, flags, version } = this.columns;
    version[i] = state.version;
    const isSame =
      Object.is(self[i], state.self) &&
      Object.is(appraised[i], state.appraised) &&
      Object.is(final[i], state.final) &&
      flags[i] === state.flags;
    if (isSame) return;
    this.oldUnits.add(Math.floor(i / this.leafCount));
    self[i] = state.self;
    appraised[i] = state.appraised;
    final[i] = state.final;
    flags[i] = state.flags;
    this.effective.self[i] = state.self;
    this.effective.appraised[i] = isNaN(state.appraised) ? state.self : state.appraised;
    this.effective.final[i] = isNaN(state.final) ? (this.effective.appraised[i] ?? NaN) : state.final;
  }

  /** False when the cell is not newer than the one known. */
  private rebase(i: number, cell: Cell): boolean {
    const overlay = this.overlays.get(i);
    const known = overlay?.base ?? this.read(i);
    if (cell.version <= known.version) return false;
    const base: CellState = {
      self: cell.selfMicro ?? NaN,
      appraised: cell.appraisedMicro ?? NaN,
      final: cell.finalMicro ?? NaN,
      flags:
        (known.flags & ~NOT_APPLICABLE) |
        (cell.notApplicable ? NOT_APPLICABLE : 0) |
        (this.hasMilestone ? CHANGED_SINCE_MILESTONE : 0),
      version: cell.version,
    };
    if (overlay) {
      this.overlays.set(i, { base, edits: overlay.edits });
      this.relay(i);
    } else this.write(i, base);
    return true;
  }

  /** Drops one edit of a cell and shows what is left; false when it was gone already. */
  private lift(i: number, opId: OpId): boolean {
    const overlay = this.overlays.get(i);
    const edits = overlay?.edits.filter((edit) => edit.opId !== opId);
    if (!overlay || !edits || edits.length === overlay.edits.length) return false;
    if (edits.length > 0) this.overlays.set(i, { base: overlay.base, edits });
    else this.overlays.delete(i);
    this.write(i, edits.reduce(applySet, overlay.base));
    return true;
  }

  private relay(i: number): void {
    const overlay = this.overlays.get(i);
    if (overlay) this.write(i, overlay.edits.reduce(applySet, overlay.base));
  }

  /** Acts on cells and tells of those it touched; results are computed again only if a value really changed. */
  private change(act: (touch: (i: number) => void) => void): void {
    const touched: number[] = [];
    this.oldUnits.clear();
    act((i) => touched.push(i));
    const before: Results = {};
    if (this.oldUnits.size > 0) {
      for (const [stage, { result, changed }] of Object.entries(this.computed) as [Stage, Computed][]) {
        if (changed.size === 0) before[stage] = result;
        for (const u of this.oldUnits) changed.add(u);
      }
    }
    if (touched.length > 0) this.tell(touched, before);
  }

  /**
   * Tells of cells at once, and of what follows from them later: the engine runs over the whole block, and the person
   * who typed must not wait for it. Null touches everything.
   */
  private tell(touched: readonly number[] | null, before: Results = {}): void {
    const waiting = this.unsettled ?? { units: new Set<number>(), before: {}, acts: [] };
    for (const i of touched ?? []) waiting.units?.add(Math.floor(i / this.leafCount));
    if (!touched) waiting.units = null;
    // The oldest results count: they are what subscribers know.
    waiting.before = { ...before, ...waiting.before };
    const isNew = !this.unsettled;
    this.unsettled = waiting;
    if (touched && this.cellListeners.size > 0) {
      const cells = touched.map((i) => ({ u: Math.floor(i / this.leafCount), l: i % this.leafCount }));
      for (const listener of this.cellListeners) listener(cells);
    }
    if (isNew) this.later(() => this.settle());
  }

  private settle(): void {
    if (!this.unsettled) return;
    const { units, before, acts } = this.unsettled;
    this.unsettled = null;
    for (const stage of Object.keys(before) as Stage[]) {
      const old = before[stage];
      if (old && units) for (const u of changedUnits(old, this.result(stage))) units.add(u);
    }
    for (const listener of this.listeners) listener({ units: units && [...units] });
    for (const act of acts) act();
  }
}

function problemKey(stage: Stage, i: number): string {
  return `${stage}:${i}`;
}

/** The cell as the service will make it, as far as points and n/a go. */
function applySet(state: CellState, { set }: PendingEdit): CellState {
  switch (set.kind) {
    case 'points':
      return { ...state, [set.stage]: set.pointsMicro ?? NaN };
    case 'notApplicable':
      return {
        ...state,
        flags: set.reason === null ? state.flags & ~NOT_APPLICABLE : state.flags | NOT_APPLICABLE,
      };
    case 'declared':
      return state;
  }
}

function effectiveColumns({ self, appraised, final }: Columns): Readonly<Record<Stage, Float64Array>> {
  const byAppraisal = appraised.map((points, i) => (isNaN(points) ? (self[i] ?? NaN) : points));
  return {
    self: self.slice(),
    appraised: byAppraisal,
    final: final.map((points, i) => (isNaN(points) ? (byAppraisal[i] ?? NaN) : points)),
  };
}
