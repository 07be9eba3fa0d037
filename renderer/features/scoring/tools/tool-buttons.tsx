/** The tools' part of the command bar: what they do is in chunks of their own, fetched when asked for. */
import { ColumnEditRegular } from '@fluentui/react-icons/svg/column-edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useMemo, useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { keyOf } from './key-names.ts';
import './tool-buttons.css';

export function ToolButtons({ tools }: { readonly tools: ScoreTools }): JSX.Element {
  const { t } = useTranslation();
  const { bar, panel, zoom } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
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
