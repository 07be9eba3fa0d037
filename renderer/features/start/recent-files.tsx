import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentFile } from '#shared/contract/desktop.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';

interface Props {
  readonly disabled: boolean;
  readonly onOpen: (token: FileToken) => void;
}

/** Files opened before on this computer, newest first. */
export function RecentFiles({ disabled, onOpen }: Props) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly RecentFile[] | null>(null);
  useEffect(() => {
    let mounted = true;
    void window.desktop.recentFiles().then((recent) => mounted && setFiles(recent));
    return () => {
      mounted = false;
    };
  }, []);

  async function forget(token: FileToken): Promise<void> {
    await window.desktop.forgetRecent(token);
    setFiles(await window.desktop.recentFiles());
  }

  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t('start.recent')}</h2>
      {files?.length === 0 && <p className="start-hint">{t('start.noRecent')}</p>}
      <ul className="recent" data-testid="recent-files">
        {files?.map((file) => (
          <li key={file.token}>
            <button
              type="button"
              className="recent-open"
              disabled={disabled || !file.exists}
              onClick={() => onOpen(file.token)}
            >
              <strong>{file.name}</strong>
              <span>{file.folder}</span>
              <span>
                {file.exists ? t('start.openedAt', { time: formatInstant(file.openedAt) }) : t('start.missing')}
              </span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('start.forget', { name: file.name })}
              title={t('start.forget', { name: file.name })}
              onClick={() => void forget(file.token)}
            >
              <DismissRegular />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
