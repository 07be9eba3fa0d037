import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useTranslation } from 'react-i18next';
import { wordError } from '#shared/wording/word-error.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { formatClock } from '#renderer/ui/format-time.ts';

/** Whether everything typed is on disk; said to screen readers when it changes. */
export function SaveState() {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = useAppState((state) => state.save);
  const failed = save.kind === 'failed' ? wordError(save.error, language) : null;
  return (
    <span
      className="save-state"
      role="status"
      data-testid="save-state"
      data-state={save.kind}
      title={failed ? `${failed.title}. ${failed.detail} ${failed.advice}` : undefined}
    >
      {save.kind === 'saved' && (
        <>
          <CheckmarkCircleRegular />
          {save.at ? t('shell.saved', { time: formatClock(save.at) }) : t('shell.savedBefore')}
        </>
      )}
      {save.kind === 'saving' && t('shell.saving')}
      {failed && (
        <>
          <ErrorCircleRegular />
          {t('shell.saveFailed')}: {failed.title}
        </>
      )}
    </span>
  );
}
