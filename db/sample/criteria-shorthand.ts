/**
 * Short words the criteria data of the sample year are written in, so that a rule and its printed text (cách chấm)
 * stand side by side on a readable line. Called by data/criteria-*.ts only. Points are written as printed (0.75) and
 * become integers of 10⁻⁶ here; nothing else of a rule is decided in this file.
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Rule, ZeroDenominator } from '#shared/domain/rules.ts';

const MICRO = 1_000_000;

function micro(value: number): number {
  return Math.round(value * MICRO);
}

/** Lĩnh vực with its criteria, parents before children. */
export function field(code: string, name: string, max: number, criteria: readonly NodeDraft[][]): NodeDraft[] {
  return [
    parent('field', code, name, max),
    ...criteria.flat().map((node) => ({ ...node, parentCode: node.parentCode ?? code })),
  ];
}

/** Tiêu chí with its tiêu chí thành phần. */
export function criterion(code: string, name: string, max: number, leaves: readonly NodeDraft[]): NodeDraft[] {
  return [parent('criterion', code, name, max), ...leaves.map((leafNode) => ({ ...leafNode, parentCode: code }))];
}

function parent(level: 'field' | 'criterion', code: string, name: string, max: number): NodeDraft {
  return {
    level,
    section: 'core',
    code,
    name,
    maxMicro: micro(max),
    rule: null,
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
    parentCode: null,
  };
}

/** Tiêu chí thành phần: code, name, điểm tối đa, rule, cách chấm, tài liệu kiểm chứng. */
export function leaf(
  code: string,
  name: string,
  max: number,
  rule: Rule,
  ruleText: string,
  evidenceText: string,
): NodeDraft {
  return { ...parent('field', code, name, max), level: 'subCriterion', rule, ruleText, evidenceText };
}

/** A leaf outside the hundred points (điểm thưởng, điểm trừ), which stands at field level. */
export function outside(section: 'bonus' | 'penalty', node: NodeDraft): NodeDraft {
  return { ...node, level: 'field', section };
}

export const yesNo: Rule = { kind: 'yes_no' };
export const survey: Rule = { kind: 'survey' };

/** Fixed points per statement, best first; options are coded a, b, c… */
export function choice(...options: readonly (readonly [label: string, points: number])[]): Rule {
  return {
    kind: 'choice',
    options: options.map(([label, points], index) => ({
      code: String.fromCharCode('a'.charCodeAt(0) + index),
      label,
      pointsMicro: micro(points),
    })),
  };
}

/** Share of 100 %, nothing below the floor. Where the text is silent on "nothing arose", a person has to decide. */
export function ratio(floorPercent: number, onZeroDenominator: ZeroDenominator = 'missing'): Rule {
  return { kind: 'ratio', floorMicroPercent: micro(floorPercent), onZeroDenominator };
}

/** Points from a percentage on: highest bound first, nothing below the last. */
export function percentSteps(...bounds: readonly (readonly [fromPercent: number, points: number])[]): Rule {
  const steps = bounds.map(([from, points], index) => ({
    from: micro(from),
    to: index === 0 ? null : micro(bounds[index - 1]?.[0] ?? 0),
    pointsMicro: micro(points),
  }));
  const lowest = micro(bounds[bounds.length - 1]?.[0] ?? 0);
  return {
    kind: 'step',
    input: 'ratio',
    unit: '%',
    steps: [...steps, { from: null, to: lowest, pointsMicro: 0 }],
    onZeroDenominator: 'missing',
  };
}

/**
 * Days late, counted in whole days: none → full; 1…15 → half; more → nothing. "Không ban hành" (never issued) is
 * declared as the days until the period ended, which lands in the last interval too.
 */
export function daysLate(onTime: number, upToFifteen: number): Rule {
  return {
    kind: 'step',
    input: 'value',
    unit: 'ngày chậm',
    steps: [
      { from: null, to: micro(1), pointsMicro: micro(onTime) },
      { from: micro(1), to: micro(16), pointsMicro: micro(upToFifteen) },
      { from: micro(16), to: null, pointsMicro: 0 },
    ],
    onZeroDenominator: 'missing',
  };
}

/** Points by how many; fewer than the lowest bound gives nothing. */
export function countSteps(...bounds: readonly (readonly [atLeast: number, points: number])[]): Rule {
  const steps = bounds.map(([atLeast, points]) => ({ atLeast, pointsMicro: micro(points) }));
  return { kind: 'count_step', steps: [...steps, { atLeast: 0, pointsMicro: 0 }] };
}

/** So much off (or, outside the hundred, on) per event, floor 0. */
export function events(...list: readonly (readonly [code: string, label: string, each: number, cap?: number])[]): Rule {
  return {
    kind: 'deduct',
    events: list.map(([code, label, each, cap]) => ({
      code,
      label,
      eachMicro: micro(each),
      capMicro: cap === undefined ? null : micro(cap),
    })),
    floorMicro: 0,
  };
}
