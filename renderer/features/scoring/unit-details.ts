import type { Cell } from '#shared/contract/outputs.ts';
import type { Evidence } from '#shared/domain/entities.ts';
import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import type { Client } from '#renderer/client/client.ts';

/** What the columns of a block do not carry: declared data, reasons, who and when, documents of one unit. */
export interface UnitDetails {
  readonly cycleUnitId: CycleUnitId;
  readonly cells: ReadonlyMap<NodeId, Cell>;
  readonly evidence: ReadonlyMap<NodeId, readonly Evidence[]>;
}

export interface UnitDetailsStore {
  readonly get: () => UnitDetails | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads a unit unless it is shown already; quick steps through rows load only the last one. */
  readonly show: (cycleUnitId: CycleUnitId) => void;
  /** Loads the shown unit again. */
  readonly reload: () => void;
  /** Takes cells from an event. */
  readonly apply: (cells: readonly Cell[]) => void;
  readonly dispose: () => void;
}

const SETTLE_MS = 80;

/** Keeps the details of the unit that has the focus. */
export function createUnitDetails(client: Pick<Client, 'call'>): UnitDetailsStore {
  const listeners = new Set<() => void>();
  let current: UnitDetails | null = null;
  let wanted: CycleUnitId | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function set(next: UnitDetails): void {
    current = next;
    for (const listener of listeners) listener();
  }

  async function load(cycleUnitId: CycleUnitId): Promise<void> {
    const answer = await client.call('scores.unit', { cycleUnitId });
    if (!answer.ok || wanted !== cycleUnitId) return;
    const evidence = new Map<NodeId, Evidence[]>();
    for (const document of answer.value.evidence) {
      const list = evidence.get(document.leafId);
      if (list) list.push(document);
      else evidence.set(document.leafId, [document]);
    }
    set({ cycleUnitId, cells: new Map(answer.value.cells.map((cell) => [cell.leafId, cell])), evidence });
  }

  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show(cycleUnitId) {
      if (wanted === cycleUnitId) return;
      wanted = cycleUnitId;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void load(cycleUnitId), current === null ? 0 : SETTLE_MS);
    },
    reload() {
      if (wanted) void load(wanted);
    },
    apply(cells) {
      if (!current) return;
      const mine = cells.filter((cell) => cell.cycleUnitId === current?.cycleUnitId);
      if (mine.length === 0) return;
      const next = new Map(current.cells);
      for (const cell of mine) if (cell.version >= (next.get(cell.leafId)?.version ?? 0)) next.set(cell.leafId, cell);
      set({ ...current, cells: next });
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
      wanted = null;
      listeners.clear();
    },
  };
}
