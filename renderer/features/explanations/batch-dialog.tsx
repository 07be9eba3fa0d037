/** One step on the explanations of many chosen cells: record, accept, reject, or open a round for them. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { passesFilter } from '#shared/appraisal/cell-rules.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { cellFactsAt } from '#renderer/features/scoring/board/cell-facts.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import '#renderer/features/cell-details/cell-details.css';
import { AnswerForm } from './answer-form.tsx';
import { RejectForm } from './decision-form.tsx';
import type { ExplanationStore } from './explanation-store.ts';
import { RoundFields } from './round-form.tsx';
import { useExplain, type ExplainedCell } from './use-explain.ts';
import { useOpenRound } from './use-open-round.ts';
import './explanations.css';

const STEPS = ['open', 'answer', 'accept', 'reject'] as const;
type Step = (typeof STEPS)[number];

export interface BatchDialogProps {
  readonly store: BlockStore;
  readonly explanations: ExplanationStore;
  /** The chosen cells, by positions in the store. */
  readonly cells: readonly { readonly u: number; readonly l: number }[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function BatchDialog({ store, explanations, cells, onDone, onClose }: BatchDialogProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = {
    open: useCanWrite('explanations.openRound'),
    answer: useCanWrite('explanations.answer'),
    accept: useCanWrite('explanations.accept'),
    reject: useCanWrite('explanations.reject'),
  };
  const explain = useExplain(store);
  const number = (explanations.get()?.rounds.at(-1)?.number ?? 0) + 1;
  const round = useOpenRound(store.shape.cycleId, number);
  const [chosen, setChosen] = useState<Step | null>(null);
  const { units, set } = store.shape;

  const unasked = cells.filter(({ u, l }) => passesFilter('toExplain', cellFactsAt(store, explanations, u, l)));
  const explained = cells.flatMap(({ u, l }): ExplainedCell[] => {
    const unit = units[u];
    const leaf = set.leaves[l];
    const newest = unit && leaf && explanations.ofCell(unit.id, leaf.id).at(-1);
    return newest && newest.round.closedAt === null ? [{ ...newest, u, l }] : [];
  });
  const open = explained.filter(({ item }) => item.state === 'open');
  const answered = explained.filter(({ item }) => item.state === 'answered');
  const counts = {
    open: unasked.length,
    answer: open.length,
    accept: answered.length,
    reject: open.length + answered.length,
  };
  const offered = STEPS.filter((step) => may[step]);
  const step = chosen ?? offered.find((each) => counts[each] > 0) ?? null;

  async function end(done: Promise<boolean>): Promise<boolean> {
    const isDone = await done;
    if (isDone) onDone();
    return isDone;
  }

  const unaskedIds = unasked.flatMap(({ u, l }) => {
    const unit = units[u];
    const leaf = set.leaves[l];
    return unit && leaf ? [{ cycleUnitId: unit.id, leafId: leaf.id }] : [];
  });
  const failed = explain.failed ?? round.failed;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface data-testid="batch-dialog" className="score-dialog">
        <DialogBody>
          <DialogTitle>{t('explanations.batch.title', { count: cells.length })}</DialogTitle>
          <DialogContent className="explanation-batch">
            {step === null ? (
              <p>{t('explanations.batch.nothing')}</p>
            ) : (
              <fieldset className="details-options">
                <legend>{t('explanations.batch.what')}</legend>
                {offered.map((each) => (
                  <label key={each}>
                    <input
                      type="radio"
                      name="explanation-step"
                      checked={step === each}
                      disabled={counts[each] === 0}
                      data-testid={`batch-${each}`}
                      onChange={() => setChosen(each)}
                    />
                    {t(`explanations.batch.steps.${each}`, { count: counts[each] })}
                  </label>
                ))}
              </fieldset>
            )}
            {step === 'open' && <RoundFields draft={round.draft} problem={round.problem} onChange={round.setDraft} />}
            {step === 'answer' && (
              <AnswerForm
                known=""
                isBusy={explain.isBusy}
                onSend={(text, document) => end(explain.answer(open, text, document))}
              />
            )}
            {step === 'accept' && <p>{t('explanations.batch.acceptHint')}</p>}
            {step === 'reject' && (
              <RejectForm
                isBusy={explain.isBusy}
                onReject={(reason) => void end(explain.reject([...open, ...answered], reason))}
              />
            )}
            {failed && <ErrorNotice error={failed} language={language} />}
          </DialogContent>
          <DialogActions>
            {step === 'open' && (
              <Button
                appearance="primary"
                disabled={round.isBusy}
                data-testid="round-open"
                onClick={() => void end(round.open(unaskedIds))}
              >
                {t('explanations.rounds.openFor', { count: unasked.length })}
              </Button>
            )}
            {step === 'accept' && (
              <Button
                appearance="primary"
                disabled={explain.isBusy}
                data-testid="batch-accept-send"
                onClick={() => void end(explain.accept(answered, ({ u, l }) => store.points('self', u, l), ''))}
              >
                {t('explanations.accept.send')}
              </Button>
            )}
            <Button onClick={onClose}>{t('explanations.rounds.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
