import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriteriaNode, CriteriaSet } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { crosswalk } from './crosswalk.ts';
import { leavesOfSet } from './leaves-of-set.ts';
import { randomSet } from './testing/random-set.ts';

const NOBODY = new Map<NodeId, NodeId | null>();

function leaf(id: string, code: string, name: string, max: number, more: Partial<CriteriaNode> = {}): CriteriaNode {
  return {
    id: id as NodeId,
    parentId: null,
    level: 'field',
    section: 'core',
    code,
    name,
    order: 0,
    maxMicro: max * 1e6,
    rule: { kind: 'manual' },
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
    ...more,
  };
}

function walk(before: readonly CriteriaNode[], now: readonly CriteriaNode[], confirmed = NOBODY, scale = 10) {
  const scaleMicro = scale * 1e6;
  return crosswalk({ scaleMicro, nodes: before }, { scaleMicro, nodes: now }, confirmed);
}

describe('crosswalk by example', () => {
  const before = [
    leaf('a1', '1.1', 'Ban hành kế hoạch', 2),
    leaf('a2', '1.2', 'Chế độ báo cáo', 3),
    leaf('a3', '2.1', 'Kiểm tra việc thực hiện kế hoạch', 5),
    leaf('ab', 'B1', 'Sáng kiến', 1, { section: 'bonus' }),
  ];

  it('tells same, changed maximum, new and dropped, and the share both years can be compared on', () => {
    const now = [
      leaf('b1', '1.1', 'Ban  hành KẾ HOẠCH', 2),
      leaf('b2', '1.3', 'Chế độ báo cáo', 4),
      leaf('b3', '2.1', 'Chuyển đổi số', 4),
      leaf('bb', 'B1', 'Sáng kiến', 1, { section: 'bonus' }),
    ];
    const result = walk(before, now);
    expect(result.leaves.map(({ leafId, kind, previousLeafId }) => [leafId, kind, previousLeafId])).toEqual([
      ['b1', 'same', 'a1'],
      ['b2', 'maxChanged', 'a2'],
      ['b3', 'new', null],
      ['bb', 'same', 'ab'],
    ]);
    expect(result.dropped).toEqual(['a3']);
    // 2 + 4 of 10 now, 2 + 3 of 10 before; the bonus stands outside.
    expect(result.comparableShareMicroPercent).toEqual({ current: 60_000_000, previous: 50_000_000 });
  });

  it('proposes similar words and takes them only when a person says so', () => {
    const now = [leaf('b3', '2.1', 'Kiểm tra việc thực hiện', 5)];
    expect(walk(before, now).leaves[0]).toMatchObject({ kind: 'new', previousLeafId: null, proposedLeafId: 'a3' });
    const confirmed = new Map([['b3' as NodeId, 'a3' as NodeId]]);
    expect(walk(before, now, confirmed).leaves[0]).toMatchObject({ kind: 'same', previousLeafId: 'a3' });
    const refused = new Map([['b3' as NodeId, null]]);
    expect(walk(before, now, refused).leaves[0]).toMatchObject({ kind: 'new', proposedLeafId: null });
  });

  it('lets a person overrule a certain match, and forgets a decision about a leaf that is gone', () => {
    const now = [leaf('b1', '1.1', 'Ban hành kế hoạch', 2)];
    expect(walk(before, now, new Map([['b1' as NodeId, null]])).leaves[0]).toMatchObject({ kind: 'new' });
    const gone = new Map([['b1' as NodeId, 'zz' as NodeId]]);
    expect(walk(before, now, gone).leaves[0]).toMatchObject({ previousLeafId: 'a1' });
  });

  it('tells two leaves of one name apart by what they stand under, and otherwise leaves them alone', () => {
    const field = (id: string, code: string, name: string) => leaf(id, code, name, 2, { rule: null });
    const plan = (id: string, code: string, parent: string) =>
      leaf(id, code, 'Ban hành kế hoạch', 1, { parentId: parent as NodeId, level: 'criterion' });
    const old = [field('f', 'I', 'Một'), plan('f1', '1.1', 'f'), field('g', 'II', 'Hai'), plan('g1', '2.1', 'g')];
    const renumbered = [field('q', 'I', 'Hai'), plan('q1', '1.1', 'q'), field('p', 'II', 'Ba'), plan('p1', '2.2', 'p')];
    expect(walk(old, renumbered).leaves.map(({ leafId, previousLeafId }) => [leafId, previousLeafId])).toEqual([
      // Same code and name: that is what a clerk would say, although its field moved.
      ['q1', 'f1'],
      ['p1', null],
    ]);
    expect(walk(old, [field('q', 'I', 'Hai'), plan('q1', '9.9', 'q')]).leaves[0]).toMatchObject({
      previousLeafId: 'g1',
    });
  });

  it('remarks a change of rule', () => {
    const now = [leaf('b1', '1.1', 'Ban hành kế hoạch', 2, { rule: { kind: 'yes_no' } })];
    expect(walk(before, now).leaves[0]).toMatchObject({ kind: 'same', ruleChanged: true });
  });
});

/** Another set or the same one edited: names and maxima of some leaves changed, some nodes renumbered. */
const pairsOfSets = fc.tuple(
  randomSet('a'),
  fc.oneof(randomSet('b'), fc.constant(null)),
  fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
);

function edited(set: CriteriaSet, draws: Iterator<number>): CriteriaSet {
  const rename = (id: string | null) => id && (id.replace('a', 'b') as NodeId);
  return {
    ...set,
    nodes: set.nodes.map((node) => {
      const draw = draws.next().value as number;
      return {
        ...node,
        id: rename(node.id) as NodeId,
        parentId: rename(node.parentId) as NodeId | null,
        name: draw === 0 ? `${node.name} mới` : node.name,
        code: draw === 1 ? `${node.code}.x` : node.code,
        maxMicro: draw === 2 ? node.maxMicro + 250_000 : node.maxMicro,
      };
    }),
  };
}

describe('crosswalk, whatever the sets', () => {
  it('uses every earlier leaf once or drops it, and says new exactly where nothing is continued', () => {
    fc.assert(
      fc.property(pairsOfSets, ([before, other, draws]) => {
        const now = other ?? edited(before, draws);
        const result = crosswalk(before, now, NOBODY);
        const used = result.leaves.flatMap(({ previousLeafId }) => previousLeafId ?? []);
        expect(result.leaves.map(({ leafId }) => leafId)).toEqual(leavesOfSet(now.nodes).map(({ id }) => id));
        expect([...used, ...result.dropped].sort()).toEqual(
          leavesOfSet(before.nodes)
            .map(({ id }) => id)
            .sort(),
        );
        const maxOf = new Map([...before.nodes, ...now.nodes].map(({ id, maxMicro }) => [id, maxMicro]));
        for (const match of result.leaves) {
          expect(match.kind === 'new').toBe(match.previousLeafId === null);
          if (match.previousLeafId === null) continue;
          expect(match.kind === 'same').toBe(maxOf.get(match.leafId) === maxOf.get(match.previousLeafId));
          expect(match.proposedLeafId).toBeNull();
        }
        const proposed = result.leaves.flatMap(({ proposedLeafId }) => proposedLeafId ?? []);
        expect(new Set(proposed).size).toBe(proposed.length);
        for (const id of proposed) expect(result.dropped).toContain(id);
      }),
    );
  });

  it('says the same from either side', () => {
    fc.assert(
      fc.property(pairsOfSets, ([before, other, draws]) => {
        const now = other ?? edited(before, draws);
        const pairsOf = (from: CriteriaSet, to: CriteriaSet) =>
          crosswalk(from, to, NOBODY).leaves.flatMap(({ leafId, previousLeafId }) =>
            previousLeafId === null ? [] : [[leafId, previousLeafId] as const],
          );
        expect(
          pairsOf(now, before)
            .map(([a, b]) => `${b} ${a}`)
            .sort(),
        ).toEqual(
          pairsOf(before, now)
            .map(([b, a]) => `${b} ${a}`)
            .sort(),
        );
        const { current, previous } = crosswalk(before, now, NOBODY).comparableShareMicroPercent;
        expect(crosswalk(now, before, NOBODY).comparableShareMicroPercent).toEqual({
          current: previous,
          previous: current,
        });
      }),
    );
  });

  it('finds a copied set whole: with codes and names unchanged everything is the same', () => {
    fc.assert(
      fc.property(randomSet('a'), (set) => {
        const copy = { ...set, nodes: edited(set, [].values()).nodes };
        const result = crosswalk(set, copy, NOBODY);
        expect(result.leaves.every(({ kind }) => kind === 'same')).toBe(true);
        expect(result.dropped).toEqual([]);
        expect(result.comparableShareMicroPercent).toEqual({ current: 100_000_000, previous: 100_000_000 });
      }),
    );
  });

  it('follows what people decided', () => {
    fc.assert(
      fc.property(randomSet('a'), randomSet('b'), fc.nat(), fc.nat(), (before, now, i, j) => {
        const leaves = leavesOfSet(now.nodes);
        const earlier = leavesOfSet(before.nodes);
        const leafId = leaves[i % leaves.length]!.id;
        const choice = [...earlier.map(({ id }) => id), null][j % (earlier.length + 1)]!;
        const result = crosswalk(before, now, new Map([[leafId, choice]]));
        expect(result.leaves.find((match) => match.leafId === leafId)?.previousLeafId).toBe(choice);
      }),
    );
  });
});
