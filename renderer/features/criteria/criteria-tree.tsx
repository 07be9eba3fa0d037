import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedProblem } from '#shared/criteria/check-set.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import type { SetSums } from '#shared/criteria/set-sums.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { treeAction, type TreeAction } from './tree-keys.ts';
import { SET_ROW, type RowId, type TreeRow } from './tree-rows.ts';

export interface CriteriaTreeProps {
  readonly set: EditableSet;
  readonly sums: SetSums;
  readonly rows: readonly TreeRow[];
  readonly problems: readonly PlacedProblem[];
  readonly selected: RowId;
  readonly onAction: (action: TreeAction) => void;
}

const INDENT_PX = 14;

/** Cây tiêu chí: one row per node with its maximum beside the sum of what is below; one stop of the Tab key. */
export function CriteriaTree({ set, sums, rows, problems, selected, onAction }: CriteriaTreeProps): JSX.Element {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const hadFocus = useRef(false);
  const problemsOf = new Map<RowId, PlacedProblem[]>();
  for (const problem of problems) {
    const id = problem.nodeId ?? SET_ROW;
    problemsOf.set(id, [...(problemsOf.get(id) ?? []), problem]);
  }

  // The row that had the keyboard may be gone or somewhere else after an edit: the selected one has it then.
  useEffect(() => {
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${selected}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (hadFocus.current) row?.focus({ preventScroll: true });
  }, [selected, rows]);

  function onKeyDown(event: KeyboardEvent): void {
    const action = treeAction(event, rows, selected);
    if (!action) return;
    event.preventDefault();
    onAction(action);
  }

  return (
    <div className="criteria-scroll">
      <table
        role="treegrid"
        className="criteria-tree"
        aria-label={t('criteria.tree')}
        data-testid="criteria-tree"
        onKeyDown={onKeyDown}
        onFocus={() => (hadFocus.current = true)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null)
            hadFocus.current = false;
        }}
      >
        <thead>
          <tr>
            <th scope="col" className="criteria-code">
              {t('criteria.code')}
            </th>
            <th scope="col">{t('criteria.name')}</th>
            <th scope="col" className="criteria-kind">
              {t('criteria.rule')}
            </th>
            <th scope="col" className="criteria-number">
              {t('criteria.sumBelow')}
            </th>
            <th scope="col" className="criteria-number">
              {t('criteria.max')}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              set={set}
              sums={sums}
              problems={problemsOf.get(row.id) ?? []}
              isSelected={row.id === selected}
              onAction={onAction}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly set: EditableSet;
  readonly sums: SetSums;
  readonly problems: readonly PlacedProblem[];
  readonly isSelected: boolean;
  readonly onAction: (action: TreeAction) => void;
}

function Row({ row, set, sums, problems, isSelected, onAction }: RowProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const points = (micro: number): string => formatMicro(micro, { locale: language, minDecimals: 2 });
  const { node } = row;
  const max = node === null ? set.scaleMicro : node.maxMicro;
  const sum = node === null ? sums.sectionMicro.core : sums.childrenMicro.get(node.id);
  const isWrong = sum !== undefined && sum !== max;
  const said = problems.map((problem) => wordProblem(problem, language)).join(' · ');
  const Chevron = row.isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <tr
      aria-level={row.depth + 1}
      aria-expanded={row.hasChildren ? row.isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      data-row={row.id}
      data-code={node?.code ?? SET_ROW}
      data-level={node?.level ?? SET_ROW}
      data-section={node?.section}
      data-problem={problems.length > 0}
      data-testid="criteria-row"
      onClick={() => onAction({ kind: 'select', id: row.id })}
    >
      <td className="criteria-code" style={{ paddingLeft: 8 + row.depth * INDENT_PX }}>
        {row.hasChildren ? (
          <span
            className="criteria-fold"
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              onAction({ kind: row.isOpen ? 'close' : 'open', id: row.id });
            }}
          >
            <Chevron />
          </span>
        ) : (
          <span className="criteria-fold" aria-hidden />
        )}
        {node?.code}
      </td>
      <td className="criteria-name" title={node?.name ?? set.name}>
        <span>{node?.name ?? set.name}</span>
        {problems.length > 0 && (
          <span className="criteria-mark" role="img" title={said} aria-label={said}>
            <WarningRegular />
          </span>
        )}
      </td>
      <td className="criteria-kind">
        {node === null
          ? ''
          : node.section !== 'core'
            ? t(`criteria.sections.${node.section}`)
            : node.rule && t(`criteria.kinds.${node.rule.kind}`)}
      </td>
      <td className="criteria-number" data-wrong={isWrong} data-testid="row-sum">
        {sum === undefined ? '' : points(sum)}
      </td>
      <td className="criteria-number criteria-max" data-testid="row-max">
        {points(max)}
      </td>
    </tr>
  );
}
