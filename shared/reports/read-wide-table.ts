/**
 * A wide score table (one row per unit, one column per leaf) → a cycle draft. Works with criteria read before, or with
 * the table's own row of maxima, so that any published composite index can be loaded. Called by read-import. Nothing
 * is guessed silently: every cell that could not be taken as it stands is a problem with its address.
 */
import type { ImportPreview, ImportProblem } from '../contract/outputs.ts';
import type { BlockDraft, CycleDraft, NodeDraft, UnitDraft } from '../domain/cycle-draft.ts';
import { err, ok, type Result } from '../util/result.ts';
import { normaliseName } from '../util/vietnamese-text.ts';
import { cycleOf, type CycleChoices } from './cycle-of.ts';
import { headerKey } from './header-words.ts';
import { addressOf, problem } from './import-problem.ts';
import { leavesOf } from './leaves-of.ts';
import { previewOf } from './preview-of.ts';
import { checkPrintedTotals } from './printed-totals.ts';
import { cellText, type RawTable } from './raw-table.ts';
import type { ImportedBlock } from './read-criteria.ts';
import type { AmbiguousDot } from './read-number.ts';
import { settleDot } from './settle-dot.ts';
import { unitCodes } from './unit-codes.ts';
import { settleBlocks, usableSheets, type BlocksOfSheet } from './wide-blocks.ts';
import { readWideRow } from './wide-cells.ts';
import { readWideColumns, type WideSheet } from './wide-columns.ts';
import { differingMaxima } from './wide-maxima.ts';
import type { WideUnit } from './wide-unit.ts';

export interface WideOptions extends CycleChoices {
  /** Null when the table has its own row of maxima. */
  readonly criteria: readonly ImportedBlock[] | null;
  /** What an empty cell means. */
  readonly blanks: 'missing' | 'notApplicable' | 'zero';
  /** How to read "1.234"; null infers it from the rest of the table, or asks. */
  readonly ambiguousDot: AmbiguousDot;
}

export interface WideResult {
  readonly draft: CycleDraft;
  readonly preview: ImportPreview;
  /** Where each unit's row stands, by unit code. */
  readonly unitPlaces: ReadonlyMap<string, string>;
}

const ADDRESSES_SHOWN = 5;

/** Errors come back alone, with the warnings; a result has warnings only, in its preview. */
export function readWideTable(
  tables: readonly RawTable[],
  options: WideOptions,
): Result<WideResult, readonly ImportProblem[]> {
  const known = options.criteria?.flatMap(({ set }) => leavesOf(set.nodes)) ?? null;
  const sheets = tables.flatMap((table) => readWideColumns(table, known) ?? []);
  const used = usableSheets(sheets, options.criteria !== null);
  const first = used[0];
  if (first === undefined) {
    return err([problem('error', tables[0]?.name ?? '', 'noHeader', { columns: 'ma, ten, …' })]);
  }
  const problems: ImportProblem[] = [
    ...used.flatMap((sheet) => sheet.problems),
    ...tables
      .filter((table) => table.rows.length > 0 && !used.some((sheet) => sheet.table === table))
      .map((table) => problem('warning', table.name, 'ignoredSheet')),
  ];
  const dot = settleDot(used, options.criteria, options.ambiguousDot, problems);
  const blocks = settleBlocks(used, options.criteria, options.cycleName, dot);
  if (!blocks.ok) return err([...problems, ...blocks.error]);
  if (options.criteria !== null) {
    for (const [sheet, own] of blocks.value) problems.push(...differingMaxima(sheet, dot, own));
  }
  const rules = { ...options, ambiguousDot: dot, codeOf: unitCodes() };
  const units = [...blocks.value].flatMap(([sheet, own]) => readUnits(sheet, own, rules, problems));
  problems.push(...missingColumns(blocks.value, units), ...duplicateUnits(units));
  if (units.length === 0) problems.push(problem('error', addressOf(first.table, first.header, 0), 'noRows'));
  summarise(units, problems);
  if (problems.some((found) => found.severity === 'error')) return err(problems);
  const drafts = [...new Set([...blocks.value.values()].flat())].map(({ blockCode, blockName, set }): BlockDraft => ({
    code: blockCode,
    name: blockName,
    criteriaSet: set,
    units: units.filter(({ block }) => block.blockCode === blockCode).map(({ draft }) => draft),
  }));
  const draft = cycleOf(drafts, options);
  problems.push(...checkPrintedTotals(units, draft.settings));
  const unitPlaces = new Map(units.map((unit) => [unit.draft.code, addressOf(unit.sheet.table, unit.row, 0)]));
  return ok({ draft, preview: previewOf(drafts, units, problems), unitPlaces });
}

function readUnits(
  sheet: WideSheet,
  blocks: readonly ImportedBlock[],
  rules: Pick<WideOptions, 'blanks' | 'ambiguousDot'> & { readonly codeOf: (name: string) => string },
  problems: ImportProblem[],
): readonly WideUnit[] {
  const leaves = new Map(
    blocks.map((block) => [block, new Map(leavesOf(block.set.nodes).map((leaf) => [leaf.code, leaf]))]),
  );
  const column = (kind: string) => sheet.columns.findIndex((candidate) => candidate.kind === kind);
  const blockColumn = column('block');
  return sheet.unitRows.flatMap((row) => {
    const text = (at: number) => cellText(sheet.table.rows[row]?.[at]);
    const name = normaliseName(text(column('unitName')));
    const code = text(column('unitCode')) || rules.codeOf(name);
    if (code === '') {
      problems.push(problem('error', addressOf(sheet.table, row, Math.max(0, column('unitName'))), 'emptyUnit'));
      return [];
    }
    const word = blockColumn >= 0 ? text(blockColumn) : sheet.table.name;
    const block = blocks.length === 1 && blockColumn < 0 ? blocks[0] : findBlock(blocks, word);
    if (block === undefined) {
      const at = addressOf(sheet.table, row, Math.max(0, blockColumn));
      problems.push(problem('error', at, 'unknownBlock', { text: blockColumn >= 0 ? word : '' }));
      return [];
    }
    const read = readWideRow(sheet, row, { ...rules, leaves: leaves.get(block) ?? new Map<string, NodeDraft>() });
    problems.push(...read.problems);
    const draft: UnitDraft = {
      code,
      name: name === '' ? code : name,
      shortName: name === '' ? code : name,
      ranked: true,
      previous: null,
      cells: read.cells,
    };
    return [{ sheet, row, block, draft, read }];
  });
}

/** "K1", "Khối K1" or the block's name. */
function findBlock(blocks: readonly ImportedBlock[], word: string): ImportedBlock | undefined {
  const key = headerKey(word);
  if (key === '') return undefined;
  return blocks.find(({ blockCode, blockName }) =>
    [headerKey(blockCode), `khoi${headerKey(blockCode)}`, headerKey(blockName)].includes(key),
  );
}

/** Every leaf of a block that has units must have a column on each of those units' sheets. */
function missingColumns(blocks: BlocksOfSheet, units: readonly WideUnit[]): readonly ImportProblem[] {
  return [...blocks].flatMap(([sheet, own]) => {
    const present = new Set(sheet.columns.flatMap((column) => (column.kind === 'leaf' ? [column.leaf.code] : [])));
    return own
      .filter((block) => units.some((unit) => unit.sheet === sheet && unit.block === block))
      .flatMap((block) =>
        leavesOf(block.set.nodes)
          .filter((leaf) => !present.has(leaf.code))
          // Thưởng and phạt are rare: no column means nobody had any.
          .map((leaf) => {
            const severity = leaf.section === 'core' ? 'error' : 'warning';
            const params = { code: leaf.code, block: block.blockCode };
            return problem(severity, addressOf(sheet.table, sheet.header, 0), 'missingLeafColumn', params);
          }),
      );
  });
}

function duplicateUnits(units: readonly WideUnit[]): readonly ImportProblem[] {
  const first = new Map<string, WideUnit>();
  return units.flatMap((unit) => {
    const earlier = first.get(unit.draft.code);
    if (earlier === undefined) {
      first.set(unit.draft.code, unit);
      return [];
    }
    const params = { code: unit.draft.code, first: addressOf(earlier.sheet.table, earlier.row, 0) };
    return [problem('error', addressOf(unit.sheet.table, unit.row, 0), 'duplicateUnit', params)];
  });
}

/** Harmless but worth saying, once with the first addresses instead of once per cell. */
function summarise(units: readonly WideUnit[], problems: ImportProblem[]): void {
  for (const [reason, all] of [
    ['rounded', units.flatMap(({ read }) => read.rounded)],
    ['formulaCells', units.flatMap(({ read }) => read.formulas)],
  ] as const) {
    const at = all[0];
    if (at === undefined) continue;
    const first = all.slice(0, ADDRESSES_SHOWN).join(', ');
    problems.push(problem('warning', at, reason, { count: all.length, first }));
  }
}
