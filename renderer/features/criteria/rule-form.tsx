import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useRef, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '#shared/domain/entities.ts';
import type { RuleKind, ZeroDenominator } from '#shared/domain/rules.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ChoiceField, TextField } from './field.tsx';
import {
  ruleDraftOf,
  startingRule,
  withRow,
  type RuleDraft,
  type RuleDraftProblem,
  type RuleRow,
  type RuleText,
} from './rule-draft.ts';

const KINDS: readonly RuleKind[] = ['yes_no', 'choice', 'step', 'ratio', 'count_step', 'deduct', 'survey', 'manual'];
const ZERO: readonly ZeroDenominator[] = ['missing', 'notApplicable', 'max', 'zero'];
type RowText = Exclude<keyof RuleRow, 'code'>;

/** Which texts a row of each kind has. */
const COLUMNS: Readonly<Partial<Record<RuleKind, readonly RowText[]>>> = {
  choice: ['label', 'points'],
  step: ['from', 'to', 'points'],
  count_step: ['atLeast', 'points'],
  deduct: ['label', 'each', 'cap'],
};

export interface RuleFormProps {
  readonly draft: RuleDraft;
  readonly maxMicro: number | null;
  readonly section: Section;
  readonly problems: readonly RuleDraftProblem[];
  readonly isDisabled: boolean;
  readonly onChange: (draft: RuleDraft) => void;
}

/** Kiểu chấm and its figures, every one of them with its own problem beside it. */
export function RuleForm({ draft, maxMicro, section, problems, isDisabled, onChange }: RuleFormProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  /** What was typed for other kinds: looking at another kind loses nothing. */
  const typed = useRef(new Map<RuleKind, RuleDraft>());
  const columns = COLUMNS[draft.kind] ?? [];
  const isPercent = draft.kind === 'step' && draft.input === 'ratio';

  function changeKind(kind: RuleKind): void {
    typed.current.set(draft.kind, draft);
    onChange(typed.current.get(kind) ?? ruleDraftOf(startingRule(kind, maxMicro ?? 0), language));
  }

  function changeRow(at: number, name: RowText, text: string): void {
    onChange({ ...draft, rows: draft.rows.map((row, i) => (i === at ? { ...row, [name]: text } : row)) });
  }

  function said(row: number | null, name: RuleText): string | null {
    const found = problems.find((problem) => problem.row === row && problem.name === name)?.problem;
    if (!found) return null;
    return found.kind === 'rule'
      ? wordProblem({ ...found.problem, at: '' }, language)
      : t(`criteria.problems.${found.reason}`);
  }

  const zero = (
    <ChoiceField
      label={t('criteria.onZero')}
      value={draft.onZeroDenominator}
      options={ZERO.map((value) => ({ value, label: t(`criteria.zero.${value}`) }))}
      isDisabled={isDisabled}
      testId="rule-on-zero"
      onChange={(onZeroDenominator) => onChange({ ...draft, onZeroDenominator })}
    />
  );
  return (
    <div className="rule-form" data-testid="rule-form">
      <ChoiceField
        label={t('criteria.rule')}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`criteria.kinds.${value}`) }))}
        isDisabled={isDisabled}
        testId="rule-kind"
        onChange={changeKind}
      />
      <p className="criteria-quiet">{t(`criteria.kindHints.${draft.kind}`)}</p>
      {draft.kind === 'step' && (
        <div className="criteria-pair">
          <ChoiceField
            label={t('criteria.input')}
            value={draft.input}
            options={[
              { value: 'ratio', label: t('criteria.inputRatio') },
              { value: 'value', label: t('criteria.inputValue') },
            ]}
            isDisabled={isDisabled}
            testId="rule-input"
            onChange={(input) => onChange({ ...draft, input })}
          />
          {draft.input === 'value' && (
            <TextField
              label={t('criteria.unit')}
              value={draft.unit}
              maxLength={100}
              isDisabled={isDisabled}
              testId="rule-unit"
              onChange={(unit) => onChange({ ...draft, unit })}
            />
          )}
        </div>
      )}
      {draft.kind === 'ratio' && (
        <TextField
          label={t('criteria.floorPercent')}
          kind="number"
          value={draft.floor}
          problem={said(null, 'floor')}
          isDisabled={isDisabled}
          testId="rule-floor"
          onChange={(floor) => onChange({ ...draft, floor })}
        />
      )}
      {columns.length > 0 && (
        <table className="rule-rows" aria-label={t('criteria.levels')} data-kind={draft.kind}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" data-column={name}>
                  {t(`criteria.columns.${name}`)}
                  {isPercent && name !== 'points' && ' (%)'}
                </th>
              ))}
              <th>
                <span className="visually-hidden">{t('criteria.removeRow')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((row, at) => (
              // Rows have no other name than their place.
              <RowFields
                key={at}
                row={row}
                at={at}
                columns={columns}
                isDisabled={isDisabled}
                said={(name) => said(at, name)}
                onChange={(name, text) => changeRow(at, name, text)}
                onRemove={() => onChange({ ...draft, rows: draft.rows.filter((_, i) => i !== at) })}
              />
            ))}
          </tbody>
        </table>
      )}
      {said(null, 'rows') && (
        <span className="details-problem" role="alert">
          {said(null, 'rows')}
        </span>
      )}
      {columns.length > 0 && (
        <button
          type="button"
          className="details-button criteria-add-row"
          disabled={isDisabled}
          data-testid="rule-add-row"
          onClick={() => onChange(withRow(draft))}
        >
          {t('criteria.addRow')}
        </button>
      )}
      {draft.kind === 'deduct' && section === 'core' && (
        <TextField
          label={t('criteria.floorPoints')}
          kind="number"
          value={draft.floor}
          problem={said(null, 'floor')}
          isDisabled={isDisabled}
          testId="rule-floor"
          onChange={(floor) => onChange({ ...draft, floor })}
        />
      )}
      {(draft.kind === 'ratio' || isPercent) && zero}
    </div>
  );
}

interface RowFieldsProps {
  readonly row: RuleRow;
  readonly at: number;
  readonly columns: readonly RowText[];
  readonly isDisabled: boolean;
  readonly said: (name: RowText) => string | null;
  readonly onChange: (name: RowText, text: string) => void;
  readonly onRemove: () => void;
}

function RowFields({ row, at, columns, isDisabled, said, onChange, onRemove }: RowFieldsProps): JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  const problems = columns.map((name) => said(name)).filter((text) => text !== null);
  return (
    <>
      <tr>
        {columns.map((name) => (
          <td key={name}>
            <input
              className={name === 'label' ? 'details-input' : 'details-input details-number'}
              inputMode={name === 'label' ? 'text' : 'decimal'}
              autoComplete="off"
              maxLength={name === 'label' ? 500 : 30}
              value={row[name]}
              disabled={isDisabled}
              placeholder={name === 'from' || name === 'to' || name === 'cap' ? t('criteria.unbounded') : undefined}
              aria-label={t('criteria.rowField', { row: at + 1, name: t(`criteria.columns.${name}`) })}
              aria-invalid={said(name) !== null}
              aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
              data-testid={`rule-${at}-${name}`}
              onChange={({ target }) => onChange(name, target.value)}
            />
          </td>
        ))}
        <td>
          <button
            type="button"
            className="icon-button"
            disabled={isDisabled}
            aria-label={t('criteria.removeRowAt', { row: at + 1 })}
            title={t('criteria.removeRowAt', { row: at + 1 })}
            onClick={onRemove}
          >
            <DismissRegular />
          </button>
        </td>
      </tr>
      {problems.length > 0 && (
        <tr>
          <td colSpan={columns.length + 1}>
            <span className="details-problem" id={`${id}-problem`} role="alert" data-testid={`rule-${at}-problem`}>
              {problems.join(' · ')}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}
