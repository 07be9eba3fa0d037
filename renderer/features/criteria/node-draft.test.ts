import { describe, expect, it } from 'vitest';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { NodeId } from '#shared/domain/ids.ts';
import { nodeDraftOf, readNode, type NodeDraftTexts } from './node-draft.ts';

function node(id: string, code: string): CriteriaNode {
  return {
    id: id as NodeId,
    parentId: null,
    level: 'field',
    section: 'core',
    code,
    name: `Mục ${code}`,
    order: 0,
    maxMicro: 750_000,
    rule: { kind: 'yes_no' },
    ruleText: 'có = 0,75',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
}

const own = node('a', 'I');
const others = [own, node('b', 'II')];
const read = (texts: Partial<NodeDraftTexts>) => readNode({ ...nodeDraftOf(own, 'vi'), ...texts }, own, others);

describe('a node while it is typed', () => {
  it('shows a decimal comma and changes nothing by itself', () => {
    expect(nodeDraftOf(own, 'vi').max).toBe('0,75');
    expect(read({})).toMatchObject({ problems: [], patch: {} });
  });

  it('sends only what changed', () => {
    expect(read({ max: '1,5', name: ' Mục I ' }).patch).toEqual({ maxMicro: 1_500_000 });
    expect(read({ code: 'III', evidencePolicy: 'block' }).patch).toEqual({ code: 'III', evidencePolicy: 'block' });
  });

  it.each([
    [{ code: '' }, { name: 'code', reason: 'emptyCode' }],
    [{ code: 'II' }, { name: 'code', reason: 'duplicateCode' }],
    [{ name: '  ' }, { name: 'name', reason: 'emptyName' }],
    [{ max: 'x' }, { name: 'max', reason: 'notANumber' }],
    [{ max: '-1' }, { name: 'max', reason: 'negative' }],
  ] as const)('refuses %j at its field', (texts, problem) => {
    expect(read(texts)).toMatchObject({ problems: [problem], patch: null });
  });

  it('tells the maximum for the sums even while something else is wrong', () => {
    expect(read({ max: '2', code: '' })).toMatchObject({ patch: null, maxMicro: 2_000_000 });
  });
});
