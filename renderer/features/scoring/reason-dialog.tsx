import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { PhraseInput } from '#renderer/features/cell-details/phrase-input.tsx';
import type { BlockStore } from './block-store.ts';
import { formatPoints } from './points-text.ts';
import type { Question } from './score-entry.ts';

export interface ReasonDialogProps {
  readonly store: BlockStore;
  readonly question: Question;
  /** Reason already on the cell, offered again. */
  readonly known: string;
  readonly onAnswer: (reason: string) => void;
  readonly onGiveUp: () => void;
}

/** Asks for the reason of a cut or of "không áp dụng". Enter writes, Esc gives up. */
export function ReasonDialog({ store, question, known, onAnswer, onGiveUp }: ReasonDialogProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState(known);
  const [isMissing, setIsMissing] = useState(false);
  const leaf = store.shape.set.leaves[question.l];
  const unit = store.shape.units[question.u];
  const words = { code: leaf?.code ?? '', name: leaf?.name ?? '', unit: unit?.name ?? '' };
  const isCut = question.kind === 'cutReason';

  function write(): void {
    if (reason.trim() === '') setIsMissing(true);
    else onAnswer(reason.trim());
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onGiveUp()}>
      <DialogSurface data-testid="reason-dialog" className="score-dialog">
        <DialogBody>
          <DialogTitle>{t(isCut ? 'scoring.dialog.cutTitle' : 'scoring.dialog.notApplicableTitle', words)}</DialogTitle>
          <DialogContent>
            <p>
              {isCut
                ? t('scoring.dialog.cutText', {
                    stage: t(`scoring.stagesLong.${question.stage}`),
                    points: formatPoints(question.pointsMicro, language),
                    self: formatPoints(store.points('self', question.u, question.l), language),
                  })
                : t('scoring.dialog.notApplicableText', words)}
            </p>
            <Field
              label={t('scoring.dialog.reason')}
              required
              {...(isMissing && { validationMessage: t('scoring.dialog.reasonNeeded') })}
            >
              {() => (
                <PhraseInput
                  label={t('scoring.dialog.reason')}
                  value={reason}
                  autoFocus
                  isInvalid={isMissing}
                  offers={isCut}
                  testId="reason-text"
                  onEnter={write}
                  onChange={(value) => {
                    setReason(value);
                    setIsMissing(false);
                  }}
                />
              )}
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={write} data-testid="reason-write">
              {t('scoring.dialog.write')}
            </Button>
            <Button onClick={onGiveUp} data-testid="reason-cancel">
              {t('scoring.dialog.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
