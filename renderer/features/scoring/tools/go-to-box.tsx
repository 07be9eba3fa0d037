/** Ctrl+G: a unit or a criterion by the start of its code or by its name without diacritics, in any block. */
import { useEffect, useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import type { BlockStore } from '../block-store.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { addRecent, findGoToItems, goToItems, loadRecent, type GoToItem } from './go-to-targets.ts';
import './go-to-box.css';

export interface GoToBoxProps {
  readonly tools: ScoreTools;
  readonly store: BlockStore;
  readonly serial: number;
}

export function GoToBox({ tools, store, serial }: GoToBoxProps): JSX.Element {
  const { t } = useTranslation();
  const controller = useController();
  const structure = useCycle();
  const place = useAppState(({ office }) => (office?.open ? `${office.fileName}/${office.user?.name ?? ''}` : ''));
  const recentKey = `cchc.goTo/${place}`;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const recent = useMemo(() => loadRecent(localStorage, recentKey), [recentKey]);
  const items = useMemo(() => (structure ? goToItems(structure, store.shape.blockId) : []), [structure, store]);
  const found = useMemo(() => findGoToItems(text, items, recent), [text, items, recent]);
  const at = Math.min(chosen, found.length - 1);
  const lately = new Set(recent);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [serial]);

  function leave(): void {
    tools.closeBar();
    tools.target()?.sheet.takeFocus();
  }

  function go(item: GoToItem | undefined): void {
    if (!item) return;
    addRecent(localStorage, recentKey, item.id);
    tools.closeBar();
    controller.goTo(item.to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen(at >= found.length - 1 ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setChosen(at <= 0 ? found.length - 1 : at - 1);
    else if (event.key === 'Enter') go(found[at]);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={box}
      className="go-to"
      role="search"
      aria-label={t('tools.goTo.title')}
      data-testid="go-to"
      onKeyDown={onKeyDown}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && document.hasFocus() && tools.closeBar()}
    >
      <input
        ref={field}
        type="text"
        role="combobox"
        className="score-input go-to-text"
        aria-label={t('tools.goTo.title')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        placeholder={t('tools.goTo.hint')}
        data-testid="go-to-text"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
      />
      <div id={listId} role="listbox" aria-label={t('tools.goTo.title')} className="go-to-list">
        {found.map((item, i) => (
          <div
            key={item.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            className="go-to-item"
            data-testid="go-to-item"
            ref={i === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(item)}
          >
            <b>{item.code}</b>
            <span className="score-cut">{item.names[0]}</span>
            <span className="score-quiet">
              {lately.has(item.id) ? `${t('tools.goTo.recent')} · ${item.blocks}` : item.blocks}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="go-to-none" role="status">
          {t('tools.goTo.none')}
        </p>
      )}
    </div>
  );
}
