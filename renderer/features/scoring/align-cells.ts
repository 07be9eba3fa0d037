import type { BlockCells } from '#shared/contract/outputs.ts';
import type { BlockShape } from './block-shape.ts';

type Columns = Pick<BlockCells, 'self' | 'appraised' | 'final' | 'flags' | 'version'>;

/**
 * The columns in the order of the shape's units and leaves, as writable copies. Cells the answer does not know (a unit
 * that joined meanwhile) are blank.
 */
export function alignCells(shape: BlockShape, cells: BlockCells): Columns {
  const leafCount = shape.set.leaves.length;
  const size = shape.units.length * leafCount;
  if (isSameOrder(shape, cells)) {
    return {
      self: cells.self.slice(),
      appraised: cells.appraised.slice(),
      final: cells.final.slice(),
      flags: cells.flags.slice(),
      version: cells.version.slice(),
    };
  }
  const columns = {
    self: new Float64Array(size).fill(NaN),
    appraised: new Float64Array(size).fill(NaN),
    final: new Float64Array(size).fill(NaN),
    flags: new Uint8Array(size),
    version: new Int32Array(size),
  };
  cells.cycleUnitIds.forEach((unitId, fromU) => {
    const u = shape.unitAt.get(unitId);
    cells.leafIds.forEach((leafId, fromL) => {
      const l = shape.leafAt.get(leafId);
      if (u === undefined || l === undefined) return;
      const to = u * leafCount + l;
      const from = fromU * cells.leafIds.length + fromL;
      columns.self[to] = cells.self[from] ?? NaN;
      columns.appraised[to] = cells.appraised[from] ?? NaN;
      columns.final[to] = cells.final[from] ?? NaN;
      columns.flags[to] = cells.flags[from] ?? 0;
      columns.version[to] = cells.version[from] ?? 0;
    });
  });
  return columns;
}

function isSameOrder(shape: BlockShape, cells: BlockCells): boolean {
  return (
    cells.cycleUnitIds.length === shape.units.length &&
    cells.leafIds.length === shape.set.leaves.length &&
    cells.cycleUnitIds.every((id, u) => shape.unitAt.get(id) === u) &&
    cells.leafIds.every((id, l) => shape.leafAt.get(id) === l)
  );
}
