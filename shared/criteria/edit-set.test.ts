import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { checkSet } from './check-set.ts';
import { diffSets, isSameSet } from './diff-sets.ts';
import { editSet, type SetEdit } from './edit-set.ts';
import type { EditableSet } from './editable-set.ts';
import { leavesOfSet } from './leaves-of-set.ts';
import { MOVE_DIRECTIONS, moveNode, possibleMoves } from './move-node.ts';
import { NUMBERINGS, numberingOf, numberNodes } from './number-nodes.ts';
import { setSums } from './set-sums.ts';
import { settleTree } from './settle-tree.ts';
import { randomSet } from './testing/random-set.ts';
import { soundRule } from './testing/random-rule.ts';

const id = (text: string) => text as NodeId;

/** I(1.1, 1.2), II(2.1(2.1.1)), B1; leaves 4 + 3 + 3. */
function small(): EditableSet {
  const node = (own: string, parentId: string | null, code: string, max: number): CriteriaNode => ({
    id: id(own),
    parentId: parentId as NodeId | null,
    level: 'field',
    section: own === 'b' ? 'bonus' : 'core',
    code,
    name: `Mục ${code}`,
    order: 0,
    maxMicro: max * 1e6,
    rule: null,
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  });
  return {
    name: 'Bộ thử',
    scaleMicro: 10e6,
    nodes: settleTree([
      node('f', null, 'I', 7),
      node('f1', 'f', '1.1', 4),
      node('f2', 'f', '1.2', 3),
      node('g', null, 'II', 3),
      node('g1', 'g', '2.1', 3),
      node('g11', 'g1', '2.1.1', 3),
      node('b', null, 'B1', 2),
    ]),
  };
}

function after(...edits: readonly SetEdit[]): EditableSet {
  let set = small();
  for (const edit of edits) {
    const edited = editSet(set, edit, () => id('new'));
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    set = edited.value;
  }
  return set;
}

function refusal(edit: SetEdit): unknown {
  const edited = editSet(small(), edit, () => id('new'));
  return edited.ok ? null : edited.error;
}

const outline = (set: EditableSet) => set.nodes.map(({ code, level }) => `${code} ${level}`);
const move = (nodeId: string, direction: 'up' | 'down' | 'in' | 'out'): SetEdit => ({
  kind: 'move',
  nodeId: id(nodeId),
  direction,
});

describe('editing a set', () => {
  it('starts sound, and says where and by how much a change breaks it', () => {
    expect(checkSet(small())).toEqual([]);
    const changed = after({ kind: 'patch', nodeId: id('f1'), patch: { maxMicro: 5e6 } });
    expect(checkSet(changed)).toMatchObject([
      { nodeId: null, reason: 'scaleSum', params: { foundMicro: 11e6, expectedMicro: 10e6 } },
      { nodeId: 'f', reason: 'childrenSum', params: { foundMicro: 8e6, expectedMicro: 7e6 } },
    ]);
    const sums = setSums(changed);
    expect(sums.missingMicro).toBe(-1e6);
    expect(sums.sectionMicro).toEqual({ core: 11e6, bonus: 2e6, penalty: 0 });
    const repaired = after(
      { kind: 'patch', nodeId: id('f1'), patch: { maxMicro: 5e6 } },
      { kind: 'takeSum', nodeId: id('f') },
      { kind: 'set', scaleMicro: 11e6 },
    );
    expect(checkSet(repaired)).toEqual([]);
  });

  it('adds beside and below, with a code nobody has', () => {
    const below = after({ kind: 'add', parentId: id('f'), afterId: id('f1'), section: 'core', name: ' Mới ' });
    expect(outline(below).slice(0, 4)).toEqual(['I field', '1.1 criterion', '1.3 criterion', '1.2 criterion']);
    expect(below.nodes[2]).toMatchObject({ name: 'Mới', rule: { kind: 'manual' }, maxMicro: 0 });
    const top = after({ kind: 'add', parentId: null, afterId: id('g'), section: 'core', name: 'x' });
    expect(outline(top)).toContain('III field');
    const bonus = after({ kind: 'add', parentId: null, afterId: id('b'), section: 'bonus', name: 'x' });
    expect(outline(bonus).at(-1)).toBe('B2 field');
    const onLeaf = after({ kind: 'add', parentId: id('f1'), afterId: null, section: 'core', name: 'x' });
    expect(onLeaf.nodes[1]).toMatchObject({ code: '1.1', rule: null });
    expect(outline(onLeaf)[2]).toBe('1.1.1 subCriterion');
  });

  it('moves up, down, in and out, and takes everything below along', () => {
    expect(outline(after(move('f2', 'up'))).slice(0, 3)).toEqual(['I field', '1.2 criterion', '1.1 criterion']);
    expect(outline(after(move('f2', 'in')))).toContain('1.2 subCriterion');
    expect(outline(after(move('g1', 'out')))).toEqual(
      expect.arrayContaining(['II field', '2.1 field', '2.1.1 criterion']),
    );
    expect(outline(after(move('g', 'up')))[0]).toBe('II field');
    expect(after(move('f2', 'in'), move('f2', 'out')).nodes.find((node) => node.id === 'f1')?.rule).toEqual({
      kind: 'manual',
    });
  });

  it.each([
    ['up from the first place', move('f', 'up'), 'cannotMove'],
    ['in without a sibling before', move('f1', 'in'), 'cannotMove'],
    ['out from the top', move('f', 'out'), 'cannotMove'],
    ['below the last level', move('g', 'in'), 'tooDeep'],
    ['a bonus into a field', move('b', 'in'), 'outsideIsLeaf'],
    [
      'a child of a bonus',
      { kind: 'add', parentId: id('b'), afterId: null, section: 'bonus', name: 'x' },
      'outsideIsLeaf',
    ],
    [
      'a child of the last level',
      { kind: 'add', parentId: id('g11'), afterId: null, section: 'core', name: 'x' },
      'tooDeep',
    ],
    ['an empty code', { kind: 'patch', nodeId: id('f'), patch: { code: ' ' } }, 'emptyCode'],
    ['an empty name', { kind: 'patch', nodeId: id('f'), patch: { name: '' } }, 'emptyName'],
    ['a code twice', { kind: 'patch', nodeId: id('f1'), patch: { code: '2.1' } }, 'duplicateCode'],
    ['a negative maximum', { kind: 'patch', nodeId: id('f1'), patch: { maxMicro: -1 } }, 'maxOutOfRange'],
    ['a rule on a branch', { kind: 'patch', nodeId: id('f'), patch: { rule: { kind: 'yes_no' } } }, 'notALeaf'],
    ['no scale', { kind: 'set', scaleMicro: 0 }, 'scaleOutOfRange'],
    ['a node that is gone', { kind: 'remove', nodeId: id('zz') }, 'notFound'],
  ] as const satisfies readonly (readonly [string, SetEdit, string])[])('refuses %s', (_, edit, reason) => {
    expect(refusal(edit)).toMatchObject({ reason });
  });

  it('holds a rule against the maximum whichever of them changes', () => {
    const rule = { kind: 'choice', options: [{ code: 'a', label: 'a', pointsMicro: 4e6 }] } as const;
    const chosen: SetEdit = { kind: 'patch', nodeId: id('f1'), patch: { rule } };
    const tooLow: SetEdit = { kind: 'patch', nodeId: id('f1'), patch: { maxMicro: 3e6 } };
    expect(editSet(after(chosen), tooLow, () => id('n'))).toMatchObject({
      ok: false,
      error: { reason: 'rule', problems: [{ reason: 'pointsAboveMax' }] },
    });
    const both: SetEdit = {
      kind: 'patch',
      nodeId: id('f1'),
      patch: { maxMicro: 3e6, rule: { kind: 'choice', options: [{ code: 'a', label: 'a', pointsMicro: 3e6 }] } },
    };
    expect(after(chosen, both).nodes[1]).toMatchObject({ maxMicro: 3e6 });
  });

  it('numbers in both ways and knows which one a set follows', () => {
    expect(numberingOf(small().nodes)).toBe('roman');
    const decimal = after({ kind: 'renumber', numbering: 'decimal' });
    expect(decimal.nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.1.1', 'B1']);
    expect(numberingOf(decimal.nodes)).toBe('decimal');
    expect(numberingOf(after({ kind: 'patch', nodeId: id('f'), patch: { code: 'A' } }).nodes)).toBeNull();
  });
});

const edits: fc.Arbitrary<(set: EditableSet) => SetEdit> = fc
  .record({
    pick: fc.nat(),
    kind: fc.constantFrom(
      'add',
      'addBelow',
      'patchMax',
      'patchCode',
      'patchRule',
      'remove',
      'renumber',
      'takeSum',
      'move',
    ),
    direction: fc.constantFrom(...MOVE_DIRECTIONS),
    number: fc.integer({ min: 0, max: 20 }),
    numbering: fc.constantFrom(...NUMBERINGS),
    rule: soundRule(5e6),
  })
  .map(({ pick, kind, direction, number, numbering, rule }) => (set) => {
    const node = set.nodes[pick % Math.max(set.nodes.length, 1)];
    const nodeId = node?.id ?? id('none');
    switch (kind) {
      case 'add':
        return {
          kind,
          parentId: node?.parentId ?? null,
          afterId: node?.id ?? null,
          section: node?.section ?? 'core',
          name: 'Mới',
        };
      case 'addBelow':
        return { kind: 'add', parentId: nodeId, afterId: null, section: 'core', name: 'Mới' };
      case 'patchMax':
        return { kind: 'patch', nodeId, patch: { maxMicro: number * 250_000 } };
      case 'patchCode':
        return { kind: 'patch', nodeId, patch: { code: `${number}.1` } };
      case 'patchRule':
        return { kind: 'patch', nodeId, patch: { rule, maxMicro: 5e6 } };
      case 'remove':
        return { kind, nodeId };
      case 'renumber':
        return { kind, numbering };
      case 'takeSum':
        return { kind, nodeId };
      case 'move':
        return { kind, nodeId, direction };
    }
  });

function settled(set: EditableSet): EditableSet {
  return { ...set, nodes: settleTree(set.nodes) };
}

function run(set: EditableSet, steps: readonly ((set: EditableSet) => SetEdit)[]): EditableSet {
  let next = 0;
  return steps.reduce<EditableSet>((current, step) => {
    const edited = editSet(current, step(current), () => id(`n${next++}`));
    return edited.ok ? edited.value : current;
  }, settled(set));
}

describe('editing a set, whatever the edits', () => {
  it('keeps a tree: settled, codes once, parents before children, at most three levels, nothing under itself', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.array(edits, { maxLength: 25 }), (set, steps) => {
        const { nodes } = run(set, steps);
        expect(settleTree(nodes)).toEqual(nodes);
        expect(new Set(nodes.map(({ code }) => code)).size).toBe(nodes.length);
        const seen = new Set<NodeId | null>([null]);
        for (const node of nodes) {
          expect(seen.has(node.parentId)).toBe(true);
          seen.add(node.id);
        }
        const structural = [
          'duplicateCode',
          'parentMissing',
          'wrongLevel',
          'sectionDiffers',
          'ruleOnBranch',
          'leafWithoutRule',
        ];
        for (const { reason } of checkSet({ ...set, nodes })) expect(structural).not.toContain(reason);
      }),
    );
  });

  it('can be issued exactly when every sum is right', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.array(edits, { maxLength: 12 }), (set, steps) => {
        const edited = run(set, steps);
        const { childrenMicro, missingMicro } = setSums(edited);
        const sumsAreRight =
          missingMicro === 0 &&
          edited.nodes.every((node) => (childrenMicro.get(node.id) ?? node.maxMicro) === node.maxMicro);
        const rulesAreRight = checkSet(edited).every(({ reason }) => reason === 'childrenSum' || reason === 'scaleSum');
        expect(checkSet(edited).length === 0).toBe(sumsAreRight && rulesAreRight);
      }),
    );
  });

  it('makes any tree sound by taking sums from the bottom up and the scale from the top', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.array(edits, { maxLength: 12 }), (set, steps) => {
        let edited = run(set, steps);
        for (const node of [...edited.nodes].reverse()) {
          const summed = editSet(edited, { kind: 'takeSum', nodeId: node.id }, () => id('x'));
          if (summed.ok) edited = summed.value;
        }
        const core = setSums(edited).sectionMicro.core;
        fc.pre(core > 0);
        const scaled = editSet(edited, { kind: 'set', scaleMicro: core }, () => id('x'));
        expect(scaled.ok && checkSet(scaled.value)).toEqual([]);
      }),
    );
  });

  it('numbers the same way twice, uniquely, and is recognised', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.constantFrom(...NUMBERINGS), (set, numbering) => {
        const numbered = numberNodes(settleTree(set.nodes), numbering);
        expect(numberNodes(numbered, numbering)).toEqual(numbered);
        expect(new Set(numbered.map(({ code }) => code)).size).toBe(numbered.length);
        expect(numberNodes(numbered, numberingOf(numbered)!)).toEqual(numbered);
      }),
    );
  });

  it('takes back every move that is not refused by its opposite, as far as places go', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.nat(), (set, pick) => {
        const nodes = settleTree(set.nodes);
        const nodeId = nodes[pick % nodes.length]!.id;
        for (const direction of possibleMoves(nodes, nodeId)) {
          const moved = moveNode(nodes, nodeId, direction);
          if (!moved.ok || direction === 'in' || direction === 'out') continue;
          const back = moveNode(moved.value, nodeId, direction === 'up' ? 'down' : 'up');
          expect(back).toEqual({ ok: true, value: nodes });
        }
      }),
    );
  });
});

describe('difference of two versions', () => {
  it('names added, dropped, moved and changed nodes, and a move only where one was made', () => {
    const three: SetEdit = { kind: 'add', parentId: id('f'), afterId: id('f2'), section: 'core', name: 'Ba' };
    const before = after(three);
    const now = after(
      three,
      { kind: 'patch', nodeId: id('f1'), patch: { maxMicro: 5e6, name: 'Khác', ruleText: 'x' } },
      { kind: 'remove', nodeId: id('g11') },
      move('new', 'up'),
      move('new', 'up'),
      { kind: 'set', name: 'Tên khác', scaleMicro: 11e6 },
    );
    const { nodes, name, scaleMicro } = diffSets(before, now);
    expect([name, scaleMicro]).toEqual([
      { before: 'Bộ thử', after: 'Tên khác' },
      { before: 10e6, after: 11e6 },
    ]);
    expect(
      nodes.map((entry) =>
        entry.kind === 'changed'
          ? [entry.after.id, ...entry.aspects]
          : [entry.kind === 'added' ? entry.after.id : entry.before.id, entry.kind],
      ),
    ).toEqual([
      ['new', 'place'],
      ['f1', 'name', 'max', 'ruleText'],
      ['g1', 'rule'],
      ['g11', 'dropped'],
    ]);
    expect(diffSets(small(), after(three)).nodes).toMatchObject([{ kind: 'added', after: { id: 'new' } }]);
  });

  it('is empty between a version and itself, and turns round with its sides', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.array(edits, { maxLength: 10 }), (set, steps) => {
        const before = settled(set);
        const now = run(before, steps);
        expect(isSameSet(now, now)).toBe(true);
        const ids = (from: EditableSet, to: EditableSet, kind: string) =>
          diffSets(from, to)
            .nodes.filter((entry) => entry.kind === kind)
            .map((entry) => (entry.kind === 'added' ? entry.after.id : entry.before.id))
            .sort();
        expect(ids(before, now, 'added')).toEqual(ids(now, before, 'dropped'));
        expect(ids(before, now, 'dropped')).toEqual(ids(now, before, 'added'));
        // What is not named is the same, so the named nodes and the rest make up the later version.
        const named = new Set(
          diffSets(before, now).nodes.map((entry) => (entry.kind === 'dropped' ? '' : entry.after.id)),
        );
        const old = new Map(before.nodes.map((node) => [node.id, node]));
        for (const node of now.nodes) {
          if (named.has(node.id)) continue;
          expect({ ...node, order: 0, level: '' }).toEqual({ ...old.get(node.id), order: 0, level: '' });
        }
      }),
    );
  });

  it('calls one moved leaf one moved leaf', () => {
    fc.assert(
      fc.property(randomSet('a'), fc.nat(), fc.constantFrom('up' as const, 'down' as const), (set, pick, direction) => {
        const before = settled(set);
        const leaves = leavesOfSet(before.nodes);
        const moved = moveNode(before.nodes, leaves[pick % leaves.length]!.id, direction);
        fc.pre(moved.ok);
        if (moved.ok) expect(diffSets(before, { ...before, nodes: moved.value }).nodes).toHaveLength(1);
      }),
    );
  });
});
