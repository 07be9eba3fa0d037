/**
 * Bắt đầu: the first thing a person sees: new file, open, sample year, recent files, and why a file could not be
 * opened. Shown by the shell while no file is open. It must not know what is inside a file.
 */
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useMemo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { RecentFiles } from './recent-files.tsx';
import './start.css';
import { useOpenFile, type OpenKind } from './use-open-file.ts';

const ACTIONS: readonly { readonly kind: OpenKind; readonly icon: ComponentType }[] = [
  { kind: 'create', icon: DocumentAddRegular },
  { kind: 'open', icon: FolderOpenRegular },
  { kind: 'sample', icon: BeakerRegular },
];

const HINTS = { create: 'start.createHint', open: 'start.openHint', sample: 'start.sampleHint' } as const;

/** The start screen. */
export function StartScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const openError = useAppState((state) => state.openError);
  const isKnown = useAppState((state) => state.office !== null);
  const { working, choose, openRecent } = useOpenFile();
  useCommands(
    useMemo(
      () => ACTIONS.map(({ kind }) => ({ id: kind, label: t(`start.${kind}`), run: () => choose(kind) })),
      [t, choose],
    ),
  );
  return (
    <div className="start" data-testid="start-screen">
      <div className="start-column">
        <h2 className="screen-title">{t('start.title')}</h2>
        <p className="start-lead">{t('start.lead')}</p>
        {openError && !working && (
          <ErrorNotice error={openError} language={language}>
            <button type="button" className="link-button" onClick={() => choose('open')}>
              {t('start.chooseOther')}
            </button>
          </ErrorNotice>
        )}
        <section className="start-actions" aria-label={t('start.actions')}>
          {ACTIONS.map(({ kind, icon: Icon }) => (
            <button
              key={kind}
              type="button"
              className="start-action"
              data-testid={`start-${kind}`}
              disabled={working !== null || !isKnown}
              onClick={() => choose(kind)}
            >
              <Icon />
              <strong>{t(`start.${kind}`)}</strong>
              <span>{t(HINTS[kind])}</span>
            </button>
          ))}
        </section>
        <p className="start-working" role="status">
          {working && (working === 'sample' ? t('start.creatingSample') : t('start.working'))}
        </p>
        <RecentFiles disabled={working !== null} onOpen={openRecent} />
      </div>
    </div>
  );
}
