import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainRow } from './explain-row.ts';
import { branchIds, pathTo, treeMove, visibleRows } from './tree-keys.ts';

interface Props {
  readonly rows: readonly ExplainRow[];
  /** The criterion to open and go to at first. */
  readonly leafId: string | null;
  readonly onFocusRow: (row: ExplainRow) => void;
  /** Enter or a double click on a line that stands for a unit. */
  readonly onOpenUnit: (row: ExplainRow) => void;
}

function openAtFirst(rows: readonly ExplainRow[], leafId: string | null): ReadonlySet<string> {
  const own = (list: readonly ExplainRow[]): readonly string[] =>
    list.flatMap((row) => (row.isOpen ? [row.id, ...own(row.children)] : []));
  return new Set([...own(rows), ...(leafId === null ? [] : (pathTo(rows, leafId) ?? []))]);
}

/** The lines of an explanation as a tree for mouse and keyboard. */
export function ExplainTree({ rows, leafId, onFocusRow, onOpenUnit }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(() => openAtFirst(rows, leafId));
  const [focused, setFocused] = useState(
    () => (leafId === null ? undefined : pathTo(rows, leafId)?.at(-1)) ?? rows[0]?.id ?? '',
  );
  const list = useRef<HTMLUListElement>(null);
  const visible = visibleRows(rows, open);
  // What had the focus may be gone after the figures were asked for again.
  const current = visible.some(({ row }) => row.id === focused) ? focused : (visible[0]?.row.id ?? '');

  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    // Only when the tree appears; later the keyboard goes where the person sends it.
  }, []);

  function focus(id: string): void {
    setFocused(id);
    const row = visible.find((each) => each.row.id === id)?.row;
    if (row) onFocusRow(row);
    const at = visible.findIndex((each) => each.row.id === id);
    (list.current?.children[at] as HTMLElement | undefined)?.focus();
  }

  function toggle(id: string, isOpen: boolean): void {
    const next = new Set(open);
    if (isOpen) next.delete(id);
    else next.add(id);
    setOpen(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const here = visible.find(({ row }) => row.id === current);
    if (!here) return;
    if (event.key === '*') {
      event.preventDefault();
      setOpen(new Set(branchIds(rows)));
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (here.row.cycleUnitId !== null) onOpenUnit(here.row);
      else if (here.row.children.length > 0) toggle(current, here.isOpen);
      return;
    }
    const move = treeMove(visible, current, event.key);
    if (!move) return;
    event.preventDefault();
    if ('focus' in move) focus(move.focus);
    else if ('open' in move) toggle(move.open, false);
    else toggle(move.close, true);
  }

  return (
    <ul
      ref={list}
      role="tree"
      className="explain-tree"
      aria-label={t('explain.tree')}
      data-testid="explain-tree"
      onKeyDown={onKeyDown}
    >
      {visible.map(({ row, depth, isOpen }) => {
        const hasChildren = row.children.length > 0;
        return (
          <li
            key={row.id}
            role="treeitem"
            aria-level={depth + 1}
            aria-expanded={hasChildren ? isOpen : undefined}
            aria-selected={row.id === current}
            tabIndex={row.id === current ? 0 : -1}
            data-testid="explain-row"
            data-row={row.id}
            style={{ paddingInlineStart: `${depth * 18 + 4}px` }}
            onFocus={() => onFocusRow(row)}
            onClick={() => {
              focus(row.id);
              if (hasChildren) toggle(row.id, isOpen);
            }}
            onDoubleClick={() => row.cycleUnitId !== null && onOpenUnit(row)}
          >
            <span className="explain-twist" aria-hidden="true">
              {hasChildren && (isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />)}
            </span>
            <span className="explain-label">
              {row.label}
              {row.note !== '' && <small>{row.note}</small>}
            </span>
            <span className="explain-value">{row.value}</span>
          </li>
        );
      })}
    </ul>
  );
}
