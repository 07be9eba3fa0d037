import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import type { CellPlan, IssueKind, PlanIssue } from '#renderer/grid/range/cell-plan.ts';
import type { ChangePlan, PlanAnswers } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import { runInSlices } from './run-in-slices.ts';
import type { AskedStep } from './use-score-sheet.ts';

export interface PlanDialogProps {
  readonly store: BlockStore;
  readonly asked: AskedStep;
  /** The plan to write, or null to give it up. */
  readonly onAnswer: (plan: CellPlan | null, reason: string) => void;
}

const MOST_ISSUES = 200;
const MOST_PHRASES = 5;

/** What a paste, fill or clear would do and what it cannot do, before anything is written. */
export function PlanDialog({ store, asked, onAnswer }: PlanDialogProps): JSX.Element {
  const { t } = useTranslation();
  const client = useClient();
  const [answers, setAnswers] = useState<PlanAnswers>({});
  const [reason, setReason] = useState('');
  const [phrases, setPhrases] = useState<readonly string[]>([]);
  const [plan, setPlan] = useState<ChangePlan>(asked.plan);
  const [isPlanning, setPlanning] = useState(false);
  const { counts } = asked.plan;
  const needsReason = plan.needsReason.length > 0;
  const canWrite = !isPlanning && plan.counts.writes > 0 && (!needsReason || reason.trim() !== '');
  const ambiguous = asked.plan.issues.find(({ kind }) => kind === 'ambiguous')?.text.trim();
  const hasPercent = (counts.byKind.percent ?? 0) > 0;
  const { alignment } = asked.plan;
  const hasNames = alignment !== undefined && alignment.mode === 'names' && !alignment.isSamePlaces;

  useEffect(() => {
    if (!needsReason) return;
    const abort = new AbortController();
    void client
      .call('scores.reasonPhrases', { cycleId: store.shape.cycleId }, { signal: abort.signal })
      .then((answer) => answer.ok && setPhrases(answer.value.slice(0, MOST_PHRASES)));
    return () => abort.abort();
  }, [client, store, needsReason]);

  useEffect(() => {
    if (!answers.place && !answers.answers) return;
    setPlanning(true);
    return runInSlices(asked.change.plan(answers), (next) => {
      setPlan(next);
      setPlanning(false);
    });
  }, [asked, answers]);

  function answer(reading: NonNullable<PlanAnswers['answers']>): void {
    setAnswers((before) => ({ ...before, answers: { ...before.answers, ...reading } }));
  }

  const title = t(`scoring.plan.titles.${asked.change.step}`);
  const { writes, issues } = plan.counts;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onAnswer(null, '')}>
      <DialogSurface data-testid="plan-dialog" className="score-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="plan-content">
            <p data-testid="plan-counts">
              {isPlanning && `${t('scoring.plan.planning')} `}
              {t('scoring.plan.counts', { writes, unchanged: plan.counts.unchanged, issues })}
              {plan.counts.clears > 0 && ` (${t('scoring.plan.clears', { count: plan.counts.clears })})`}
            </p>
            {hasNames && (
              <Field label={t('scoring.plan.place')}>
                <RadioGroup
                  value={answers.place ?? 'auto'}
                  onChange={(_, { value }) =>
                    setAnswers((before) => ({ ...before, place: value as 'auto' | 'position' }))
                  }
                >
                  <Radio value="auto" label={t('scoring.plan.byNames')} data-testid="plan-by-names" />
                  <Radio value="position" label={t('scoring.plan.byPosition')} data-testid="plan-by-position" />
                </RadioGroup>
              </Field>
            )}
            {ambiguous !== undefined && (
              <Field label={t('scoring.plan.dot', { text: ambiguous })}>
                <RadioGroup
                  value={answers.answers?.ambiguousDot ?? ''}
                  onChange={(_, { value }) => answer({ ambiguousDot: value as 'decimal' | 'thousands' })}
                >
                  <Radio
                    value="decimal"
                    label={t('scoring.plan.dotDecimal', { text: ambiguous.replace('.', ',') })}
                    data-testid="plan-dot-decimal"
                  />
                  <Radio
                    value="thousands"
                    label={t('scoring.plan.dotThousands', { text: ambiguous.replaceAll('.', '') })}
                    data-testid="plan-dot-thousands"
                  />
                </RadioGroup>
              </Field>
            )}
            {hasPercent && (
              <Checkbox
                label={t('scoring.plan.percent')}
                checked={answers.answers?.percent === 'asPoints'}
                data-testid="plan-percent"
                onChange={(_, { checked }) => answer({ percent: checked === true ? 'asPoints' : null })}
              />
            )}
            {needsReason && (
              <Field label={t('scoring.plan.reason', { count: plan.needsReason.length })} required>
                <Textarea
                  rows={2}
                  maxLength={2000}
                  value={reason}
                  data-testid="plan-reason"
                  onChange={(_, { value }) => setReason(value)}
                />
                {phrases.length > 0 && (
                  <div className="plan-phrases">
                    {phrases.map((phrase) => (
                      <Button key={phrase} size="small" onClick={() => setReason(phrase)}>
                        {phrase}
                      </Button>
                    ))}
                  </div>
                )}
              </Field>
            )}
            {plan.issues.length > 0 && <IssueList store={store} plan={plan} />}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={!canWrite}
              data-testid="plan-write"
              onClick={() => onAnswer(plan, reason.trim())}
            >
              {issues > 0
                ? t('scoring.plan.writeSkip', { count: writes, issues })
                : t('scoring.plan.write', { count: writes })}
            </Button>
            <Button data-testid="plan-cancel" onClick={() => onAnswer(null, '')}>
              {t('scoring.plan.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Every kind with its count, and each place by name as far as a person reads. */
function IssueList({ store, plan }: { readonly store: BlockStore; readonly plan: CellPlan }): JSX.Element {
  const { t } = useTranslation();
  const { shape } = store;
  const kinds = Object.entries(plan.counts.byKind) as [IssueKind, number][];
  const codes = useMemo(
    () =>
      new Map<string, string>([
        ...shape.units.map(({ id, code }) => [id, code] as const),
        ...shape.set.leaves.map(({ id, code }) => [id, code] as const),
      ]),
    [shape],
  );

  function where({ rowId, columnId, sourceRow, sourceColumn }: PlanIssue): string {
    const names = [rowId, columnId].flatMap((id) => codes.get(id ?? '') ?? []);
    return names.length > 0
      ? names.join(' · ')
      : t('scoring.plan.at', { row: sourceRow + 1, column: sourceColumn + 1 });
  }

  return (
    <section className="plan-issues" aria-label={t('scoring.plan.issues')}>
      <b>{t('scoring.plan.issues')}</b>
      <ul className="plan-kinds" data-testid="plan-kinds">
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            {count} {t(`scoring.plan.issue.${kind}`)}
          </li>
        ))}
      </ul>
      <ul className="plan-list" data-testid="plan-issues" tabIndex={0}>
        {plan.issues.slice(0, MOST_ISSUES).map((issue, at) => (
          <li key={at}>
            {where(issue)}: “{issue.text.slice(0, 60)}” {t(`scoring.plan.issue.${issue.kind}`)}
          </li>
        ))}
        {plan.issues.length > MOST_ISSUES && (
          <li>{t('scoring.plan.moreIssues', { count: plan.issues.length - MOST_ISSUES })}</li>
        )}
      </ul>
    </section>
  );
}
