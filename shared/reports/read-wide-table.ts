/**
 * A wide score table (one row per unit, one column per leaf) → a cycle draft. Works with criteria read before, or with
 * the table's own row of maxima, so that any published composite index can be loaded. Called by read-import. Nothing
 * is guessed silently: every cell that could not be taken as it stands is a problem with its address.
 */
import type { ImportPreview, ImportProblem } from '../contract/outputs.ts';
import type { BlockDraft, CycleDraft, NodeDraft, UnitDraft } from '../domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import { formatMicro } from '../util/decimal.ts';
import { err, ok, type Result } from '../util/result.ts';
import { fold, normaliseName } from '../util/vietnamese-text.ts';
import { headerKey } from './header-words.ts';
import { addressOf, problem } from './import-problem.ts';
import { checkPrintedTotals } from './printed-totals.ts';
import { cellText, type RawTable } from './raw-table.ts';
import type { ImportedBlock } from './read-criteria.ts';
import { inferDot, type AmbiguousDot } from './read-number.ts';
import { readWideRow } from './wide-cells.ts';
import { readWideColumns, type WideSheet } from './wide-columns.ts';
import { criteriaOfMaxima, differingMaxima } from './wide-maxima.ts';
import type { WideUnit } from './wide-unit.ts';

export interface WideOptions {
  /** Null when the table has its own row of maxima. */
  readonly criteria: readonly ImportedBlock[] | null;
  /** What an empty cell means. */
  readonly blanks: 'missing' | 'notApplicable' | 'zero';
  /** How to read "1.234"; null infers it from the rest of the table, or asks. */
  readonly ambiguousDot: AmbiguousDot;
  readonly cycleName: string;
  readonly year: number;
  /** Ranks after a tie: 1, 2, 2, 4 or 1, 2, 2, 3. */
  readonly ties: 'competition' | 'dense';
}

export interface WideResult {
  readonly draft: CycleDraft;
  readonly preview: ImportPreview;
  /** Where each unit's row stands, by unit code. */
  readonly unitPlaces: ReadonlyMap<string, string>;
}

const OWN_BLOCK = 'K1';
const ADDRESSES_SHOWN = 5;

/** Errors come back alone, with the warnings; a result has warnings only, in its preview. */
export function readWideTable(
  tables: readonly RawTable[],
  options: WideOptions,
): Result<WideResult, readonly ImportProblem[]> {
  const known = options.criteria?.flatMap(({ set }) => leavesOf(set.nodes)) ?? null;
  const sheets = tables.flatMap((table) => readWideColumns(table, known) ?? []);
  const used = options.criteria === null ? sheets.slice(0, 1) : sheets;
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
  const dot = settleDot(used, options.ambiguousDot, problems);
  const blocks = settleBlocks(first, options, dot);
  if (!blocks.ok) return err([...problems, ...blocks.error]);
  if (options.criteria !== null) {
    problems.push(...used.flatMap((sheet) => differingMaxima(sheet, dot, blocks.value)));
  }
  const units = used.flatMap((sheet) => readUnits(sheet, blocks.value, { ...options, ambiguousDot: dot }, problems));
  problems.push(...missingColumns(used, blocks.value, units), ...duplicateUnits(units));
  if (units.length === 0) problems.push(problem('error', addressOf(first.table, first.header, 0), 'noRows'));
  summarise(units, problems);
  if (problems.some((found) => found.severity === 'error')) return err(problems);
  const drafts = blocks.value.map(({ blockCode, blockName, set }): BlockDraft => ({
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

/** A new cycle around these blocks. Bonus and penalty are capped by what the set itself allows, whatever its scale. */
export function cycleOf(
  blocks: readonly BlockDraft[],
  { cycleName, year, ties }: Pick<WideOptions, 'cycleName' | 'year' | 'ties'>,
): CycleDraft {
  return {
    name: cycleName,
    year,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    state: 'entered',
    settings: {
      ...DEFAULT_SETTINGS,
      tiePolicy: { kind: ties },
      bonusCapMicro: largestSum(blocks, 'bonus'),
      penaltyCapMicro: largestSum(blocks, 'penalty'),
    },
    simulated: false,
    blocks,
  };
}

/** Σ of the leaf maxima of a section, of the block that allows most. */
function largestSum(blocks: readonly BlockDraft[], section: 'bonus' | 'penalty'): number {
  const sums = blocks.map(({ criteriaSet }) =>
    leavesOf(criteriaSet.nodes).reduce((sum, leaf) => sum + (leaf.section === section ? leaf.maxMicro : 0), 0),
  );
  return Math.max(0, ...sums);
}

/** Counts for the person who is about to accept. */
export function previewOf(
  blocks: readonly BlockDraft[],
  units: readonly Pick<WideUnit, 'draft' | 'read'>[],
  problems: readonly ImportProblem[],
): ImportPreview {
  const cells = units.flatMap(({ draft }) => draft.cells);
  const leafCounts = blocks.map(({ criteriaSet }) => leavesOf(criteriaSet.nodes).length);
  return {
    units: units.length,
    leaves: leafCounts.reduce((sum, count) => sum + count, 0),
    blocks: blocks.map(({ code, criteriaSet, units: own }, b) => ({
      code,
      units: own.length,
      leaves: leafCounts[b] ?? 0,
      scale: formatMicro(criteriaSet.scaleMicro, { locale: 'vi' }),
    })),
    cells: {
      points: cells.filter((cell) => cell.finalMicro !== null).length,
      blank: units.reduce((sum, { read }) => sum + read.blanks, 0),
      notApplicable: cells.filter((cell) => cell.notApplicableReason !== null).length,
      rounded: units.reduce((sum, { read }) => sum + read.rounded.length, 0),
    },
    problems,
    acceptable: problems.every((found) => found.severity !== 'error'),
  };
}

function leavesOf(nodes: readonly NodeDraft[]): readonly NodeDraft[] {
  const parents = new Set(nodes.map((node) => node.parentCode));
  return nodes.filter((node) => !parents.has(node.code));
}

function settleDot(sheets: readonly WideSheet[], given: AmbiguousDot, problems: ImportProblem[]): AmbiguousDot {
  if (given !== null) return given;
  const texts = sheets.flatMap((sheet) =>
    [...sheet.unitRows, ...(sheet.maximumRow >= 0 ? [sheet.maximumRow] : [])].flatMap((row) =>
      (sheet.table.rows[row] ?? []).flatMap((cell, column) =>
        cell.kind === 'text' && sheet.columns[column]?.kind === 'leaf' ? [cell.text] : [],
      ),
    ),
  );
  const dot = inferDot(texts);
  const doubtful = texts.filter((text) => /^[1-9]\d{0,2}\.\d{3}$/.test(text.trim()));
  const example = doubtful[0];
  if (dot === 'decimal' && example !== undefined) {
    const at = sheets[0]?.table.name ?? '';
    problems.push(problem('warning', at, 'dotTakenAsDecimal', { text: example, count: doubtful.length }));
  }
  return dot;
}

function settleBlocks(
  sheet: WideSheet,
  { criteria, cycleName }: WideOptions,
  dot: AmbiguousDot,
): Result<readonly ImportedBlock[], readonly ImportProblem[]> {
  if (criteria !== null) return ok(criteria);
  const column = sheet.columns.findIndex(({ kind }) => kind === 'block');
  const codes = new Set(sheet.unitRows.map((row) => cellText(sheet.table.rows[row]?.[column])));
  const own = criteriaOfMaxima(sheet, dot, { blockCode: OWN_BLOCK, blockName: cycleName });
  if (!own.ok || column < 0) return own.ok ? ok([own.value]) : own;
  // A table with blocks but one row of maxima: every block has the same criteria.
  return ok(
    [...codes].filter((code) => code !== '').map((code) => ({ ...own.value, blockCode: code, blockName: code })),
  );
}

function readUnits(
  sheet: WideSheet,
  blocks: readonly ImportedBlock[],
  rules: Pick<WideOptions, 'blanks' | 'ambiguousDot'>,
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
    const code = text(column('unitCode')) || codeOfName(name);
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

/** A stable code for a unit that has only a name: "Công an tỉnh Hà Giang" → "CONG-AN-TINH-HA-GIANG". */
function codeOfName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toUpperCase()
    .slice(0, 60);
}

/** Every leaf of a block that has units must have a column on each of those units' sheets. */
function missingColumns(
  sheets: readonly WideSheet[],
  blocks: readonly ImportedBlock[],
  units: readonly WideUnit[],
): readonly ImportProblem[] {
  return sheets.flatMap((sheet) => {
    const present = new Set(sheet.columns.flatMap((column) => (column.kind === 'leaf' ? [column.leaf.code] : [])));
    return blocks
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
