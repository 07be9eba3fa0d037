import { useEffect, useMemo, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMicro } from '#shared/util/decimal.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { flatColumns } from '#renderer/grid/flat-columns.ts';
import { cellsOf, countCells } from '#renderer/grid/range/selection-cells.ts';
import { summariseSelection, type SelectionSummary } from '#renderer/grid/range/summarise-selection.ts';
import type { Sheet, SheetOptions } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';

export interface SelectionSumsProps {
  readonly store: BlockStore;
  readonly sheet: Sheet;
  readonly options: SheetOptions;
}

interface Sums extends SelectionSummary {
  readonly cells: number;
}

/** Sum, average, count, least and greatest of the selected cells, exact; nothing while one cell is selected. */
export function SelectionSums({ store, sheet, options }: SelectionSumsProps): JSX.Element | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const [sums, setSums] = useState<Sums | null>(null);
  const afterPaint = useAfterPaint();
  const columns = useMemo(() => new Map(flatColumns(options.columns).map((column) => [column.id, column])), [options]);

  useEffect(() => {
    function read(): Sums | null {
      const selection = sheet.selection();
      const view = sheet.view();
      const cells = selection ? countCells(selection, view) : 0;
      if (!selection || cells < 2) return null;
      return { cells, ...summariseSelection(cellsOf(selection, view), valueOf) };
    }
    function valueOf(rowId: string, columnId: string): number | string | null {
      const row = sheet.rowOf(rowId);
      const micro = row ? columns.get(columnId)?.micro?.(row) : undefined;
      if (!row || (micro !== undefined && !isNaN(micro))) return micro ?? null;
      return options.cells.copied({ row, columnId }).text;
    }
    const update = () => afterPaint(() => setSums(read()));
    update();
    const stops = [sheet.onSelection(update), store.subscribe(update)];
    return () => stops.forEach((stop) => stop());
  }, [sheet, store, options, columns, afterPaint]);

  if (!sums) return null;
  const points = (micro: number | bigint | null) => {
    return micro === null ? '—' : formatMicro(Number(micro), { locale: language, minDecimals: 2 });
  };
  const figures = [
    ['sum', points(sums.numericCount > 0 ? sums.sumMicro : null)],
    ['average', points(sums.averageMicro)],
    ['count', String(sums.count)],
    ['min', points(sums.minMicro)],
    ['max', points(sums.maxMicro)],
  ] as const;
  return (
    <span className="score-sums" data-testid="selection-sums">
      <span>{t('scoring.sums.cells', { count: sums.cells })}</span>
      {figures.map(([name, text]) => (
        <span key={name}>
          {t(`scoring.sums.${name}`)} <b data-testid={`selection-${name}`}>{text}</b>
        </span>
      ))}
    </span>
  );
}
