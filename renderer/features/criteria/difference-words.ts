/** A difference of two versions in words, one line per thing that changed. Pure; called by the lists of differences. */
import type { NodeDifference } from '#shared/criteria/diff-sets.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';

export interface DifferenceLine {
  /** What changed; empty for a node that came or went. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What to say of one node, in the order of NODE_ASPECTS. */
export function differenceWords(
  difference: NodeDifference,
  t: Translate,
  language: Language,
): readonly DifferenceLine[] {
  if (difference.kind !== 'changed') {
    const node = difference.kind === 'added' ? difference.after : difference.before;
    const max = t('criteria.diff.maxOf', { max: points(node.maxMicro, language) });
    return [
      {
        what: t(`criteria.diff.${difference.kind}`),
        before: difference.kind === 'dropped' ? max : null,
        after: difference.kind === 'added' ? max : null,
      },
    ];
  }
  const { before, after, aspects } = difference;
  return aspects.map((aspect) => {
    const what = t(`criteria.diff.${aspect}`);
    if (aspect === 'place') return { what, before: null, after: null };
    return { what, before: textOf(before, aspect, t, language), after: textOf(after, aspect, t, language) };
  });
}

type Worded = 'code' | 'name' | 'max' | 'rule' | 'ruleText' | 'evidence' | 'policy';

function textOf(node: CriteriaNode, aspect: Worded, t: Translate, language: Language): string {
  switch (aspect) {
    case 'code':
      return node.code;
    case 'name':
      return node.name;
    case 'max':
      return points(node.maxMicro, language);
    case 'rule':
      return ruleWords(node, t, language);
    case 'ruleText':
      return node.ruleText || t('criteria.diff.none');
    case 'evidence':
      return node.evidenceText || t('criteria.diff.none');
    case 'policy':
      return t(`criteria.policies.${node.evidencePolicy}`);
  }
}

/** Kind and figures of a rule on one line. */
function ruleWords({ rule }: CriteriaNode, t: Translate, language: Language): string {
  if (rule === null) return t('criteria.diff.branch');
  const number = (micro: number | null): string => (micro === null ? '…' : formatMicro(micro, { locale: language }));
  const kind = t(`criteria.kinds.${rule.kind}`);
  switch (rule.kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return kind;
    case 'choice':
      return `${kind}: ${rule.options.map(({ label, pointsMicro }) => `${label} = ${number(pointsMicro)}`).join('; ')}`;
    case 'step':
      return `${kind}: ${rule.steps.map(({ from, to, pointsMicro }) => `[${number(from)}; ${number(to)}) = ${number(pointsMicro)}`).join('; ')}`;
    case 'ratio':
      return `${kind} ≥ ${number(rule.floorMicroPercent)} %`;
    case 'count_step':
      return `${kind}: ${rule.steps.map(({ atLeast, pointsMicro }) => `≥ ${atLeast} = ${number(pointsMicro)}`).join('; ')}`;
    case 'deduct':
      return `${kind}: ${rule.events.map(({ label, eachMicro }) => `${label} ${number(eachMicro)}`).join('; ')}`;
  }
}

function points(micro: number, language: Language): string {
  return formatMicro(micro, { locale: language, minDecimals: 2 });
}
