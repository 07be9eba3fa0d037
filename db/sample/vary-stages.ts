/**
 * What a unit claimed and what the appraisal first made of it, told backwards from the data accepted in the end: some
 * units claimed a little more, some cuts were given back after the explanation (giải trình). Called by
 * build-sample-year; all three values come from declared data of the same rule.
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared, Rule } from '#shared/domain/rules.ts';
import { CUT_REASONS } from './data/phrases.ts';
import { pointsOf } from './points-of.ts';
import type { Random } from './random.ts';

const MICRO = 1_000_000;

interface StageData {
  /** Null for surveys, which no unit scores itself. */
  readonly self: Declared | null;
  readonly appraised: Declared;
  readonly final: Declared;
  /** Empty without a cut. */
  readonly cutReason: string;
}

/** Stages of one applicable leaf. About one leaf in fifteen was cut; some cuts were given back in part or in full. */
export function varyStages(leaf: NodeDraft, final: Declared, random: Random): StageData {
  const { rule } = leaf;
  const plain = { self: rule?.kind === 'survey' ? null : final, appraised: final, final, cutReason: '' };
  const fate = random.next();
  if (!rule || rule.kind === 'survey' || leaf.section !== 'core' || fate > 0.255) return plain;
  const higher = fate < 0.23 ? changed(leaf, final, better(rule, final, random), 1) : final;
  const lower = fate >= 0.2 ? changed(leaf, final, worse(rule, final, random), -1) : final;
  if (!higher || !lower) return plain;
  return { self: higher, appraised: lower, final, cutReason: cutReason(rule, random) };
}

function cutReason(rule: Rule, random: Random): string {
  const reasons = CUT_REASONS.filter(([, kinds]) => kinds.includes(rule.kind)).map(([reason]) => reason);
  return reasons[random.int(0, reasons.length - 1)] ?? '';
}

/** The other data if its points really lie on the wanted side. */
function changed(leaf: NodeDraft, from: Declared, to: Declared | null, side: 1 | -1): Declared | null {
  if (to === null) return null;
  const difference = (pointsOf(leaf, to) ?? 0) - (pointsOf(leaf, from) ?? 0);
  return Math.sign(difference) === side ? to : null;
}

/** A somewhat better figure of the same shape; null when there is none. */
function better(rule: Rule, declared: Declared, random: Random): Declared | null {
  switch (declared.kind) {
    case 'yes_no':
      return { kind: 'yes_no', yes: true };
    case 'choice':
      return neighbourOption(rule, declared.option, -1);
    case 'value':
      return { kind: 'value', valueMicro: 0 };
    case 'ratio': {
      const open = (declared.denominatorMicro - declared.numeratorMicro) / MICRO;
      const added = Math.ceil(open * (0.3 + 0.7 * random.next())) * MICRO;
      return { ...declared, numeratorMicro: declared.numeratorMicro + added };
    }
    case 'count':
      return { kind: 'count', count: declared.count + 1 };
    case 'events':
      return withEvent(declared.counts, (count) => count > 0, -1);
    case 'survey':
      return null;
  }
}

/** A somewhat worse figure of the same shape; null when there is none. */
function worse(rule: Rule, declared: Declared, random: Random): Declared | null {
  switch (declared.kind) {
    case 'yes_no':
      return { kind: 'yes_no', yes: false };
    case 'choice':
      return neighbourOption(rule, declared.option, 1);
    case 'value':
      return { kind: 'value', valueMicro: declared.valueMicro + random.int(3, 12) * MICRO };
    case 'ratio': {
      const taken = Math.ceil((declared.denominatorMicro / MICRO) * (0.02 + 0.06 * random.next())) * MICRO;
      return { ...declared, numeratorMicro: Math.max(0, declared.numeratorMicro - taken) };
    }
    case 'count':
      return { kind: 'count', count: Math.max(0, declared.count - 1) };
    case 'events':
      return withEvent(declared.counts, () => true, 1);
    case 'survey':
      return null;
  }
}

function neighbourOption(rule: Rule, option: string, move: 1 | -1): Declared | null {
  if (rule.kind !== 'choice') return null;
  const place = rule.options.findIndex(({ code }) => code === option);
  const neighbour = rule.options[place + move];
  return neighbour ? { kind: 'choice', option: neighbour.code } : null;
}

/** One event more or fewer of the first kind that allows it. */
function withEvent(
  counts: Readonly<Record<string, number>>,
  allows: (count: number) => boolean,
  change: 1 | -1,
): Declared | null {
  const entry = Object.entries(counts).find(([, count]) => allows(count));
  if (!entry) return null;
  return { kind: 'events', counts: { ...counts, [entry[0]]: entry[1] + change } };
}
