import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { BatchLabel, Committed } from '#shared/contract/outputs.ts';
import type { Result } from '#shared/util/result.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';

/** Undo and redo as a person asks for them: does it, then says which step it was. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { t } = useTranslation();
  const language = useLanguage();
  const controller = useController();
  const { show, error } = useToast();

  return useMemo(() => {
    function report(
      result: Result<Committed, AppError>,
      step: BatchLabel | null,
      word: (name: string) => string,
    ): void {
      if (!result.ok) error(result.error);
      else if (step) show({ intent: 'info', title: word(wordLabel(step, language)) });
    }
    return {
      undo() {
        const step = controller.store.get().undo.undo;
        void controller.undo().then((result) => report(result, step, (name) => t('shell.undone', { step: name })));
      },
      redo() {
        const step = controller.store.get().undo.redo;
        void controller.redo().then((result) => report(result, step, (name) => t('shell.redone', { step: name })));
      },
    };
  }, [controller, language, t, show, error]);
}
