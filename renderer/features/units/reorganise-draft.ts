/**
 * What is typed into the wizard of merges and splits, read into a command and into what it would do. The same rules
 * answer here and in the data service, so that the wizard shows the result, or every reason against it, before writing.
 */
import type { UnitId } from '#shared/domain/ids.ts';
import type { Registry, RegistryUnit } from '#shared/units/registry.ts';
import { mergeUnits, splitUnit, type Merge, type Split, type Successor } from '#shared/units/reorganise.ts';
import { existsOn } from '#shared/units/unit-on.ts';
import type { UnitProblem } from '#shared/units/unit-problem.ts';
import { parseDecimal } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { parseDay } from '#renderer/ui/format-time.ts';

export interface NameFields {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface PartFields extends NameFields {
  /** Percent, empty when not known. */
  readonly share: string;
}

export interface ReorganiseFields {
  readonly kind: 'merge' | 'split';
  readonly effectiveOn: string;
  readonly legalBasis: string;
  readonly fromIds: readonly UnitId[];
  readonly target: 'new' | 'existing';
  readonly into: NameFields;
  readonly intoId: UnitId | null;
  readonly continues: boolean;
  readonly parts: readonly PartFields[];
}

export const EMPTY_PART: PartFields = { code: '', name: '', shortName: '', share: '' };

export const EMPTY_DRAFT: ReorganiseFields = {
  kind: 'merge',
  effectiveOn: '',
  legalBasis: '',
  fromIds: [],
  target: 'new',
  into: { code: '', name: '', shortName: '' },
  intoId: null,
  continues: false,
  parts: [EMPTY_PART, EMPTY_PART],
};

export type Reorganisation =
  { readonly kind: 'merge'; readonly merge: Merge } | { readonly kind: 'split'; readonly split: Split };

/** The fields as a command; null while something is missing. */
export function readDraft(fields: ReorganiseFields, registry: Registry): Reorganisation | null {
  const { kind, legalBasis, fromIds, continues } = fields;
  const effectiveOn = parseDay(fields.effectiveOn);
  const fromId = fromIds[0];
  if (effectiveOn === null || fromId === undefined) return null;
  if (kind === 'merge') {
    const to = targetOf(fields);
    return to && { kind, merge: { effectiveOn, fromIds, to, legalBasis } };
  }
  const parts = fields.parts.map((part) => {
    const to = partTarget(part, fromId, effectiveOn, registry);
    const shareMicro = readShare(part.share);
    return to && shareMicro !== undefined ? { to, shareMicro } : null;
  });
  if (parts.length === 0 || parts.includes(null)) return null;
  const whole = parts.filter((part) => part !== null);
  return { kind, split: { effectiveOn, fromId, continues, parts: whole, legalBasis } };
}

function targetOf({ target, into, intoId }: ReorganiseFields): Successor | null {
  if (target === 'existing') return intoId && { kind: 'existing', unitId: intoId };
  return isNamed(into) ? { kind: 'new', ...trimmed(into), aliases: [] } : null;
}

/** A part under the code of a unit that exists on the day goes into that unit; any other code is a new unit. */
function partTarget(part: PartFields, fromId: UnitId, onDay: string, registry: Registry): Successor | null {
  const known = existingPart(part, fromId, onDay, registry);
  if (known) return { kind: 'existing', unitId: known.id };
  return isNamed(part) ? { kind: 'new', ...trimmed(part), aliases: [] } : null;
}

/** The unit that has the part's code on the day, if any but the one that is split. */
export function existingPart(
  { code }: PartFields,
  fromId: UnitId | undefined,
  onDay: string | null,
  registry: Registry,
): RegistryUnit | undefined {
  if (code.trim() === '' || onDay === null) return undefined;
  return registry.units.find(
    (unit) => unit.id !== fromId && fold(unit.code) === fold(code.trim()) && existsOn(unit, onDay),
  );
}

/** 10⁻⁶ of the whole; null when nothing is typed, undefined when it is no share. */
export function readShare(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = parseDecimal(text, { ambiguousDot: 'decimal' });
  if (!read.ok || read.value.micro < 0 || read.value.micro > 100_000_000) return undefined;
  return Math.round(read.value.micro / 100);
}

function isNamed({ code, name }: NameFields): boolean {
  return code.trim() !== '' && name.trim() !== '';
}

function trimmed({ code, name, shortName }: NameFields): NameFields {
  return { code: code.trim(), name: name.trim(), shortName: shortName.trim() };
}

export interface Preview {
  readonly problems: readonly UnitProblem[];
  /** Units that end, with their last day. */
  readonly ends: readonly RegistryUnit[];
  readonly begins: readonly RegistryUnit[];
  readonly lines: readonly { readonly from: RegistryUnit; readonly to: RegistryUnit }[];
}

/** What the reorganisation would do to the registry. */
export function previewOf(registry: Registry, wish: Reorganisation): Preview {
  let next = 0;
  const newId = () => `new-${next++}`;
  const after =
    wish.kind === 'merge' ? mergeUnits(registry, [wish.merge], newId) : splitUnit(registry, wish.split, newId);
  if (!after.ok) return { problems: after.error, ends: [], begins: [], lines: [] };
  const known = new Map(registry.units.map((unit) => [unit.id, unit]));
  const units = new Map(after.value.units.map((unit) => [unit.id, unit]));
  const added = after.value.successions.slice(registry.successions.length);
  return {
    problems: [],
    ends: after.value.units.filter((unit) => {
      const before = known.get(unit.id);
      return before !== undefined && before.validTo !== unit.validTo;
    }),
    begins: after.value.units.filter(({ id }) => !known.has(id)),
    lines: added.flatMap(({ fromId, toId }) => {
      const [from, to] = [units.get(fromId), units.get(toId)];
      return from && to ? [{ from, to }] : [];
    }),
  };
}
