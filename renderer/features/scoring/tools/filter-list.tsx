/** The filter of one column: its values with counts, or a condition on text or number. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMicro, parseDecimal } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { listFilterValues } from '#renderer/grid/range/filter-values.ts';
import {
  filterValueOf,
  NUMBER_CONDITIONS,
  rowsPassing,
  TEXT_CONDITIONS,
  type ColumnFilter,
  type NumberCondition,
  type TextCondition,
} from './column-filters.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { keepInWindow } from './keep-in-window.ts';
import type { ToolPopup } from './tool-state.ts';
import './filter-list.css';

export interface FilterListProps {
  readonly tools: ScoreTools;
  readonly popup: ToolPopup;
}

/** More lines nobody reads through; the search box finds the others. */
const MAX_LISTED = 500;

type Condition = TextCondition | NumberCondition | 'none';

export function FilterList({ tools, popup }: FilterListProps): JSX.Element | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
  const { columnId } = popup;
  const target = tools.target();
  const column = target?.columns.get(columnId);
  const filter = filters[columnId];
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  // As in Excel: a list offers what the filters of the other columns leave.
  const values = useMemo(() => {
    if (!target || !column) return [];
    const others = { ...filters };
    delete others[columnId];
    const scored = target.rows.filter(({ level }) => level === 0);
    const passing = rowsPassing(others, target.columns, scored);
    const byId = new Map(scored.map((row) => [row.id, row]));
    return listFilterValues(
      scored.filter(({ id }) => passing.has(id)).map(({ id }) => id),
      (id) => {
        const row = byId.get(id);
        return row ? filterValueOf(column, row) : null;
      },
      (id) => {
        const row = byId.get(id);
        return row ? column.text(row) : '';
      },
    );
  }, [target, column, columnId, filters]);

  const [text, setText] = useState('');
  const [kept, setKept] = useState<ReadonlySet<string>>(
    () => new Set(filter?.kind === 'values' ? filter.kept : values.map(({ key }) => key)),
  );
  const [condition, setCondition] = useState<Condition>(filter && filter.kind !== 'values' ? filter.condition : 'none');
  const [from, setFrom] = useState(() => conditionText(filter, 'from'));
  const [to, setTo] = useState(() => conditionText(filter, 'to'));
  const [isBad, setBad] = useState(false);

  useEffect(() => {
    if (box.current) keepInWindow(box.current, popup.x, popup.y);
    field.current?.focus();
  }, [popup]);
  useEffect(() => {
    function onPointerDown(event: PointerEvent): void {
      if (event.target instanceof Node && !box.current?.contains(event.target)) tools.close('popup');
    }
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, [tools]);

  if (!column) return null;
  const wanted = fold(text);
  const found = values.filter(({ label }) => fold(label).includes(wanted));
  const isNumber = (name: Condition): name is NumberCondition => NUMBER_CONDITIONS.some((each) => each === name);

  function conditionText(known: ColumnFilter | undefined, end: 'from' | 'to'): string {
    if (known?.kind === 'text') return end === 'from' ? known.text : '';
    if (known?.kind !== 'number') return '';
    const micro = end === 'from' ? known.fromMicro : known.toMicro;
    return micro === null ? '' : formatMicro(micro, { locale: language });
  }

  function leave(): void {
    tools.close('popup');
    tools.target()?.sheet.takeFocus();
  }

  function toggle(keys: readonly string[], isKept: boolean): void {
    const next = new Set(kept);
    for (const key of keys)
      if (isKept) next.add(key);
      else next.delete(key);
    setKept(next);
  }

  /** Null is a condition that is not complete. */
  function wish(): ColumnFilter | 'all' | null {
    if (condition === 'none') {
      // Typed text chooses among the values, as in Excel: only what is both listed and ticked stays.
      const listed = found.filter(({ key }) => kept.has(key)).map(({ key }) => key);
      if (listed.length === values.length) return 'all';
      return listed.length === 0 ? null : { kind: 'values', kept: listed };
    }
    if (!isNumber(condition)) return from.trim() === '' ? null : { kind: 'text', condition, text: from };
    const fromMicro = microOf(from);
    const toMicro = condition === 'between' ? microOf(to) : null;
    if (fromMicro === null || (condition === 'between' && toMicro === null)) return null;
    return { kind: 'number', condition, fromMicro, toMicro };
  }

  function apply(): void {
    const chosen = wish();
    setBad(chosen === null);
    if (chosen === null) return;
    tools.setFilter(columnId, chosen === 'all' ? null : chosen);
    leave();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !isButton) apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const listedKept = found.filter(({ key }) => kept.has(key)).length;
  return (
    <div
      ref={box}
      className="filter-list"
      role="dialog"
      aria-label={t('tools.filter.title', { column: column.tooltip || column.header })}
      data-testid="filter-list"
      onKeyDown={onKeyDown}
    >
      <b className="score-cut">{column.tooltip || column.header}</b>
      <label className="filter-condition">
        <span className="score-quiet">{t('tools.filter.condition')}</span>
        <select
          className="score-select"
          data-testid="filter-condition"
          value={condition}
          onChange={(event) => {
            setCondition(event.target.value as Condition);
            setBad(false);
          }}
        >
          <option value="none">{t('tools.filter.byValues')}</option>
          {TEXT_CONDITIONS.map((name) => (
            <option key={name} value={name}>
              {t(`tools.filter.conditions.${name}`)}
            </option>
          ))}
          {NUMBER_CONDITIONS.map((name) => (
            <option key={name} value={name}>
              {t(`tools.filter.conditions.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {condition === 'none' ? (
        <>
          <input
            ref={field}
            type="search"
            className="score-input"
            aria-label={t('tools.filter.search')}
            placeholder={t('tools.filter.search')}
            data-testid="filter-search"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <label className="filter-value">
            <input
              type="checkbox"
              checked={listedKept > 0}
              data-testid="filter-all"
              ref={(element) => {
                if (element) element.indeterminate = listedKept > 0 && listedKept < found.length;
              }}
              onChange={() =>
                toggle(
                  found.map(({ key }) => key),
                  listedKept < found.length,
                )
              }
            />
            <span>{t('tools.filter.all')}</span>
          </label>
          <div className="filter-values">
            {found.slice(0, MAX_LISTED).map(({ key, label, count }) => (
              <label key={key} className="filter-value" data-testid="filter-value">
                <input type="checkbox" checked={kept.has(key)} onChange={() => toggle([key], !kept.has(key))} />
                <span className="score-cut">{key === '' ? t('tools.filter.blanks') : label}</span>
                <span className="score-quiet">{count}</span>
              </label>
            ))}
            {found.length === 0 && <p>{t('tools.filter.none')}</p>}
            {found.length > MAX_LISTED && <p>{t('tools.filter.more', { count: found.length - MAX_LISTED })}</p>}
          </div>
        </>
      ) : (
        <>
          <input
            autoFocus
            type="text"
            className="score-input"
            aria-label={t(isNumber(condition) ? 'tools.filter.number' : 'tools.filter.text')}
            placeholder={t(isNumber(condition) ? 'tools.filter.number' : 'tools.filter.text')}
            data-testid="filter-from"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          {condition === 'between' && (
            <input
              type="text"
              className="score-input"
              aria-label={t('tools.filter.to')}
              placeholder={t('tools.filter.to')}
              data-testid="filter-to"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </>
      )}
      {isBad && (
        <p role="alert" className="filter-bad">
          {t(
            condition === 'none'
              ? 'tools.filter.chooseOne'
              : isNumber(condition)
                ? 'tools.filter.needsNumber'
                : 'tools.filter.needsText',
          )}
        </p>
      )}
      <div className="filter-buttons">
        <button type="button" className="plain-button" data-testid="filter-apply" onClick={apply}>
          {t('tools.filter.apply')}
        </button>
        <button
          type="button"
          className="plain-button"
          data-testid="filter-clear"
          disabled={!filter}
          onClick={() => {
            tools.setFilter(columnId, null);
            leave();
          }}
        >
          {t('tools.filter.clear')}
        </button>
        <button type="button" className="plain-button" onClick={leave}>
          {t('tools.cancel')}
        </button>
      </div>
    </div>
  );
}

function microOf(text: string): number | null {
  const parsed = parseDecimal(text, { ambiguousDot: 'decimal' });
  return parsed.ok ? parsed.value.micro : null;
}
