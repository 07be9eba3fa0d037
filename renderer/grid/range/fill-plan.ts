import { checkPoints } from '#shared/scoring/check-points.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import {
  createPlanBuilder,
  type CellInfo,
  type CellInfoOf,
  type CellPlan,
  type NeedsReason,
  type PlanBuilder,
  type PlannedValue,
} from './cell-plan.ts';
import type { FillDirection, FillTarget } from './fill-target.ts';
import { rectsOf, type Selection } from './selection.ts';
import { cellAt, type CellRef, type Rect, type SheetView } from './sheet-view.ts';
import { linearSeries } from './series.ts';
import { createPace, type Steps } from './steps.ts';

export interface FillInput {
  readonly view: SheetView;
  readonly cellInfo: CellInfoOf;
  readonly needsReason?: NeedsReason;
}

/** 'auto' is what dragging does in Excel: two or more numbers go on as a series, anything else is copied. */
export type FillMode = 'auto' | 'copy' | 'series';

/**
 * Ctrl+D, Ctrl+R and their opposites: the first line of each selected range, seen in the direction, goes into the
 * others. A range of one line takes the line before it, as in Excel; at the edge of the sheet there is nothing to do.
 */
export function* planFill(input: FillInput, selection: Selection, direction: FillDirection): Steps<CellPlan> {
  const builder = createPlanBuilder(input.needsReason);
  for (const rect of rectsOf(selection, input.view)) {
    const source = firstLine(rect, direction);
    const target = restAfterFirst(rect, direction);
    if (target) yield* fillLines(input, builder, source, target, direction, 'copy');
    else {
      const before = lineBefore(rect, direction);
      if (cellAt(input.view, before.top, before.left))
        yield* fillLines(input, builder, before, rect, direction, 'copy');
    }
  }
  return builder.finish();
}

/** The fill handle was dragged from a range to a target (findFillTarget). */
export function* planFillHandle(
  input: FillInput,
  source: Rect,
  target: FillTarget,
  mode: FillMode = 'auto',
): Steps<CellPlan> {
  const builder = createPlanBuilder(input.needsReason);
  if (target.kind === 'clear') yield* clearRect(input, builder, target.rect);
  else yield* fillLines(input, builder, source, target.rect, target.direction, mode);
  return builder.finish();
}

/**
 * Fill series over the selected ranges: each line starts with its first value and goes on by `stepMicro` (10⁻⁶ point),
 * or along the straight line through the values it begins with when no step is given. Lines that begin blank stay.
 */
export function* planSeries(
  input: FillInput,
  selection: Selection,
  direction: FillDirection,
  stepMicro: number | null = null,
): Steps<CellPlan> {
  const builder = createPlanBuilder(input.needsReason);
  for (const rect of rectsOf(selection, input.view)) {
    const pace = createPace('plan', sizeOf(rect));
    for (const line of linesOf(rect, direction)) {
      const known: number[] = [];
      for (const place of line) {
        const micro = microAt(input, place);
        if (micro === null || (stepMicro !== null && known.length === 1)) break;
        known.push(micro);
      }
      const [first] = known;
      if (first === undefined) continue;
      const along = linearSeries(known);
      const next = (position: number) => (stepMicro === null ? along(position) : first + position * stepMicro);
      for (let position = known.length; position < line.length; position++) {
        const rest = pace();
        if (rest) yield rest;
        putPoints(input, builder, line[position], next(position), line[0]);
      }
    }
  }
  return builder.finish();
}

/** The Delete key over a selection. Cells that are shown only are passed over; locked cells with points are listed. */
export function* planClear(input: FillInput, selection: Selection): Steps<CellPlan> {
  const builder = createPlanBuilder(input.needsReason);
  for (const rect of rectsOf(selection, input.view)) yield* clearRect(input, builder, rect);
  return builder.finish();
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function sizeOf({ top, left, bottom, right }: Rect): number {
  return (bottom - top + 1) * (right - left + 1);
}

function* clearRect(input: FillInput, builder: PlanBuilder, rect: Rect): Steps<void> {
  const pace = createPace('plan', sizeOf(rect));
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const rest = pace();
      if (rest) yield rest;
      const cell = cellAt(input.view, row, column);
      const info = cell && input.cellInfo(cell.rowId, cell.columnId);
      if (!info || info.kind === 'readOnly') continue;
      builder.put(cell, info, { kind: 'blank' }, '', { sourceRow: row, sourceColumn: column });
    }
  }
}

/** Fills each line of the target from the line of the source it continues. */
function* fillLines(
  input: FillInput,
  builder: PlanBuilder,
  source: Rect,
  target: Rect,
  direction: FillDirection,
  mode: FillMode,
): Steps<void> {
  const sources = [...linesOf(source, direction)];
  const pace = createPace('plan', sizeOf(target));
  let at = 0;
  for (const line of linesOf(target, direction)) {
    const from = sources[at++] ?? [];
    const known = from.map((place) => microAt(input, place));
    const numbers = known.filter((micro) => micro !== null);
    const isSeries =
      mode !== 'copy' && numbers.length === known.length && numbers.length >= (mode === 'series' ? 1 : 2);
    const along = isSeries ? linearSeries(numbers) : null;
    for (const [i, place] of line.entries()) {
      const rest = pace();
      if (rest) yield rest;
      if (along) putPoints(input, builder, place, along(from.length + i), from[0]);
      else copyCell(input, builder, from[i % from.length], place);
    }
  }
}

/** Lines of a rectangle along a direction, each listed from where the fill comes. */
function* linesOf(rect: Rect, direction: FillDirection): Generator<readonly Place[]> {
  const isVertical = direction === 'down' || direction === 'up';
  for (let across = isVertical ? rect.left : rect.top; across <= (isVertical ? rect.right : rect.bottom); across++) {
    const line: Place[] = [];
    for (let along = isVertical ? rect.top : rect.left; along <= (isVertical ? rect.bottom : rect.right); along++) {
      line.push(isVertical ? { row: along, column: across } : { row: across, column: along });
    }
    yield direction === 'up' || direction === 'left' ? line.reverse() : line;
  }
}

function infoAt(
  input: FillInput,
  place: Place | undefined,
): { readonly cell: CellRef; readonly info: CellInfo } | null {
  const cell = place ? cellAt(input.view, place.row, place.column) : null;
  return cell && { cell, info: input.cellInfo(cell.rowId, cell.columnId) };
}

function microAt(input: FillInput, place: Place): number | null {
  const found = infoAt(input, place);
  return found?.info.kind === 'points' && found.info.lock !== 'notApplicable' ? found.info.current.micro : null;
}

function putPoints(
  input: FillInput,
  builder: PlanBuilder,
  place: Place | undefined,
  micro: number,
  from: Place | undefined,
): void {
  const to = infoAt(input, place);
  // Sums and headings inside the range are passed over, as a fill over hidden arithmetic would be.
  if (!to || to.info.kind !== 'points') return;
  const source = { sourceRow: from?.row ?? 0, sourceColumn: from?.column ?? 0 };
  builder.put(to.cell, to.info, checked(micro, to.info), formatMicro(micro, { locale: 'vi' }), source);
}

function copyCell(input: FillInput, builder: PlanBuilder, from: Place | undefined, place: Place): void {
  const source = infoAt(input, from);
  const to = infoAt(input, place);
  if (!source || !to || !from || to.info.kind === 'readOnly' || source.info.kind !== to.info.kind) return;
  putCopy(builder, source.info, to.cell, to.info, { sourceRow: from.row, sourceColumn: from.column });
}

/**
 * Puts what one cell holds into another. "Không áp dụng" is a decision with a reason: it is listed, not copied. Returns
 * nothing: what could not be put is in the plan.
 */
export function putCopy(
  builder: PlanBuilder,
  from: CellInfo,
  to: CellRef,
  info: CellInfo,
  source: { readonly sourceRow: number; readonly sourceColumn: number },
): void {
  if (from.kind === 'text') return builder.put(to, info, { kind: 'blank' }, from.text ?? '', source);
  const { micro } = from.current;
  if (from.lock === 'notApplicable') {
    return builder.put(to, info, { kind: 'problem', problem: 'notApplicable' }, from.text ?? '', source);
  }
  const text = micro === null ? '' : formatMicro(micro, { locale: 'vi' });
  builder.put(to, info, micro === null ? { kind: 'blank' } : checked(micro, info), text, source);
}

function checked(micro: number, { maxMicro }: CellInfo): PlannedValue {
  const problem = checkPoints(micro, maxMicro);
  return problem ? { kind: 'problem', problem } : { kind: 'points', micro };
}

function firstLine(rect: Rect, direction: FillDirection): Rect {
  switch (direction) {
    case 'down':
      return { ...rect, bottom: rect.top };
    case 'up':
      return { ...rect, top: rect.bottom };
    case 'right':
      return { ...rect, right: rect.left };
    case 'left':
      return { ...rect, left: rect.right };
  }
}

function restAfterFirst(rect: Rect, direction: FillDirection): Rect | null {
  const rest = {
    down: { ...rect, top: rect.top + 1 },
    up: { ...rect, bottom: rect.bottom - 1 },
    right: { ...rect, left: rect.left + 1 },
    left: { ...rect, right: rect.right - 1 },
  }[direction];
  return rest.top <= rest.bottom && rest.left <= rest.right ? rest : null;
}

function lineBefore(rect: Rect, direction: FillDirection): Rect {
  switch (direction) {
    case 'down':
      return { ...rect, top: rect.top - 1, bottom: rect.top - 1 };
    case 'up':
      return { ...rect, top: rect.bottom + 1, bottom: rect.bottom + 1 };
    case 'right':
      return { ...rect, left: rect.left - 1, right: rect.left - 1 };
    case 'left':
      return { ...rect, left: rect.right + 1, right: rect.right + 1 };
  }
}
