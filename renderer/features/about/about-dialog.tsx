/** Giới thiệu chương trình: versions, the runtime it really runs on, licences. Opened by the shell. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { About } from '#shared/contract/desktop.ts';
import './about.css';

/** Help › About. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    let mounted = true;
    void window.desktop.about().then((answer) => mounted && setAbout(answer));
    return () => {
      mounted = false;
    };
  }, []);
  const facts = about && [
    [t('about.version'), about.version],
    [t('about.runtime'), t(about.runtime === 'official' ? 'about.runtimeOfficial' : 'about.runtimeFallback')],
    ['Electron', about.electron],
    ['Chromium', about.chromium],
    ['Node.js', about.node],
  ];
  return (
    <Dialog open onOpenChange={() => onClose()}>
      <DialogSurface data-testid="about">
        <DialogBody>
          <DialogTitle>{t('about.title')}</DialogTitle>
          <DialogContent>
            <p className="about-name">{t('shell.product')}</p>
            <dl className="about-facts">
              {facts?.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <h3 id="about-licences">{t('about.licences')}</h3>
            <pre className="about-licences" tabIndex={0} role="region" aria-labelledby="about-licences">
              {about?.licences}
            </pre>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('about.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
