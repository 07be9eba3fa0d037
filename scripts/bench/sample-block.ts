/**
 * What both sides of a measurement show: the biggest block of the sample year. Makes the office file the product opens
 * and the same rows and columns as plain numbers for the bare grid.
 */
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createLocalService, pathToken } from '#db/cli/local-service.ts';
import { makeSharedFolder } from '#e2e/driver/launch-settings.ts';
import type { BlockCells, CycleStructure, Ranking } from '#shared/contract/outputs.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import type { CompiledSet } from '#shared/scoring/model.ts';
import type { Result } from '#shared/util/result.ts';

export const BLOCK_CODE = 'K3';
const MICRO = 1_000_000;
/** Rows written out for the bare page; it repeats them for more units. */
const MOST_ROWS = 110;

/** Plain data of the bare page: AG Grid's own column words and one record per unit. */
export interface BareColumn {
  readonly headerName: string;
  readonly field?: string;
  readonly width?: number;
  readonly pinned?: 'left' | 'right';
  readonly editable?: boolean;
  readonly columnGroupShow?: 'open' | 'closed';
  readonly openByDefault?: boolean;
  readonly children?: readonly BareColumn[];
}

export type BareRow = Readonly<Record<string, number | string | null>>;

export interface SampleBlock {
  /** Office file of the sample year in which the measured block is the first, so that the product opens on it. */
  readonly officePath: string;
  readonly columns: readonly BareColumn[];
  readonly rows: readonly BareRow[];
  readonly unitCount: number;
  /** Leaves whose self-scored points a person may type, with room for the values the benchmark types. */
  readonly editableLeafIds: readonly string[];
  readonly unitIds: readonly string[];
  /** Leaves of the index itself, without bonus and penalty. */
  readonly leaves: readonly { readonly code: string; readonly maxMicro: number; readonly isSurvey: boolean }[];
}

/** Makes the sample year once per run. */
export async function makeSampleBlock(): Promise<SampleBlock> {
  const officePath = join(makeSharedFolder('bench-office'), 'bench.cchc');
  const service = createLocalService();
  must(await service.call('office.createSample', { fileToken: pathToken(officePath) }));
  await service.close();
  const block = await readBlock(officePath);
  putFirst(officePath, block.blockId);
  chmodSync(officePath, 0o666);
  return block;
}

/** Reads the measured block of an office file. A bare page repeats its first rows where there are many. */
export async function readBlock(officePath: string): Promise<SampleBlock & { readonly blockId: string }> {
  const service = createLocalService();
  must(await service.call('office.open', { fileToken: pathToken(officePath) }));
  const [cycle] = must(await service.call('cycles.list', {}));
  if (!cycle) throw new Error('The office file holds no cycle.');
  const structure = must(await service.call('cycles.get', { cycleId: cycle.id }));
  const block = structure.blocks.find(({ code }) => code === BLOCK_CODE);
  const set = structure.criteriaSets.find(({ id }) => id === block?.criteriaSetId);
  if (!block || !set) throw new Error(`The office file has no block ${BLOCK_CODE}.`);
  const cells = must(await service.call('scores.block', { cycleId: cycle.id, blockId: block.id }));
  const ranking = must(await service.call('ranking.get', { cycleId: cycle.id }));
  await service.close();
  const compiled = must(compileSet(set));
  return {
    officePath,
    blockId: block.id,
    columns: makeColumns(compiled),
    rows: makeRows(compiled, structure, cells, ranking),
    unitCount: cells.cycleUnitIds.length,
    editableLeafIds: compiled.leaves
      .filter(({ rule, maxMicro, section }) => section === 'core' && rule?.kind !== 'survey' && maxMicro >= MICRO / 4)
      .map(({ id }) => id),
    unitIds: cells.cycleUnitIds,
    leaves: compiled.leaves
      .filter(({ section }) => section === 'core')
      .map(({ code, maxMicro, rule }) => ({ code, maxMicro, isSurvey: rule?.kind === 'survey' })),
  };
}

/** A copy beside the original for one more writer. */
export function copyOffice(officePath: string, name: string): string {
  const copy = join(officePath, '..', name);
  copyFileSync(officePath, copy);
  chmodSync(copy, 0o666);
  return copy;
}

function putFirst(officePath: string, blockId: string): void {
  const database = new Database(officePath);
  database.prepare('UPDATE block SET ord = -1 WHERE id = ?').run(blockId);
  database.close();
}

/** The product's columns in AG Grid's words: names pinned left, fields › criteria › leaves with a sum for the folded group, results pinned right. */
function makeColumns({ nodes, fields, leaves }: CompiledSet): BareColumn[] {
  const leafIds = new Set(leaves.map(({ id }) => id));
  function build(node: CriteriaNode): BareColumn {
    if (leafIds.has(node.id)) {
      return { headerName: node.code, field: node.id, width: 66, editable: true, columnGroupShow: 'open' };
    }
    const total = { headerName: 'Cộng', field: `sum:${node.id}`, width: 70 };
    const children = nodes.filter(({ parentId }) => parentId === node.id).map(build);
    return {
      headerName: `${node.code} ${node.name}`,
      openByDefault: true,
      ...(node.parentId !== null && { columnGroupShow: 'open' }),
      children: [...children, fields.includes(node) ? total : { ...total, columnGroupShow: 'closed' }],
    };
  }
  return [
    { headerName: 'STT', field: 'ordinal', width: 44, pinned: 'left' },
    { headerName: 'Mã', field: 'code', width: 60, pinned: 'left' },
    { headerName: 'Đơn vị', field: 'unit', width: 190, pinned: 'left' },
    ...nodes.filter(({ parentId }) => parentId === null).map(build),
    { headerName: 'Tổng', field: 'total', width: 68, pinned: 'right' },
    { headerName: 'Chỉ số', field: 'index', width: 62, pinned: 'right' },
    { headerName: 'Hạng', field: 'rank', width: 54, pinned: 'right' },
    { headerName: 'Loại', field: 'class', width: 92, pinned: 'right' },
  ];
}

function makeRows(set: CompiledSet, structure: CycleStructure, cells: BlockCells, ranking: Ranking): BareRow[] {
  const ranked = ranking.blocks.find(({ blockId }) => blockId === cells.blockId);
  const leafCount = cells.leafIds.length;
  return cells.cycleUnitIds.slice(0, MOST_ROWS).map((id, u) => {
    const unit = ranked?.rows.find(({ cycleUnitId }) => cycleUnitId === id);
    const row: Record<string, number | string | null> = {
      ...{ id, ordinal: u + 1, code: unit?.code ?? '', unit: unit?.name ?? '' },
      ...{ total: (unit?.selfMicro ?? 0) / MICRO, index: Math.round((unit?.selfMicro ?? 0) / 10_000) / 100 },
      ...{ rank: unit?.rank ?? null, class: structure.cycle.settings.classes[1]?.label ?? '' },
    };
    cells.leafIds.forEach((leafId, l) => {
      const micro = cells.self[u * leafCount + l] ?? NaN;
      row[leafId] = Number.isNaN(micro) ? null : micro / MICRO;
    });
    const sum = (nodeId: string): number =>
      set.nodes
        .filter(({ parentId }) => parentId === nodeId)
        .reduce((points, { id: child }) => points + Number(row[child] ?? sum(child)), 0);
    for (const { id: nodeId } of set.nodes) if (!(nodeId in row)) row[`sum:${nodeId}`] = sum(nodeId);
    return row;
  });
}

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`The sample year could not be made: ${JSON.stringify(result.error)}`);
}
