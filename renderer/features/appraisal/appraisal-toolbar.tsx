import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CELL_FILTERS, type CellFilter } from '#shared/appraisal/cell-rules.ts';
import type { Block, CriteriaNode } from '#shared/domain/entities.ts';
import type { BlockId } from '#shared/domain/ids.ts';

export type AppraisalOrientation = 'leaf' | 'unit';

export interface AppraisalPickerProps {
  readonly blocks: readonly Block[];
  readonly blockId: BlockId | null;
  readonly onBlock: (blockId: BlockId) => void;
  readonly orientation: AppraisalOrientation;
  readonly onOrientation: (orientation: AppraisalOrientation) => void;
}

/** First part of the command bar: which block, criterion by criterion or unit by unit. */
export function AppraisalPicker(props: AppraisalPickerProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <div className="score-switch" role="group" aria-label={t('appraisal.orientation')}>
        {(['leaf', 'unit'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={props.orientation === each}
            data-testid={`appraisal-${each}`}
            onClick={() => props.onOrientation(each)}
          >
            {t(each === 'leaf' ? 'appraisal.byLeaf' : 'appraisal.byUnit')}
          </button>
        ))}
      </div>
      <select
        className="score-select appraisal-block-select"
        aria-label={t('scoring.block')}
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
    </>
  );
}

export interface LeafPickerProps {
  readonly leaves: readonly CriteriaNode[];
  readonly l: number;
  readonly onLeaf: (l: number) => void;
  /** The buttons beside it. */
  readonly onStep: (by: 1 | -1) => void;
}

/** The leaf across the block, with its neighbours one click away. */
export function LeafPicker({ leaves, l, onLeaf, onStep }: LeafPickerProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <span className="score-unit-picker">
      <button
        type="button"
        className="icon-button"
        aria-label={t('appraisal.previousLeaf')}
        title={t('appraisal.previousLeaf')}
        disabled={l <= 0}
        data-testid="previous-leaf"
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <select
        className="score-select appraisal-leaf-select"
        aria-label={t('appraisal.leaf')}
        data-testid="leaf-select"
        value={l}
        onChange={(event) => onLeaf(Number(event.target.value))}
      >
        {leaves.map(({ id, code, name }, at) => (
          <option key={id} value={at}>
            {code} · {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={t('appraisal.nextLeaf')}
        title={t('appraisal.nextLeaf')}
        disabled={l >= leaves.length - 1}
        data-testid="next-leaf"
        onClick={() => onStep(1)}
      >
        ›
      </button>
    </span>
  );
}

export interface FilterPickerProps {
  readonly filter: CellFilter;
  readonly onFilter: (filter: CellFilter) => void;
}

/** Which cells are shown. */
export function FilterPicker({ filter, onFilter }: FilterPickerProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <label className="score-labelled">
      <span className="score-quiet">{t('appraisal.show')}</span>
      <select
        className="score-select appraisal-filter-select"
        data-testid="appraisal-filter"
        value={filter}
        onChange={(event) => onFilter(event.target.value as CellFilter)}
      >
        {CELL_FILTERS.map((each) => (
          <option key={each} value={each}>
            {t(`appraisal.filters.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
