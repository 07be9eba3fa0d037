/** The registry of units (danh mục đơn vị), and which of them take part in a cycle. */
import { ALL, command, m, nothing, WRITERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import * as s from '#shared/contract/schemas.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import type { PresetPlan } from '#shared/units/plan-preset.ts';
import { normaliseName } from '#shared/util/vietnamese-text.ts';
import { z } from '#shared/contract/z.ts';

const unitId = s.id<UnitId>();
const name = z.string().trim().min(1).max(300).transform(normaliseName);
const names = {
  code: z.string().trim().min(1).max(40).transform(normaliseName),
  name,
  shortName: z.string().trim().max(100).transform(normaliseName),
};
const aliases = z.array(name).max(30);
const day = z.iso.date();
const legalBasis = z.string().trim().max(2000).transform(normaliseName);
const facts = { ...names, aliases, validFrom: day.nullable(), validTo: day.nullable() };
/** The unit as the person saw it; a change made meanwhile is not overwritten. */
const seen = { unitId, expectedVersion: s.version };

const successor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('existing'), unitId }),
  z.strictObject({ kind: z.literal('new'), ...names, aliases }),
]);

export const unitsMethods = {
  /** Every unit of the file with its names, days and successions. */
  'units.registry': m<UnitRegistry>()('query', ALL, nothing),
  'units.add': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, ...facts })),
  /** Correct what always was wrong; a new name from a day on is `units.rename`. */
  'units.edit': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, ...seen, ...facts })),
  'units.rename': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({ ...command, ...seen, ...names, effectiveOn: day, legalBasis }),
  ),
  /** Remove a unit written by mistake: one that no cycle and no reorganisation names. */
  'units.remove': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, ...seen })),
  'units.merge': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      effectiveOn: day,
      fromIds: z.array(unitId).min(1).max(1000),
      to: successor,
      legalBasis,
    }),
  ),
  'units.split': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      effectiveOn: day,
      fromId: unitId,
      continues: z.boolean(),
      parts: z
        .array(z.strictObject({ to: successor, shareMicro: z.int().min(0).max(1_000_000).nullable() }))
        .min(1)
        .max(100),
      legalBasis,
    }),
  ),
  /** What the shipped reorganisation 63 → 34 provinces would do here; writes nothing. */
  'units.presetPlan': m<PresetPlan>()('query', ALL, nothing),
  /** The same, as one step. */
  'units.applyPreset': m<out.Committed>()('command', WRITERS, z.strictObject(command)),
} as const;
