import { useTranslation } from 'react-i18next';
import type { RankedUnit } from '#shared/contract/outputs.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { percentText } from './figures.ts';

interface Props {
  readonly unit: RankedUnit;
  readonly settings: CycleSettings;
}

/** What a reader must know before trusting a rank or class, as short words with an explanation each. */
export function UnitMarks({ unit, settings }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const labelOf = (code: string | null) =>
    settings.classes.find((one) => one.code === code)?.label ?? settings.unclassifiedLabel;
  const distance = percentText(settings.neighbourMicroPercent, language);
  const marks = [
    !unit.ranked && { key: 'unranked', text: t('ranking.markUnranked'), hint: t('ranking.markUnranked') },
    unit.blocked && { key: 'blocked', text: t('ranking.markBlocked'), hint: t('ranking.markBlockedHint') },
    unit.capped && {
      key: 'capped',
      text: t('ranking.markCapped'),
      hint: t('ranking.markCappedHint', { class: labelOf(unit.classByThresholdCode) }),
    },
    unit.tied && { key: 'tied', text: t('ranking.markTied'), hint: t('ranking.markTiedHint') },
    unit.tiedInPrint && {
      key: 'tied-in-print',
      text: t('ranking.markTiedInPrint'),
      hint: t('ranking.markTiedInPrintHint'),
    },
    unit.neighbourOf !== null && {
      key: 'neighbour',
      text: t('ranking.markNeighbour', { class: labelOf(unit.neighbourOf) }),
      hint: t('ranking.markNeighbourHint', { distance }),
    },
    unit.missing > 0 && {
      key: 'missing',
      text: t('ranking.markMissing', { count: unit.missing }),
      hint: t('ranking.markMissingHint'),
    },
    unit.missingEvidence > 0 && {
      key: 'evidence',
      text: t('ranking.markEvidence', { count: unit.missingEvidence }),
      hint: t('ranking.markEvidenceHint'),
    },
  ].filter((mark) => mark !== false);
  return (
    <span className="marks">
      {marks.map(({ key, text, hint }) => (
        <span key={key} className="mark" data-mark={key} title={hint}>
          {text}
        </span>
      ))}
    </span>
  );
}
