/**
 * Ties the store of a block to a sheet: what it shows, how its cells are entered, which rows to repaint. The returned
 * options change only when the sheet must be built anew (other block, other layout, other language).
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import { STAGES } from '#shared/domain/entities.ts';
import { wordError } from '#shared/wording/word-error.ts';
import type { CellPlan } from '#renderer/grid/range/cell-plan.ts';
import { flatColumns } from '#renderer/grid/flat-columns.ts';
import { complete } from '#renderer/grid/range/steps.ts';
import type { CellAddress, ChangePlan, Sheet, SheetChange, SheetCommand, SheetOptions } from '#renderer/grid/sheet.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { newOpId } from '#renderer/client/new-op-id.ts';
import type { BlockStore } from './block-store.ts';
import { CELL_MARKS } from './cell-look.ts';
import { movement, type Movement } from './movement.ts';
import { createScoreCells, editsOfPlan } from './score-cells.ts';
import { createScoreEntry, type CellAt, type Question, type ScoreEntry } from './score-entry.ts';
import { createScoreSender } from './score-sender.ts';
import { useStageRefusal } from './use-stage-refusal.ts';
import type { ScoreLayout, SheetFocus } from './score-layout.ts';
import { createSheetWork, type SheetWork } from './sheet-work.ts';

/** A step that asks before it writes. */
export interface AskedStep {
  readonly change: SheetChange;
  readonly plan: ChangePlan;
}

export interface ScoreSheet {
  readonly options: SheetOptions;
  readonly entry: ScoreEntry;
  readonly sheet: Sheet | null;
  readonly onSheet: (sheet: Sheet | null) => void;
  readonly addressOf: (at: CellAt) => { readonly rowId: string; readonly columnId: string } | null;
  readonly locate: (cell: CellAddress) => CellAt | null;
  /** A plan that waits for an answer; show PlanDialog for it. */
  readonly asked: AskedStep | null;
  /** Writes what the person decided on, or gives it up with null. */
  readonly answerStep: (plan: CellPlan | null, reason: string) => void;
  /** Reading and planning on its way; show WorkStrip for it. */
  readonly work: SheetWork;
}

export interface ScoreSheetEvents {
  readonly onFocus: (focus: SheetFocus) => void;
  readonly onMoved: (movement: Movement | null, u: number) => void;
  readonly onQuestion: (question: Question) => void;
  readonly onOrderStale: (stale: boolean) => void;
  /** `at` is null for a cell nobody types points into. */
  readonly onMenu: (at: CellAt | null, cell: CellAddress, x: number, y: number) => void;
  readonly onHeaderMenu?: (columnId: string, x: number, y: number) => void;
  /** Files dropped on a cell of a leaf; absent while the caller takes none. */
  readonly onFiles?: ((focus: SheetFocus, files: readonly File[]) => void) | undefined;
  /** A command that is not the sheet's own business; true when it was obeyed. */
  readonly onCommand?: (command: SheetCommand) => boolean;
}

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/** Builds the sheet's options and keeps the living sheet in step with the store. */
export function useScoreSheet(
  store: BlockStore,
  layout: ScoreLayout,
  label: string,
  events: ScoreSheetEvents,
): ScoreSheet {
  const client = useClient();
  const refusalAt = useStageRefusal();
  const language = useLanguage();
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const living = useRef<Sheet | null>(null);
  const latest = useRef({ events, refusalAt });
  useEffect(() => {
    latest.current = { events, refusalAt };
  });

  const sender = useMemo(() => createScoreSender(client, store, newOpId), [client, store]);

  const built = useMemo(() => {
    const { shape } = store;
    const { locate } = layout;

    const entry = createScoreEntry({
      store,
      sender,
      locate,
      refusal: (stage) => latest.current.refusalAt(stage),
      // Once the key or click is over: the sheet is still moving its focus, and would take it out of the dialog.
      ask: (question) => void setTimeout(() => latest.current.events.onQuestion(question)),
      submitting({ u }, submit) {
        const shown = layout.resultStage();
        const before = store.settledResult(shown);
        submit();
        const { printDecimals } = shape.settings;
        store.whenSettled(() =>
          latest.current.events.onMoved(movement(before, store.result(shown), u, printDecimals, language), u),
        );
      },
      closeEditor: ({ row, columnId }) => living.current?.closeEditor(row.id, columnId),
      t,
      language,
    });
    const markAt = (wears: (at: CellAt) => boolean) => (cell: CellAddress) => {
      const at = locate(cell);
      return at !== null && wears(at);
    };
    const marks = Object.fromEntries([
      ...Object.entries(CELL_MARKS).map(([name, wears]) => [name, markAt((at) => wears(store, at))] as const),
      ...Object.entries(layout.marks ?? {}).map(([name, wears]) => [name, markAt(wears)] as const),
    ]);
    const columns = flatColumns(layout.columns);
    const rowById = new Map(layout.rows.map((row) => [row.id, row]));

    function place(rowId: string, columnId: string): CellAt | null {
      const row = rowById.get(rowId);
      return row ? locate({ row, columnId }) : null;
    }

    const work = createSheetWork();
    const opIds = new WeakMap<SheetChange, OpId>();

    function write(change: SheetChange, plan: CellPlan, reason: string): void {
      const edits = (of: CellPlan) => editsOfPlan(of, place, reason, language);
      const replaced = change.instead && opIds.get(change.instead);
      // Planned anew once the earlier step is gone: other cells differ then.
      if (replaced)
        return sender.replaceStep(replaced, () => edits(complete(change.plan({}))), change.step, sayFailure);
      const opId = sender.submitStep(edits(plan), change.step, sayFailure);
      if (opId) opIds.set(change, opId);
    }

    function change(asked: SheetChange): void {
      work.run(
        asked.plan({}),
        (plan) => {
          const { writes, issues } = plan.counts;
          if (!plan.plain && writes + issues > 0) {
            work.hold(true);
            return setAsked({ change: asked, plan });
          }
          if (writes > 0) write(asked, plan, '');
          asked.done?.(true);
        },
        () => {
          asked.done?.(false);
          sayStopped();
        },
      );
    }

    function sayStopped(): void {
      living.current?.say({ tone: 'info', text: t('scoring.plan.stopped'), actions: [] });
    }

    function sayFailure(error: AppError): void {
      const { title, detail, advice } = wordError(error, language);
      const text = [t('scoring.plan.failed'), title, detail, advice].filter(Boolean).join(' ');
      living.current?.say({ tone: 'error', text, actions: [] });
    }

    const cells = createScoreCells({
      store,
      rows: layout.rows,
      columns,
      locate,
      refusal: (stage) => latest.current.refusalAt(stage),
      run: (steps, done) => work.run(steps, done, sayStopped),
      change,
      refuse: (error) => living.current?.say({ tone: 'info', text: t(`scoring.plan.clipboard.${error}`), actions: [] }),
      offerFill({ copy, series }) {
        const choice = (label: string, chosen: SheetChange) => ({
          label,
          run: () => {
            living.current?.hideBubble();
            change(chosen);
            living.current?.takeFocus();
          },
        });
        living.current?.say({
          tone: 'info',
          text: '',
          actions: [choice(t('scoring.plan.copyCells'), copy), choice(t('scoring.plan.fillSeries'), series)],
        });
      },
      language,
    });
    const options: SheetOptions = {
      label,
      rows: layout.rows,
      columns: layout.columns,
      marks,
      entry,
      cells,
      language,
      sortLabel: t('scoring.sort'),
      styleNonce,
      onFocus: (cell) => latest.current.events.onFocus(layout.focusOf(cell)),
      onOrderStale: (stale) => latest.current.events.onOrderStale(stale),
      onContextMenu: (cell, x, y) => latest.current.events.onMenu(locate(cell), cell, x, y),
      onHeaderMenu: (columnId, x, y) => latest.current.events.onHeaderMenu?.(columnId, x, y),
      onCommand: (command) => latest.current.events.onCommand?.(command) ?? false,
      files: {
        accepts(cell) {
          const { node } = layout.focusOf(cell);
          return latest.current.events.onFiles !== undefined && node !== null && shape.tree[node]?.isLeaf === true;
        },
        onDrop: (cell, files) => latest.current.events.onFiles?.(layout.focusOf(cell), files),
      },
    };
    return { options, entry, addressOf: layout.addressOf, locate, write, work };
    // The label follows block, language and layout, which are listed; a new unit only repaints.
  }, [store, sender, layout, t, language]);

  const { work } = built;
  useEffect(() => () => work.stopAll(), [work]);

  const onSheet = useCallback((next: Sheet | null) => {
    living.current = next;
    setSheet(next);
  }, []);

  useEffect(() => {
    if (!sheet) return;
    const stopCells = store.onCells((cells) => {
      sheet.updateCells(
        cells.flatMap(({ u, l }) => STAGES.flatMap((stage) => layout.addressOf({ stage, u, l }) ?? [])),
      );
    });
    const stopStore = store.subscribe(({ units }) => {
      const rows = units && layout.rowsOf(units);
      if (!rows) sheet.repaint();
      else if (rows.length > 0) sheet.updateRows(rows);
    });
    const stopTexts = layout.subscribe(() => sheet.repaint());
    // Texts may have come between the first paint and now.
    if (layout.isTextLate()) sheet.repaint();
    return () => {
      stopCells();
      stopStore();
      stopTexts();
    };
  }, [sheet, store, layout]);

  function answerStep(plan: CellPlan | null, reason: string): void {
    if (!asked) return;
    setAsked(null);
    if (plan) built.write(asked.change, plan, reason);
    asked.change.done?.(plan !== null);
    living.current?.takeFocus();
    built.work.hold(false);
  }

  return { ...built, sheet, onSheet, asked, answerStep };
}
