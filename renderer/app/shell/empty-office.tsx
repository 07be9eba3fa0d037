import { useTranslation } from 'react-i18next';
import { useFileRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useOpenDialog } from './shell-context.ts';

/** What to do when the open file has no cycle yet. */
export function EmptyOffice() {
  const { t } = useTranslation();
  const openDialog = useOpenDialog();
  const refusal = useFileRefusal('imports.commit');
  return (
    <div className="empty" data-testid="no-cycle">
      <h2 className="screen-title">{t('shell.emptyTitle')}</h2>
      <p>{t('shell.emptyHint')}</p>
      {refusal ? (
        <p>{t(`shell.refusal.${refusal}`)}</p>
      ) : (
        <button type="button" className="plain-button plain-primary" onClick={() => openDialog('imports')}>
          {t('shell.newCycle')}
        </button>
      )}
    </div>
  );
}
