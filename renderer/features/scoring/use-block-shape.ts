import { useMemo, useRef } from 'react';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { blockShape, type BlockShape } from './block-shape.ts';

/**
 * The shape of a block; the same object as long as the structure says the same, so that a reload after a restart of
 * the data process does not rebuild the sheet under the person's hands.
 */
export function useBlockShape(structure: CycleStructure | null, blockId: BlockId | null): BlockShape | null {
  const stable = useStable(structure);
  return useMemo(() => (stable && blockId ? blockShape(stable, blockId) : null), [stable, blockId]);
}

function useStable(structure: CycleStructure | null): CycleStructure | null {
  const kept = useRef<{
    readonly seen: CycleStructure | null;
    readonly used: CycleStructure | null;
    readonly text: string;
  }>({ seen: null, used: null, text: 'null' });
  if (kept.current.seen !== structure) {
    const text = JSON.stringify(structure);
    const { used } = kept.current;
    kept.current = { seen: structure, used: text === kept.current.text ? used : structure, text };
  }
  return kept.current.used;
}
