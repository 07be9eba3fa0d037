/**
 * The explanation rounds of a cycle as the window knows them: read once, read again whenever one changes, found by cell.
 * Boards, cell details and the rounds panel read it; commands go through the client.
 */
import type { Explanations } from '#shared/contract/outputs-explanations.ts';
import { isOverdue, type ExplanationItem, type ExplanationRound } from '#shared/domain/explanations.ts';
import type { CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import type { CellFacts } from '#shared/appraisal/cell-rules.ts';
import type { Client } from '#renderer/client/client.ts';

/** A cut cell in a round. */
export interface Explained {
  readonly item: ExplanationItem;
  readonly round: ExplanationRound;
}

export interface ExplanationStore {
  /** Null before the first answer. */
  readonly get: () => Explanations | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Everything that was explained of a cell, oldest round first. */
  readonly ofCell: (cycleUnitId: CycleUnitId, leafId: NodeId) => readonly Explained[];
  /** What the rules must know of a cell's newest explanation. */
  readonly factOf: (cycleUnitId: CycleUnitId, leafId: NodeId) => CellFacts['explanation'];
  readonly reload: () => void;
  readonly dispose: () => void;
}

const NONE: readonly Explained[] = [];

/** @param today the day on the wall, `yyyy-mm-dd`; asked each time, because a window may stay open over midnight */
export function createExplanationStore(
  client: Pick<Client, 'call'>,
  cycleId: CycleId,
  today: () => string,
): ExplanationStore {
  const listeners = new Set<() => void>();
  let current: Explanations | null = null;
  let byCell: ReadonlyMap<string, readonly Explained[]> = new Map();
  let isAlive = true;
  let asked = 0;

  async function load(): Promise<void> {
    const mine = ++asked;
    const answer = await client.call('explanations.list', { cycleId });
    if (!isAlive || mine !== asked || !answer.ok) return;
    current = answer.value;
    byCell = groupByCell(current);
    for (const listener of listeners) listener();
  }

  const ofCell = (cycleUnitId: CycleUnitId, leafId: NodeId): readonly Explained[] =>
    byCell.get(`${cycleUnitId}/${leafId}`) ?? NONE;

  void load();
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ofCell,
    factOf(cycleUnitId, leafId) {
      const newest = byCell.size === 0 ? undefined : ofCell(cycleUnitId, leafId).at(-1);
      if (!newest) return null;
      const { state } = newest.item;
      return { state, isOverdue: isOverdue(state, newest.round.deadline, today()) };
    },
    reload: () => void load(),
    dispose() {
      isAlive = false;
      listeners.clear();
    },
  };
}

/** Items come in the order of their rounds. */
function groupByCell({ rounds, items }: Explanations): ReadonlyMap<string, readonly Explained[]> {
  const roundById = new Map(rounds.map((round) => [round.id, round]));
  const groups = new Map<string, Explained[]>();
  for (const item of items) {
    const round = roundById.get(item.roundId);
    if (!round) continue;
    const key = `${item.cycleUnitId}/${item.leafId}`;
    const group = groups.get(key);
    if (group) group.push({ item, round });
    else groups.set(key, [{ item, round }]);
  }
  return groups;
}
