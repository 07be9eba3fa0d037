/** What a rule makes of declared data, in words: the sum as a clerk would write it beside the cell. */
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { Declared, Rule, Step } from '#shared/domain/rules.ts';
import { formatIndex } from '#shared/scoring/index-value.ts';
import { pointsFromDeclared } from '#shared/scoring/points-from-declared.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';

export interface OutcomeWords {
  readonly kind: 'points' | 'notApplicable' | 'missing' | 'error';
  /** 10⁻⁶ point; null when the rule gives none. */
  readonly pointsMicro: number | null;
  readonly text: string;
}

type Leaf = Pick<CriteriaNode, 'rule' | 'maxMicro' | 'section'>;

const HUNDRED = 100_000_000;
const PERCENT_DECIMALS = 2;
const ALL_DECIMALS = 6;

/** Points and their explanation for data that was understood; problems of the rule are worded too. */
export function outcomeWords(leaf: Leaf, declared: Declared, t: Translate, language: Language): OutcomeWords {
  const { rule, maxMicro, section } = leaf;
  if (!rule) return { kind: 'missing', pointsMicro: null, text: '' };
  const outcome = pointsFromDeclared(rule, declared, maxMicro, section);
  if (!outcome.ok) return { kind: 'error', pointsMicro: null, text: wordProblem(outcome.error, language) };
  const text = explain(leaf, rule, declared, t, language);
  if (outcome.value.kind !== 'points') return { kind: outcome.value.kind, pointsMicro: null, text };
  return { kind: 'points', pointsMicro: outcome.value.pointsMicro, text };
}

function explain(leaf: Leaf, rule: Rule, declared: Declared, t: Translate, language: Language): string {
  const number = (micro: number): string => formatMicro(micro, { locale: language });
  const max = number(leaf.maxMicro);
  if ('onZeroDenominator' in rule && declared.kind === 'ratio' && declared.denominatorMicro === 0) {
    return t(`cellDetails.outcome.nothing.${rule.onZeroDenominator}`);
  }
  switch (rule.kind) {
    case 'yes_no':
      return t(declared.kind === 'yes_no' && declared.yes ? 'cellDetails.outcome.yes' : 'cellDetails.outcome.no');
    case 'choice': {
      const option = declared.kind === 'choice' ? declared.option : '';
      return t('cellDetails.outcome.choice', { label: rule.options.find(({ code }) => code === option)?.label ?? '' });
    }
    case 'ratio': {
      if (declared.kind !== 'ratio') return '';
      const floor = number(rule.floorMicroPercent);
      const percent = percentBeside(declared, rule.floorMicroPercent, language);
      if (declared.numeratorMicro === declared.denominatorMicro) {
        return t('cellDetails.outcome.full', { percent, max });
      }
      if (isBelow(declared, rule.floorMicroPercent)) return t('cellDetails.outcome.belowFloor', { percent, floor });
      if (rule.floorMicroPercent === 0) return t('cellDetails.outcome.shareNoFloor', { percent, max });
      return t('cellDetails.outcome.share', { percent, max, floor });
    }
    case 'step':
      return explainStep(rule, declared, t, language);
    case 'count_step': {
      const count = declared.kind === 'count' ? declared.count : 0;
      const reached = rule.steps.map(({ atLeast }) => atLeast).filter((atLeast) => count >= atLeast);
      if (reached.length === 0) return t('cellDetails.outcome.countNone', { count });
      return t('cellDetails.outcome.count', { count, atLeast: Math.max(...reached) });
    }
    case 'deduct': {
      const counts = declared.kind === 'events' ? declared.counts : {};
      const sumMicro = rule.events.reduce(
        (sum, { code, eachMicro, capMicro }) => sum + Math.min(eachMicro * (counts[code] ?? 0), capMicro ?? Infinity),
        0,
      );
      if (leaf.section !== 'core') return t('cellDetails.outcome.add', { sum: number(sumMicro), max });
      if (sumMicro === 0) return t('cellDetails.outcome.noDeduct', { max });
      return t('cellDetails.outcome.deduct', { sum: number(sumMicro), max });
    }
    case 'survey': {
      const percent = number(declared.kind === 'survey' ? declared.indexMicroPercent : 0);
      return t('cellDetails.outcome.survey', { percent, max });
    }
    case 'manual':
      return '';
  }
}

function explainStep(
  rule: Extract<Rule, { kind: 'step' }>,
  declared: Declared,
  t: Translate,
  language: Language,
): string {
  const isRatio = declared.kind === 'ratio';
  const unit = isRatio ? '%' : rule.unit;
  const amount = (micro: number): string => `${formatMicro(micro, { locale: language })} ${unit}`.trim();
  const holds = ({ from, to }: Step): boolean => {
    if (declared.kind === 'ratio') {
      return (from === null || !isBelow(declared, from)) && (to === null || isBelow(declared, to));
    }
    const value = declared.kind === 'value' ? declared.valueMicro : NaN;
    return (from === null || value >= from) && (to === null || value < to);
  };
  const step = rule.steps.find(holds);
  if (!step) return '';
  const { from, to } = step;
  const nearest = [from, to].find((bound) => bound !== null && isRatio && roundsTo(declared, bound, language));
  const value = isRatio
    ? `${percentBeside(declared, nearest ?? -1, language)} %`
    : amount(declared.kind === 'value' ? declared.valueMicro : 0);
  return t('cellDetails.outcome.step', { value, range: range() });

  function range(): string {
    if (from !== null && to !== null) {
      return t('cellDetails.outcome.rangeFromTo', { from: amount(from), to: amount(to) });
    }
    if (from !== null) return t('cellDetails.outcome.rangeFrom', { from: amount(from) });
    if (to !== null) return t('cellDetails.outcome.rangeTo', { to: amount(to) });
    return t('cellDetails.outcome.rangeAll');
  }
}

type Share = Extract<Declared, { kind: 'ratio' }>;

function isBelow({ numeratorMicro, denominatorMicro }: Share, boundMicroPercent: number): boolean {
  return BigInt(numeratorMicro) * BigInt(HUNDRED) < BigInt(boundMicroPercent) * BigInt(denominatorMicro);
}

function roundsTo(share: Share, boundMicroPercent: number, language: Language): boolean {
  const bound = formatMicro(boundMicroPercent, { locale: language, decimals: PERCENT_DECIMALS });
  return formatIndex(share, PERCENT_DECIMALS, language) === bound;
}

/** The percentage with as many decimals as it takes to see on which side of the bound it lies. */
function percentBeside(share: Share, boundMicroPercent: number, language: Language): string {
  const isExact =
    BigInt(share.numeratorMicro) * BigInt(HUNDRED) === BigInt(boundMicroPercent) * BigInt(share.denominatorMicro);
  const decimals = !isExact && roundsTo(share, boundMicroPercent, language) ? ALL_DECIMALS : PERCENT_DECIMALS;
  return formatIndex(share, decimals, language);
}
