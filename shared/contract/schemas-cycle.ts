/** Zod pieces of a year's settings. Limits here are the outermost fence; shared/domain/check-cycle has the rules. */
import { CYCLE_STATES } from '../domain/entities.ts';
import { nfc } from '../util/vietnamese-text.ts';
import { z } from './z.ts';

/** A short text of one line that may still be empty; what must not be is said by checkCycle, with words. */
function line(max: number) {
  return z.string().trim().max(max).transform(nfc);
}

const code = line(40);
const day = z.iso.date();
const figure = z.int().min(-1e15).max(1e15);

export const blockCode = code;
export const cycleName = line(200);

const settings = z.strictObject({
  classes: z.array(z.strictObject({ code, label: line(100), minMicroPercent: figure })).max(20),
  unclassifiedLabel: line(100),
  classifyBy: z.enum(['exact', 'printed']),
  tiePolicy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('competition') }),
    z.strictObject({ kind: z.literal('dense') }),
    z.strictObject({ kind: z.literal('fields'), fieldCodes: z.array(z.string().max(100)).max(100) }),
  ]),
  neighbourMicroPercent: figure,
  bonusCapMicro: figure,
  penaltyCapMicro: figure,
  printDecimals: z.int(),
  deadlines: z.partialRecord(z.enum(CYCLE_STATES), day),
  evidencePolicy: z.enum(['zero', 'explain', 'block']),
  capRules: z
    .array(z.strictObject({ code, label: line(500), classCode: z.string().max(40).nullable(), source: line(500) }))
    .max(100),
});

/** What a person says about a year. */
export const cycleFields = {
  name: cycleName,
  year: z.int(),
  periodStart: day,
  periodEnd: day,
};
export const cycleSettings = settings;
