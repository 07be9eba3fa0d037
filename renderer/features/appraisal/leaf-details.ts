import type { Cell } from '#shared/contract/outputs.ts';
import type { BlockId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import type { Client } from '#renderer/client/client.ts';

/** What the columns of a block do not carry, for one leaf across the block. */
export interface LeafDetails {
  readonly leafId: NodeId;
  readonly cells: ReadonlyMap<CycleUnitId, Cell>;
  readonly evidenceCount: ReadonlyMap<CycleUnitId, number>;
}

export interface LeafDetailsStore {
  readonly get: () => LeafDetails | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly show: (leafId: NodeId) => void;
  /** Loads the shown leaf again. */
  readonly reload: () => void;
  /** Takes cells from an event. */
  readonly apply: (cells: readonly Cell[]) => void;
  readonly dispose: () => void;
}

/** Keeps declared data, reasons and documents of the leaf that is being appraised. */
export function createLeafDetails(client: Pick<Client, 'call'>, blockId: BlockId): LeafDetailsStore {
  const listeners = new Set<() => void>();
  let current: LeafDetails | null = null;
  let wanted: NodeId | null = null;

  function set(next: LeafDetails): void {
    current = next;
    for (const listener of listeners) listener();
  }

  async function load(leafId: NodeId): Promise<void> {
    const answer = await client.call('scores.leaf', { blockId, leafId });
    if (!answer.ok || wanted !== leafId) return;
    const evidenceCount = new Map<CycleUnitId, number>();
    for (const { cycleUnitId } of answer.value.evidence) {
      evidenceCount.set(cycleUnitId, (evidenceCount.get(cycleUnitId) ?? 0) + 1);
    }
    set({ leafId, cells: new Map(answer.value.cells.map((cell) => [cell.cycleUnitId, cell])), evidenceCount });
  }

  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show(leafId) {
      if (wanted === leafId) return;
      wanted = leafId;
      void load(leafId);
    },
    reload() {
      if (wanted) void load(wanted);
    },
    apply(cells) {
      if (!current) return;
      const mine = cells.filter((cell) => cell.leafId === current?.leafId);
      if (mine.length === 0) return;
      const next = new Map(current.cells);
      for (const cell of mine) {
        if (cell.version >= (next.get(cell.cycleUnitId)?.version ?? 0)) next.set(cell.cycleUnitId, cell);
      }
      set({ ...current, cells: next });
    },
    dispose() {
      wanted = null;
      listeners.clear();
    },
  };
}
