import { z } from './z.ts';

const micro = z.int().min(-1e15).max(1e15);
const code = z.string().min(1).max(100);
const onZeroDenominator = z.enum(['max', 'zero', 'notApplicable', 'missing']);

/** Shape of a rule wherever it comes from outside; whether its figures make sense is for shared/scoring/check-rule. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes_no') }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z
      .array(z.strictObject({ code, label: z.string().max(500), pointsMicro: micro }))
      .max(200)
      .readonly(),
  }),
  z.strictObject({
    kind: z.literal('step'),
    input: z.enum(['ratio', 'value']),
    unit: z.string().max(100),
    steps: z
      .array(z.strictObject({ from: micro.nullable(), to: micro.nullable(), pointsMicro: micro }))
      .max(200)
      .readonly(),
    onZeroDenominator,
  }),
  z.strictObject({ kind: z.literal('ratio'), floorMicroPercent: micro, onZeroDenominator }),
  z.strictObject({
    kind: z.literal('count_step'),
    steps: z
      .array(z.strictObject({ atLeast: z.int().min(0), pointsMicro: micro }))
      .max(200)
      .readonly(),
  }),
  z.strictObject({
    kind: z.literal('deduct'),
    events: z
      .array(z.strictObject({ code, label: z.string().max(500), eachMicro: micro, capMicro: micro.nullable() }))
      .max(200)
      .readonly(),
    floorMicro: micro,
  }),
  z.strictObject({ kind: z.literal('survey') }),
  z.strictObject({ kind: z.literal('manual') }),
]);
