import type { CellHistoryEntry } from '#shared/contract/outputs.ts';
import { STAGES, type Stage } from '#shared/domain/entities.ts';

export interface StageAuthor {
  readonly stage: Stage;
  readonly at: string;
  readonly by: string;
}

const COLUMNS: Readonly<Record<Stage, string>> = {
  self: 'self_micro',
  appraised: 'appraised_micro',
  final: 'final_micro',
};

/** Who last wrote each of the three values and when; a value nobody ever wrote is left out. */
export function stageAuthors(history: readonly CellHistoryEntry[]): readonly StageAuthor[] {
  return STAGES.flatMap((stage) => {
    const last = history
      .filter(({ column }) => column === COLUMNS[stage])
      .reduce<CellHistoryEntry | null>((newest, entry) => (newest && newest.seq >= entry.seq ? newest : entry), null);
    return last ? [{ stage, at: last.at, by: last.actor }] : [];
  });
}
