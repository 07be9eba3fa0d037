/**
 * A criteria set from a table: the office's own layout (khoi, cap, ma, ten, diem_toi_da, …) with one set per block, or
 * a plain list (code, name, max and perhaps parent) as one block. Called by read-import; every refusal names the cell.
 */
import type { ImportProblem } from '../contract/outputs.ts';
import type { CriteriaSetDraft } from '../domain/cycle-draft.ts';
import { err, ok, type Result } from '../util/result.ts';
import { compileDraftSet } from './compile-draft-set.ts';
import { addressOf, problem } from './import-problem.ts';
import { readCriteriaRows, type CriteriaRow } from './criteria-rows.ts';
import { nodesOfRows, type PlacedNode } from './criteria-nodes.ts';
import type { RawTable } from './raw-table.ts';

export interface ImportedBlock {
  readonly blockCode: string;
  readonly blockName: string;
  readonly set: CriteriaSetDraft;
}

/** Rows of block "*" (điểm thưởng, điểm trừ) belong to every block. */
const EVERY_BLOCK = '*';
const DEFAULT_BLOCK = 'K1';

/** Read the first table that has the columns; problems are errors only. */
export function readCriteria(tables: readonly RawTable[]): Result<readonly ImportedBlock[], readonly ImportProblem[]> {
  const read = readCriteriaRows(tables);
  if (!read.ok) return read;
  const { rows } = read.value;
  const codes = [...new Set(rows.map((row) => row.block))].filter((code) => code !== EVERY_BLOCK);
  const blocks: ImportedBlock[] = [];
  const problems: ImportProblem[] = [];
  for (const code of codes.length > 0 ? codes : ['']) {
    const own = rows.filter((row) => row.block === code || row.block === EVERY_BLOCK);
    const built = buildSet(own, code || DEFAULT_BLOCK);
    if (built.ok) blocks.push(built.value);
    else problems.push(...built.error);
  }
  // A fault in a row for every block is found once per block.
  return problems.length > 0 ? err(distinct(problems)) : ok(blocks);
}

function buildSet(rows: readonly CriteriaRow[], code: string): Result<ImportedBlock, readonly ImportProblem[]> {
  const placed = nodesOfRows(rows);
  if (!placed.ok) return placed;
  const nodes = placed.value.map(({ node }) => node);
  const scaleMicro = nodes
    .filter((node) => node.section === 'core' && node.parentCode === null)
    .reduce((sum, node) => sum + node.maxMicro, 0);
  const blockName = rows.find((row) => row.blockName !== '')?.blockName ?? `Khối ${code}`;
  const set: CriteriaSetDraft = { name: `Bộ tiêu chí ${code}`, scaleMicro, nodes };
  const problems = setProblems(set, placed.value);
  return problems.length > 0 ? err(problems) : ok({ blockCode: code, blockName, set });
}

/** The engine's own check of a set, with the cell of the maximum as the place. */
function setProblems(set: CriteriaSetDraft, placed: readonly PlacedNode[]): readonly ImportProblem[] {
  const compiled = compileDraftSet(set);
  if (compiled.ok) return [];
  const rows = new Map(placed.map(({ node, row }) => [node.code, row]));
  const first = placed[0]?.row;
  return compiled.error.map(({ at, reason, params }) => {
    const row = rows.get(at) ?? first;
    return problem('error', row ? addressOf(row.table, row.row, row.maxColumn) : '', reason, params);
  });
}

function distinct(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const seen = new Map(problems.map((found) => [`${found.at} ${found.reason}`, found]));
  return [...seen.values()];
}
