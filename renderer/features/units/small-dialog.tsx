import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { Committed } from '#shared/contract/outputs.ts';
import type { Result } from '#shared/util/result.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';

interface Props {
  readonly title: string;
  readonly testId: string;
  /** Name of the button that writes. */
  readonly write: string;
  /** What the message afterwards says. */
  readonly done: string;
  readonly isReady: boolean;
  readonly children: ReactNode;
  /** Called although not ready, so that the dialog can say what is missing. */
  readonly onAsked?: () => void;
  readonly send: () => Promise<Result<Committed, AppError>>;
  readonly onClose: () => void;
}

/** One question, one command: Enter writes, Esc gives up, a refusal stays in the dialog. */
export function SmallDialog(props: Props): JSX.Element {
  const { title, testId, write, done, isReady, children, onAsked, send, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);

  async function submit(): Promise<void> {
    onAsked?.();
    if (!isReady || isBusy) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) return setFailed(answer.error);
    toast.show({ intent: 'success', title: done });
    onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="unit-dialog" data-testid={testId}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="unit-dialog-content">
              {children}
              {failed && <ErrorNotice error={failed} language={language} />}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={isBusy || (!isReady && !onAsked)}
                data-testid={`${testId}-write`}
              >
                {write}
              </Button>
              <Button onClick={onClose}>{t('units.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
