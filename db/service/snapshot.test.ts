import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import { rankCycle } from '#shared/scoring/summarise-cycle.ts';
import { openOfficeFile } from '#db/engine/office-file.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { snapshotAt, type Snapshot } from './snapshot.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

/** Steps a person could take, as numbers to be read modulo what is there. */
type Step =
  | {
      readonly kind: 'points';
      readonly unit: number;
      readonly stage: 'self' | 'appraised' | 'final';
      readonly micro: number | null;
    }
  | { readonly kind: 'excuse'; readonly unit: number; readonly isExcused: boolean }
  | { readonly kind: 'evidence'; readonly unit: number }
  | { readonly kind: 'removeEvidence'; readonly unit: number }
  | { readonly kind: 'cap'; readonly unit: number; readonly isSet: boolean }
  | { readonly kind: 'settings'; readonly decimals: number }
  | { readonly kind: 'otherYear' }
  | { readonly kind: 'block' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const unit = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('points' as const),
      unit,
      stage: fc.constantFrom('self' as const, 'appraised' as const, 'final' as const),
      micro: fc.option(fc.nat({ max: 6_000_000 })),
    }),
  },
  fc.record({ kind: fc.constant('excuse' as const), unit, isExcused: fc.boolean() }),
  fc.record({ kind: fc.constant('evidence' as const), unit }),
  fc.record({ kind: fc.constant('removeEvidence' as const), unit }),
  fc.record({ kind: fc.constant('cap' as const), unit, isSet: fc.boolean() }),
  fc.record({ kind: fc.constant('settings' as const), decimals: fc.nat({ max: 6 }) }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  fc.record({ kind: fc.constantFrom('otherYear' as const, 'block' as const, 'redo' as const) }),
);

/** Carries a step out; what the service refuses (nothing to undo, nothing changed) changes nothing. */
async function take(office: TestOffice, step: Step): Promise<void> {
  const { service, cycleId } = office;
  const { cycle, cycleUnits, criteriaSets, blocks } = await office.get('cycles.get', { cycleId });
  const cycleUnit = 'unit' in step ? cycleUnits[step.unit % cycleUnits.length]! : cycleUnits[0]!;
  const leafId = criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  const { cells, evidence } = await office.get('scores.unit', { cycleUnitId: cycleUnit.id });
  const place = { cycleUnitId: cycleUnit.id, leafId };
  const expectedVersion = cells.find((cell) => cell.leafId === leafId)?.version ?? 0;
  const opId = newOpId();
  switch (step.kind) {
    case 'points': {
      const set = { kind: 'points', stage: step.stage, pointsMicro: step.micro, reason: 'lý do' } as const;
      await service.call('scores.setCells', { opId, cycleId, cells: [{ ...place, expectedVersion, set }] });
      return;
    }
    case 'excuse': {
      const set = { kind: 'notApplicable', reason: step.isExcused ? 'không phát sinh' : null } as const;
      await service.call('scores.setCells', { opId, cycleId, cells: [{ ...place, expectedVersion, set }] });
      return;
    }
    case 'evidence': {
      const record = { documentNo: '1/QĐ', documentDate: '' as const, signer: '', summary: 's' };
      await service.call('evidence.attach', { opId, ...place, record, fileToken: null });
      return;
    }
    case 'removeEvidence': {
      const [first] = evidence;
      if (first) await service.call('evidence.remove', { opId, evidenceId: first.id, expectedVersion: first.version });
      return;
    }
    case 'cap': {
      const cap = step.isSet ? { classCode: 'K', reason: 'r', source: 's' } : null;
      const { id, version } = cycleUnit;
      await service.call('classification.setCap', { opId, cycleUnitId: id, expectedVersion: version, cap });
      return;
    }
    case 'settings': {
      const { name, year, periodStart, periodEnd, version } = cycle;
      const settings = { ...DEFAULT_SETTINGS, printDecimals: step.decimals } as never;
      const fields = { name, year, periodStart, periodEnd, settings };
      await service.call('cycles.update', { opId, cycleId, expectedVersion: version, ...fields });
      return;
    }
    case 'otherYear': {
      const fields = { name: 'Khác', year: 2030, periodStart: '2029-01-01', periodEnd: '2030-01-01' };
      await service.call('cycles.create', { opId, ...fields, from: { kind: 'cycle', cycleId } });
      return;
    }
    case 'block': {
      const kept = blocks.map(({ id, version, code, name }) => ({
        kind: 'kept' as const,
        id,
        expectedVersion: version,
        code,
        name,
      }));
      const added = { kind: 'new' as const, criteriaOf: blocks[0]!.id, code: `N${blocks.length}`, name: 'Khối mới' };
      await service.call('cycles.setBlocks', { opId, cycleId, blocks: [...kept, added], removed: [] });
      return;
    }
    case 'undo':
      await service.call('changes.undo', { opId });
      return;
    case 'redo':
      await service.call('changes.redo', { opId });
      return;
  }
}

/** The year as the service shows it now, the part a snapshot has: no versions, no marks. */
async function photograph(office: TestOffice): Promise<unknown> {
  const { cycleId } = office;
  const structure = await office.get('cycles.get', { cycleId });
  const blocks = [];
  for (const { id } of structure.blocks) {
    const { blockId, cycleUnitIds, leafIds, self, appraised, final, flags } = await office.get('scores.block', {
      cycleId,
      blockId: id,
    });
    blocks.push({
      blockId,
      cycleUnitIds,
      leafIds,
      self: [...self],
      appraised: [...appraised],
      final: [...final],
      flags: [...flags].map((flag) => flag & 3),
    });
  }
  const { seq: _seq, ...ranking } = await office.get('ranking.get', { cycleId });
  return { structure: withoutVersions(structure), blocks, ranking };
}

function develop({ structure, columns }: Snapshot): unknown {
  const ranking = rankCycle(structure, columns);
  const blocks = columns.map(({ self, appraised, final, flags, ...ids }) => ({
    ...ids,
    self: [...self],
    appraised: [...appraised],
    final: [...final],
    flags: [...flags],
  }));
  return { structure: withoutVersions(structure), blocks, ranking: ranking.ok ? ranking.value : ranking.error };
}

function withoutVersions(structure: CycleStructure): unknown {
  return JSON.parse(JSON.stringify(structure, (key, value: unknown) => (key === 'version' ? undefined : value)));
}

test('any moment of a year can be taken from the log exactly as it was, whatever happened since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const office = await openTestOffice(smallDraft());
      const photographs = new Map<number, unknown>();
      const headNow = async () =>
        (await office.get('changes.list', { before: null, limit: 1, search: '' })).entries[0]!.seq;
      photographs.set(await headNow(), await photograph(office));
      for (const each of steps) {
        await take(office, each);
        photographs.set(await headNow(), await photograph(office));
      }
      await office.service.close();
      const file = openOfficeFile(office.path, {});
      if (!file.ok) throw new Error(file.error.reason);
      const db: Db = file.value.sql;
      for (const [seq, expected] of photographs) {
        expect(develop((await snapshotAt(db, office.cycleId, seq))!), `after batch ${seq}`).toEqual(expected);
      }
      expect(await snapshotAt(db, office.cycleId, 0)).toBeNull();
      await file.value.close();
    }),
    { numRuns: 20 },
  );
}, 60_000);
