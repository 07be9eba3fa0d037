import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';

/** Facts about the whole window that must not be missed: read-only file, data process restarted. */
export function Banners() {
  const { t } = useTranslation();
  const controller = useController();
  const readOnly = useAppState((state) => state.office?.open === true && state.office.readOnly);
  const process = useAppState((state) => state.dataProcess);
  return (
    <div className="banners" aria-live="polite">
      {readOnly && (
        <div className="banner" data-testid="banner-read-only">
          {t('shell.readOnly')}
        </div>
      )}
      {process === 'restarting' && (
        <div className="banner banner-warning" data-testid="banner-restarting">
          {t('shell.processRestarting')}
        </div>
      )}
      {process === 'restarted' && (
        <div className="banner" data-testid="banner-restarted">
          {t('shell.processRestarted')}
          <button
            type="button"
            className="icon-button"
            aria-label={t('shell.close')}
            onClick={() => controller.setDataProcess('up')}
          >
            <DismissRegular />
          </button>
        </div>
      )}
    </div>
  );
}
