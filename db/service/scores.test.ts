import { expect, test } from 'vitest';
import type { CellEdit } from '#shared/contract/schemas.ts';
import { NOT_APPLICABLE } from '#shared/scoring/model.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

async function places(office: TestOffice) {
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const unitOf = (code: string) => {
    const unit = structure.units.find((candidate) => candidate.code === code)!;
    return structure.cycleUnits.find((candidate) => candidate.unitId === unit.id)!.id;
  };
  const leafOf = (code: string) => structure.criteriaSets[0]!.nodes.find((node) => node.code === code)!.id;
  const edit = (unit: string, leaf: string, set: CellEdit['set'], expectedVersion = 0): CellEdit => ({
    cycleUnitId: unitOf(unit),
    leafId: leafOf(leaf),
    expectedVersion,
    set,
  });
  const write = (...cells: CellEdit[]) => ({ opId: newOpId(), cycleId: office.cycleId, cells });
  return { structure, unitOf, leafOf, edit, write, block: structure.blocks[0]! };
}

const points = (stage: 'self' | 'appraised' | 'final', value: number | null, reason?: string): CellEdit['set'] => ({
  kind: 'points',
  stage,
  pointsMicro: value === null ? null : Math.round(value * 1e6),
  ...(reason !== undefined && { reason }),
});

test('an edit changes the ranking, is undone, redone and survives reopening', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const ranks = async () => {
    const ranking = await office.get('ranking.get', { cycleId: office.cycleId });
    return ranking.blocks[0]!.rows.map((row) => `${row.rank} ${row.code} ${row.indexText}`);
  };
  expect(await ranks()).toEqual(['1 A 50,00', '2 B 40,00', '3 C 30,00']);
  const done = await office.get('scores.setCells', at.write(at.edit('C', '1.1', points('final', 6), 1)));
  expect(done.cells).toMatchObject([{ selfMicro: 3e6, finalMicro: 6e6, version: 2, updatedBy: 'thử' }]);
  expect(await ranks()).toEqual(['1 C 60,00', '2 A 50,00', '3 B 40,00']);
  await office.get('changes.undo', { opId: newOpId() });
  expect(await ranks()).toEqual(['1 A 50,00', '2 B 40,00', '3 C 30,00']);
  await office.get('changes.redo', { opId: newOpId() });
  expect(await ranks()).toEqual(['1 C 60,00', '2 A 50,00', '3 B 40,00']);
  await office.get('office.close', {});
  await office.get('office.open', { fileToken: office.path as never });
  expect(await ranks()).toEqual(['1 C 60,00', '2 A 50,00', '3 B 40,00']);
  expect(await office.get('changes.undoState', {})).toMatchObject({ undo: { key: 'scores.set' }, redo: null });
  await office.get('changes.undo', { opId: newOpId() });
  expect(await ranks()).toEqual(['1 A 50,00', '2 B 40,00', '3 C 30,00']);
});

test('undo of a named step takes back that one or none', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const first = at.write(at.edit('C', '1.1', points('final', 6), 1));
  await office.get('scores.setCells', first);
  await office.get('scores.setCells', at.write(at.edit('C', '1.1', points('final', 5), 2)));
  const undoFirst = () => ({ opId: newOpId(), only: first.opId });
  expect(await office.fail('changes.undo', undoFirst())).toMatchObject({ reason: 'nothingToUndo' });
  await office.get('changes.undo', { opId: newOpId() });
  const undone = await office.get('changes.undo', undoFirst());
  expect(undone.cells).toMatchObject([{ finalMicro: null }]);
  expect(await office.fail('changes.undo', undoFirst())).toMatchObject({ reason: 'nothingToUndo' });
});

test('columns and records of a block say the same, whatever was written in between', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const read = () => office.get('scores.block', { cycleId: office.cycleId, blockId: at.block.id });
  const before = await read();
  await office.get(
    'scores.setCells',
    at.write(
      at.edit('A', '2.1.1', { kind: 'declared', stage: 'self', declared: ratio(8, 10) }),
      at.edit('B', '2.1.1', { kind: 'declared', stage: 'self', declared: ratio(0, 0) }),
      at.edit('B', '2.1.2', points('final', 1.5)),
    ),
  );
  const cached = await read();
  await office.get('office.close', {});
  await office.get('office.open', { fileToken: office.path as never });
  const fresh = await read();
  expect(cached).toEqual(fresh);
  expect(before.self[1]).toBeNaN();
  expect(fresh.self[1]).toBe(1_600_000);
  expect(fresh.flags[4]).toBe(NOT_APPLICABLE);
  const unit = await office.get('scores.unit', { cycleUnitId: at.unitOf('B') });
  expect(unit.cells.find((cell) => cell.leafId === at.leafOf('2.1.1'))).toMatchObject({
    notApplicable: true,
    notApplicableReason: 'Không phát sinh',
  });
});

const ratio = (numerator: number, denominator: number) => ({
  kind: 'ratio' as const,
  numeratorMicro: numerator * 1e6,
  denominatorMicro: denominator * 1e6,
});

test.each([
  ['over the maximum', 'A', '1.1', points('final', 6.000001), 1, 'overMax'],
  ['into a survey leaf as self-scored', 'A', '2.1.2', points('self', 1), 0, 'surveyLocked'],
  ['a cut without a reason', 'A', '1.1', points('appraised', 4), 1, 'reasonRequired'],
  [
    'declared data of another rule',
    'A',
    '2.1.1',
    { kind: 'declared', stage: 'self', declared: { kind: 'yes_no', yes: true } },
    0,
    'declaredMismatch',
  ],
  ['excused without a reason', 'A', '1.1', { kind: 'notApplicable', reason: '  ' }, 1, 'reasonRequired'],
] as const)('%s is refused, says where, and writes nothing', async (_name, unit, leaf, set, version, reason) => {
  const office = await openTestOffice();
  const at = await places(office);
  const good = at.edit('B', '1.1', points('final', 5), 1);
  const error = await office.fail('scores.setCells', at.write(good, at.edit(unit, leaf, set, version)));
  expect(error).toMatchObject({ code: 'VALIDATION', reason, problems: [{ at: `${unit} · ${leaf}`, reason }] });
  const cells = await office.get('scores.unit', { cycleUnitId: at.unitOf('B') });
  expect(cells.cells[0]!.finalMicro).toBeNull();
});

test('a cut keeps its reason until the points come back', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const cut = await office.get(
    'scores.setCells',
    at.write(at.edit('A', '1.1', points('appraised', 4, 'Thiếu văn bản'), 1)),
  );
  expect(cut.cells[0]).toMatchObject({ appraisedMicro: 4e6, cutReason: 'Thiếu văn bản' });
  const back = await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('appraised', 5), 2)));
  expect(back.cells[0]).toMatchObject({ appraisedMicro: 5e6, cutReason: '' });
});

test('a cut by declared data needs its reason too, and says what the rule has against the data', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get('scores.setCells', at.write(at.edit('A', '2.1.1', points('self', 2))));
  const declare = (numerator: number, reason?: string) =>
    at.write(
      at.edit(
        'A',
        '2.1.1',
        { kind: 'declared', stage: 'appraised', declared: ratio(numerator, 10), ...(reason && { reason }) },
        1,
      ),
    );
  expect(await office.fail('scores.setCells', declare(8))).toMatchObject({ reason: 'reasonRequired' });
  expect(await office.fail('scores.setCells', declare(12))).toMatchObject({
    problems: [{ reason: 'numeratorExceedsDenominator' }],
  });
  const done = await office.get('scores.setCells', declare(8, 'Thiếu 2 nhiệm vụ'.normalize('NFD')));
  expect(done.cells[0]).toMatchObject({ appraisedMicro: 1_600_000, cutReason: 'Thiếu 2 nhiệm vụ'.normalize('NFC') });
});

test('only a value that is itself a cut asks for a reason', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('appraised', 5), 1)));
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('self', 6), 2)));
  const done = await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('final', 6), 3)));
  expect(done.cells[0]).toMatchObject({ selfMicro: 6e6, appraisedMicro: 5e6, finalMicro: 6e6 });
});

test('an excused cell takes no points until it applies again', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', { kind: 'notApplicable', reason: 'Mới lập' }, 1)));
  const error = await office.fail('scores.setCells', at.write(at.edit('A', '1.1', points('final', 1), 2)));
  expect(error).toMatchObject({ reason: 'cellNotApplicable' });
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', { kind: 'notApplicable', reason: null }, 2)));
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('final', 5), 3)));
});

test('a stale version is a conflict, and a command sent twice is carried out once', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const command = at.write(at.edit('A', '1.1', points('final', 6), 1));
  const first = await office.get('scores.setCells', command);
  const second = await office.get('scores.setCells', command);
  expect(second).toEqual(first);
  expect((await office.get('changes.list', { before: null, limit: 10, search: '' })).total).toBe(2);
  const stale = await office.fail('scores.setCells', at.write(at.edit('A', '1.1', points('final', 1, 'x'), 1)));
  expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', params: { record: 'A · 1.1' } });
});

test('undo goes back through every step and never through what is not undoable', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  for (let step = 1; step <= 120; step++) {
    await office.get(
      'scores.setCells',
      at.write(at.edit('A', '1.1', points('final', (step % 6) + 0.5 > 5 ? 5.5 : (step % 2) + 5), step)),
    );
  }
  for (let step = 0; step < 120; step++) await office.get('changes.undo', { opId: newOpId() });
  expect(await office.fail('changes.undo', { opId: newOpId() })).toMatchObject({ reason: 'nothingToUndo' });
  const unit = await office.get('scores.unit', { cycleUnitId: at.unitOf('A') });
  expect(unit.cells[0]).toMatchObject({ selfMicro: 5e6, finalMicro: null });
  for (let step = 0; step < 120; step++) await office.get('changes.redo', { opId: newOpId() });
  expect(await office.fail('changes.redo', { opId: newOpId() })).toMatchObject({ reason: 'nothingToRedo' });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true, batches: 361 });
});

test('a sealed cycle takes no edits and no undo', async () => {
  const { smallDraft } = await import('./testing/small-draft.ts');
  const office = await openTestOffice(smallDraft({ state: 'sealed' }));
  const at = await places(office);
  const error = await office.fail('scores.setCells', at.write(at.edit('A', '1.1', points('final', 6), 1)));
  expect(error.code).toBe('CYCLE_SEALED');
});

test('the history of a cell tells every value, who and when', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('final', 6), 1)));
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('final', 5.5), 2)));
  const history = await office.get('scores.cellHistory', { cycleUnitId: at.unitOf('A'), leafId: at.leafOf('1.1') });
  expect(history.map(({ column, old, new: now, actor }) => [column, old, now, actor])).toEqual([
    ['final_micro', '6000000', '5500000', 'thử'],
    ['final_micro', null, '6000000', 'thử'],
    ['self_micro', null, '5000000', 'thử'],
  ]);
});

test('one leaf across a block comes with the same cells and documents as its units', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  const leafId = at.leafOf('1.1');
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('appraised', 4, 'Thiếu số liệu'), 1)));
  const record = { documentNo: '7/KH', documentDate: '2024-02-01', signer: '', summary: '' };
  const attach = { cycleUnitId: at.unitOf('A'), leafId, record, fileToken: null };
  await office.get('evidence.attach', { opId: newOpId(), ...attach });
  const { blocks } = await office.get('cycles.get', { cycleId: office.cycleId });
  const leaf = await office.get('scores.leaf', { blockId: blocks[0]!.id, leafId });
  const unit = await office.get('scores.unit', { cycleUnitId: at.unitOf('A') });
  expect(leaf.cells.filter((cell) => cell.cycleUnitId === at.unitOf('A'))).toEqual(
    unit.cells.filter((cell) => cell.leafId === leafId),
  );
  expect(new Set(leaf.cells.map((cell) => cell.leafId))).toEqual(new Set([leafId]));
  expect(leaf.evidence).toEqual(unit.evidence);
});

test('a class cap is a decision with reason and source; lifting it is one too', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get(
    'scores.setCells',
    at.write(
      at.edit('A', '1.1', points('final', 6), 1),
      at.edit('A', '2.1.1', points('final', 2)),
      at.edit('A', '2.1.2', points('final', 2)),
    ),
  );
  const row = async () => (await office.get('ranking.get', { cycleId: office.cycleId })).blocks[0]!.rows[0]!;
  expect(await row()).toMatchObject({ classCode: 'XS', capped: false });
  const cap = { classCode: 'T', reason: 'Có cán bộ bị kỷ luật', source: 'QĐ 12' };
  const cycleUnitId = at.unitOf('A');
  await office.get('classification.setCap', { opId: newOpId(), cycleUnitId, expectedVersion: 1, cap });
  expect(await row()).toMatchObject({ classCode: 'T', classByThresholdCode: 'XS', capped: true });
  await office.get('classification.setCap', { opId: newOpId(), cycleUnitId, expectedVersion: 2, cap: null });
  expect(await row()).toMatchObject({ classCode: 'XS', capped: false });
});

test('the log is searched by what a step is called, in either language and without diacritics', async () => {
  const office = await openTestOffice();
  const at = await places(office);
  await office.get('scores.setCells', at.write(at.edit('A', '1.1', points('final', 6), 1)));
  await office.get('changes.undo', { opId: newOpId() });
  const found = async (search: string) =>
    (await office.get('changes.list', { before: null, limit: 10, search })).entries.map(({ label }) => label.key);
  expect(await found('nhap diem')).toEqual(['undo', 'scores.set']);
  expect(await found('Hoàn tác')).toEqual(['undo']);
  expect(await found('1.1')).toEqual(['undo', 'scores.set']);
  expect(await found('100%')).toEqual([]);
});
