import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '#shared/domain/entities.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { useRowWindow } from '#renderer/ui/use-row-window.ts';
import type { CycleRow } from './cycle-rows.ts';
import { moveRowFocus } from './registry-table.tsx';

const ROW_HEIGHT_PX = 40;

interface Props {
  readonly rows: readonly CycleRow[];
  readonly cycle: Cycle;
  readonly chosenId: CycleUnitId | null;
  readonly onChoose: (id: CycleUnitId) => void;
  /** Moves the row at a place up or down; null when the order is fixed. */
  readonly onMove: ((at: number, by: -1 | 1) => void) | null;
}

/** The units of a block in their order. Alt with an arrow moves the unit itself. */
export function CycleUnitTable({ rows, cycle, chosenId, onChoose, onMove }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useRowWindow(scroller, rows.length, ROW_HEIGHT_PX);
  const stop = rows.some(({ cycleUnit }) => cycleUnit.id === chosenId) ? chosenId : rows[0]?.cycleUnit.id;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (by === undefined || !onMove) return moveRowFocus(event);
    const id = (document.activeElement as HTMLElement | null)?.dataset['unitId'];
    const at = rows.findIndex(({ cycleUnit }) => cycleUnit.id === id);
    if (at >= 0) onMove(at, by);
    event.preventDefault();
  }

  /** Why the registry does not see the unit in this cycle. */
  function outside({ entry }: CycleRow): string {
    if (entry?.validTo && entry.validTo < cycle.periodEnd) {
      return t('units.cycle.ended', { day: formatDay(entry.validTo) });
    }
    if (entry?.validFrom && entry.validFrom > cycle.periodEnd) {
      return t('units.cycle.begins', { day: formatDay(entry.validFrom) });
    }
    return '';
  }

  return (
    <div className="units-scroll" ref={scroller} onKeyDown={onKeyDown}>
      <table className="units-table" data-testid="cycle-unit-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="col-count">
              {t('units.cycle.order')}
            </th>
            <th scope="col" className="col-code">
              {t('units.code')}
            </th>
            <th scope="col" className="col-name">
              {t('units.unit')}
            </th>
            <th scope="col" className="col-ranked">
              {t('units.cycle.ranking')}
            </th>
            <th scope="col" className="col-count">
              {t('units.cycle.cells')}
            </th>
            <th scope="col" className="col-origin">
              {t('units.cycle.marks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr style={{ height: from * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {rows.slice(from, to).map((row, i) => {
            const { cycleUnit, unit, cells } = row;
            return (
              <tr
                key={cycleUnit.id}
                aria-selected={cycleUnit.id === chosenId}
                data-testid="cycle-unit-row"
                data-unit={unit.code}
                onClick={() => onChoose(cycleUnit.id)}
              >
                <td className="col-count">{from + i + 1}</td>
                <td className="col-code">{unit.code}</td>
                <th scope="row" className="col-name">
                  <button
                    type="button"
                    className="unit-name"
                    tabIndex={cycleUnit.id === stop ? 0 : -1}
                    data-unit-id={cycleUnit.id}
                    title={unit.name}
                  >
                    {unit.name}
                  </button>
                </th>
                <td className="col-ranked">{t(cycleUnit.ranked ? 'units.cycle.ranked' : 'units.cycle.unranked')}</td>
                <td className="col-count">{cells}</td>
                <td className="col-origin">
                  {cycleUnit.unrankedReason !== '' && <span>{cycleUnit.unrankedReason}</span>}
                  {outside(row) !== '' && <span>{outside(row)}</span>}
                </td>
              </tr>
            );
          })}
          {to < rows.length && <tr style={{ height: (rows.length - to) * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {rows.length === 0 && (
            <tr>
              <td colSpan={6} className="units-nothing">
                {t('units.cycle.empty')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
