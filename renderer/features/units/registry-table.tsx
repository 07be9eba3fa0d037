import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '#shared/domain/ids.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { useRowWindow } from '#renderer/ui/use-row-window.ts';
import type { RegistryRow } from './registry-rows.ts';

const ROW_HEIGHT_PX = 40;

interface Props {
  readonly rows: readonly RegistryRow[];
  readonly chosenId: UnitId | null;
  readonly onChoose: (id: UnitId) => void;
  /** What to say without rows. */
  readonly empty: string;
}

/** Moves between unit names with the arrow keys, so that a table is one stop of the Tab key. */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.altKey ? undefined : { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.unit-name')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  if (by === undefined || at === -1) return;
  names[at + by]?.focus();
  event.preventDefault();
}

/** What else the unit is called; a short name that repeats the code says nothing. */
function otherNames({ code, shortName, aliases }: RegistryUnit): string {
  return [shortName, ...aliases].filter((text) => text !== '' && text !== code).join(' · ');
}

/** The registry; scrolls inside itself, draws only the rows in sight when there are many. */
export function RegistryTable({ rows, chosenId, onChoose, empty }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useRowWindow(scroller, rows.length, ROW_HEIGHT_PX);
  const stop = rows.some(({ unit }) => unit.id === chosenId) ? chosenId : rows[0]?.unit.id;
  const codes = (units: readonly RegistryUnit[]) => units.map(({ code }) => code).join(', ');
  return (
    <div className="units-scroll" ref={scroller} onKeyDown={moveRowFocus}>
      <table className="units-table" data-testid="registry-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="col-code">
              {t('units.code')}
            </th>
            <th scope="col" className="col-name">
              {t('units.unit')}
            </th>
            <th scope="col" className="col-day">
              {t('units.from')}
            </th>
            <th scope="col" className="col-day">
              {t('units.to')}
            </th>
            <th scope="col" className="col-origin">
              {t('units.origin')}
            </th>
            <th scope="col" className="col-count">
              {t('units.cycles')}
            </th>
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr style={{ height: from * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {rows.slice(from, to).map(({ unit, predecessors, successors, cycles }) => (
            <tr
              key={unit.id}
              aria-selected={unit.id === chosenId}
              data-testid="registry-row"
              data-unit={unit.code}
              data-ended={unit.validTo !== null}
              onClick={() => onChoose(unit.id)}
            >
              <td className="col-code">{unit.code}</td>
              <th scope="row" className="col-name">
                <button type="button" className="unit-name" tabIndex={unit.id === stop ? 0 : -1} title={unit.name}>
                  {unit.name}
                </button>
                <small>{otherNames(unit)}</small>
              </th>
              <td className="col-day">{unit.validFrom !== null && formatDay(unit.validFrom)}</td>
              <td className="col-day">{unit.validTo !== null && formatDay(unit.validTo)}</td>
              <td className="col-origin">
                {predecessors.length > 0 && <span>{t('units.since', { codes: codes(predecessors) })}</span>}
                {successors.length > 0 && <span>{t('units.into', { codes: codes(successors) })}</span>}
              </td>
              <td className="col-count">{cycles}</td>
            </tr>
          ))}
          {to < rows.length && <tr style={{ height: (rows.length - to) * ROW_HEIGHT_PX }} aria-hidden="true" />}
          {rows.length === 0 && (
            <tr>
              <td colSpan={6} className="units-nothing">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
