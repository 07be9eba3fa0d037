/**
 * Who gets bonus (điểm thưởng) and penalty (điểm trừ) in the sample year: the best and the weakest of a block, by
 * place among the targets. The rules of B1 and P1 turn the events into points. Called by build-sample-year.
 */
import type { Declared } from '#shared/domain/rules.ts';

type BlockCode = 'K1' | 'K2' | 'K3';

interface Merit {
  /** From 0 = best; negative counts from the weakest, -1 = last. */
  readonly place: number;
  readonly leafCode: 'B1' | 'P1';
  readonly counts: Readonly<Record<string, number>>;
}

const MERITS: Readonly<Record<BlockCode, readonly Merit[]>> = {
  K1: [
    { place: 0, leafCode: 'B1', counts: { model: 1, digital_lead: 0 } },
    { place: 6, leafCode: 'B1', counts: { model: 1, digital_lead: 0 } },
    { place: -1, leafCode: 'P1', counts: { late_day: 14, criticism: 1 } }, // 1,4 is capped at 1, and 0,5 for the criticism
    { place: -3, leafCode: 'P1', counts: { late_day: 3, criticism: 0 } },
    { place: -9, leafCode: 'P1', counts: { late_day: 0, criticism: 1 } },
  ],
  K2: [{ place: 1, leafCode: 'B1', counts: { model: 0, digital_lead: 1 } }],
  K3: [
    { place: 0, leafCode: 'B1', counts: { model: 2, digital_lead: 1 } }, // 3 events, the cap of 2 holds
    { place: 2, leafCode: 'B1', counts: { model: 1, digital_lead: 0 } },
    { place: 4, leafCode: 'B1', counts: { model: 0, digital_lead: 1 } },
    { place: 20, leafCode: 'B1', counts: { model: 1, digital_lead: 0 } },
    { place: -2, leafCode: 'P1', counts: { late_day: 2, criticism: 1 } },
    { place: -12, leafCode: 'P1', counts: { late_day: 5, criticism: 0 } },
  ],
};

const NO_EVENTS: Readonly<Record<'B1' | 'P1', Declared>> = {
  B1: { kind: 'events', counts: { model: 0, digital_lead: 0 } },
  P1: { kind: 'events', counts: { late_day: 0, criticism: 0 } },
};

/** Declared events of B1 and P1 for the unit at `place` among `unitCount` (0 = best). */
export function meritsOf(blockCode: BlockCode, place: number, unitCount: number): ReadonlyMap<string, Declared> {
  const merits = new Map<string, Declared>(Object.entries(NO_EVENTS));
  for (const merit of MERITS[blockCode]) {
    const at = merit.place < 0 ? unitCount + merit.place : merit.place;
    if (at === place) merits.set(merit.leafCode, { kind: 'events', counts: merit.counts });
  }
  return merits;
}
