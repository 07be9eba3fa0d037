/**
 * Ties the store of a block to a sheet: what it shows, how its cells are entered, which rows to repaint. The returned
 * options change only when the sheet must be built anew (other block, other orientation, other language).
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import type { CellAddress, Sheet, SheetOptions } from '#renderer/grid/sheet.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { newOpId } from '#renderer/client/new-op-id.ts';
import type { BlockStore } from './block-store.ts';
import { CELL_MARKS } from './cell-look.ts';
import { matrixColumns, matrixRows } from './matrix-sheet.ts';
import { movement, type Movement } from './movement.ts';
import { createScoreEntry, type CellAt, type Question, type ScoreEntry } from './score-entry.ts';
import { createScoreSender } from './score-sender.ts';
import type { Orientation } from './score-toolbar.tsx';
import { unitColumns, unitRows } from './unit-sheet.ts';
import type { UnitDetailsStore } from './unit-details.ts';

/** What the sheet shows besides the data; read at paint time, so it is not React state. */
export interface ScoreView {
  stage: Stage;
  u: number;
}

export interface SheetFocus {
  readonly u: number;
  /** Position in the tree; null when the focus is on no criterion. */
  readonly node: number | null;
  readonly stage: Stage;
}

export interface ScoreSheet {
  readonly options: SheetOptions;
  readonly entry: ScoreEntry;
  readonly sheet: Sheet | null;
  readonly onSheet: (sheet: Sheet | null) => void;
  readonly addressOf: (at: CellAt) => { readonly rowId: string; readonly columnId: string } | null;
  readonly locate: (cell: CellAddress) => CellAt | null;
}

export interface ScoreSheetEvents {
  readonly onFocus: (focus: SheetFocus) => void;
  readonly onMoved: (movement: Movement | null, u: number) => void;
  readonly onQuestion: (question: Question) => void;
  readonly onOrderStale: (stale: boolean) => void;
  readonly onMenu: (at: CellAt, x: number, y: number) => void;
}

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/** Builds the sheet's options and keeps the living sheet in step with the store. */
export function useScoreSheet(
  store: BlockStore,
  details: UnitDetailsStore,
  orientation: Orientation,
  view: ScoreView,
  label: string,
  events: ScoreSheetEvents,
): ScoreSheet {
  const client = useClient();
  const canWrite = useCanWrite();
  const language = useLanguage();
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const living = useRef<Sheet | null>(null);
  const latest = useRef({ events, canWrite });
  useEffect(() => {
    latest.current = { events, canWrite };
  });

  const sender = useMemo(() => createScoreSender(client, store, newOpId), [client, store]);

  const built = useMemo(() => {
    const { shape } = store;
    const isMatrix = orientation === 'matrix';
    const nodeAt = new Map(shape.tree.map(({ node }, at) => [node.id as string, at]));

    function locate({ row, columnId }: CellAddress): CellAt | null {
      if (isMatrix) {
        const entry = shape.tree[nodeAt.get(columnId) ?? -1];
        return entry?.isLeaf ? { stage: view.stage, u: row.index, l: entry.leafFrom } : null;
      }
      const entry = shape.tree[row.index];
      const isStage = columnId === 'self' || columnId === 'appraised' || columnId === 'final';
      return entry?.isLeaf && isStage ? { stage: columnId, u: view.u, l: entry.leafFrom } : null;
    }

    function addressOf({ stage, u, l }: CellAt) {
      const unit = shape.units[u];
      const leaf = shape.set.leaves[l];
      if (!unit || !leaf) return null;
      return isMatrix ? { rowId: unit.id, columnId: leaf.id } : { rowId: leaf.id, columnId: stage };
    }

    function focusOf({ row, columnId }: CellAddress): SheetFocus {
      if (isMatrix) return { u: row.index, node: nodeAt.get(columnId) ?? null, stage: view.stage };
      const isStage = columnId === 'self' || columnId === 'appraised' || columnId === 'final';
      return { u: view.u, node: row.index, stage: isStage ? columnId : 'final' };
    }

    const entry = createScoreEntry({
      store,
      sender,
      locate,
      canWrite: () => latest.current.canWrite,
      ask: (question) => latest.current.events.onQuestion(question),
      submitting({ u }, submit) {
        const shown = isMatrix ? view.stage : 'final';
        const before = store.result(shown);
        submit();
        const { printDecimals } = shape.settings;
        latest.current.events.onMoved(movement(before, store.result(shown), u, printDecimals, language), u);
      },
      closeEditor: ({ row, columnId }) => living.current?.closeEditor(row.id, columnId),
      t,
      language,
    });
    const marks = Object.fromEntries(
      Object.entries(CELL_MARKS).map(([name, wears]) => [
        name,
        (cell: CellAddress) => {
          const at = locate(cell);
          return at !== null && wears(store, at);
        },
      ]),
    );
    const options: SheetOptions = {
      label,
      rows: isMatrix ? matrixRows(store) : unitRows(store),
      columns: isMatrix
        ? matrixColumns(store, () => view.stage, t, language)
        : unitColumns(store, () => view.u, details, t, language),
      marks,
      entry,
      language,
      styleNonce,
      onFocus: (cell) => latest.current.events.onFocus(focusOf(cell)),
      onOrderStale: (stale) => latest.current.events.onOrderStale(stale),
      onContextMenu: (cell, x, y) => {
        const at = locate(cell);
        if (at) latest.current.events.onMenu(at, x, y);
      },
    };
    return { options, entry, addressOf, locate };
    // The label follows block, language and orientation, which are listed; a new unit only repaints.
  }, [store, sender, details, orientation, view, t, language]);

  const onSheet = useCallback((next: Sheet | null) => {
    living.current = next;
    setSheet(next);
  }, []);

  useEffect(() => {
    if (!sheet) return;
    const { rows } = built.options;
    const stopStore = store.subscribe(({ units }) => {
      if (orientation === 'matrix' && units) sheet.updateRows(units.flatMap((u) => rows[u] ?? []));
      else if (orientation === 'matrix' || !units || units.includes(view.u)) sheet.repaint();
    });
    // The details may have come between the first paint and now.
    if (orientation === 'unit') sheet.repaint();
    const stopDetails = orientation === 'unit' ? details.subscribe(() => sheet.repaint()) : () => undefined;
    return () => {
      stopStore();
      stopDetails();
    };
  }, [sheet, built, store, details, orientation, view]);

  return { ...built, sheet, onSheet };
}
