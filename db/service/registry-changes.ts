/**
 * The changes that turn one registry of units into another. Called by the unit handlers with what the rules of
 * shared/units made of a wish; a unit the rules left alone is the same object and costs nothing.
 */
import type { Change, Row } from '#shared/changes/change.ts';
import type { Registry, RegistryUnit } from '#shared/units/registry.ts';
import type { LoggedTable } from '#db/engine/schema.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';
import { toFormerNameRow, toSuccessionRow, toUnitRow } from '#db/repos/unit-repo.ts';

/** Inserts, updates and deletions; `before` is the registry as the file holds it. */
export async function registryChanges(db: Db, before: Registry, after: Registry): Promise<readonly Change[]> {
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  const kept = new Set(after.units.map(({ id }) => id));
  const touched = after.units.filter((unit) => known.get(unit.id) !== unit);
  const gone = before.units.filter(({ id }) => !kept.has(id));
  // As stored, because the search column may have been written by an older version.
  const records = await findRecords(
    db,
    'unit',
    [...touched, ...gone].map(({ id }) => id),
  );
  const storedRow = ({ id }: RegistryUnit): Row | null => {
    const record = records.get(id);
    return record ? loggedPart(record) : null;
  };
  const lines = new Set(before.successions.map(({ id }) => id));
  return [
    ...touched.flatMap((unit) => rowChanges('unit', storedRow(unit), toUnitRow(unit))),
    ...touched.flatMap((unit) => newNames(known.get(unit.id), unit)),
    ...after.successions
      .filter(({ id }) => !lines.has(id))
      .flatMap((line) => rowChanges('succession', null, toSuccessionRow(line))),
    ...gone.flatMap((unit) => [
      ...unit.formerNames.map((former) => deletion('former_name', toFormerNameRow(unit.id, former))),
      deletion('unit', storedRow(unit) ?? toUnitRow(unit)),
    ]),
  ];
}

function newNames(before: RegistryUnit | undefined, after: RegistryUnit): readonly Change[] {
  const known = new Set(before?.formerNames.map(({ id }) => id));
  return after.formerNames
    .filter(({ id }) => !known.has(id))
    .flatMap((former) => rowChanges('former_name', null, toFormerNameRow(after.id, former)));
}

function rowChanges(table: LoggedTable, before: Row | null, after: Row): readonly Change[] {
  const id = String(after['id']);
  if (before === null) return [{ kind: 'insert', table, id, row: after }];
  const columns = Object.keys(after).filter((column) => before[column] !== after[column]);
  return columns.map((column) => ({
    kind: 'update',
    table,
    id,
    column,
    old: before[column] ?? null,
    new: after[column] ?? null,
  }));
}

function deletion(table: LoggedTable, row: Row): Change {
  return { kind: 'delete', table, id: String(row['id']), row };
}
