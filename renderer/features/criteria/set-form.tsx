import { useEffect, useState, type JSX, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedProblem } from '#shared/criteria/check-set.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import { leavesOfSet } from '#shared/criteria/leaves-of-set.ts';
import type { SetSums } from '#shared/criteria/set-sums.ts';
import { formatMicro, parseDecimal } from '#shared/util/decimal.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { TextField } from './field.tsx';
import type { Leave } from './node-form.tsx';
import { numberText } from './number-text.ts';

export interface SetFormProps {
  readonly set: EditableSet;
  readonly sums: SetSums;
  readonly problems: readonly PlacedProblem[];
  readonly isDisabled: boolean;
  readonly leave: RefObject<Leave>;
  readonly onSave: (name: string, scaleMicro: number) => Promise<boolean>;
  readonly onGoTo: (problem: PlacedProblem) => void;
}

/** The set as a whole: name, scale, what it adds up to, and every place that is not right yet. */
export function SetForm({ set, sums, problems, isDisabled, leave, onSave, onGoTo }: SetFormProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<{ readonly name: string; readonly scale: string } | null>(null);
  const texts = typed ?? { name: set.name, scale: numberText(set.scaleMicro, language) };
  const scale = parseDecimal(texts.scale);
  const isScaleSound = scale.ok && scale.value.micro > 0;
  const isNameSound = texts.name.trim() !== '';
  const isDirty =
    typed !== null && (texts.name.trim() !== set.name || !scale.ok || scale.value.micro !== set.scaleMicro);
  const points = (micro: number): string => formatMicro(micro, { locale: language, minDecimals: 2 });
  const { core, bonus, penalty } = sums.sectionMicro;

  async function save(): Promise<boolean> {
    if (!isDirty) return true;
    if (!isScaleSound || !isNameSound) return false;
    const saved = await onSave(texts.name.trim(), scale.value.micro);
    if (saved) setTyped(null);
    return saved;
  }

  useEffect(() => {
    leave.current = save;
    return () => {
      leave.current = () => Promise.resolve(true);
    };
  });

  return (
    <form
      className="criteria-form"
      data-testid="set-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 tabIndex={-1}>{t('criteria.wholeSet')}</h2>
      <TextField
        label={t('criteria.setName')}
        value={texts.name}
        maxLength={200}
        problem={isNameSound ? null : wordProblem({ reason: 'emptyName' }, language)}
        isDisabled={isDisabled}
        testId="set-name"
        onChange={(name) => setTyped({ ...texts, name })}
      />
      <TextField
        label={t('criteria.scale')}
        kind="number"
        value={texts.scale}
        problem={isScaleSound ? null : t(`criteria.problems.${scale.ok ? 'negative' : scale.error}`)}
        isDisabled={isDisabled}
        testId="set-scale"
        onChange={(text) => setTyped({ ...texts, scale: text })}
      />
      <div className="criteria-save">
        <button
          type="submit"
          className="details-button details-primary"
          disabled={isDisabled || !isDirty || !isScaleSound || !isNameSound}
          data-testid="set-save"
        >
          {t('criteria.save')}
        </button>
        {isDirty && (
          <button type="button" className="details-button" onClick={() => setTyped(null)}>
            {t('criteria.revert')}
          </button>
        )}
      </div>
      <dl className="criteria-facts">
        <dt>{t('criteria.leafCount')}</dt>
        <dd>{leavesOfSet(set.nodes).length}</dd>
        <dt>{t('criteria.coreSum')}</dt>
        <dd data-wrong={sums.missingMicro !== 0}>
          {points(core)} / {points(set.scaleMicro)}
        </dd>
        <dt>{t('criteria.sections.bonus')}</dt>
        <dd>{points(bonus)}</dd>
        <dt>{t('criteria.sections.penalty')}</dt>
        <dd>{points(penalty)}</dd>
      </dl>
      <ProblemList set={set} problems={problems} onGoTo={onGoTo} />
    </form>
  );
}

interface ProblemListProps {
  readonly set: EditableSet;
  readonly problems: readonly PlacedProblem[];
  readonly onGoTo: (problem: PlacedProblem) => void;
}

/** Every place that keeps the set from being issued, by code; one press goes there. */
export function ProblemList({ set, problems, onGoTo }: ProblemListProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  if (problems.length === 0) return <p className="criteria-sound">{t('criteria.sound')}</p>;
  const names = new Map(set.nodes.map((node) => [node.id, `${node.code} ${node.name}`]));
  return (
    <section aria-label={t('criteria.places', { count: problems.length })}>
      <h3>{t('criteria.places', { count: problems.length })}</h3>
      <ul className="criteria-places" data-testid="criteria-places">
        {problems.map((problem, i) => (
          <li key={i}>
            <button type="button" className="criteria-place" onClick={() => onGoTo(problem)}>
              <b>{(problem.nodeId && names.get(problem.nodeId)) ?? t('criteria.wholeSet')}</b>
              <span>{wordProblem(problem, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
