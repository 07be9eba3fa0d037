/** Chọn cột: what the sheet shows, by field; and back to how the program brings it. */
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetColumn, SheetGroup } from '#renderer/grid/sheet.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { columnLines, filterLines, type ColumnLine } from './column-tree.ts';
import './tool-panel.css';

export interface ColumnPanelProps {
  readonly tools: ScoreTools;
  readonly columns: readonly (SheetColumn | SheetGroup)[];
}

export function ColumnPanel({ tools, columns }: ColumnPanelProps): JSX.Element {
  const { t } = useTranslation();
  const { hidden } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lines = useMemo(() => columnLines(columns), [columns]);
  const found = useMemo(() => filterLines(lines, text), [lines, text]);
  const all = useMemo(() => lines.filter(({ isGroup }) => !isGroup).map(({ id }) => id), [lines]);
  const shownCount = all.filter((id) => !hidden.has(id)).length;

  useEffect(() => field.current?.focus(), []);

  function show(ids: readonly string[], isShown: boolean): void {
    const next = new Set(hidden);
    for (const id of ids)
      if (isShown) next.delete(id);
      else next.add(id);
    // A sheet without columns has no way back.
    if (all.some((id) => !next.has(id))) tools.setHidden(next);
  }

  function close(): void {
    tools.close('panel');
    tools.target()?.sheet.takeFocus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <section
      className="tool-panel"
      aria-label={t('tools.columns.title')}
      data-testid="column-panel"
      onKeyDown={onKeyDown}
    >
      <header className="tool-panel-head">
        <h2>{t('tools.columns.title')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('tools.close')}
          title={`${t('tools.close')} (Esc)`}
          data-testid="columns-close"
          onClick={close}
        >
          <DismissRegular />
        </button>
      </header>
      <p className="score-quiet tool-panel-hint" role="status" data-testid="columns-shown">
        {t('tools.columns.shown', { shown: shownCount, count: all.length })}
      </p>
      <input
        ref={field}
        type="search"
        className="score-input tool-panel-search"
        aria-label={t('tools.columns.search')}
        placeholder={t('tools.columns.search')}
        data-testid="columns-search"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="tool-panel-list">
        {found.map((line) => (
          <Line key={line.id} line={line} hidden={hidden} onShow={show} />
        ))}
        {found.length === 0 && <p className="tool-panel-hint">{t('tools.columns.none')}</p>}
      </div>
      <div className="tool-panel-buttons">
        <button type="button" className="plain-button" data-testid="columns-all" onClick={() => show(all, true)}>
          {t('tools.columns.showAll')}
        </button>
        <button type="button" className="plain-button" data-testid="columns-reset" onClick={tools.resetView}>
          {t('tools.columns.reset')}
        </button>
      </div>
    </section>
  );
}

interface LineProps {
  readonly line: ColumnLine;
  readonly hidden: ReadonlySet<string>;
  readonly onShow: (ids: readonly string[], isShown: boolean) => void;
}

function Line({ line, hidden, onShow }: LineProps): JSX.Element {
  const { id, label, depth, isGroup, columnIds } = line;
  const shown = columnIds.filter((each) => !hidden.has(each)).length;
  const isMixed = shown > 0 && shown < columnIds.length;
  return (
    <label
      className={isGroup ? 'column-line is-group' : 'column-line'}
      data-depth={depth}
      data-testid={`column-${id}`}
      title={label}
    >
      <input
        type="checkbox"
        checked={shown > 0}
        ref={(element) => {
          if (element) element.indeterminate = isMixed;
        }}
        onChange={() => onShow(columnIds, shown === 0 || isMixed)}
      />
      <span className="score-cut">{label}</span>
    </label>
  );
}
