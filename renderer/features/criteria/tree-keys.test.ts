import { describe, expect, it } from 'vitest';
import { settleTree } from '#shared/criteria/settle-tree.ts';
import type { CriteriaNode, Section } from '#shared/domain/entities.ts';
import type { NodeId } from '#shared/domain/ids.ts';
import { addPlace } from './add-place.ts';
import { treeAction } from './tree-keys.ts';
import { branchesAbove, SET_ROW, treeRows, type RowId } from './tree-rows.ts';

function node(id: string, parentId: string | null, section: Section = 'core'): CriteriaNode {
  return {
    id: id as NodeId,
    parentId: parentId as NodeId | null,
    level: 'field',
    section,
    code: id,
    name: id,
    order: 0,
    maxMicro: 0,
    rule: null,
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
}

const nodes = settleTree([
  node('f', null),
  node('f1', 'f'),
  node('f11', 'f1'),
  node('g', null),
  node('b', null, 'bonus'),
]);
const rows = treeRows(nodes, new Set());
const plain = { altKey: false, ctrlKey: false, shiftKey: false, metaKey: false };
const press = (key: string, selected: RowId, more: Partial<typeof plain> = {}, shown = rows) =>
  treeAction({ key, ...plain, ...more }, shown, selected);

describe('rows of the tree', () => {
  it('are the set and every node whose branches are open', () => {
    expect(rows.map(({ id, depth }) => `${depth} ${id}`)).toEqual(['0 set', '1 f', '2 f1', '3 f11', '1 g', '1 b']);
    expect(treeRows(nodes, new Set(['f' as NodeId])).map(({ id }) => id)).toEqual([SET_ROW, 'f', 'g', 'b']);
    expect(treeRows(nodes, new Set([SET_ROW])).map(({ id }) => id)).toEqual([SET_ROW]);
  });

  it('can be shown wherever they are', () => {
    expect(branchesAbove(nodes, 'f11' as NodeId)).toEqual([SET_ROW, 'f1', 'f']);
  });
});

describe('keys of the tree', () => {
  it('walk, fold and unfold', () => {
    expect(press('ArrowDown', SET_ROW)).toEqual({ kind: 'select', id: 'f' });
    expect(press('ArrowUp', SET_ROW)).toBeNull();
    expect(press('End', SET_ROW)).toEqual({ kind: 'select', id: 'b' });
    expect(press('ArrowRight', 'f' as NodeId)).toEqual({ kind: 'select', id: 'f1' });
    expect(press('ArrowLeft', 'f' as NodeId)).toEqual({ kind: 'close', id: 'f' });
    expect(press('ArrowLeft', 'f11' as NodeId)).toEqual({ kind: 'select', id: 'f1' });
    const folded = treeRows(nodes, new Set(['f' as NodeId]));
    expect(press('ArrowRight', 'f' as NodeId, {}, folded)).toEqual({ kind: 'open', id: 'f' });
    expect(press('ArrowLeft', 'f' as NodeId, {}, folded)).toEqual({ kind: 'select', id: SET_ROW });
  });

  it('move, add, remove and edit', () => {
    expect(press('ArrowUp', 'g' as NodeId, { altKey: true })).toEqual({ kind: 'move', direction: 'up' });
    expect(press('ArrowRight', 'g' as NodeId, { altKey: true })).toEqual({ kind: 'move', direction: 'in' });
    expect(press('Insert', 'g' as NodeId)).toEqual({ kind: 'addBeside' });
    expect(press('Insert', 'g' as NodeId, { shiftKey: true })).toEqual({ kind: 'addBelow' });
    expect(press('Delete', 'g' as NodeId)).toEqual({ kind: 'remove' });
    expect(press('Enter', 'g' as NodeId)).toEqual({ kind: 'edit' });
  });

  it('leave what belongs to the window alone', () => {
    expect(press('z', 'g' as NodeId, { ctrlKey: true })).toBeNull();
    expect(press('x', 'g' as NodeId)).toBeNull();
  });
});

describe('where something is added', () => {
  const selected = (id: string) => nodes.find((each) => each.id === id)!;

  it('is beside, below at the end, or at the end of its section', () => {
    expect(addPlace(nodes, selected('f1'), 'beside', 'x')).toMatchObject({ parentId: 'f', afterId: 'f1' });
    expect(addPlace(nodes, selected('f'), 'below', 'x')).toMatchObject({ parentId: 'f', afterId: 'f1' });
    expect(addPlace(nodes, selected('g'), 'below', 'x')).toMatchObject({ parentId: 'g', afterId: null });
    expect(addPlace(nodes, selected('f11'), 'bonus', 'x')).toMatchObject({ afterId: 'b', section: 'bonus' });
    expect(addPlace(nodes, null, 'beside', 'x')).toMatchObject({ parentId: null, afterId: 'g', section: 'core' });
    expect(addPlace(nodes, selected('b'), 'beside', 'x')).toMatchObject({ afterId: 'b', section: 'bonus' });
  });

  it('is nowhere below the last level or below a bonus', () => {
    expect(addPlace(nodes, selected('f11'), 'below', 'x')).toBeNull();
    expect(addPlace(nodes, selected('b'), 'below', 'x')).toBeNull();
  });
});
