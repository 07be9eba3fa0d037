import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedBlock, RankedUnit } from '#shared/contract/outputs.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { RankingRow } from './ranking-row.tsx';
import { SortHeader } from './sort-header.tsx';
import { sortRows, type Sort } from './sort-rows.ts';
import { useRowWindow } from '#renderer/ui/use-row-window.ts';

const ROW_HEIGHT_PX = 44;

interface Props {
  readonly block: RankedBlock;
  readonly rows: readonly RankedUnit[];
  readonly settings: CycleSettings;
  readonly selected: CycleUnitId | null;
  readonly onSelect: (unit: CycleUnitId) => void;
  /** What to say without rows. */
  readonly empty: string;
}

/** Moves between unit names with the arrow keys, so that the table is one stop of the Tab key. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.unit-name')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  if (by === undefined || at === -1) return;
  names[at + by]?.focus();
  event.preventDefault();
}

/** The table of a block; scrolls inside itself, headers and unit names stay. */
export function RankingTable({ block, rows, settings, selected, onSelect, empty }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort>({ by: 'rank', descending: false });
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const { from, to } = useRowWindow(scroller, sorted.length, ROW_HEIGHT_PX);
  const stop = sorted.some(({ cycleUnitId }) => cycleUnitId === selected) ? selected : sorted[0]?.cycleUnitId;
  const columns = 7 + block.fields.length;
  const header = { sort, onSort: setSort };
  return (
    <div className="ranking-scroll" ref={scroller} onKeyDown={moveFocus}>
      <table className="ranking-table" data-testid="ranking-table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr>
            <SortHeader {...header} by="rank" label={t('ranking.rank')} className="col-rank" />
            <SortHeader {...header} by="unit" label={t('ranking.unit')} className="col-unit" />
            <SortHeader {...header} by="index" label={t('ranking.index')} className="col-index" />
            <th scope="col" className="col-class">
              {t('ranking.class')}
            </th>
            {block.fields.map((field, i) => (
              <SortHeader
                key={field.nodeId}
                {...header}
                by={i}
                label={field.code}
                title={t('ranking.fieldTitle', { code: field.code, name: field.name })}
                className="col-field"
              />
            ))}
            <th scope="col" className="col-previous">
              {t('ranking.previous')}
            </th>
            <SortHeader {...header} by="change" label={t('ranking.change')} className="col-change" />
            <th scope="col" className="col-marks">
              {t('ranking.marks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr style={{ height: from * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {sorted.slice(from, to).map((row) => (
            <RankingRow
              key={row.cycleUnitId}
              row={row}
              settings={settings}
              isSelected={row.cycleUnitId === selected}
              isTabStop={row.cycleUnitId === stop}
              onSelect={onSelect}
            />
          ))}
          {to < sorted.length && <tr style={{ height: (sorted.length - to) * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {sorted.length === 0 && (
            <tr>
              <td colSpan={columns} className="ranking-nothing">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
