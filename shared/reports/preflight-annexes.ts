/**
 * What a clerk should know before signing annexes: asked by annexes.preflight before the export dialog. Errors mean the
 * annex would be wrong or empty; warnings are for a second look. Wording belongs to the renderer.
 */
import type { PreflightItem, RankedUnit } from '../contract/outputs.ts';
import type { AnnexInput } from './annex-input.ts';
import { planAnnexes, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import { compareRatio } from '../scoring/index-value.ts';
import { listCodes } from '../util/list-codes.ts';
import { roundIndex } from './ranking-row.ts';

/** Every key an item can have. */
export const PREFLIGHT_KEYS = [
  'noUnits',
  'blockWithoutUnits',
  'noneRanked',
  'blockedUnits',
  'notReproducible',
  'missingScores',
  'missingEvidence',
  'unranked',
  'nearThreshold',
  'tied',
  'tiedInPrint',
  'capped',
  'noDecision',
  'simulated',
] as const;
export type PreflightKey = (typeof PREFLIGHT_KEYS)[number];

/** Findings in the order they should be read. Unit lists in `params.units` are codes, at most ten and a count of the rest. */
export function preflightAnnexes(input: AnnexInput): readonly PreflightItem[] {
  const plan = planAnnexes(input);
  const items = plan.blocks.flatMap((block) => blockItems(plan, block));
  const units = plan.blocks.reduce((sum, block) => sum + block.rows.length, 0);
  return [
    ...(units === 0 ? [item('error', 'noUnits', {})] : []),
    ...items.filter((found) => found.severity === 'error'),
    ...items.filter((found) => found.severity === 'warning'),
    ...(input.decision === null || input.decision.number === '' || input.decision.date === null
      ? [item('warning', 'noDecision', {})]
      : []),
    ...(input.structure.cycle.simulated ? [item('warning', 'simulated', {})] : []),
  ];
}

function blockItems(plan: AnnexPlan, block: BlockPlan): readonly PreflightItem[] {
  const { code } = block.ranked;
  const rows = block.ranked.rows;
  if (rows.length === 0) return [item('warning', 'blockWithoutUnits', { block: code })];
  const about = (severity: PreflightItem['severity'], key: PreflightKey, test: (unit: RankedUnit) => boolean) => {
    const found = rows.filter(test);
    if (found.length === 0) return [];
    return [
      item(severity, key, { block: code, count: found.length, units: listCodes(found.map((unit) => unit.code)) }),
    ];
  };
  return [
    ...(block.rankedCount === 0 ? [item('error', 'noneRanked', { block: code })] : []),
    ...about('error', 'blockedUnits', (unit) => unit.blocked),
    ...notReproducible(plan, block),
    ...about('warning', 'missingScores', (unit) => unit.missing > 0),
    ...about('warning', 'missingEvidence', (unit) => unit.missingEvidence > 0),
    ...about('warning', 'unranked', (unit) => unit.rank === null && !unit.blocked),
    ...about('warning', 'nearThreshold', (unit) => unit.neighbourOf !== null),
    ...about('warning', 'tied', (unit) => unit.tied),
    ...about('warning', 'tiedInPrint', (unit) => unit.tiedInPrint),
    ...about('warning', 'capped', (unit) => unit.capped),
  ];
}

/**
 * The workbook compares indexes at nine decimals, the engine exactly. Should two different indexes ever fall together
 * there, or one step over a threshold, Excel would show another rank or class than the engine: then nothing may be
 * issued unseen.
 */
function notReproducible(plan: AnnexPlan, block: BlockPlan): readonly PreflightItem[] {
  const { classes, classifyBy, tiePolicy } = plan.settings;
  const ranked = block.ranked.rows.filter((unit) => unit.rank !== null);
  const rounded = (unit: RankedUnit) => roundIndex((unit.totalMicro / unit.applicableMicro) * 100);
  const exact = (unit: RankedUnit) => ({ numeratorMicro: unit.totalMicro, denominatorMicro: unit.applicableMicro });
  const wrong = ranked.filter((unit, i) => {
    const next = ranked[i + 1];
    const isExactTie = next !== undefined && compareRatio(exact(next), exact(unit)) === 0;
    const falselyTied =
      tiePolicy.kind !== 'fields' && next !== undefined && next.rank !== unit.rank && rounded(next) >= rounded(unit);
    const falselySplit = isExactTie && next !== undefined && rounded(next) !== rounded(unit);
    return falselyTied || falselySplit;
  });
  const misclassified = block.ranked.rows.filter((unit) => {
    if (classifyBy !== 'exact' || unit.blocked || unit.applicableMicro === 0) return false;
    const percent = rounded(unit);
    const found = classes.find((entry) => percent >= entry.minMicroPercent / 1e6)?.code ?? null;
    return found !== unit.classByThresholdCode;
  });
  const all = [...new Set([...wrong, ...misclassified])];
  if (all.length === 0) return [];
  return [
    item('error', 'notReproducible', {
      block: block.ranked.code,
      count: all.length,
      units: listCodes(all.map((unit) => unit.code)),
    }),
  ];
}

function item(severity: PreflightItem['severity'], key: PreflightKey, params: PreflightItem['params']): PreflightItem {
  return { severity, key, params };
}
