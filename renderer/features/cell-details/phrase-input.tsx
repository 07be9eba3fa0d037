import { useId, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { filterPhrases } from './filter-phrases.ts';
import './phrase-input.css';

export interface PhraseInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter, when no phrase is chosen. */
  readonly onEnter: () => void;
  readonly isInvalid: boolean;
  readonly autoFocus?: boolean;
  /** False for reasons that are not cuts: no phrases are offered. */
  readonly offers: boolean;
  readonly testId: string;
}

const NONE = -1;

/** A reason, with the reasons given before in this cycle: filtered while typing, picked with ↓ and Enter or a click. */
export function PhraseInput(props: PhraseInputProps): JSX.Element {
  const { t } = useTranslation();
  const cycle = useCycle()?.cycle;
  const { data } = useCall('scores.reasonPhrases', props.offers && cycle ? { cycleId: cycle.id } : null);
  const [chosen, setChosen] = useState(NONE);
  const listId = useId();
  const phrases = props.offers ? filterPhrases(data ?? [], props.value) : [];

  function take(phrase: string): void {
    setChosen(NONE);
    props.onChange(phrase);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const phrase = phrases[chosen];
    const { key } = event;
    if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (phrase !== undefined) take(phrase);
      else props.onEnter();
    } else if (key === 'ArrowDown' && phrases.length > 0) {
      event.preventDefault();
      setChosen(Math.min(chosen + 1, phrases.length - 1));
    } else if (key === 'ArrowUp' && chosen >= 0) {
      event.preventDefault();
      setChosen(chosen - 1);
    } else if (key === 'Escape' && chosen >= 0) {
      event.preventDefault();
      event.stopPropagation();
      setChosen(NONE);
    }
  }

  return (
    <div className="phrase-input">
      <textarea
        className="phrase-text"
        aria-label={props.label}
        aria-invalid={props.isInvalid}
        aria-controls={phrases.length > 0 ? listId : undefined}
        aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
        autoFocus={props.autoFocus}
        rows={3}
        maxLength={2000}
        value={props.value}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setChosen(NONE);
          props.onChange(event.target.value);
        }}
      />
      {phrases.length > 0 && (
        <>
          <span className="phrase-head">
            <span>{t('cellDetails.phrases')}</span>
            <span>{t('cellDetails.phrasesHint')}</span>
          </span>
          <ul
            id={listId}
            role="listbox"
            aria-label={t('cellDetails.phrases')}
            className="phrase-list"
            data-testid="phrases"
          >
            {phrases.map((phrase, i) => (
              <li
                key={phrase}
                id={`${listId}-${i}`}
                role="option"
                aria-selected={i === chosen}
                title={phrase}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(phrase)}
              >
                {phrase}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
