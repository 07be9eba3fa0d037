import { Field, Input } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom } from '#shared/util/calendar-days.ts';
import { dayOf, parseDay } from '#renderer/ui/format-time.ts';

/** Name and deadline of a round as typed. */
export interface RoundDraft {
  readonly name: string;
  readonly deadline: string;
}

export type RoundProblem = 'name' | 'deadline' | 'past';

/** The deadline as a calendar day; null when it is no date. */
export function readRound({ name, deadline }: RoundDraft): {
  readonly day: string | null;
  readonly problem: RoundProblem | null;
} {
  const day = parseDay(deadline);
  if (name.trim() === '') return { day, problem: 'name' };
  if (day === null) return { day, problem: 'deadline' };
  return { day, problem: daysFrom(dayOf(new Date()), day) < 0 ? 'past' : null };
}

export interface RoundFieldsProps {
  readonly draft: RoundDraft;
  /** Shown once the person tried to open the round. */
  readonly problem: RoundProblem | null;
  readonly onChange: (draft: RoundDraft) => void;
}

/** Name and deadline of a new round. */
export function RoundFields({ draft, problem, onChange }: RoundFieldsProps): JSX.Element {
  const { t } = useTranslation();
  const isNameBad = problem === 'name';
  const isDayBad = problem === 'deadline' || problem === 'past';
  return (
    <div className="round-fields">
      <Field
        label={t('explanations.rounds.name')}
        className="round-name"
        {...(isNameBad && { validationMessage: t('explanations.rounds.nameNeeded') })}
      >
        <Input
          autoFocus
          maxLength={200}
          value={draft.name}
          data-testid="round-name"
          onChange={(_, { value }) => onChange({ ...draft, name: value })}
        />
      </Field>
      <Field
        label={t('explanations.rounds.deadline')}
        {...(isDayBad && {
          validationMessage: t(
            problem === 'past' ? 'explanations.rounds.deadlinePast' : 'explanations.rounds.deadlineBad',
          ),
        })}
      >
        <Input
          value={draft.deadline}
          placeholder={t('explanations.rounds.dateHint')}
          data-testid="round-deadline"
          onChange={(_, { value }) => onChange({ ...draft, deadline: value })}
        />
      </Field>
    </div>
  );
}
