/**
 * Declared data (số liệu kê khai) for one leaf, drawn for a unit of some quality. Called for the first draft of a unit
 * and for every proposal of the search; knows the shapes of rules, never points of a unit or targets.
 */
import type { Declared, Rule, Step } from '#shared/domain/rules.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Random } from './random.ts';

const MICRO = 1_000_000;
const HUNDRED_PERCENT = 100 * MICRO;

interface LeafDraw {
  readonly rule: Rule;
  /** 0 poor … 1 perfect. */
  readonly quality: number;
  /** Denominator, or number of valid survey forms. */
  readonly volume: number;
  /** Satisfaction of the public lies far higher than other surveys (97,71 % in 2023). */
  readonly publicSatisfaction: boolean;
}

/** Draws declared data of the shape the rule asks for. `manual` has no declared data and is not drawn. */
export function drawDeclared(draw: LeafDraw, random: Random): Declared {
  const { rule, quality, volume } = draw;
  switch (rule.kind) {
    case 'yes_no':
      return { kind: 'yes_no', yes: random.chance(quality) };
    case 'choice':
      return { kind: 'choice', option: rule.options[drawPlace(rule.options.length, quality, random)]?.code ?? '' };
    case 'step':
      return rule.input === 'value' ? drawDaysLate(quality, random) : drawStep(rule.steps, quality, volume, random);
    case 'ratio':
      return ratioOf(drawShare(rule.floorMicroPercent / HUNDRED_PERCENT, quality, random), volume);
    case 'count_step':
      return {
        kind: 'count',
        count: Math.max(0, 2 - drawPlace(3, quality, random)) + (random.chance(quality / 4) ? 1 : 0),
      };
    case 'deduct':
      return drawEvents(rule.events, quality, random);
    case 'survey':
      return drawSurvey(draw, random);
    case 'manual':
      throw new Error('A manual leaf has no declared data');
    default:
      return assertNever(rule);
  }
}

/** Position in a best-first list: the better the unit, the nearer to the front. */
function drawPlace(length: number, quality: number, random: Random): number {
  let place = 0;
  while (place < length - 1 && !random.chance(quality)) place += 1;
  return place;
}

function drawDaysLate(quality: number, random: Random): Declared {
  const place = drawPlace(3, quality, random);
  const days = place === 0 ? 0 : place === 1 ? random.int(1, 15) : random.int(16, 55);
  return { kind: 'value', valueMicro: days * MICRO };
}

function drawStep(steps: readonly Step[], quality: number, volume: number, random: Random): Declared {
  const step = steps[drawPlace(steps.length, quality, random)];
  const to = (step?.to ?? HUNDRED_PERCENT) / HUNDRED_PERCENT;
  // Below the lowest bound nobody is at zero: stay within ten points of it.
  const from = step?.from === null || step === undefined ? Math.max(0, to - 0.1) : step.from / HUNDRED_PERCENT;
  return ratioOf(from + (to - from) * random.next(), volume);
}

function drawShare(floor: number, quality: number, random: Random): number {
  if (random.chance(quality * quality * 0.6)) return 1;
  if (random.chance((1 - quality) * 0.3)) return Math.max(0, floor - 0.2 * random.next());
  const lowest = Math.max(floor, quality - 0.15);
  return lowest + (1 - lowest) * random.next();
}

function ratioOf(share: number, volume: number): Declared {
  const numerator = Math.min(volume, Math.ceil(share * volume));
  return { kind: 'ratio', numeratorMicro: numerator * MICRO, denominatorMicro: volume * MICRO };
}

/** The first kind of event listed is the mildest and the likeliest. */
function drawEvents(events: readonly { readonly code: string }[], quality: number, random: Random): Declared {
  const counts: Record<string, number> = {};
  events.forEach(({ code }, index) => {
    let count = 0;
    while (count < 4 && random.chance(((1 - quality) * 1.1) / (1 + 3 * index))) count += 1;
    counts[code] = count;
  });
  return { kind: 'events', counts };
}

function drawSurvey({ quality, volume, publicSatisfaction }: LeafDraw, random: Random): Declared {
  const centre = publicSatisfaction ? 0.955 + 0.025 * quality : 0.35 + 0.65 * quality;
  const spread = publicSatisfaction ? 0.02 : 0.05;
  const share = Math.min(0.996, centre + spread * (2 * random.next() - 1));
  return surveyOf(Math.round(share * volume), volume);
}

/** Survey index of `satisfied` among `valid` answers, in 10⁻⁶ percent half-up. */
export function surveyOf(satisfied: number, valid: number): Declared {
  return { kind: 'survey', indexMicroPercent: Math.floor((satisfied * HUNDRED_PERCENT) / valid + 0.5) };
}
