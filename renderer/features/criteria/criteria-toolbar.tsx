import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { TextIndentDecreaseRegular } from '@fluentui/react-icons/svg/text-indent-decrease';
import { TextIndentIncreaseRegular } from '@fluentui/react-icons/svg/text-indent-increase';
import type { ComponentType, JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { possibleMoves, type MoveDirection } from '#shared/criteria/move-node.ts';
import { NUMBERINGS, type Numbering } from '#shared/criteria/number-nodes.ts';
import type { CriteriaNode, Section } from '#shared/domain/entities.ts';
import { addPlace } from './add-place.ts';

const MOVES: readonly { readonly direction: MoveDirection; readonly Icon: ComponentType; readonly keys: string }[] = [
  { direction: 'up', Icon: ArrowUpRegular, keys: 'Alt+ArrowUp' },
  { direction: 'down', Icon: ArrowDownRegular, keys: 'Alt+ArrowDown' },
  { direction: 'out', Icon: TextIndentDecreaseRegular, keys: 'Alt+ArrowLeft' },
  { direction: 'in', Icon: TextIndentIncreaseRegular, keys: 'Alt+ArrowRight' },
];
const BY_HAND = 'hand';

export interface CriteriaToolbarProps {
  readonly nodes: readonly CriteriaNode[];
  readonly node: CriteriaNode | null;
  readonly isDisabled: boolean;
  /** Codes follow places; null leaves them as typed. */
  readonly numbering: Numbering | null;
  readonly onNumbering: (numbering: Numbering | null) => void;
  readonly onAdd: (where: 'beside' | 'below' | Section) => void;
  readonly onMove: (direction: MoveDirection) => void;
  readonly onRemove: () => void;
}

/** Add, move, remove, number: what is done to the selected node, each with its key. */
export function CriteriaToolbar(props: CriteriaToolbarProps): JSX.Element {
  const { t } = useTranslation();
  const { nodes, node, isDisabled, numbering } = props;
  const moves = node ? possibleMoves(nodes, node.id) : [];
  const canAddBelow = addPlace(nodes, node, 'below', 'x') !== null;
  return (
    <div className="criteria-tools" role="toolbar" aria-label={t('criteria.tools')}>
      <button
        type="button"
        className="criteria-tool"
        disabled={isDisabled}
        title={`${t('criteria.addBeside')} (Insert)`}
        aria-keyshortcuts="Insert"
        data-testid="criteria-add"
        onClick={() => props.onAdd('beside')}
      >
        <AddRegular />
        {t(node === null ? 'criteria.addField' : 'criteria.addBeside')}
      </button>
      <button
        type="button"
        className="criteria-tool"
        disabled={isDisabled || node === null || !canAddBelow}
        title={`${t('criteria.addBelow')} (Shift+Insert)`}
        aria-keyshortcuts="Shift+Insert"
        data-testid="criteria-add-below"
        onClick={() => props.onAdd('below')}
      >
        <AddRegular />
        {t('criteria.addBelow')}
      </button>
      {(['bonus', 'penalty'] as const).map((section) => (
        <button
          key={section}
          type="button"
          className="criteria-tool"
          disabled={isDisabled}
          data-testid={`criteria-add-${section}`}
          onClick={() => props.onAdd(section)}
        >
          <AddRegular />
          {t(`criteria.sections.${section}`)}
        </button>
      ))}
      <span className="criteria-gap" />
      {MOVES.map(({ direction, Icon, keys }) => (
        <button
          key={direction}
          type="button"
          className="icon-button"
          disabled={isDisabled || !moves.includes(direction)}
          aria-label={t(`criteria.moves.${direction}`)}
          title={`${t(`criteria.moves.${direction}`)} (${t(`criteria.moveKeys.${direction}`)})`}
          aria-keyshortcuts={keys}
          data-testid={`criteria-move-${direction}`}
          onClick={() => props.onMove(direction)}
        >
          <Icon />
        </button>
      ))}
      <button
        type="button"
        className="icon-button"
        disabled={isDisabled || node === null}
        aria-label={t('criteria.remove')}
        title={`${t('criteria.remove')} (Delete)`}
        aria-keyshortcuts="Delete"
        data-testid="criteria-remove"
        onClick={props.onRemove}
      >
        <DeleteRegular />
      </button>
      <span className="criteria-gap" />
      <label className="criteria-numbering">
        {t('criteria.numbering')}
        <select
          className="criteria-select"
          value={numbering ?? BY_HAND}
          disabled={isDisabled}
          data-testid="criteria-numbering"
          onChange={({ target }) => props.onNumbering(NUMBERINGS.find((each) => each === target.value) ?? null)}
        >
          {NUMBERINGS.map((each) => (
            <option key={each} value={each}>
              {t(`criteria.numberings.${each}`)}
            </option>
          ))}
          <option value={BY_HAND}>{t('criteria.numberings.hand')}</option>
        </select>
      </label>
    </div>
  );
}
