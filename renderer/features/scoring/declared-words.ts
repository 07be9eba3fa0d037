import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { formatIndex } from '#shared/scoring/index-value.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import type { Translate } from './translate.ts';

const PERCENT_DECIMALS = 2;

/** Declared data (số liệu kê khai) in words, e.g. "45/50 = 90,00 %"; empty when nothing was declared. */
export function declaredWords(
  declared: Declared | null,
  leaf: Pick<CriteriaNode, 'rule'>,
  t: Translate,
  language: Language,
): string {
  if (!declared) return '';
  const { rule } = leaf;
  switch (declared.kind) {
    case 'yes_no':
      return t(declared.yes ? 'scoring.declared.yes' : 'scoring.declared.no');
    case 'choice': {
      const options = rule?.kind === 'choice' ? rule.options : [];
      return options.find((option) => option.code === declared.option)?.label ?? declared.option;
    }
    case 'value': {
      const unit = rule?.kind === 'step' ? rule.unit : '';
      return `${formatMicro(declared.valueMicro, { locale: language })} ${unit}`.trim();
    }
    case 'ratio': {
      const { numeratorMicro, denominatorMicro } = declared;
      if (denominatorMicro === 0) return t('scoring.declared.ratioEmpty');
      return t('scoring.declared.ratio', {
        numerator: formatMicro(numeratorMicro, { locale: language }),
        denominator: formatMicro(denominatorMicro, { locale: language }),
        percent: formatIndex({ numeratorMicro, denominatorMicro }, PERCENT_DECIMALS, language),
      });
    }
    case 'count':
      return t('scoring.declared.count', { count: declared.count });
    case 'events': {
      const events = rule?.kind === 'deduct' ? rule.events : [];
      const counted = Object.entries(declared.counts).filter(([, count]) => count > 0);
      if (counted.length === 0) return t('scoring.declared.noEvents');
      return counted
        .map(([code, count]) => {
          const label = events.find((event) => event.code === code)?.label ?? code;
          return t('scoring.declared.event', { label, count });
        })
        .join('; ');
    }
    case 'survey':
      return t('scoring.declared.survey', {
        percent: formatMicro(declared.indexMicroPercent, { locale: language, decimals: PERCENT_DECIMALS }),
      });
  }
}
