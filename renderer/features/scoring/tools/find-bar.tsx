/** Find and replace as a bar above the sheet: the sheet stays in reach, Esc gives the keyboard back to its cell. */
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useFind, type FindParts } from './use-find.ts';
import './find-bar.css';

export interface FindBarProps extends Omit<FindParts, 'isReplacing' | 'serial'> {
  readonly mode: 'find' | 'replace';
  /** Grows when the bar is called again: its field takes the focus. */
  readonly serial: number;
  readonly step: { readonly serial: number; readonly step: 1 | -1 } | null;
}

export function FindBar({ mode, serial, step, ...parts }: FindBarProps): JSX.Element {
  const { t } = useTranslation();
  const { tools } = parts;
  const canWrite = useCanWrite('scores.setCells');
  const isReplacing = mode === 'replace';
  const find = useFind({ ...parts, serial, isReplacing });
  const field = useRef<HTMLInputElement>(null);
  const answered = useRef(0);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [serial]);
  useEffect(() => {
    if (!step || step.serial === answered.current) return;
    answered.current = step.serial;
    find.go(step.step);
  }, [step]);

  function close(): void {
    tools.closeBar();
    tools.target()?.sheet.takeFocus();
  }

  /** Shows the next hit; the keyboard stays where it was. */
  function go(direction: 1 | -1): void {
    const holder = document.activeElement;
    find.go(direction);
    giveBack(holder);
  }

  function act(run: () => void): void {
    const holder = document.activeElement;
    run();
    giveBack(holder);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isF3 = event.key === 'F3';
    const isEnter = event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (event.key === 'Escape') close();
    else if (isF3 || isEnter) go(event.shiftKey ? -1 : 1);
    else if (event.ctrlKey && event.key.toLowerCase() === 'f') tools.openBar('find');
    else if (event.ctrlKey && event.key.toLowerCase() === 'h') tools.openBar('replace');
    else if (event.ctrlKey && event.key.toLowerCase() === 'g') tools.openBar('goTo');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const { wish, change } = find;
  const check = (name: 'wholeCell' | 'ignoreDiacritics' | 'matchCase'): ReactNode => (
    <label className="find-check">
      <input
        type="checkbox"
        checked={wish[name]}
        data-testid={`find-${name}`}
        onChange={(event) => change({ [name]: event.target.checked })}
      />
      {t(`tools.find.${name}`)}
    </label>
  );
  const isBlank = wish.query === '';
  return (
    <div
      className="find-bar"
      role="search"
      aria-label={t(isReplacing ? 'tools.find.replaceTitle' : 'tools.find.title')}
      data-testid="find-bar"
      onKeyDown={onKeyDown}
    >
      <input
        ref={field}
        type="search"
        className="score-input find-text"
        aria-label={t('tools.find.text')}
        placeholder={t('tools.find.text')}
        data-testid="find-text"
        value={wish.query}
        onChange={(event) => change({ query: event.target.value })}
      />
      <span className="find-count" role="status" data-testid="find-count">
        {countText()}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('tools.find.previous')}
        title={`${t('tools.find.previous')} (Shift+F3)`}
        disabled={find.count === 0}
        data-testid="find-previous"
        onClick={() => go(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('tools.find.next')}
        title={`${t('tools.find.next')} (F3)`}
        disabled={find.count === 0}
        data-testid="find-next"
        onClick={() => go(1)}
      >
        ↓
      </button>
      {isReplacing && (
        <>
          <input
            type="text"
            className="score-input find-text"
            aria-label={t('tools.find.replacement')}
            placeholder={t('tools.find.replacement')}
            data-testid="replace-text"
            value={wish.replacement}
            onChange={(event) => change({ replacement: event.target.value })}
          />
          <button
            type="button"
            className="plain-button"
            disabled={!canWrite || find.count === 0}
            data-testid="replace-one"
            onClick={() => act(find.replaceOne)}
          >
            {t('tools.find.replaceOne')}
          </button>
          <button
            type="button"
            className="plain-button"
            disabled={!canWrite || find.count === 0}
            data-testid="replace-all"
            onClick={() => act(find.replaceAll)}
          >
            {t('tools.find.replaceAll')}
          </button>
        </>
      )}
      {check('wholeCell')}
      {check('ignoreDiacritics')}
      {check('matchCase')}
      <select
        className="score-select"
        aria-label={t('tools.find.scope')}
        data-testid="find-scope"
        value={wish.scope}
        onChange={(event) => change({ scope: event.target.value === 'selection' ? 'selection' : 'sheet' })}
      >
        <option value="sheet">{t('tools.find.wholeSheet')}</option>
        <option value="selection" disabled={!find.canSearchSelection}>
          {t('tools.find.selection')}
        </option>
      </select>
      <select
        className="score-select"
        aria-label={t('tools.find.order')}
        data-testid="find-order"
        value={wish.order}
        onChange={(event) => change({ order: event.target.value === 'columns' ? 'columns' : 'rows' })}
      >
        <option value="rows">{t('tools.find.byRows')}</option>
        <option value="columns">{t('tools.find.byColumns')}</option>
      </select>
      <span className="score-gap" />
      <button
        type="button"
        className="icon-button"
        aria-label={t('tools.close')}
        title={`${t('tools.close')} (Esc)`}
        data-testid="find-close"
        onClick={close}
      >
        <DismissRegular />
      </button>
    </div>
  );

  function countText(): string {
    if (find.replaced !== null) return t('tools.find.replaced', { count: find.replaced });
    if (isBlank) return '';
    if (find.isSearching && find.count === 0) return t('tools.find.searching');
    if (find.count === 0) return t('tools.find.none');
    return find.at < 0 ? t('tools.find.found', { count: find.count }) : `${find.at + 1}/${find.count}`;
  }
}

/** The sheet takes the focus for the cell it shows, sometimes a frame later; the bar goes on being typed into. */
function giveBack(holder: Element | null): void {
  if (!(holder instanceof HTMLElement)) return;
  const back = () => holder.isConnected && document.querySelector('[role=dialog]') === null && holder.focus();
  back();
  requestAnimationFrame(() => requestAnimationFrame(back));
}
