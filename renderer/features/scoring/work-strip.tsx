import { useEffect, useSyncExternalStore, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import type { SheetWork } from './sheet-work.ts';
import './work-strip.css';

/** Says over the sheet what is being worked at for long, how far it is, and stops it by button or Esc. */
export function WorkStrip({ work }: { readonly work: SheetWork }): JSX.Element | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { progress } = useSyncExternalStore(work.shown.subscribe, work.shown.get);
  const isShown = progress !== null;

  useEffect(() => {
    if (!isShown) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      work.stop();
    }
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isShown, work]);

  if (!progress) return null;
  const { step, done, total } = progress;
  const number = new Intl.NumberFormat(language);
  const count = { done: number.format(done), total: number.format(total) };
  return (
    <div className="work-strip" data-testid="sheet-work">
      <b role="status">{t(`scoring.work.${step}`)}</b>
      <progress aria-label={t(`scoring.work.${step}`)} max={total || 1} {...(total > 0 && { value: done })} />
      {step === 'plan' && <span className="work-count">{t('scoring.work.count', count)}</span>}
      <button type="button" className="plain-button" data-testid="work-stop" onClick={work.stop}>
        {t('scoring.work.stop')}
      </button>
    </div>
  );
}
