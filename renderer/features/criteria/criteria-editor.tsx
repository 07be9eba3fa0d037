import { useCallback, useMemo, useRef, useState, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkSet, type PlacedProblem } from '#shared/criteria/check-set.ts';
import { diffSets } from '#shared/criteria/diff-sets.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import type { SetEdit } from '#shared/criteria/edit-set.ts';
import { numberingOf, type Numbering } from '#shared/criteria/number-nodes.ts';
import { setSums } from '#shared/criteria/set-sums.ts';
import type { Cycle, Section } from '#shared/domain/entities.ts';
import type { CriteriaSetId, NodeId } from '#shared/domain/ids.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { addPlace } from './add-place.ts';
import { CriteriaHead } from './criteria-head.tsx';
import { CriteriaToolbar } from './criteria-toolbar.tsx';
import { CriteriaTree } from './criteria-tree.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { NodeForm, type Leave } from './node-form.tsx';
import { SetForm } from './set-form.tsx';
import type { TreeAction } from './tree-keys.ts';
import { branchesAbove, SET_ROW, treeRows, type RowId } from './tree-rows.ts';
import { useCriteria } from './use-criteria.ts';

const EMPTY: EditableSet = { name: '', scaleMicro: 0, nodes: [] };

export type CriteriaDialog = 'issue';

interface Props {
  readonly setId: CriteriaSetId;
  readonly cycle: Cycle;
  readonly tabs: ReactNode;
}

/** One set: its tree, the form of the selected node, its state. */
export function CriteriaEditor({ setId, cycle, tabs }: Props): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const mayEdit = useCanWrite('criteria.edit');
  const { view, error, isBusy, edit, discard } = useCriteria(setId);
  const [selected, setSelected] = useState<RowId>(SET_ROW);
  const [closed, setClosed] = useState<ReadonlySet<RowId>>(new Set());
  const [byHand, setByHand] = useState(false);
  const [typedMax, setTypedMax] = useState<number | null>(null);
  const [dialog, setDialog] = useState<CriteriaDialog | null>(null);
  const leave = useRef<Leave>(() => Promise.resolve(true));
  /** Ids before a node was added: the one that is not among them is selected when it comes. */
  const [known, setKnown] = useState<ReadonlySet<NodeId> | null>(null);
  const panel = useRef<HTMLElement>(null);

  const stored = view?.draft ?? view?.issued ?? EMPTY;
  const added = known && stored.nodes.find(({ id }) => !known.has(id));
  if (added) {
    setKnown(null);
    setSelected(added.id);
    setClosed((before) => without(before, branchesAbove(stored.nodes, added.id)));
  }
  const node = stored.nodes.find(({ id }) => id === selected) ?? null;
  const row: RowId = node ? node.id : SET_ROW;
  // The sums follow the maximum while it is typed.
  const shown = useMemo<EditableSet>(() => {
    if (typedMax === null || selected === SET_ROW) return stored;
    return {
      ...stored,
      nodes: stored.nodes.map((each) => (each.id === selected ? { ...each, maxMicro: typedMax } : each)),
    };
  }, [stored, selected, typedMax]);
  const sums = useMemo(() => setSums(shown), [shown]);
  const problems = useMemo(() => checkSet(shown), [shown]);
  const rows = useMemo(() => treeRows(shown.nodes, closed), [shown, closed]);
  const difference = useMemo(() => view?.draft && diffSets(view.issued, view.draft), [view]);
  const followed = useMemo(() => numberingOf(stored.nodes), [stored]);
  const numbering = byHand ? null : followed;
  const isDisabled = !mayEdit || isBusy;

  const onTyping = useCallback((maxMicro: number | null) => setTypedMax(maxMicro), []);

  async function select(id: RowId): Promise<boolean> {
    if (id === row) return true;
    if (!(await leave.current())) {
      toast.show({ intent: 'info', title: t('criteria.stay') });
      return false;
    }
    setSelected(id);
    return true;
  }

  async function run(make: () => SetEdit | null): Promise<boolean> {
    if (isDisabled || !(await leave.current())) return false;
    const step = make();
    return step !== null && edit(step, numbering);
  }

  async function add(where: 'beside' | 'below' | Section): Promise<void> {
    const ids = new Set(stored.nodes.map(({ id }) => id));
    setKnown(ids);
    const isAdded = await run(() => addPlace(stored.nodes, node, where, t('criteria.newName')));
    if (!isAdded) setKnown(null);
  }

  function remove(): void {
    if (!node) return;
    // The keyboard goes on with what stands there next.
    const at = rows.findIndex(({ id }) => id === node.id);
    const next = rows.slice(at + 1).find(({ depth }) => depth <= (rows[at]?.depth ?? 0)) ?? rows[at - 1];
    leave.current = () => Promise.resolve(true);
    void run(() => ({ kind: 'remove', nodeId: node.id })).then((isGone) => {
      if (isGone) setSelected(next?.id ?? SET_ROW);
    });
  }

  async function renumber(next: Numbering | null): Promise<void> {
    setByHand(next === null);
    if (next !== null && next !== followed) await run(() => ({ kind: 'renumber', numbering: next }));
  }

  function onAction(action: TreeAction): void {
    switch (action.kind) {
      case 'select':
        return void select(action.id);
      case 'open':
        return setClosed((before) => without(before, [action.id]));
      case 'close':
        return setClosed((before) => new Set([...before, action.id]));
      case 'edit':
        return panel.current?.querySelector<HTMLElement>('textarea:enabled, input:enabled')?.focus();
      case 'addBeside':
        return void add('beside');
      case 'addBelow':
        return void add('below');
      case 'remove':
        return remove();
      case 'move':
        if (node) void run(() => ({ kind: 'move', nodeId: node.id, direction: action.direction }));
    }
  }

  async function goTo({ nodeId }: PlacedProblem): Promise<void> {
    setDialog(null);
    if (nodeId !== null) setClosed((before) => without(before, branchesAbove(stored.nodes, nodeId)));
    if (await select(nodeId ?? SET_ROW)) panel.current?.querySelector<HTMLElement>('h2')?.focus();
  }

  async function open(next: CriteriaDialog): Promise<void> {
    if (await leave.current()) setDialog(next);
    else toast.show({ intent: 'info', title: t('criteria.stay') });
  }

  if (error && !view) return <ErrorNotice error={error} language={language} />;
  return (
    <>
      <CriteriaHead
        tabs={tabs}
        view={view}
        cycle={cycle}
        difference={difference ?? null}
        problemCount={problems.length}
        mayEdit={mayEdit}
        isBusy={isBusy}
        onIssue={() => void open('issue')}
        onDiscard={() => {
          leave.current = () => Promise.resolve(true);
          void discard().then((isDone) => isDone && toast.show({ intent: 'info', title: t('criteria.discarded') }));
        }}
      />
      <CriteriaToolbar
        nodes={stored.nodes}
        node={node}
        isDisabled={isDisabled}
        numbering={numbering}
        onNumbering={(next) => void renumber(next)}
        onAdd={(where) => void add(where)}
        onMove={(direction) => node && void run(() => ({ kind: 'move', nodeId: node.id, direction }))}
        onRemove={remove}
      />
      <div className="criteria-body">
        <CriteriaTree set={shown} sums={sums} rows={rows} problems={problems} selected={row} onAction={onAction} />
        <aside className="criteria-panel" ref={panel} aria-label={t('criteria.panel')}>
          {node ? (
            <NodeForm
              key={node.id}
              node={node}
              nodes={stored.nodes}
              sumMicro={sums.childrenMicro.get(node.id)}
              problems={problems.filter(({ nodeId }) => nodeId === node.id)}
              isDisabled={!mayEdit}
              leave={leave}
              onSave={(patch) => edit({ kind: 'patch', nodeId: node.id, patch }, null)}
              onTakeSum={() => void run(() => ({ kind: 'takeSum', nodeId: node.id }))}
              onTyping={onTyping}
              onDone={() => document.querySelector<HTMLElement>(`[data-row="${node.id}"]`)?.focus()}
            />
          ) : (
            <SetForm
              set={stored}
              sums={sums}
              problems={problems}
              isDisabled={!mayEdit}
              leave={leave}
              onSave={(name, scaleMicro) => edit({ kind: 'set', name, scaleMicro }, null)}
              onGoTo={(problem) => void goTo(problem)}
            />
          )}
        </aside>
      </div>
      {dialog === 'issue' && view && (
        <IssueDialog view={view} onGoTo={(problem) => void goTo(problem)} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function without(closed: ReadonlySet<RowId>, open: readonly RowId[]): ReadonlySet<RowId> {
  return new Set([...closed].filter((id) => !open.includes(id)));
}
