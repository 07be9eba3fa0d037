import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedUnit } from '#shared/contract/outputs.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ClassMark } from './class-mark.tsx';
import { changeOf, nextClassOf, percentText, printedText } from './figures.ts';
import { UnitMarks } from './unit-marks.tsx';

interface Props {
  readonly row: RankedUnit;
  readonly settings: CycleSettings;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (unit: CycleUnitId) => void;
}

function ChangeText({ row }: { readonly row: RankedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = changeOf(row);
  if (!change) return null;
  function text(value: number, shown: string) {
    if (value === 0) return <span aria-label={t('ranking.same')}>=</span>;
    const isUp = value > 0;
    const spoken = t(isUp ? 'ranking.up' : 'ranking.down', { value: shown });
    return (
      <span className={isUp ? 'change-up' : 'change-down'} aria-label={spoken} role="img">
        {isUp ? '▲' : '▼'} {shown}
      </span>
    );
  }
  return (
    <>
      {text(change.microPercent, percentText(Math.abs(change.microPercent), language))}
      {change.places !== null && <small>{text(change.places, String(Math.abs(change.places)))}</small>}
    </>
  );
}

/** One unit of the ranking table. */
export const RankingRow = memo(function RankingRow({ row, settings, isSelected, isTabStop, onSelect }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = nextClassOf(row, settings.classes);
  return (
    <tr
      aria-selected={isSelected}
      data-testid="ranking-row"
      data-unit={row.code}
      onClick={() => onSelect(row.cycleUnitId)}
    >
      <td className="col-rank">{row.rank ?? '—'}</td>
      <th scope="row" className="col-unit">
        <button type="button" className="unit-name" tabIndex={isTabStop ? 0 : -1} title={row.name}>
          {row.name}
        </button>
        <small>{row.code}</small>
      </th>
      <td className="col-index">{printedText(row.indexText, language)}</td>
      <td className="col-class">
        <ClassMark
          code={row.classCode}
          label={row.classLabel === '' ? t('ranking.unclassified') : row.classLabel}
          settings={settings}
        />
        <small title={t('ranking.nextClassHint')}>
          {next && t('ranking.toNext', { value: percentText(next.missingMicroPercent, language), class: next.label })}
        </small>
      </td>
      {row.fieldMicroPercent.map((field, i) => (
        // Fields keep their place within a block.
        <td key={i} className="col-field">
          {field === null ? (
            '—'
          ) : (
            <>
              {percentText(field, language)}
              <span className="bar">
                <span style={{ width: `${Math.min(field / 1e6, 100)}%` }} />
              </span>
            </>
          )}
        </td>
      ))}
      <td className="col-previous">
        {row.previous && (
          <>
            {percentText(row.previous.indexMicroPercent, language)}
            {row.previous.rank !== null && <small>{t('ranking.previousRank', { rank: row.previous.rank })}</small>}
          </>
        )}
      </td>
      <td className="col-change">
        <ChangeText row={row} />
      </td>
      <td className="col-marks">
        <UnitMarks unit={row} settings={settings} />
      </td>
    </tr>
  );
});
