/**
 * What a paste, fill, replace or clear would do, before anything is written: the one shape of all planners. The host
 * shows a plan that is not plain and sends `writes` as one batch, hence one undo step. A plan never contains a locked
 * cell, and what it cannot do it lists; nothing is cut off silently.
 */
import type { ReadingProblem } from './read-clipboard-cell.ts';
import type { CellRef } from './sheet-view.ts';

/** Why nobody may type into a cell now; null when one may. */
export type CellLock = 'survey' | 'notApplicable' | 'calculated' | 'sealed' | 'stage' | null;

/** What planning must know of a cell. */
export interface CellInfo {
  /** Points, free text, or shown only (codes, names, sums). */
  readonly kind: 'points' | 'text' | 'readOnly';
  /** Largest points of the leaf (10⁻⁶ point); 0 where there are none. */
  readonly maxMicro: number;
  /** Points typed at this stage so far, null for blank, and the version of the cell. */
  readonly current: { readonly micro: number | null; readonly version: number };
  /** Text of a text cell, or shown text of a read-only one; pasting the same again is no change. */
  readonly text?: string;
  readonly lock: CellLock;
}

export type CellInfoOf = (rowId: string, columnId: string) => CellInfo;

/** True when these points need a reason first, as a cut below the self-scored value does (điểm cắt). */
export type NeedsReason = (rowId: string, columnId: string, pointsMicro: number | null) => boolean;

export interface PointsWrite extends CellRef {
  readonly pointsMicro: number | null;
  readonly beforeMicro: number | null;
  readonly expectedVersion: number;
}

export interface TextWrite extends CellRef {
  readonly text: string;
  readonly beforeText: string;
  readonly expectedVersion: number;
}

export type IssueKind =
  | ReadingProblem
  | 'locked'
  /** Two cells of the source fall on one cell, or one name stands twice. */
  | 'overlap'
  | 'unknownUnit'
  | 'unknownLeaf'
  /** Beyond the last row or column, or a row or column that is not displayed. */
  | 'outside';

export interface PlanIssue {
  readonly kind: IssueKind;
  readonly rowId?: string;
  readonly columnId?: string;
  /** Place in the source, from 0; where the trouble came from. */
  readonly sourceRow: number;
  readonly sourceColumn: number;
  readonly text: string;
  readonly lock?: Exclude<CellLock, null> | 'readOnly';
}

export interface PlanCounts {
  readonly writes: number;
  /** Writes that empty a cell which held points. */
  readonly clears: number;
  /** Cells that already hold what they would get. */
  readonly unchanged: number;
  readonly issues: number;
  readonly byKind: Readonly<Partial<Record<IssueKind, number>>>;
}

export interface CellPlan {
  readonly writes: readonly PointsWrite[];
  readonly textWrites: readonly TextWrite[];
  readonly issues: readonly PlanIssue[];
  /** Cells among `writes` that need a reason first. */
  readonly needsReason: readonly CellRef[];
  /** Nothing to ask: write at once. */
  readonly plain: boolean;
  readonly counts: PlanCounts;
}

/** Where a planned value came from. */
export interface SourcePlace {
  readonly sourceRow: number;
  readonly sourceColumn: number;
}

/** What a planner puts into a cell: points, blank, or a problem to list. */
export type PlannedValue =
  | { readonly kind: 'points'; readonly micro: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly problem: ReadingProblem };

export interface PlanBuilder {
  readonly issue: (issue: PlanIssue) => void;
  readonly issueCount: () => number;
  /** Takes a value for a cell of the sheet; `text` is what is listed and what a text cell gets. */
  readonly put: (cell: CellRef, info: CellInfo, value: PlannedValue, text: string, source: SourcePlace) => void;
  readonly finish: (mayBePlain?: boolean) => CellPlan;
}

/** Collects a plan. The only place that decides what is written, so that no planner can write a locked cell. */
export function createPlanBuilder(needsReason: NeedsReason = () => false): PlanBuilder {
  const writes: PointsWrite[] = [];
  const textWrites: TextWrite[] = [];
  const issues: PlanIssue[] = [];
  const reasons: CellRef[] = [];
  const byKind: Partial<Record<IssueKind, number>> = {};
  /** Row → column → what was put there first. */
  const taken = new Map<string, Map<string, string>>();
  let clears = 0;
  let unchanged = 0;

  function issue(found: PlanIssue): void {
    issues.push(found);
    byKind[found.kind] = (byKind[found.kind] ?? 0) + 1;
  }

  /** False when the cell already got a value; another value for it is an issue. */
  function claim({ rowId, columnId }: CellRef, value: PlannedValue, text: string, source: SourcePlace): boolean {
    let row = taken.get(rowId);
    if (!row) taken.set(rowId, (row = new Map<string, string>()));
    const key = value.kind === 'points' ? String(value.micro) : `${value.kind} ${text}`;
    const earlier = row.get(columnId);
    if (earlier === undefined) row.set(columnId, key);
    else if (earlier !== key) issue({ kind: 'overlap', rowId, columnId, ...source, text });
    return earlier === undefined;
  }

  function putText(cell: CellRef, info: CellInfo, text: string, source: SourcePlace): void {
    const { rowId, columnId } = cell;
    const beforeText = info.text ?? '';
    if (text === beforeText) unchanged++;
    else if (info.lock) issue({ kind: 'locked', rowId, columnId, ...source, text, lock: info.lock });
    else textWrites.push({ rowId, columnId, text, beforeText, expectedVersion: info.current.version });
  }

  function put(cell: CellRef, info: CellInfo, value: PlannedValue, text: string, source: SourcePlace): void {
    if (!claim(cell, value, text, source)) return;
    const { rowId, columnId } = cell;
    if (info.kind === 'text') return putText(cell, info, cleanText(text), source);
    if (info.kind === 'readOnly') {
      if (isShown(text, info.text ?? '')) unchanged++;
      else issue({ kind: 'locked', rowId, columnId, ...source, text, lock: 'readOnly' });
      return;
    }
    const beforeMicro = info.current.micro;
    const isNotApplicable = info.lock === 'notApplicable';
    if (value.kind === 'problem') {
      if (isNotApplicable && value.problem === 'notApplicable') unchanged++;
      else issue({ kind: value.problem, rowId, columnId, ...source, text });
      return;
    }
    const pointsMicro = value.kind === 'points' ? value.micro : null;
    if (pointsMicro === beforeMicro) {
      unchanged++;
    } else if (info.lock) {
      issue({ kind: isNotApplicable ? 'notApplicable' : 'locked', rowId, columnId, ...source, text, lock: info.lock });
    } else {
      writes.push({ rowId, columnId, pointsMicro, beforeMicro, expectedVersion: info.current.version });
      if (pointsMicro === null) clears++;
      if (needsReason(rowId, columnId, pointsMicro)) reasons.push({ rowId, columnId });
    }
  }

  return {
    issue,
    issueCount: () => issues.length,
    put,
    finish: (mayBePlain = true) => ({
      writes,
      textWrites,
      issues,
      needsReason: reasons,
      plain: mayBePlain && issues.length === 0 && reasons.length === 0,
      counts: { writes: writes.length + textWrites.length, clears, unchanged, issues: issues.length, byKind },
    }),
  };
}

/** Text for a text cell: composed, line ends as one character, other control characters gone. */
function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

/** A blank, or what is shown already, asks nothing of a read-only cell. */
function isShown(text: string, shown: string): boolean {
  return text.trim() === '' || text.normalize('NFC').trim() === shown.normalize('NFC').trim();
}
