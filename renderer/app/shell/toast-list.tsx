import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppServices } from '#renderer/app/hooks/app-services.ts';
import type { Toast } from '#renderer/app/stores/toasts.ts';

const VISIBLE_MS = 6000;

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { toasts } = useAppServices();
  useEffect(() => {
    if (toast.intent === 'error') return;
    const timer = setTimeout(() => toasts.dismiss(toast.id), VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [toast, toasts]);
  return (
    <div
      className={`toast toast-${toast.intent}`}
      role={toast.intent === 'error' ? 'alert' : 'status'}
      data-testid="toast"
    >
      <div className="toast-text">
        <strong>{toast.title}</strong>
        {toast.body && <span>{toast.body}</span>}
        {toast.action && (
          <button type="button" className="link-button" onClick={toast.action.run}>
            {toast.action.label}
          </button>
        )}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={t('shell.close')}
        onClick={() => toasts.dismiss(toast.id)}
      >
        <DismissRegular />
      </button>
    </div>
  );
}

/** Short messages at the lower right; errors stay until closed. */
export function ToastList() {
  const { t } = useTranslation();
  const { toasts } = useAppServices();
  const { items } = useSyncExternalStore(toasts.store.subscribe, toasts.store.get);
  return (
    <section className="toasts" aria-label={t('shell.notifications')}>
      {items.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
