/**
 * Everything that must hold in a registry, whatever made it (a wizard, a preset, an undo): days in order, one code for
 * one unit on one day, successions that fit the days of their units and never lead back. Called by every change of the
 * registry with the registry as it would become.
 */
import type { UnitId } from '../domain/ids.ts';
import { dayAfter, dayBefore } from '../util/calendar-day.ts';
import { fold } from '../util/vietnamese-text.ts';
import type { Registry, RegistryUnit, Succession } from './registry.ts';
import { unitProblem, type UnitProblem } from './unit-problem.ts';

/** Before and after every day there is; ISO days compare as text. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
const WHOLE = 1_000_000;

/** All problems of a registry, in the order of its units and successions. */
export function checkRegistry(registry: Registry): readonly UnitProblem[] {
  const units = new Map(registry.units.map((unit) => [unit.id, unit]));
  return [
    ...registry.units.flatMap(dateProblems),
    ...codeProblems(registry.units),
    ...registry.successions.flatMap((line) => lineProblems(line, units)),
    ...endingProblems(registry, units),
    ...shareProblems(registry, units),
    ...loopProblems(registry, units),
  ];
}

/** The problems `after` has and `before` had not: what a step is to be refused for. */
export function newProblems(before: Registry, after: Registry): readonly UnitProblem[] {
  const known = new Set(checkRegistry(before).map((problem) => JSON.stringify(problem)));
  return checkRegistry(after).filter((problem) => !known.has(JSON.stringify(problem)));
}

function dateProblems(unit: RegistryUnit): readonly UnitProblem[] {
  const fromDay = unit.validFrom ?? FIRST_DAY;
  const toDay = unit.validTo ?? LAST_DAY;
  if (fromDay > toDay) return [unitProblem(unit.code, 'unitDatesReversed', { fromDay, toDay })];
  const ends = unit.formerNames.map(({ validTo }) => validTo);
  const bad = ends.find((end, i) => end < (i === 0 ? fromDay : dayAfter(ends[i - 1]!)) || end >= toDay);
  return bad === undefined ? [] : [unitProblem(unit.code, 'unitNameOutsideDates', { endDay: bad })];
}

interface CodeSpan {
  readonly unit: RegistryUnit;
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** The codes of a unit with the days each was in force. */
function codeSpans(unit: RegistryUnit): readonly CodeSpan[] {
  const last = { code: unit.code, validTo: unit.validTo ?? LAST_DAY };
  return [...unit.formerNames, last].map(({ code, validTo }, i) => {
    const before = unit.formerNames[i - 1];
    return { unit, code, from: before ? dayAfter(before.validTo) : (unit.validFrom ?? FIRST_DAY), to: validTo };
  });
}

function codeProblems(units: readonly RegistryUnit[]): readonly UnitProblem[] {
  const byCode = new Map<string, CodeSpan[]>();
  for (const span of units.flatMap(codeSpans)) {
    const key = fold(span.code);
    const known = byCode.get(key);
    if (known) known.push(span);
    else byCode.set(key, [span]);
  }
  return [...byCode.values()].flatMap((spans) => {
    const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    return sorted.flatMap((span, i) => {
      const other = sorted.slice(0, i).find((earlier) => earlier.unit !== span.unit && earlier.to >= span.from);
      const params = other && { code: span.code, other: other.unit.name, name: span.unit.name, onDay: span.from };
      if (!params) return [];
      const since = span.from === FIRST_DAY ? { ...params, onDay: '' } : params;
      return [unitProblem(span.code, 'unitCodeTaken', since)];
    });
  });
}

function lineProblems(line: Succession, units: ReadonlyMap<UnitId, RegistryUnit>): readonly UnitProblem[] {
  const [from, to] = [units.get(line.fromId), units.get(line.toId)];
  if (!from || !to) return [unitProblem(from?.code ?? to?.code ?? '', 'unitUnknown')];
  const onDay = line.effectiveOn;
  const eve = dayBefore(onDay);
  if (from === to) return [unitProblem(from.code, 'unitSucceedsItself')];
  if (from.validTo !== null && from.validTo < eve) {
    return [unitProblem(from.code, 'unitEndedBefore', { endDay: from.validTo, onDay })];
  }
  if (from.validFrom !== null && from.validFrom > eve) {
    return [unitProblem(from.code, 'unitNotYet', { fromDay: from.validFrom, onDay })];
  }
  if ((to.validFrom !== null && to.validFrom > onDay) || (to.validTo !== null && to.validTo < onDay)) {
    return [unitProblem(to.code, 'unitNotThereOnDay', { onDay })];
  }
  // What was merged is gone from that day on; a unit that was split may go on with the rest.
  if (line.kind === 'merge' && from.validTo !== eve) return [unitProblem(from.code, 'unitEndDiffers', { endDay: eve })];
  return [];
}

/** A unit ends by one decision: it cannot be merged here and merged or divided there on the same day. */
function endingProblems(registry: Registry, units: ReadonlyMap<UnitId, RegistryUnit>): readonly UnitProblem[] {
  const endings = new Map<RegistryUnit, Set<string>>();
  for (const { fromId, effectiveOn, eventId } of registry.successions) {
    const from = units.get(fromId);
    if (!from || from.validTo !== dayBefore(effectiveOn)) continue;
    endings.set(from, (endings.get(from) ?? new Set()).add(eventId));
  }
  return [...endings].flatMap(([{ code }, events]) => (events.size > 1 ? [unitProblem(code, 'unitEndedTwice')] : []));
}

function shareProblems(registry: Registry, units: ReadonlyMap<UnitId, RegistryUnit>): readonly UnitProblem[] {
  const sums = new Map<UnitId, number>();
  for (const { fromId, shareMicro } of registry.successions)
    sums.set(fromId, (sums.get(fromId) ?? 0) + (shareMicro ?? 0));
  return [...sums].flatMap(([id, sum]) =>
    sum > WHOLE ? [unitProblem(units.get(id)?.code ?? '', 'unitSharesOverWhole')] : [],
  );
}

/** Units from which a chain of successions leads back to themselves; each loop is named once, by its codes. */
function loopProblems(registry: Registry, units: ReadonlyMap<UnitId, RegistryUnit>): readonly UnitProblem[] {
  const next = new Map<UnitId, UnitId[]>();
  for (const { fromId, toId } of registry.successions) {
    if (fromId !== toId) next.set(fromId, [...(next.get(fromId) ?? []), toId]);
  }
  const done = new Set<UnitId>();
  const problems: UnitProblem[] = [];
  const codeOf = (id: UnitId) => units.get(id)?.code ?? '';
  function visit(id: UnitId, path: readonly UnitId[]): void {
    const at = path.indexOf(id);
    if (at >= 0) {
      const codes = [...path.slice(at), id].map(codeOf);
      problems.push(unitProblem(codeOf(id), 'unitSuccessionLoop', { chain: codes.join(' → ') }));
      return;
    }
    if (done.has(id)) return;
    for (const to of next.get(id) ?? []) visit(to, [...path, id]);
    done.add(id);
  }
  for (const id of next.keys()) visit(id, []);
  return problems;
}
