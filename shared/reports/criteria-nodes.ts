/** Second half of reading criteria: records → nodes of one block, with level, parent, maximum and rule settled. */
import type { ImportProblem } from '../contract/outputs.ts';
import type { NodeDraft } from '../domain/cycle-draft.ts';
import type { NodeLevel, Section } from '../domain/entities.ts';
import type { Rule } from '../domain/rules.ts';
import { nfc } from '../util/vietnamese-text.ts';
import { err, ok, type Result } from '../util/result.ts';
import type { CriteriaRow } from './criteria-rows.ts';
import { headerKey } from './header-words.ts';
import { addressOf, problem, type ImportReason } from './import-problem.ts';
import { readNumber } from './read-number.ts';
import { parseRule } from './parse-rule.ts';

export interface PlacedNode {
  readonly node: NodeDraft;
  readonly row: CriteriaRow;
}

type Place = { readonly section: Section; readonly depth: number };

const LEVELS: Readonly<Record<string, Place>> = {
  linhvuc: { section: 'core', depth: 0 },
  field: { section: 'core', depth: 0 },
  tieuchi: { section: 'core', depth: 1 },
  criterion: { section: 'core', depth: 1 },
  tieuchithanhphan: { section: 'core', depth: 2 },
  subcriterion: { section: 'core', depth: 2 },
  thuong: { section: 'bonus', depth: 0 },
  diemthuong: { section: 'bonus', depth: 0 },
  bonus: { section: 'bonus', depth: 0 },
  phat: { section: 'penalty', depth: 0 },
  diemtru: { section: 'penalty', depth: 0 },
  penalty: { section: 'penalty', depth: 0 },
};
const DEPTHS: readonly NodeLevel[] = ['field', 'criterion', 'subCriterion'];
const PARAMETERLESS: readonly string[] = ['yes_no', 'survey', 'manual'];

/** Nodes in file order, parents before children as the file has them. */
export function nodesOfRows(rows: readonly CriteriaRow[]): Result<readonly PlacedNode[], readonly ImportProblem[]> {
  const problems: ImportProblem[] = [];
  const report = (row: CriteriaRow, column: number, reason: ImportReason, params: ImportProblem['params'] = {}) =>
    void problems.push(problem('error', addressOf(row.table, row.row, Math.max(0, column)), reason, params));

  const places = placeRows(rows, report);
  const parents = new Set(places.map((place) => place?.parentCode));
  const seen = new Set<string>();
  const placed: PlacedNode[] = rows.flatMap((row, i) => {
    const place = places[i];
    if (row.code === '') report(row, row.codeColumn, 'emptyCode');
    else if (seen.has(row.code)) report(row, row.codeColumn, 'duplicateCode', { code: row.code });
    seen.add(row.code);
    if (!place || row.code === '') return [];
    const isLeaf = !parents.has(row.code);
    const maxMicro = readMaximum(row, place.section, isLeaf, report);
    const rule = isLeaf ? readRule(row, report) : null;
    const node: NodeDraft = {
      parentCode: place.parentCode,
      level: DEPTHS[place.depth] ?? 'subCriterion',
      section: place.section,
      code: nfc(row.code),
      name: nfc(row.name === '' ? row.code : row.name),
      maxMicro: maxMicro ?? Number.NaN,
      rule,
      ruleText: nfc(row.ruleText),
      evidenceText: nfc(row.evidence),
      evidencePolicy: 'explain',
    };
    return [{ node, row }];
  });
  return problems.length > 0 ? err(problems) : ok(fillBranches(placed));
}

type Report = (row: CriteriaRow, column: number, reason: ImportReason, params?: ImportProblem['params']) => void;
type Placed = Place & { readonly parentCode: string | null };

/** Where each row stands: by its level word under the last row above it, or by its parent's code. */
function placeRows(rows: readonly CriteriaRow[], report: Report): readonly (Placed | null)[] {
  const openCodes: string[] = [];
  const depthOf = new Map<string, number>();
  return rows.map((row) => {
    const word = row.levelColumn < 0 ? null : LEVELS[headerKey(row.level)];
    if (word === undefined) {
      report(row, row.levelColumn, 'unknownLevel', { text: row.level });
      return null;
    }
    const hasParentColumn = row.parentColumn >= 0;
    const parentCode = hasParentColumn ? row.parent || null : word ? (openCodes[word.depth - 1] ?? null) : null;
    const parentDepth = parentCode === null ? -1 : depthOf.get(parentCode);
    if (parentDepth === undefined || (word && !hasParentColumn && word.depth > 0 && parentCode === null)) {
      report(row, hasParentColumn ? row.parentColumn : row.levelColumn, 'parentMissing', { code: row.code });
      return null;
    }
    const depth = word ? word.depth : parentDepth + 1;
    if (depth >= DEPTHS.length) {
      report(row, row.parentColumn, 'tooDeep', { code: row.code });
      return null;
    }
    depthOf.set(row.code, depth);
    if (word?.section !== 'bonus' && word?.section !== 'penalty') openCodes.splice(depth, openCodes.length, row.code);
    return { section: word?.section ?? 'core', depth, parentCode };
  });
}

function readMaximum(row: CriteriaRow, section: Section, isLeaf: boolean, report: Report): number | null {
  if (row.max.kind === 'empty') {
    if (isLeaf) report(row, row.maxColumn, 'notANumber', { text: '' });
    return null;
  }
  // A maximum is written by a person once: "1.234" would be a strange maximum, so a dot is a decimal dot.
  const read = readNumber(row.max, 'decimal');
  const text = row.max.text;
  if (!read.ok) {
    report(row, row.maxColumn, read.error, { text });
    return null;
  }
  // A deduction is often printed with its sign.
  const micro = section === 'penalty' ? Math.abs(read.value.micro) : read.value.micro;
  if (micro < 0) report(row, row.maxColumn, 'negative', { text });
  return micro;
}

/** The rule of `tham_so`; without it only kinds that need no figures, everything else is typed by hand. */
function readRule(row: CriteriaRow, report: Report): Rule {
  if (row.parameters !== '') {
    const rule = parseRule(row.parameters);
    if (rule !== null) return rule;
    report(row, row.parametersColumn, 'rule', { code: row.code });
  }
  const kind = row.ruleKind.toLowerCase();
  return { kind: PARAMETERLESS.includes(kind) ? (kind as 'yes_no' | 'survey' | 'manual') : 'manual' };
}

/** A branch without a maximum of its own gets the sum of its children. */
function fillBranches(placed: readonly PlacedNode[]): readonly PlacedNode[] {
  const maxima = new Map(placed.map(({ node }) => [node.code, node.maxMicro]));
  const bottomUp = [...placed].reverse();
  for (const { node } of bottomUp) {
    if (!Number.isNaN(maxima.get(node.code))) continue;
    const children = placed.filter((other) => other.node.parentCode === node.code);
    maxima.set(
      node.code,
      children.reduce((sum, child) => sum + (maxima.get(child.node.code) ?? 0), 0),
    );
  }
  return placed.map(({ node, row }) => ({ node: { ...node, maxMicro: maxima.get(node.code) ?? 0 }, row }));
}
