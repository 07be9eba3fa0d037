import { useCallback } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { wordError } from '#shared/wording/word-error.ts';
import type { Toast } from '#renderer/app/stores/toasts.ts';
import { useAppServices } from './app-services.ts';
import { useLanguage } from './use-language.ts';

/** Shows a short message; `error` words a typed error. */
export function useToast(): { show: (toast: Omit<Toast, 'id'>) => void; error: (error: AppError) => void } {
  const { toasts } = useAppServices();
  const language = useLanguage();
  const error = useCallback(
    (failed: AppError) => {
      const { title, detail, advice } = wordError(failed, language);
      toasts.show({ intent: 'error', title, body: [detail, advice].filter(Boolean).join(' ') });
    },
    [toasts, language],
  );
  return { show: toasts.show, error };
}
