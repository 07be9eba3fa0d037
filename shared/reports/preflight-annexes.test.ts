import { describe, expect, it } from 'vitest';
import type { AnnexInput } from './annex-input.ts';
import { PREFLIGHT_KEYS, preflightAnnexes } from './preflight-annexes.ts';
import { annexInputOfDraft } from './testing/annex-input-of-draft.ts';
import { smallCycle } from './testing/small-cycle.ts';

const decision = { number: '1/QĐ-BCA-V03', date: '2023-11-05' };
const input = annexInputOfDraft(smallCycle(), { annexes: ['I'], decision });

function keys(of: AnnexInput): readonly string[] {
  return preflightAnnexes(of).map(({ severity, key, params }) => `${severity} ${key} ${params['units'] ?? ''}`.trim());
}

describe('preflightAnnexes', () => {
  it('lists what to look at, block by block', () => {
    expect(keys(input)).toEqual([
      'warning missingScores A04',
      'warning unranked A05',
      'warning tied A02, A03',
      'warning unranked B03',
      'warning nearThreshold B01',
      'warning simulated',
    ]);
    for (const { key } of preflightAnnexes(input)) expect(PREFLIGHT_KEYS).toContain(key);
  });

  it('asks for the decision while any part of it is missing', () => {
    for (const missing of [null, { ...decision, number: '' }, { ...decision, date: null }]) {
      expect(keys({ ...input, decision: missing })).toContain('warning noDecision');
    }
    expect(keys(input)).not.toContain('warning noDecision');
  });

  it('calls it an error when nobody is ranked', () => {
    const draft = smallCycle();
    const blocks = draft.blocks.map((block) => ({
      ...block,
      units: block.units.map((unit) => ({ ...unit, ranked: false })),
    }));
    const found = keys(annexInputOfDraft({ ...draft, blocks }, { annexes: ['I'], decision }));
    expect(found.slice(0, 2)).toEqual(['error noneRanked', 'error noneRanked']);
  });

  it('calls it an error when the rounding of the workbook would show another rank than the engine', () => {
    const [first, ...rest] = input.ranking.blocks;
    const [best, second, ...others] = first!.rows;
    // Two indexes that differ by 10⁻¹⁵: exact arithmetic tells them apart, nine decimals do not.
    const near = { totalMicro: 9e14, applicableMicro: 1e15 };
    const rows = [{ ...best!, ...near, totalMicro: 9e14 + 1 }, { ...second!, ...near }, ...others];
    const ranking = { ...input.ranking, blocks: [{ ...first!, rows }, ...rest] };
    expect(keys({ ...input, ranking }).join()).toContain('error notReproducible');
    expect(keys(input).join()).not.toContain('notReproducible');
  });
});
