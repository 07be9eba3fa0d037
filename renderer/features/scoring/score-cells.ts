/**
 * What the spreadsheet layer must know of score cells: what they hold, why one may not type into them, what they are
 * called, and how a plan becomes one step. Made once per sheet; it must not touch the DOM.
 */
import type { Stage } from '#shared/domain/entities.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import type { SheetNames } from '#renderer/grid/range/align-clipboard.ts';
import type { CellInfo, CellPlan } from '#renderer/grid/range/cell-plan.ts';
import type { NamedId } from '#renderer/grid/range/match-names.ts';
import type { CellAddress, SheetCells, SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import type { CellAt } from './score-entry.ts';
import type { NewEdit } from './score-sender.ts';

export interface ScoreCellsParts {
  readonly store: BlockStore;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly locate: (cell: CellAddress) => CellAt | null;
  /** Why points of this stage cannot be written; null when they can. */
  readonly refusal: (stage: Stage) => string | null;
  readonly run: SheetCells['run'];
  readonly change: SheetCells['change'];
  readonly refuse: SheetCells['refuseClipboard'];
  readonly offerFill: SheetCells['offerFill'];
  readonly language: Language;
}

/** Ties the spreadsheet layer to the store. */
export function createScoreCells(parts: ScoreCellsParts): SheetCells {
  const { store, locate, language } = parts;
  const { shape } = store;
  const rowById = new Map(parts.rows.map((row) => [row.id, row]));
  const columnById = new Map(parts.columns.map((column) => [column.id, column]));

  function place(rowId: string, columnId: string): CellAt | null {
    const row = rowById.get(rowId);
    return row ? locate({ row, columnId }) : null;
  }

  function info(rowId: string, columnId: string): CellInfo {
    const row = rowById.get(rowId);
    const at = row ? locate({ row, columnId }) : null;
    if (!row || !at) {
      const text = row ? (columnById.get(columnId)?.text(row) ?? '') : '';
      return { kind: 'readOnly', maxMicro: 0, current: { micro: null, version: 0 }, text, lock: null };
    }
    const { stage, u, l } = at;
    const micro = store.points(stage, u, l);
    return {
      kind: 'points',
      maxMicro: shape.set.maxMicro[l] ?? 0,
      current: { micro: isNaN(micro) ? null : micro, version: store.version(u, l) },
      lock: lockOf(at),
    };
  }

  function lockOf({ stage, u, l }: CellAt): CellInfo['lock'] {
    if (parts.refusal(stage) !== null) return 'sealed';
    if (store.isNotApplicable(u, l)) return 'notApplicable';
    return stage === 'self' && shape.set.leaves[l]?.rule?.kind === 'survey' ? 'survey' : null;
  }

  const nameOf = new Map<string, readonly string[]>([
    ...shape.units.map(({ id, code, name }) => [id, [code, name]] as const),
    ...shape.set.leaves.map(({ id, code, name }) => [id, [code, name]] as const),
  ]);
  const units = new Set<string>(shape.units.map(({ id }) => id));
  const names: SheetNames = {
    rowsAre: parts.rows.some(({ id }) => units.has(id)) ? 'unit' : 'leaf',
    rows: parts.rows.flatMap(({ id }): NamedId[] => {
      const own = nameOf.get(id);
      return own ? [{ id, names: own }] : [];
    }),
    columns: parts.columns
      .filter(({ entry }) => entry)
      .map(({ id, header, tooltip }): NamedId => ({ id, names: nameOf.get(id) ?? [header, tooltip] })),
  };

  return {
    info,
    needsReason(rowId, columnId, pointsMicro) {
      const at = place(rowId, columnId);
      return (
        at !== null && at.stage !== 'self' && pointsMicro !== null && pointsMicro < store.points('self', at.u, at.l)
      );
    },
    names,
    copied({ row, columnId }) {
      const column = columnById.get(columnId);
      const micro = column?.micro?.(row);
      // In full: three decimals on the screen must not cost the fourth one in another program.
      if (micro !== undefined && !isNaN(micro))
        return { text: formatMicro(micro, { locale: language }), micro, decimals: 3 };
      const at = locate({ row, columnId });
      if (at && !store.isNotApplicable(at.u, at.l)) return { text: '', micro: null };
      return { text: column?.text(row) ?? '', micro: null };
    },
    run: parts.run,
    change: parts.change,
    offerFill: parts.offerFill,
    refuseClipboard: parts.refuse,
  };
}

/** The edits of a plan, for the sender. Cells that need a reason get it; a plan holds no others. */
export function editsOfPlan(
  plan: CellPlan,
  place: (rowId: string, columnId: string) => CellAt | null,
  reason: string,
  language: Language,
): readonly NewEdit[] {
  const cuts = new Set(plan.needsReason.map(({ rowId, columnId }) => `${rowId} ${columnId}`));
  return plan.writes.flatMap(({ rowId, columnId, pointsMicro }): NewEdit[] => {
    const at = place(rowId, columnId);
    if (!at) return [];
    const { stage, u, l } = at;
    const isCut = cuts.has(`${rowId} ${columnId}`);
    const set = { kind: 'points', stage, pointsMicro, ...(isCut && { reason }) } as const;
    return [{ u, l, stage, set, text: pointsMicro === null ? '' : formatMicro(pointsMicro, { locale: language }) }];
  });
}
