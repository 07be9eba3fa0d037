import { useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Stage } from '#shared/domain/entities.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import type { Sheet } from '#renderer/grid/sheet.ts';
import type { UnitInBlock } from './block-shape.ts';

export type Orientation = 'matrix' | 'unit';

export interface BlockChoice {
  readonly blocks: readonly Block[];
  readonly blockId: BlockId | null;
  readonly onBlock: (blockId: BlockId) => void;
  readonly orientation: Orientation;
  readonly onOrientation: (orientation: Orientation) => void;
}

/** First part of the command bar: which block, seen how. */
export function BlockPicker(props: BlockChoice): JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <div className="score-switch" role="group" aria-label={t('scoring.orientation')}>
        {(['matrix', 'unit'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={props.orientation === each}
            data-testid={`orientation-${each}`}
            onClick={() => props.onOrientation(each)}
          >
            {t(each === 'matrix' ? 'scoring.matrix' : 'scoring.byUnit')}
          </button>
        ))}
      </div>
      <Labelled text={t('scoring.block')}>
        <select
          className="score-select score-block-select"
          data-testid="block-select"
          value={props.blockId ?? ''}
          onChange={(event) => props.onBlock(event.target.value as BlockId)}
        >
          {props.blocks.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}

/** Which points the matrix shows and takes. */
export function StagePicker({ stage, onStage }: { readonly stage: Stage; readonly onStage: (stage: Stage) => void }) {
  const { t } = useTranslation();
  return (
    <Labelled text={t('scoring.stage')}>
      <select
        className="score-select"
        data-testid="stage-select"
        value={stage}
        onChange={(event) => onStage(event.target.value as Stage)}
      >
        {STAGES.map((each) => (
          <option key={each} value={each}>
            {t(`scoring.stages.${each}`)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Folds all criteria to the sums of their fields, or opens them again; single groups fold in their headers. */
export function FoldButton({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { t } = useTranslation();
  const isFolded = useSyncExternalStore(sheet.onLook, () => sheet.foldedGroups().length > 0);
  return (
    <button
      type="button"
      className="score-toggle"
      aria-pressed={isFolded}
      data-testid="fold-criteria"
      onClick={() => sheet.run(isFolded ? 'unfoldAll' : 'foldAll')}
    >
      {t(isFolded ? 'scoring.unfoldFields' : 'scoring.foldFields')}
    </button>
  );
}

export interface UnitPickerProps {
  readonly units: readonly UnitInBlock[];
  readonly u: number;
  readonly onUnit: (u: number) => void;
  /** The buttons beside it; without one they go to the neighbours. */
  readonly onStep?: (by: 1 | -1) => void;
}

/** The unit of the form, with its neighbours one click away. */
export function UnitPicker({ units, u, onUnit, onStep = (by) => onUnit(u + by) }: UnitPickerProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <span className="score-unit-picker">
      <button
        type="button"
        className="icon-button"
        aria-label={t('scoring.previousUnit')}
        title={t('scoring.previousUnit')}
        disabled={u <= 0}
        data-testid="previous-unit"
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <select
        className="score-select score-unit-select"
        aria-label={t('scoring.unit')}
        data-testid="unit-select"
        value={u}
        onChange={(event) => onUnit(Number(event.target.value))}
      >
        {units.map(({ id, code, name }, at) => (
          <option key={id} value={at}>
            {code} · {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={t('scoring.nextUnit')}
        title={t('scoring.nextUnit')}
        disabled={u >= units.length - 1}
        data-testid="next-unit"
        onClick={() => onStep(1)}
      >
        ›
      </button>
    </span>
  );
}

export interface FilterBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the filter left, in words; empty without a filter. */
  readonly found: string;
}

/** Filter of rows or columns, without diacritics. */
export function FilterBox({ text, onText, found }: FilterBoxProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <span className="score-filter">
      <input
        type="search"
        className="score-input"
        aria-label={t('scoring.filter')}
        placeholder={t('scoring.filterHint')}
        data-testid="score-filter"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onText('')}
      />
      <span className="score-quiet" role="status" data-testid="filter-found">
        {found}
      </span>
    </span>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }): JSX.Element {
  return (
    <label className="score-labelled">
      <span className="score-quiet">{text}</span>
      {children}
    </label>
  );
}
