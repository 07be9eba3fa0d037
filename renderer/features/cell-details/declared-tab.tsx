import { useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { CellEdit } from '#shared/contract/schemas.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { declaredWords } from '#renderer/features/scoring/declared-words.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import { useStageRefusal } from '#renderer/features/scoring/use-stage-refusal.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import type { CellPlace } from './cell-place.ts';
import { DeclaredFieldInput } from './declared-field-input.tsx';
import { declaredFields, draftOf, readDraft, type DeclaredDraft } from './declared-draft.ts';
import { outcomeWords, type OutcomeWords } from './outcome-words.ts';
import { PhraseInput } from './phrase-input.tsx';

export interface DeclaredTabProps {
  readonly place: CellPlace;
  /** False while the record of the cell is on its way. */
  readonly isLoaded: boolean;
}

/** Số liệu kê khai: the rule gives the points at every key; Enter writes both for the stage that has the focus. */
export function DeclaredTab({ place, isLoaded }: DeclaredTabProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const refusalAt = useStageRefusal();
  const { store, u, l, unit, leaf, stage, cell } = place;
  /** What was typed and what the cell held then; null shows the cell as it is. */
  const [edit, setEdit] = useState<{ readonly draft: DeclaredDraft; readonly from: string } | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [saved, setSaved] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const rule = leaf.rule;
  const onDisk = JSON.stringify(cell?.declared ?? null);
  const draft = edit?.draft ?? draftOf(cell?.declared ?? null, language);

  if (!rule || rule.kind === 'manual') return <p className="score-quiet">{t('cellDetails.manual')}</p>;
  if (!isLoaded) return <p className="score-quiet">{t('shell.loading')}</p>;
  const isLocked = rule.kind === 'survey' && stage === 'self';
  const refusal = refusalAt(stage);
  const isDisabled = refusal !== null || isLocked;
  const isRatio = rule.kind === 'ratio' || (rule.kind === 'step' && rule.input === 'ratio');
  const read = readDraft(rule, draft);
  const declared = read.ok ? read.value : null;
  const outcome = declared ? outcomeWords(leaf, declared, t, language) : null;
  const selfMicro = store.points('self', u, l);
  const isCut =
    stage !== 'self' && outcome?.kind === 'points' && !isNaN(selfMicro) && (outcome.pointsMicro ?? 0) < selfMicro;
  const givenReason = reason ?? cell?.cutReason ?? '';
  const isDirty = edit !== null && JSON.stringify(draft) !== JSON.stringify(draftOf(cell?.declared ?? null, language));
  const isNews = isDirty || differsFromCell(place, outcome);
  const isSound = declared !== null && outcome !== null && outcome.kind !== 'error';
  const problem = read.ok ? null : read.error;

  function change(key: string, value: string): void {
    setSaved('');
    setFailed(null);
    setAsked(false);
    setEdit({ draft: { ...draft, [key]: value }, from: edit?.from ?? onDisk });
  }

  function revert(): void {
    setEdit(null);
    setReason(null);
    setAsked(false);
    setFailed(null);
  }

  async function write(next: Declared | null, cutReason: string | null): Promise<void> {
    setBusy(true);
    const address = { cycleUnitId: unit.id, leafId: leaf.id, expectedVersion: store.version(u, l) };
    const set: CellEdit['set'] = {
      kind: 'declared',
      stage,
      declared: next,
      ...(cutReason !== null && { reason: cutReason }),
    };
    const answer = await client.call('scores.setCells', {
      cycleId: store.shape.cycleId,
      cells: [{ ...address, set }],
    });
    setBusy(false);
    setFailed(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setEdit(null);
    setReason(null);
    // What had the keyboard (the reason, a button) may be gone or disabled now.
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    setSaved(declaredWords(next, leaf, t, language) || t('scoring.strip.noDeclared'));
  }

  function save(): void {
    setAsked(true);
    if (isDisabled || isBusy || !isSound || !isNews) return;
    if (!isCut) return void write(declared, null);
    if (givenReason.trim() === '') return;
    void write(declared, givenReason.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && edit !== null && !event.defaultPrevented) {
      event.preventDefault();
      revert();
    }
  }

  return (
    <form
      ref={form}
      className="details-form"
      data-testid="declared-form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="score-quiet details-rule">
        {t('cellDetails.ruleText', { text: leaf.ruleText })} ·{' '}
        {t('cellDetails.max', { max: formatPoints(leaf.maxMicro, language) })}
      </p>
      {(isLocked || refusal) && <p>{isLocked ? t('cellDetails.surveyLocked') : refusal}</p>}
      <div className={isRatio ? 'details-pair' : 'details-fields'}>
        {declaredFields(rule).map((field, i) => (
          <DeclaredFieldInput
            key={field.key}
            field={field}
            rule={rule}
            value={draft[field.key] ?? ''}
            isFirst={i === 0}
            isDisabled={isDisabled}
            // A field that was only left behind is not an error before the person says "save".
            problem={problem?.key === field.key && (problem.reason !== 'incomplete' || isAsked) ? problem.reason : null}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
      <Outcome outcome={outcome} isNotApplicable={store.isNotApplicable(u, l)} />
      {isCut && isNews && (
        <div className="details-field">
          <span>{t('cellDetails.cutReason', { self: formatPoints(selfMicro, language) })}</span>
          <PhraseInput
            label={t('cellDetails.cutReason', { self: formatPoints(selfMicro, language) })}
            value={givenReason}
            onChange={setReason}
            onEnter={save}
            isInvalid={isAsked && givenReason.trim() === ''}
            offers
            testId="declared-reason"
          />
          {isAsked && givenReason.trim() === '' && (
            <span className="details-problem" role="alert">
              {t('cellDetails.cutReasonNeeded')}
            </span>
          )}
        </div>
      )}
      {edit && edit.from !== onDisk && <p role="status">{t('cellDetails.elsewhere')}</p>}
      {failed && <ErrorNotice error={failed} language={language} />}
      <div className="details-actions">
        <button
          type="submit"
          className="details-button details-primary"
          disabled={isDisabled || isBusy || !isSound || !isNews}
          title={isNews ? undefined : t('cellDetails.unchanged')}
          data-testid="declared-save"
        >
          {t(isBusy ? 'cellDetails.saving' : 'cellDetails.save')}
        </button>
        {isDirty && (
          <button type="button" className="details-button" onClick={revert}>
            {t('cellDetails.revert')}
          </button>
        )}
        {!isDirty && cell?.declared && (
          <button
            type="button"
            className="details-button"
            disabled={isDisabled || isBusy}
            onClick={() => void write(null, null)}
          >
            {t('cellDetails.clear')}
          </button>
        )}
      </div>
      <p className="score-quiet">{t('cellDetails.stage', { stage: t(`scoring.stagesLong.${stage}`).toLowerCase() })}</p>
      <p role="status" data-testid="declared-saved">
        {saved && t('cellDetails.saved', { words: saved })}
      </p>
    </form>
  );
}

/** True when the rule gives something else than the cell holds at this stage. */
function differsFromCell({ store, u, l, stage }: CellPlace, outcome: OutcomeWords | null): boolean {
  if (!outcome || outcome.kind === 'error') return false;
  const isNotApplicable = store.isNotApplicable(u, l);
  if (outcome.kind === 'notApplicable') return !isNotApplicable;
  const points = store.points(stage, u, l);
  return isNotApplicable || (outcome.pointsMicro === null ? !isNaN(points) : points !== outcome.pointsMicro);
}

interface OutcomeProps {
  readonly outcome: OutcomeWords | null;
  readonly isNotApplicable: boolean;
}

function Outcome({ outcome, isNotApplicable }: OutcomeProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!outcome) {
    return (
      <p className="details-outcome score-quiet" role="status" data-testid="declared-outcome">
        {t('cellDetails.emptyDraft')}
      </p>
    );
  }
  const points =
    outcome.kind === 'notApplicable'
      ? t('scoring.marks.notApplicable')
      : outcome.pointsMicro === null
        ? t('cellDetails.noPoints')
        : t('cellDetails.points', { points: formatPoints(outcome.pointsMicro, language) });
  return (
    <div className="details-outcome" role="status" data-kind={outcome.kind} data-testid="declared-outcome">
      {outcome.kind !== 'error' && <b>{points}</b>}
      <span>{outcome.text}</span>
      {isNotApplicable && outcome.kind === 'points' && <span>{t('cellDetails.outcome.liftsNotApplicable')}</span>}
    </div>
  );
}
