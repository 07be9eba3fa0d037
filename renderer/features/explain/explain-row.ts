import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';

/** A line of an explanation: a figure with the lines it is made of, or a sentence. */
export interface ExplainRow {
  readonly id: string;
  readonly label: string;
  /** The figure as printed; empty for a sentence. */
  readonly value: string;
  readonly note: string;
  readonly children: readonly ExplainRow[];
  /** Shown open at first. */
  readonly isOpen: boolean;
  /** The criterion the line belongs to, for its log. */
  readonly leafId: NodeId | null;
  /** The unit the line stands for, to be explained in turn. */
  readonly cycleUnitId: CycleUnitId | null;
}

/** A line of its own kind: what is not said is empty. */
export function explainRow(
  id: string,
  label: string,
  rest: Partial<Omit<ExplainRow, 'id' | 'label'>> = {},
): ExplainRow {
  return { id, label, value: '', note: '', children: [], isOpen: false, leafId: null, cycleUnitId: null, ...rest };
}

/** Lines that are sentences, under the id of what they are about. */
export function sentenceRows(id: string, sentences: readonly (string | null)[]): readonly ExplainRow[] {
  return sentences.flatMap((text, i) => (text === null ? [] : [explainRow(`${id}.${i}`, text)]));
}
