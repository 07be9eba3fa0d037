import type { ExplainedMean } from '#shared/scoring/explain-model.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { explainRow, type ExplainRow } from './explain-row.ts';

const FULL_DECIMALS = 6;
const MAX_LISTED = 300;
const GROUP = 100;

/** The mean of a block as lines: the index of every unit in it, and who is not. */
export function meanRows(
  mean: ExplainedMean,
  printDecimals: number,
  t: Translate,
  language: Language,
): readonly ExplainRow[] {
  const full = (microPercent: number) =>
    `${formatMicro(microPercent, { locale: language, decimals: FULL_DECIMALS })} %`;
  const { meanMicroPercent } = mean;
  const partRow = (part: ExplainedMean['parts'][number]) =>
    explainRow(
      `part.${part.cycleUnitId}`,
      t('explain.meanPart', { rank: part.rank, code: part.code, name: part.name }),
      {
        value: full(part.indexMicroPercent),
        cycleUnitId: part.cycleUnitId,
      },
    );

  /** A block of thousands in groups with a sum each: nobody reads, and no window draws, so many lines at once. */
  function grouped(rows: readonly ExplainRow[]): readonly ExplainRow[] {
    if (rows.length <= MAX_LISTED) return rows;
    const groups: ExplainRow[] = [];
    for (let start = 0; start < rows.length; start += GROUP) {
      const end = Math.min(start + GROUP, rows.length);
      const sum = mean.parts.slice(start, end).reduce((total, part) => total + part.indexMicroPercent, 0);
      const label = t('explain.meanGroup', { from: start + 1, to: end });
      groups.push(explainRow(`group.${start}`, label, { value: full(sum), children: rows.slice(start, end) }));
    }
    return groups;
  }

  return [
    explainRow('mean', t('explain.mean', { code: mean.blockCode, block: mean.blockName }), {
      value:
        meanMicroPercent === null
          ? '—'
          : `${formatMicro(meanMicroPercent, { locale: language, decimals: printDecimals })} %`,
      note: meanMicroPercent === null ? '' : `${t('explain.meanNote')} = ${full(meanMicroPercent)}`,
      isOpen: true,
      children: [
        explainRow('sum', t('explain.meanSum', { count: mean.count }), {
          value: full(mean.sumMicroPercent),
          isOpen: true,
          children: grouped(mean.parts.map(partRow)),
        }),
        explainRow('rounding', t('explain.meanRounding'), { value: full(mean.roundingMicroPercent) }),
        explainRow('count', t('explain.meanCount'), { value: String(mean.count) }),
        ...mean.left.map((unit) =>
          explainRow(`left.${unit.code}`, t('explain.meanLeft', { code: unit.code, name: unit.name }), {
            note: t(`explain.notRanked.${unit.why}`),
          }),
        ),
      ],
    }),
  ];
}
