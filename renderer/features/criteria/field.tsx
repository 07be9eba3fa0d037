import { useId, type JSX } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled: boolean;
  readonly testId: string;
  /** What is wrong with it, in words; null when nothing. */
  readonly problem?: string | null;
  readonly kind?: 'text' | 'number' | 'lines';
  readonly maxLength?: number;
  readonly hint?: string | undefined;
}

/** A labelled field of the criteria form with its problem beneath. */
export function TextField(props: FieldProps): JSX.Element {
  const { label, value, onChange, isDisabled, testId, problem = null, kind = 'text', hint } = props;
  const id = useId();
  const shared = {
    id,
    value,
    disabled: isDisabled,
    maxLength: props.maxLength ?? 40,
    'data-testid': testId,
    'aria-invalid': problem !== null,
    'aria-describedby': problem !== null ? `${id}-problem` : undefined,
  };
  return (
    <div className="criteria-field" data-kind={kind}>
      <label htmlFor={id}>
        {label}
        {hint !== undefined && <span className="criteria-quiet"> · {hint}</span>}
      </label>
      {kind === 'lines' ? (
        <textarea {...shared} className="details-input" rows={2} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input
          {...shared}
          className={kind === 'number' ? 'details-input details-number' : 'details-input'}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {problem !== null && (
        <span className="details-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled: boolean;
  readonly testId: string;
}

/** A labelled list of the criteria form. */
export function ChoiceField<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const id = useId();
  return (
    <div className="criteria-field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="criteria-select"
        value={props.value}
        disabled={props.isDisabled}
        data-testid={props.testId}
        onChange={({ target }) => {
          const chosen = props.options.find((option) => option.value === target.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
