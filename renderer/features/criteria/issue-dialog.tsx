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
  Textarea,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { CriteriaView, LeafConsequence } from '#shared/contract/outputs-criteria.ts';
import type { PlacedProblem } from '#shared/criteria/check-set.ts';
import { diffSets } from '#shared/criteria/diff-sets.ts';
import type { CellChoices, CellEffect } from '#shared/criteria/settle-cell.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { DifferenceList } from './difference-list.tsx';
import { ChoiceField } from './field.tsx';
import { ProblemList } from './set-form.tsx';

const START: CellChoices = { misfit: 'keepPoints', recount: 'recompute', overMax: 'lower' };
/** The decision each effect asks for. */
const CHOICES = {
  misfit: ['keepPoints', 'clear'],
  recount: ['recompute', 'keep'],
  overMax: ['lower', 'clear'],
} as const satisfies { readonly [E in keyof CellChoices]: readonly CellChoices[E][] };
type Asked = keyof typeof CHOICES;

export interface IssueDialogProps {
  readonly view: CriteriaView;
  readonly onGoTo: (problem: PlacedProblem) => void;
  readonly onClose: () => void;
}

/** Ban hành: what is not right yet, or what will change, what it does to scored cells, and the decisions that takes. */
export function IssueDialog({ view, onGoTo, onClose }: IssueDialogProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [choices, setChoices] = useState(START);
  const [note, setNote] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const { data: check, error, reload } = useCall('criteria.checkIssue', { setId: view.setId, choices });
  const draft = view.draft ?? view.issued;
  const block = view.blocks.map(({ code }) => code).join(', ');
  const isSound = check?.problems.length === 0;
  const drops = check?.consequences.some(({ effect }) => effect === 'dropped') === true;
  const asked = (Object.keys(CHOICES) as Asked[]).filter((effect) =>
    check?.consequences.some((entry) => entry.effect === effect),
  );

  async function issue(): Promise<void> {
    if (!check) return;
    setBusy(true);
    const answer = await client.call('criteria.issue', {
      setId: view.setId,
      note,
      choices,
      expectedAffected: check.affected,
      dropRecords: isAgreed,
    });
    setBusy(false);
    setFailed(answer.ok ? null : answer.error);
    if (!answer.ok) {
      // Somebody scored meanwhile: what is said must be said anew.
      reload();
      return;
    }
    toast.show({ intent: 'success', title: t('criteria.issued', { block, number: check.nextNumber }) });
    onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="criteria-dialog" data-testid="issue-dialog">
        <DialogBody>
          <DialogTitle>{t('criteria.issueTitle', { block, number: check?.nextNumber ?? '…' })}</DialogTitle>
          <DialogContent className="criteria-dialog-content">
            {error && <ErrorNotice error={error} language={language} />}
            {check && !isSound && (
              <>
                <p className="criteria-refused" role="alert" data-testid="issue-refused">
                  {t('criteria.cannotIssue')}
                </p>
                <ProblemList set={draft} problems={check.problems} onGoTo={onGoTo} />
              </>
            )}
            {check && isSound && (
              <>
                <h3>{t('criteria.diff.title')}</h3>
                <DifferenceList difference={diffSets(view.issued, draft)} />
                <h3>{t('criteria.consequences')}</h3>
                <Consequences consequences={check.consequences} />
                {asked.length > 0 && (
                  <div className="criteria-choices">
                    {asked.map((effect) => (
                      <ChoiceField
                        key={effect}
                        label={t(`criteria.effects.${effect}`)}
                        value={choices[effect]}
                        options={CHOICES[effect].map((value) => ({ value, label: t(`criteria.choices.${value}`) }))}
                        isDisabled={isBusy}
                        testId={`choice-${effect}`}
                        onChange={(value) => setChoices({ ...choices, [effect]: value })}
                      />
                    ))}
                  </div>
                )}
                {check.tieFields.length > 0 && (
                  <p className="criteria-refused">{t('criteria.tieFields', { fields: check.tieFields.join(', ') })}</p>
                )}
                {drops && (
                  <Checkbox
                    checked={isAgreed}
                    disabled={isBusy}
                    label={t('criteria.agreeDrop')}
                    data-testid="agree-drop"
                    onChange={(_, { checked }) => setAgreed(checked === true)}
                  />
                )}
                <Field label={t('criteria.note')} size="small">
                  <Textarea
                    size="small"
                    rows={1}
                    value={note}
                    maxLength={2000}
                    disabled={isBusy}
                    placeholder={t('criteria.noteHint')}
                    onChange={(_, { value }) => setNote(value)}
                  />
                </Field>
              </>
            )}
            {failed && <ErrorNotice error={failed} language={language} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('criteria.close')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={!isSound || isBusy || (drops && !isAgreed)}
              data-testid="issue-confirm"
              onClick={() => void issue()}
            >
              {t('criteria.issueNow')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Consequences({ consequences }: { readonly consequences: readonly LeafConsequence[] }): JSX.Element {
  const { t } = useTranslation();
  if (consequences.length === 0) return <p className="criteria-sound">{t('criteria.noConsequences')}</p>;
  const effectOf = (effect: CellEffect | 'dropped'): string => t(`criteria.effects.${effect}`);
  return (
    <div className="criteria-diff" tabIndex={0} role="region" aria-label={t('criteria.consequences')}>
      <table className="panel-table" data-testid="criteria-consequences">
        <thead>
          <tr>
            <th scope="col">{t('criteria.code')}</th>
            <th scope="col">{t('criteria.effect')}</th>
            <th scope="col">{t('criteria.cells')}</th>
            <th scope="col">{t('criteria.unitsHit')}</th>
          </tr>
        </thead>
        <tbody>
          {consequences.map(({ leafId, code, name, effect, cells, records, units }) => (
            <tr key={`${leafId} ${effect}`} data-effect={effect} data-code={code}>
              <th scope="row" title={name}>
                {code}
              </th>
              <td>
                {effectOf(effect)}
                {records > 0 && ` ${t('criteria.andRecords', { count: records })}`}
              </td>
              <td className="criteria-number">{cells}</td>
              <td>
                {units.join(', ')}
                {cells > units.length && '…'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
