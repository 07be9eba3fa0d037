import { useEffect, useMemo, useState } from 'react';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { LogFilter } from '#shared/contract/schemas.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useTarget } from '#renderer/app/hooks/use-target.ts';
import { dayEnd, dayStart, parseDay } from '#renderer/ui/format-time.ts';

/** What the person typed or chose; texts stay as typed until they name something. */
export interface LogFields {
  readonly search: string;
  readonly unit: string;
  readonly leaf: string;
  readonly actor: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** A name offered for a text field; the text typed must begin with the code. */
export interface NamedChoice<Id> {
  readonly id: Id;
  readonly code: string;
  readonly text: string;
}

export interface LogFilterState {
  readonly fields: LogFields;
  readonly filter: LogFilter;
  readonly units: readonly NamedChoice<CycleUnitId>[];
  readonly leaves: readonly NamedChoice<CriteriaNode['id']>[];
  /** Fields that hold something which names nothing. */
  readonly wrong: ReadonlySet<keyof LogFields>;
  readonly isNarrowed: boolean;
  set(field: keyof LogFields, value: string): void;
  clear(): void;
}

const EMPTY: LogFields = { search: '', unit: '', leaf: '', actor: '', kind: '', from: '', to: '' };

/** Fields of the log screen and what they ask the service for; a cell asked for elsewhere fills them in. */
export function useLogFilter(): LogFilterState {
  const structure = useCycle();
  const target = useTarget();
  const [fields, setFields] = useState(EMPTY);
  const units = useMemo(() => (structure ? unitChoices(structure) : []), [structure]);
  const unit = findChoice(units, fields.unit);
  const leaves = useMemo(() => (structure && unit ? leafChoices(structure, unit.id) : []), [structure, unit]);
  const leaf = findChoice(leaves, fields.leaf);

  useEffect(() => {
    if (target?.kind !== 'log' || !structure) return;
    const asked = units.find(({ id }) => id === target.cycleUnitId);
    if (!asked) return;
    const cell = leafChoices(structure, asked.id).find(({ id }) => id === target.leafId);
    setFields({ ...EMPTY, unit: asked.text, leaf: cell?.text ?? '' });
    // Only a new request fills the fields in; a reloaded structure must not.
  }, [target?.serial]);

  const from = parseDay(fields.from);
  const to = parseDay(fields.to);
  const wrong = new Set<keyof LogFields>();
  if (fields.unit.trim() !== '' && !unit) wrong.add('unit');
  if (fields.leaf.trim() !== '' && !leaf) wrong.add('leaf');
  if (fields.from.trim() !== '' && !from) wrong.add('from');
  if (fields.to.trim() !== '' && !to) wrong.add('to');
  return {
    fields,
    units,
    leaves,
    wrong,
    filter: {
      cycleUnitId: unit?.id ?? null,
      leafId: leaf?.id ?? null,
      actor: fields.actor === '' ? null : fields.actor,
      kind: fields.kind === '' ? null : fields.kind,
      from: from && dayStart(from),
      until: to && dayEnd(to),
    },
    isNarrowed: Object.values(fields).some((value) => value !== ''),
    // A leaf belongs to the criteria set of the unit's block.
    set: (field, value) => setFields((now) => ({ ...now, ...(field === 'unit' && { leaf: '' }), [field]: value })),
    clear: () => setFields(EMPTY),
  };
}

function unitChoices({ cycleUnits, units }: CycleStructure): readonly NamedChoice<CycleUnitId>[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return cycleUnits.flatMap(({ id, unitId }) => {
    const unit = byId.get(unitId);
    return unit ? [{ id, code: unit.code, text: `${unit.code} · ${unit.name}` }] : [];
  });
}

function leafChoices(structure: CycleStructure, cycleUnitId: CycleUnitId): readonly NamedChoice<CriteriaNode['id']>[] {
  const blockId = structure.cycleUnits.find(({ id }) => id === cycleUnitId)?.blockId;
  const setId = structure.blocks.find(({ id }) => id === blockId)?.criteriaSetId;
  const nodes = structure.criteriaSets.find(({ id }) => id === setId)?.nodes ?? [];
  return nodes
    .filter(({ rule }) => rule !== null)
    .map(({ id, code, name }) => ({ id, code, text: `${code} · ${name}` }));
}

/** The choice a text names: by code, or by the whole text offered. */
export function findChoice<T extends { readonly code: string; readonly text: string }>(
  choices: readonly T[],
  typed: string,
): T | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return null;
  return choices.find(({ code, text }) => code.toLowerCase() === wanted || text.toLowerCase() === wanted) ?? null;
}
