import fc from 'fast-check';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import { checkSet } from '#shared/criteria/check-set.ts';
import type { SetEdit } from '#shared/criteria/edit-set.ts';
import { MOVE_DIRECTIONS } from '#shared/criteria/move-node.ts';
import type { CriteriaSetId, NodeId } from '#shared/domain/ids.ts';
import { LEAF_TABLES } from '#db/repos/criteria-repo.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

const CHOICES = { misfit: 'keepPoints', recount: 'recompute', overMax: 'lower' } as const;

async function openSet(office: TestOffice, block = 0) {
  const { blocks } = await office.get('cycles.get', { cycleId: office.cycleId });
  const setId = blocks[block]!.criteriaSetId;
  const view = () => office.get('criteria.get', { setId });
  const set = async () => {
    const { draft, issued } = await view();
    return draft ?? issued;
  };
  const node = async (code: string) => (await set()).nodes.find((candidate) => candidate.code === code)!;
  const request = async (edit: SetEdit, numbering: 'roman' | null = null): Promise<Input<'criteria.edit'>> => {
    const { nodeVersions } = await view();
    const expectedVersion = edit.kind === 'patch' ? (nodeVersions[edit.nodeId] ?? 0) : null;
    return { opId: newOpId(), setId, edit, expectedVersion, numbering };
  };
  return {
    setId,
    view,
    set,
    node,
    request,
    edit: async (edit: SetEdit, numbering: 'roman' | null = null) =>
      office.get('criteria.edit', await request(edit, numbering)),
    refuse: async (edit: SetEdit) => office.fail('criteria.edit', await request(edit)),
    check: (choices: Input<'criteria.checkIssue'>['choices'] = CHOICES) =>
      office.get('criteria.checkIssue', { setId, choices }),
    issuing: async (more: Partial<Input<'criteria.issue'>> = {}): Promise<Input<'criteria.issue'>> => {
      const choices = more.choices ?? CHOICES;
      const { affected } = await office.get('criteria.checkIssue', { setId, choices });
      return { opId: newOpId(), setId, note: '', choices, expectedAffected: affected, dropRecords: true, ...more };
    },
  };
}

const undo = (office: TestOffice) => office.get('changes.undo', { opId: newOpId() });
const ranking = async (office: TestOffice) =>
  (await office.get('ranking.get', { cycleId: office.cycleId })).blocks[0]!.rows.map(
    ({ code, totalMicro, applicableMicro }) => [code, totalMicro / 1e6, applicableMicro / 1e6] as const,
  );
const liveNodes = async (office: TestOffice) =>
  (await office.get('cycles.get', { cycleId: office.cycleId })).criteriaSets[0]!.nodes.map(
    ({ code, maxMicro, level }) => [code, maxMicro / 1e6, level] as const,
  );

describe('editing beside the set in force', () => {
  test('the first edit begins a draft; the set in force, its ranking and the grid stay as they are', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const before = await office.get('cycles.get', { cycleId: office.cycleId });
    const leaf = await set.node('1.1');
    const committed = await set.edit({ kind: 'patch', nodeId: leaf.id, patch: { maxMicro: 7e6, name: 'Tên mới' } });
    expect(committed.label).toEqual({ key: 'criteria.patch', params: { set: 'K1', code: '1.1' } });
    expect(await office.get('cycles.get', { cycleId: office.cycleId })).toEqual(before);
    const view = await set.view();
    expect(view.draft?.nodes.find(({ id }) => id === leaf.id)).toMatchObject({ maxMicro: 7e6, name: 'Tên mới' });
    expect(view.versions).toMatchObject([{ number: 1, note: '' }]);
    await undo(office);
    expect((await set.view()).draft).toBeNull();
  });

  test('a set that does not add up is not issued and says where; repaired it is', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    await set.edit({ kind: 'patch', nodeId: (await set.node('1.1')).id, patch: { maxMicro: 7e6 } });
    const refused = await office.fail('criteria.issue', await set.issuing());
    expect(refused).toMatchObject({
      code: 'VALIDATION',
      reason: 'setDoesNotAddUp',
      problems: [
        { at: '', reason: 'scaleSum', params: { foundMicro: 11e6, expectedMicro: 10e6 } },
        { at: 'I', reason: 'childrenSum', params: { foundMicro: 7e6, expectedMicro: 6e6 } },
      ],
    });
    await set.edit({ kind: 'takeSum', nodeId: (await set.node('I')).id });
    await set.edit({ kind: 'set', scaleMicro: 11e6 });
    expect((await set.check()).problems).toEqual([]);
    await office.get('criteria.issue', await set.issuing({ note: 'Sửa theo Thông tư' }));
    expect((await liveNodes(office)).slice(0, 2)).toEqual([
      ['I', 7, 'field'],
      ['1.1', 7, 'criterion'],
    ]);
    const view = await set.view();
    expect(view.draft).toBeNull();
    expect(view.versions).toMatchObject([{ number: 1 }, { number: 2, note: 'Sửa theo Thông tư', by: 'thử' }]);
    // The same cells over another scale: the ranking follows.
    expect((await ranking(office))[0]).toEqual(['A', 5, 11]);
    await undo(office);
    expect((await ranking(office))[0]).toEqual(['A', 5, 10]);
    expect((await set.view()).draft?.scaleMicro).toBe(11e6);
    expect((await set.view()).versions).toHaveLength(1);
    expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
  });

  test('codes can change places in one step, and back', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const before = await liveNodes(office);
    await set.edit({ kind: 'move', nodeId: (await set.node('2.1.2')).id, direction: 'up' }, 'roman');
    await set.edit({ kind: 'move', nodeId: (await set.node('II')).id, direction: 'up' }, 'roman');
    const survey = (await set.set()).nodes.find(({ rule }) => rule?.kind === 'survey')!;
    expect(survey.code).toBe('1.1.1');
    await office.get('criteria.issue', await set.issuing());
    expect((await liveNodes(office)).map(([code]) => code)).toEqual(['I', '1.1', '1.1.1', '1.1.2', 'II', '2.1']);
    await undo(office);
    expect(await liveNodes(office)).toEqual(before);
    expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
  });

  test('refusals name the reason and write nothing', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const leaf = await set.node('1.1');
    expect(await set.refuse({ kind: 'patch', nodeId: leaf.id, patch: { code: '2.1' } })).toMatchObject({
      reason: 'duplicateCode',
      params: { code: '2.1' },
    });
    expect(await set.refuse({ kind: 'move', nodeId: (await set.node('II')).id, direction: 'in' })).toMatchObject({
      reason: 'placeRefused',
      problems: [{ reason: 'tooDeep' }],
    });
    const rule = {
      kind: 'step',
      input: 'ratio',
      unit: '',
      onZeroDenominator: 'zero',
      steps: [
        { from: null, to: 70e6, pointsMicro: 0 },
        { from: 60e6, to: null, pointsMicro: 7e6 },
      ],
    } as const;
    expect(await set.refuse({ kind: 'patch', nodeId: leaf.id, patch: { rule } })).toMatchObject({
      reason: 'ruleUnsound',
      problems: [{ reason: 'stepsOverlap' }, { reason: 'pointsAboveMax' }],
    });
    expect(await set.refuse({ kind: 'patch', nodeId: leaf.id, patch: { name: leaf.name } })).toMatchObject({
      reason: 'nothingEdited',
    });
    expect(await office.fail('criteria.discard', { opId: newOpId(), setId: set.setId })).toMatchObject({
      reason: 'nothingEdited',
    });
    expect((await set.view()).draft).toBeNull();
    const gone = { setId: 'none' as CriteriaSetId };
    expect(await office.fail('criteria.get', gone)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a patch made from an older state of the node is refused, and a repeated command happens once', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const leaf = await set.node('1.1');
    const stale = await set.request({ kind: 'patch', nodeId: leaf.id, patch: { name: 'Cũ' } });
    const first = await set.request({ kind: 'patch', nodeId: leaf.id, patch: { name: 'Mới' } });
    const committed = await office.get('criteria.edit', first);
    expect(await office.fail('criteria.edit', stale)).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await office.get('criteria.edit', first)).toEqual(committed);
    expect((await set.node('1.1')).name).toBe('Mới');
  });

  test('a sealed cycle takes no edit, no issue, no copy', async () => {
    const office = await openTestOffice(smallDraft({ state: 'sealed' }));
    const set = await openSet(office);
    const leaf = await set.node('1.1');
    const sealed = { code: 'CYCLE_SEALED' };
    expect(await set.refuse({ kind: 'remove', nodeId: leaf.id })).toMatchObject(sealed);
    expect(await office.fail('criteria.issue', await set.issuing())).toMatchObject(sealed);
    const { setId } = set;
    const opId = newOpId();
    expect(await office.fail('criteria.discard', { opId, setId })).toMatchObject(sealed);
    expect(await office.fail('criteria.copy', { opId, setId, fromSetId: setId, fromVersion: 1 })).toMatchObject(sealed);
    const decision = { kind: 'new' } as const;
    const match = { opId, setId, previousSetId: setId, leafId: leaf.id, decision };
    expect(await office.fail('criteria.setMatch', match)).toMatchObject(sealed);
  });
});

describe('consequences for scored cells', () => {
  test('are said before and happen as said', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    await set.edit({ kind: 'patch', nodeId: (await set.node('1.1')).id, patch: { maxMicro: 4.5e6 } });
    await set.edit({ kind: 'takeSum', nodeId: (await set.node('I')).id });
    await set.edit({ kind: 'set', scaleMicro: 8.5e6 });
    const { consequences, affected } = await set.check();
    expect(consequences).toMatchObject([
      { code: '1.1', effect: 'overMax', cells: 1, units: ['A'] },
      { code: '1.1', effect: 'rescaled', cells: 2, units: ['B', 'C'] },
    ]);
    expect(affected).toBe(3);
    const stale = await set.issuing({ expectedAffected: 2 });
    expect(await office.fail('criteria.issue', stale)).toMatchObject({ code: 'VERSION_CONFLICT' });
    await office.get('criteria.issue', await set.issuing());
    expect((await ranking(office)).map(([, points]) => points)).toEqual([4.5, 4, 3]);
    await undo(office);
    expect((await ranking(office)).map(([, points]) => points)).toEqual([5, 4, 3]);
    await office.get('criteria.issue', await set.issuing({ choices: { ...CHOICES, overMax: 'clear' } }));
    expect(new Map((await ranking(office)).map(([code, points]) => [code, points])).get('A')).toBe(0);
  });

  test('a dropped leaf takes its scores, evidence and comments along, only when that was agreed to; undo brings all back', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const leaf = await set.node('1.1');
    const { cycleUnits } = await office.get('cycles.get', { cycleId: office.cycleId });
    const place = { cycleUnitId: cycleUnits[0]!.id, leafId: leaf.id };
    await office.get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'Xem lại' });
    const record = { documentNo: '1/KH', documentDate: '', signer: '', summary: '' };
    await office.get('evidence.attach', { opId: newOpId(), ...place, record, fileToken: null });
    await set.edit({
      kind: 'add',
      parentId: (await set.node('I')).id,
      afterId: leaf.id,
      section: 'core',
      name: 'Thay',
    });
    await set.edit({ kind: 'patch', nodeId: (await set.node('1.2')).id, patch: { maxMicro: 6e6 } });
    await set.edit({ kind: 'remove', nodeId: leaf.id });
    const check = await set.check();
    expect(check.consequences).toMatchObject([
      { code: '1.1', effect: 'dropped', cells: 3, records: 2, units: ['A', 'B', 'C'] },
    ]);
    expect(await office.fail('criteria.issue', await set.issuing({ dropRecords: false }))).toMatchObject({
      reason: 'dropNotAgreed',
      params: { count: 5 },
    });
    await office.get('criteria.issue', await set.issuing());
    expect((await ranking(office)).map(([, points]) => points)).toEqual([0, 0, 0]);
    expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
    await undo(office);
    expect((await ranking(office)).map(([, points]) => points)).toEqual([5, 4, 3]);
    expect(await office.get('comments.list', place)).toMatchObject([{ text: 'Xem lại' }]);
    expect((await office.get('scores.unit', { cycleUnitId: place.cycleUnitId })).evidence).toHaveLength(1);
    await office.get('changes.redo', { opId: newOpId() });
    expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
  });

  test('every table that hangs on a leaf is known', async () => {
    const office = await openTestOffice();
    const database = new Database(office.path, { readonly: true });
    await office.service.close();
    const tables = database
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND f."table" = 'criteria_node' AND m.name <> 'criteria_node' ORDER BY m.name`,
      )
      .pluck()
      .all();
    database.close();
    expect(tables).toEqual([...LEAF_TABLES].sort());
  });
});

describe('versions, copies, crosswalk', () => {
  const twoBlocks = () => {
    const draft = smallDraft();
    const [block] = draft.blocks;
    return smallDraft({
      blocks: [
        block!,
        {
          ...block!,
          code: 'K2',
          criteriaSet: {
            ...block!.criteriaSet,
            nodes: block!.criteriaSet.nodes.map((node) =>
              node.code === '2.1.2' ? { ...node, name: 'Mục hai một hai khác', code: '2.1.3' } : node,
            ),
          },
          units: [],
        },
      ],
    });
  };

  test('an earlier version can be read, edited on and issued again', async () => {
    const office = await openTestOffice();
    const set = await openSet(office);
    const first = (await set.view()).issued;
    await set.edit({ kind: 'patch', nodeId: (await set.node('1.1')).id, patch: { name: 'Khác' } });
    await office.get('criteria.issue', await set.issuing());
    const { setId } = set;
    expect(await office.get('criteria.version', { setId, number: 1 })).toEqual(first);
    expect((await office.get('criteria.version', { setId, number: 2 })).nodes[1]!.name).toBe('Khác');
    expect(await office.fail('criteria.version', { setId, number: 3 })).toMatchObject({ code: 'NOT_FOUND' });
    await office.get('criteria.copy', { opId: newOpId(), setId, fromSetId: setId, fromVersion: 1 });
    await office.get('criteria.issue', await set.issuing({ note: 'Trở lại' }));
    const view = await set.view();
    expect(view.issued).toEqual(first);
    expect(view.versions.map(({ number, note }) => [number, note])).toEqual([
      [1, ''],
      [2, ''],
      [3, 'Trở lại'],
    ]);
  });

  test('a copied set keeps the leaves it certainly has already, and their scores', async () => {
    const office = await openTestOffice(twoBlocks());
    const [set, other] = [await openSet(office, 0), await openSet(office, 1)];
    const sources = await office.get('criteria.sources', {});
    expect(sources.map(({ blockCode, year }) => [blockCode, year])).toEqual([
      ['K1', 2024],
      ['K2', 2024],
    ]);
    const before = await set.view();
    await office.get('criteria.copy', { opId: newOpId(), setId: set.setId, fromSetId: other.setId, fromVersion: null });
    const idOf = (nodes: typeof before.issued.nodes, code: string) => nodes.find((node) => node.code === code)?.id;
    const copied = (await set.set()).nodes;
    for (const code of ['I', '1.1', 'II', '2.1', '2.1.1'])
      expect(idOf(copied, code)).toBe(idOf(before.issued.nodes, code));
    expect(before.issued.nodes.map(({ id }) => id)).not.toContain(idOf(copied, '2.1.3'));
    const theirs = new Set((await other.set()).nodes.map(({ id }) => id));
    expect(copied.some(({ id }) => theirs.has(id))).toBe(false);
    await office.get('criteria.issue', await set.issuing());
    expect((await ranking(office)).map(([, points]) => points)).toEqual([5, 4, 3]);
  });

  test('the crosswalk follows decisions, one leaf of the earlier set once', async () => {
    const office = await openTestOffice(twoBlocks());
    const [previous, set] = [await openSet(office, 0), await openSet(office, 1)];
    const input = { setId: set.setId, previousSetId: previous.setId };
    const read = () => office.get('criteria.crosswalk', { ...input, draft: false });
    const leafId = (await set.node('2.1.3')).id;
    const previousLeafId = (await previous.node('2.1.2')).id;
    expect((await read()).crosswalk.leaves.find((leaf) => leaf.leafId === leafId)).toMatchObject({ kind: 'new' });
    expect((await read()).crosswalk.comparableShareMicroPercent).toEqual({ current: 80e6, previous: 80e6 });
    const decide = { ...input, leafId, decision: { kind: 'continues', previousLeafId } } as const;
    await office.get('criteria.setMatch', { opId: newOpId(), ...decide });
    const after = await read();
    expect(after.crosswalk.leaves.find((leaf) => leaf.leafId === leafId)).toMatchObject({
      kind: 'same',
      previousLeafId,
    });
    expect(after.crosswalk.comparableShareMicroPercent.current).toBe(100e6);
    expect(after.decided).toEqual([leafId]);
    const other = (await set.node('1.1')).id;
    expect(await office.fail('criteria.setMatch', { opId: newOpId(), ...decide, leafId: other })).toMatchObject({
      reason: 'matchTaken',
    });
    await office.get('criteria.setMatch', { opId: newOpId(), ...decide, decision: { kind: 'undecided' } });
    expect((await read()).decided).toEqual([]);
    await undo(office);
    expect((await read()).decided).toEqual([leafId]);
  });
});

type Step =
  | { readonly kind: 'edit'; readonly edit: (ids: readonly NodeId[]) => SetEdit }
  | { readonly kind: 'issue' | 'undo' | 'redo' | 'discard' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom(
        'add',
        'remove',
        'move',
        'max',
        'takeSum',
        'renumber',
        'scale',
        'issue',
        'issue',
        'undo',
        'redo',
        'discard',
      ),
      pick: fc.nat(),
      direction: fc.constantFrom(...MOVE_DIRECTIONS),
      points: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ kind, pick, direction, points }): Step => {
      const node = (ids: readonly NodeId[]) => ids[pick % Math.max(ids.length, 1)] ?? ('none' as NodeId);
      const edit = (make: (id: NodeId) => SetEdit): Step => ({ kind: 'edit', edit: (ids) => make(node(ids)) });
      switch (kind) {
        case 'add':
          return edit((parentId) => ({ kind, parentId, afterId: null, section: 'core', name: 'Mới' }));
        case 'remove':
          return edit((nodeId) => ({ kind, nodeId }));
        case 'move':
          return edit((nodeId) => ({ kind, nodeId, direction }));
        case 'max':
          return edit((nodeId) => ({ kind: 'patch', nodeId, patch: { maxMicro: points * 1e6 } }));
        case 'takeSum':
          return edit((nodeId) => ({ kind, nodeId }));
        case 'renumber':
          return edit(() => ({ kind, numbering: points > 3 ? 'roman' : 'decimal' }));
        case 'scale':
          return edit(() => ({ kind: 'set', scaleMicro: points * 2e6 }));
        default:
          return { kind } as Step;
      }
    }),
  { minLength: 5, maxLength: 30 },
);

test(
  'whatever is edited, issued, undone and redone: the set in force is sound, computable, and the chain holds',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const office = await openTestOffice();
        const set = await openSet(office);
        for (const step of all) {
          if (step.kind === 'edit') {
            const { nodes } = await set.set();
            const edit = step.edit(nodes.map(({ id }) => id));
            await office.service.call('criteria.edit', await set.request(edit, 'roman'));
          } else if (step.kind === 'issue') {
            const sound = (await set.check()).problems.length === 0;
            const issued = await office.service.call('criteria.issue', await set.issuing());
            if (issued.ok) expect(sound).toBe(true);
          } else if (step.kind === 'discard') {
            await office.service.call('criteria.discard', { opId: newOpId(), setId: set.setId });
          } else {
            await office.service.call(`changes.${step.kind}`, { opId: newOpId() });
          }
          const { issued } = await set.view();
          expect(checkSet(issued)).toEqual([]);
          await ranking(office);
        }
        expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
        await office.service.close();
      }),
      { numRuns: 12 },
    );
  },
);
