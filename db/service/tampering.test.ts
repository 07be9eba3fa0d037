/**
 * Whatever single thing somebody changes in an office file with another SQLite tool, the chain check finds it and says
 * where: a random sample over every logged table, the batches and the changes. Each case starts from the same sound
 * file, alters, deletes, inserts or swaps, puts the guards back as they were, and asks.
 */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChainFault } from '#shared/contract/outputs-audit.ts';
import type { FileToken, UserId } from '#shared/domain/ids.ts';
import { guardsOf } from '#db/engine/guards.ts';
import { LOGGED_TABLES, type CredentialTable, type Schema } from '#db/engine/schema.ts';
import { MIGRATIONS } from '#db/migrations/migrations.ts';
import { createRandom, type Random } from '#db/sample/random.ts';
import { keepCredential } from '#db/repos/user-repo.ts';
import { fingerprintOf } from './credential.ts';
import { newOpId, openTestOffice, reopen } from './testing/test-office.ts';
import { uuidV7 } from './uuid-v7.ts';
import { verifyChain } from './verify-chain.ts';
import { writeBatch } from './write-batch.ts';

const CASES = 1_200;
const GUARDS = guardsOf(MIGRATIONS);
const TABLES = [...LOGGED_TABLES, 'batch', 'change_log'] as const;

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** A small year in which everything has happened at least once, and a few records of every logged table. */
async function buildOffice(): Promise<Buffer> {
  const office = await openTestOffice();
  const { cycleId, get } = office;
  const { cycleUnits, criteriaSets } = await get('cycles.get', { cycleId });
  const leafId = criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  for (const [i, { id: cycleUnitId }] of cycleUnits.entries()) {
    const set = { kind: 'points', stage: 'final', pointsMicro: 6_000_000 - i } as const;
    await get('scores.setCells', {
      opId: newOpId(),
      cycleId,
      cells: [{ cycleUnitId, leafId, expectedVersion: 1, set }],
    });
  }
  const place = { cycleUnitId: cycleUnits[0]!.id, leafId };
  await get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'Đề nghị bổ sung' });
  const document = join(office.folder, 'a.pdf');
  writeFileSync(document, 'mô phỏng');
  const record = { documentNo: '1/QĐ', documentDate: '2023-11-15', signer: 'A', summary: '' };
  await get('evidence.attach', { opId: newOpId(), ...place, record, fileToken: document as FileToken });
  await get('milestones.add', { opId: newOpId(), cycleId, name: 'Mốc' });
  await get('changes.undo', { opId: newOpId() });
  await get('office.close', {});
  await addToEveryTable(office.path);
  return readFileSync(office.path);
}

/** Tables of which this test knows nothing get records too: two each, one of them changed afterwards. */
async function addToEveryTable(path: string): Promise<void> {
  const file = reopen(path);
  file.connection.pragma('foreign_keys = OFF');
  file.connection.pragma('ignore_check_constraints = ON');
  const caller = { userId: 'người-1' as UserId, name: 'Người thử' };
  const context = { file, caller, now: () => new Date().toISOString(), newId: () => uuidV7() };
  const request = { kind: 'command', searchWords: [], cycleId: null, undoable: false, targetId: null } as const;
  const label = { key: 'cycle.create', params: {} };
  for (const table of LOGGED_TABLES) {
    const columns = file.connection
      .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
      .all()
      .filter(({ name }) => !['version', 'updated_at', 'updated_by'].includes(name));
    const rows = [1, 2].map((i) =>
      Object.fromEntries(columns.map(({ name, type }) => [name, invent(`${table}-${name}`, type, i)])),
    );
    const inserts = rows.map((row) => ({ kind: 'insert', table, id: String(row['id']), row }) as const);
    const { name, type } = columns.findLast((column) => !column.name.endsWith('_sha256'))!;
    const row = rows[0]!;
    const update = {
      kind: 'update',
      table,
      id: String(row['id']),
      column: name,
      old: row[name]!,
      new: type === 'INTEGER' ? 900 : 'sau',
    } as const;
    for (const changes of [inserts, [update]]) {
      const written = await writeBatch(context, { ...request, opId: newOpId(), label, changes });
      if (!written.ok) throw new Error(JSON.stringify(written.error));
    }
  }
  for (const i of [1, 2]) await keepCredential(file.sql, credentialOf(i));
  await file.close();
}

function invent(name: string, type: string, i: number): Cell {
  // A hash names a kept file, and there is none for it.
  if (name === 'evidence-file_sha256') return null;
  if (name === 'user-credential_sha256') return fingerprintOf(credentialOf(i));
  return type === 'INTEGER' ? 500 + i : `${name}-${i}`;
}

function credentialOf(i: number): CredentialTable {
  const cost = { cost: 2, block_size: 1, parallelization: 1 };
  const bytes = Buffer.from([i]);
  return { user_id: `user-id-${i}`, salt: bytes, hash: bytes, ...cost, failures: 0, failed_at: null };
}

/** What a case did, and what a good answer may name. */
interface Tampering {
  readonly what: string;
  readonly table: string;
  readonly ids: readonly Cell[];
  /** Batches concerned, for `batch` and `change_log`. */
  readonly seqs: readonly number[];
}

const KINDS = { alter, remove, insert, swap } as const;

function alter(database: Database.Database, table: string, rows: readonly Row[], random: Random): Tampering {
  const row = pick(random, rows);
  const column = pick(random, Object.keys(row));
  const value = otherValue(row[column] ?? null, random);
  update(database, table, row, { [column]: value });
  return { what: `${table}.${column} = ${value}`, table, ...concerned(table, [row, { ...row, [column]: value }]) };
}

function remove(database: Database.Database, table: string, rows: readonly Row[], random: Random): Tampering {
  const row = pick(random, rows);
  database.prepare(`DELETE FROM ${table} WHERE ${keyOf(table)} = ?`).run(row[keyOf(table)]);
  return { what: `${table} −`, table, ...concerned(table, [row]) };
}

/** A copy of a record under another key; texts that must be unique get a tail. */
function insert(database: Database.Database, table: string, rows: readonly Row[], random: Random): Tampering {
  const model = pick(random, rows);
  const tail = `~${random.int(0, 999_999)}`;
  const copy: Row = Object.fromEntries(
    Object.entries(model).map(([name, value]) => [
      name,
      name === 'seq'
        ? 10_000 + random.int(0, 999)
        : ['id', 'op_id', 'code', 'login'].includes(name)
          ? `${value}${tail}`
          : value,
    ]),
  );
  const names = Object.keys(copy);
  database
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
    .run(...Object.values(copy));
  // A gap before a batch put in at the end is what the check meets first.
  const seqs = table === 'batch' ? [rows.length + 1] : [];
  const found = concerned(table, [copy]);
  return { what: `${table} +`, table, ids: found.ids, seqs: [...found.seqs, ...seqs] };
}

/** Two records exchange one field, or their keys. */
function swap(database: Database.Database, table: string, rows: readonly Row[], random: Random): Tampering {
  const [a, b] = [pick(random, rows), pick(random, rows)];
  const columns = Object.keys(a).filter((column) => a[column] !== b[column]);
  if (columns.length === 0) throw new Error('the same record');
  const key = keyOf(table);
  const column = pick(random, columns);
  if (column === key) {
    const parked = typeof a[key] === 'number' ? 999_999 : 'parked';
    update(database, table, a, { [key]: parked });
    update(database, table, b, { [key]: a[key] ?? null });
    update(database, table, { ...a, [key]: parked }, { [key]: b[key] ?? null });
  } else {
    update(database, table, a, { [column]: b[column] ?? null });
    update(database, table, b, { [column]: a[column] ?? null });
  }
  return { what: `${table}.${column} ↔`, table, ...concerned(table, [a, b]) };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return random.pick(list as [T, ...T[]]);
}

function update(database: Database.Database, table: string, row: Row, set: Row): void {
  const names = Object.keys(set);
  const changed = database
    .prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join()} WHERE ${keyOf(table)} = ?`)
    .run(...Object.values(set), row[keyOf(table)]).changes;
  if (changed !== 1) throw new Error(`${changed} records`);
}

function keyOf(table: string): string {
  return table === 'batch' || table === 'change_log' ? 'seq' : 'id';
}

function concerned(table: string, rows: readonly Row[]): Pick<Tampering, 'ids' | 'seqs'> {
  const seqColumn = table === 'batch' ? 'seq' : 'batch_seq';
  return { ids: rows.map((row) => row[keyOf(table)] ?? null), seqs: rows.map((row) => Number(row[seqColumn])) };
}

function otherValue(value: Cell, random: Random): Cell {
  if (value === null) return pick(random, ['x', 7]);
  if (typeof value === 'number') return pick(random, [value + 1, value - 1, value * 10 + 3, -value - 1, null]);
  const at = random.int(0, value.length);
  const others = [`${value} `, `${value.slice(0, at)}é${value.slice(at + 1)}`, value.slice(0, -1), 'x', null];
  // An empty text cut short is the same text.
  return pick(
    random,
    others.filter((other) => other !== value),
  );
}

/** The sound file with one thing changed behind the app's back, or null when SQLite itself refuses the change. */
function tamper(
  sound: Buffer,
  random: Random,
): { readonly database: Database.Database; readonly tampering: Tampering } | null {
  const database = new Database(sound);
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  for (const name of GUARDS.keys()) database.exec(`DROP TRIGGER ${name}`);
  const table = pick(random, TABLES);
  const rows = database.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const kind = pick(random, Object.keys(KINDS) as (keyof typeof KINDS)[]);
  try {
    const tampering = KINDS[kind](database, table, rows, random);
    for (const statement of GUARDS.values()) database.exec(statement);
    return { database, tampering };
  } catch {
    database.close();
    return null;
  }
}

function isNamed(fault: ChainFault, { table, ids, seqs }: Tampering): boolean {
  if (table === 'batch' || table === 'change_log') return seqs.includes(fault.firstBadSeq);
  return fault.reason.startsWith('record') && fault.record?.table === table && ids.includes(fault.record.id);
}

async function verify(database: Database.Database) {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  const answer = await verifyChain(db);
  await db.destroy();
  return answer;
}

test('the file the cases start from is sound, and holds records of every logged table', async () => {
  const database = new Database(await buildOffice());
  for (const table of TABLES) {
    expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBeGreaterThan(1);
  }
  expect(await verify(database)).toMatchObject({ ok: true });
});

test(`${CASES} random tamperings are found and named, one and all`, { timeout: 300_000 }, async () => {
  const sound = await buildOffice();
  const random = createRandom('tampering');
  const unnoticed: unknown[] = [];
  const met = new Set<string>();
  for (let done = 0; done < CASES;) {
    const made = tamper(sound, random);
    if (!made) continue;
    done++;
    met.add(`${made.tampering.table} ${made.tampering.what.replace(/^\w+/, '').slice(-1)}`);
    const answer = await verify(made.database);
    if (answer.ok || !isNamed(answer, made.tampering)) unnoticed.push({ ...made.tampering, answer });
  }
  expect(unnoticed).toEqual([]);
  // The sample reached every table, each in more than one way.
  for (const table of TABLES)
    expect([...met].filter((entry) => entry.startsWith(`${table} `)).length).toBeGreaterThan(1);
});
