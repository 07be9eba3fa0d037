/** Live rank formulas for each tie policy, over the index cells of the ranked units of one block. */
import type { TiePolicy } from '../domain/entities.ts';
import { here, roundIndex, type RankingColumn, type RankingKey, type RankingRow } from './ranking-row.ts';
import {
  INDEX_DECIMALS,
  applicableFormula,
  leafRanges,
  pointsRow,
  type AnnexPlan,
  type BlockPlan,
} from './annex-plan.ts';
import { formula, number } from './sheet-builder.ts';

/** A field without applicable leaves is below every index, as in the engine. */
const NOTHING_APPLICABLE = -1;

/**
 * Rank of this row: `competition` is Excel's RANK (1,2,2,4); `dense` counts the different higher indexes (1,2,2,3);
 * `fields` counts who is ahead by index, then by each helper column in turn, the last of which is the unit code.
 */
export function rankFormula(row: RankingRow, policy: TiePolicy): string {
  const own = here(row, 'index');
  const all = range(row, 'index');
  switch (policy.kind) {
    case 'competition':
      return `RANK(${own},${all})`;
    case 'dense':
      return `SUMPRODUCT((${all}>${own})/COUNTIFS(${all},${all}))+1`;
    case 'fields': {
      const keys = row.columns.filter((column) => column.helper).map((column) => column.key);
      const ahead = keys.reduceRight<string>((rest, key) => {
        const wins = `(${range(row, key)}>${here(row, key)})`;
        return rest === '' ? wins : `(${wins}+(${range(row, key)}=${here(row, key)})*${rest})`;
      }, '');
      return `SUMPRODUCT((${all}>${own})+(${all}=${own})*${ahead})+1`;
    }
  }
}

/** Helper columns of the `fields` policy: index of each deciding field, then the order of the unit codes. */
export function tieColumns(plan: AnnexPlan, block: BlockPlan): readonly RankingColumn[] {
  const policy = plan.settings.tiePolicy;
  if (policy.kind !== 'fields') return [];
  const { set } = block.source;
  const fields = policy.fieldCodes
    .map((code) => set.fields.findIndex((field) => field.code === code))
    .filter((field) => field >= 0);
  // Earlier codes are ahead, so they get the higher number.
  const codes = block.rows.map(({ unit }) => unit.code).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  return [
    ...fields.map((field, n) =>
      helper(`tie${n}`, `Chỉ số lĩnh vực ${set.fields[field]?.code ?? ''} (xét khi bằng nhau)`, (row) => {
        const at = row.position * set.fields.length + field;
        const applicable = block.source.result.fieldApplicableMicro[at] ?? 0;
        const points = block.source.result.fieldMicro[at] ?? 0;
        const belongs = (leaf: number) => set.fieldOfLeaf[leaf] === field;
        const sum = leafRanges(block, pointsRow(row.index), belongs).join(',');
        const maximum = applicableFormula(block, pointsRow(row.index), belongs);
        return formula(
          'dataPoints',
          `IF((${maximum})=0,${NOTHING_APPLICABLE},ROUND(SUM(${sum})/(${maximum})*100,${INDEX_DECIMALS}))`,
          applicable > 0 ? roundIndex((points / applicable) * 100) : NOTHING_APPLICABLE,
        );
      }),
    ),
    helper(`tie${fields.length}`, 'Thứ tự mã đơn vị (xét sau cùng)', ({ unit }) =>
      number('dataPoints', codes.indexOf(unit.code) + 1),
    ),
  ];
}

function helper(key: RankingKey, head: string, cell: RankingColumn['cell']): RankingColumn {
  return { key, head, cell, group: null, widthPt: 70, helper: true };
}

function range(row: RankingRow, key: RankingKey): string {
  return `${here(row, key, 'row', row.firstRow)}:${here(row, key, 'row', row.lastRankedRow)}`;
}
