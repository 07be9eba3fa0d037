import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcceptPlan } from './plan-accept-self.ts';

export interface AcceptDialogProps {
  readonly plan: AcceptPlan;
  readonly onAccept: (edits: AcceptPlan['blank']) => void;
  readonly onGiveUp: () => void;
}

/** Asked only when accepting would replace points an appraiser typed. */
export function AcceptDialog({ plan, onAccept, onGiveUp }: AcceptDialogProps): JSX.Element {
  const { t } = useTranslation();
  const { blank, typed } = plan;
  const all = [...blank, ...typed];
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onGiveUp()}>
      <DialogSurface data-testid="accept-dialog" className="score-dialog">
        <DialogBody>
          <DialogTitle>{t('appraisal.acceptTitle')}</DialogTitle>
          <DialogContent>
            {blank.length > 0
              ? t('appraisal.acceptQuestion', { blank: blank.length, typed: typed.length })
              : t('appraisal.acceptTyped', { typed: typed.length })}
          </DialogContent>
          <DialogActions fluid>
            {blank.length > 0 && (
              <Button appearance="primary" data-testid="accept-blank" onClick={() => onAccept(blank)}>
                {t('appraisal.acceptBlank', { count: blank.length })}
              </Button>
            )}
            <Button data-testid="accept-all" onClick={() => onAccept(all)}>
              {t('appraisal.acceptAll', { count: all.length })}
            </Button>
            <Button onClick={onGiveUp}>{t('appraisal.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
