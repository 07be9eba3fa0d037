import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '#shared/domain/entities.ts';
import type { Rule } from '#shared/domain/rules.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { declaredFields, readDraft, type DeclaredDraft } from '#renderer/features/cell-details/declared-draft.ts';
import { DeclaredFieldInput } from '#renderer/features/cell-details/declared-field-input.tsx';
import { outcomeWords } from '#renderer/features/cell-details/outcome-words.ts';

export interface TryItProps {
  /** The rule as typed; null while it is not sound. */
  readonly rule: Rule | null;
  readonly maxMicro: number | null;
  readonly section: Section;
}

/** Thử cách chấm: what a unit would declare in, the points of the engine out, at every key; nothing is stored. */
export function TryIt({ rule, maxMicro, section }: TryItProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <section className="try-it" aria-label={t('criteria.tryIt')} data-testid="try-it">
      <h3>{t('criteria.tryIt')}</h3>
      {rule === null || maxMicro === null ? (
        <p className="criteria-quiet">{t('criteria.tryLater')}</p>
      ) : rule.kind === 'manual' ? (
        <p className="criteria-quiet">{t('cellDetails.manual')}</p>
      ) : (
        // Data of one kind mean nothing to another.
        <Trial
          key={`${rule.kind} ${rule.kind === 'step' ? rule.input : ''}`}
          rule={rule}
          maxMicro={maxMicro}
          section={section}
        />
      )}
    </section>
  );
}

interface TrialProps {
  readonly rule: Rule;
  readonly maxMicro: number;
  readonly section: Section;
}

function Trial({ rule, maxMicro, section }: TrialProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState<DeclaredDraft>({});
  const read = readDraft(rule, draft);
  const outcome = read.ok && read.value ? outcomeWords({ rule, maxMicro, section }, read.value, t, language) : null;
  const problem = read.ok ? null : read.error;
  const points =
    outcome === null || outcome.kind === 'error'
      ? null
      : outcome.kind === 'notApplicable'
        ? t('criteria.tryNotApplicable')
        : outcome.pointsMicro === null
          ? t('cellDetails.noPoints')
          : t('cellDetails.points', { points: formatMicro(outcome.pointsMicro, { locale: language }) });
  return (
    <>
      <div
        className={
          rule.kind === 'ratio' || (rule.kind === 'step' && rule.input === 'ratio') ? 'details-pair' : 'details-fields'
        }
      >
        {declaredFields(rule).map((field, i) => (
          <DeclaredFieldInput
            key={field.key}
            field={field}
            rule={rule}
            value={draft[field.key] ?? ''}
            isFirst={i === 0}
            isDisabled={false}
            problem={problem?.key === field.key && problem.reason !== 'incomplete' ? problem.reason : null}
            onChange={(value) => setDraft({ ...draft, [field.key]: value })}
          />
        ))}
      </div>
      <div className="details-outcome" role="status" data-kind={outcome?.kind} data-testid="try-outcome">
        {points !== null && <b>{points}</b>}
        <span>{outcome === null ? t('criteria.tryHint') : outcome.text}</span>
      </div>
    </>
  );
}
