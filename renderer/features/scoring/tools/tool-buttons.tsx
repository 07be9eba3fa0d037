/** The tools' part of the command bar: what they do is in chunks of their own, fetched when asked for. */
import { ColumnEditRegular } from '@fluentui/react-icons/svg/column-edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useMemo, useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import type { Orientation } from '../score-toolbar.tsx';
import type { ScoreTools } from './create-score-tools.ts';
import { keyOf } from './key-names.ts';
import './tool-buttons.css';

export interface ToolButtonsProps {
  readonly tools: ScoreTools;
  readonly orientation: Orientation;
}

export function ToolButtons({ tools, orientation }: ToolButtonsProps): JSX.Element {
  const { t } = useTranslation();
  const { bar, panel, shown, isFilterOld, zoom, suspended } = useSyncExternalStore(
    tools.state.subscribe,
    tools.state.get,
  );
  useCommands(
    useMemo(
      () => [
        { id: 'find', label: t('tools.find.title'), shortcut: keyOf('find'), run: () => tools.openBar('find') },
        {
          id: 'replace',
          label: t('tools.find.replaceTitle'),
          shortcut: keyOf('replace'),
          run: () => tools.openBar('replace'),
        },
        { id: 'go-to', label: t('tools.goTo.title'), shortcut: keyOf('goTo'), run: () => tools.openBar('goTo') },
        {
          id: 'history',
          label: t('tools.history.title'),
          shortcut: keyOf('history'),
          run: () => tools.togglePanel('history'),
        },
        { id: 'columns', label: t('tools.columns.title'), run: () => tools.togglePanel('columns') },
        { id: 'reset-view', label: t('tools.columns.reset'), run: tools.resetView },
        { id: 'keys', label: t('tools.keys.title'), shortcut: keyOf('keys'), run: () => tools.obey('keys') },
      ],
      [tools, t],
    ),
  );

  const button = (name: string, label: string, key: string, isOn: boolean, icon: ReactNode, run: () => void) => (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={isOn}
      title={key === '' ? label : `${label} (${key})`}
      data-testid={`tool-${name}`}
      onClick={run}
    >
      {icon}
    </button>
  );

  return (
    <span className="tool-buttons">
      {shown && (
        <span className="tool-filter" data-testid="filter-state">
          <span role="status">
            {t(orientation === 'matrix' ? 'tools.filter.units' : 'tools.filter.leaves', { ...shown })}
          </span>
          {isFilterOld && (
            <button
              type="button"
              className="plain-button"
              title={t('tools.filter.againHint')}
              data-testid="filter-again"
              onClick={tools.applyFilters}
            >
              {t('tools.filter.again')}
            </button>
          )}
          <button type="button" className="plain-button" data-testid="filter-off" onClick={tools.clearFilters}>
            {t('tools.filter.off')}
          </button>
        </span>
      )}
      {suspended && (
        <button
          type="button"
          className="plain-button"
          data-testid="filter-resume"
          onClick={() => tools.obey('toggleFilter')}
        >
          {t('tools.filter.resume')}
        </button>
      )}
      {zoom !== 100 && (
        <button
          type="button"
          className="plain-button tool-zoom"
          title={`${t('tools.zoomReset')} (${keyOf('zoomReset')})`}
          data-testid="zoom-state"
          onClick={() => tools.setZoom(100)}
        >
          {zoom} %
        </button>
      )}
      {button('find', t('tools.find.title'), keyOf('find'), bar === 'find', <SearchRegular />, () =>
        tools.openBar('find'),
      )}
      {button('history', t('tools.history.title'), keyOf('history'), panel === 'history', <HistoryRegular />, () =>
        tools.togglePanel('history'),
      )}
      {button('columns', t('tools.columns.title'), '', panel === 'columns', <ColumnEditRegular />, () =>
        tools.togglePanel('columns'),
      )}
      {button('keys', t('tools.keys.title'), keyOf('keys'), false, <KeyboardRegular />, () => tools.obey('keys'))}
    </span>
  );
}
