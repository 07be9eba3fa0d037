import { describe, expect, it } from 'vitest';
import type { BlockDraft, NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { CriteriaSet } from '#shared/domain/entities.ts';
import type { NodeId } from '#shared/domain/ids.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import { buildSampleYear } from './build-sample-year.ts';

const draft = buildSampleYear();

function criteriaSetOf(block: BlockDraft): Pick<CriteriaSet, 'scaleMicro' | 'nodes'> {
  return {
    scaleMicro: block.criteriaSet.scaleMicro,
    nodes: block.criteriaSet.nodes.map(({ parentCode, ...node }, order) => ({
      ...node,
      id: node.code as NodeId,
      parentId: parentCode as NodeId | null,
      order,
    })),
  };
}

function leavesOf(block: BlockDraft): readonly NodeDraft[] {
  return block.criteriaSet.nodes.filter(({ rule }) => rule !== null);
}

describe('sample criteria sets', () => {
  it('compile and add up to 100 points over 237 leaves', () => {
    const compiled = draft.blocks.map((block) => compileSet(criteriaSetOf(block)));
    expect(compiled.map((result) => (result.ok ? null : result.error))).toEqual([null, null, null]);
    expect(draft.blocks.map((block) => block.criteriaSet.scaleMicro)).toEqual([100_000_000, 100_000_000, 100_000_000]);
    const core = draft.blocks.flatMap((block) => leavesOf(block)).filter(({ section }) => section === 'core');
    expect(core).toHaveLength(237);
  });

  it('let every leaf reach its maximum and lose something', () => {
    for (const leaf of draft.blocks.flatMap((block) => leavesOf(block))) {
      const { rule, maxMicro, section } = leaf;
      if (rule?.kind === 'choice') expect(span(rule.options)).toEqual([0, maxMicro]);
      else if (rule?.kind === 'step' || rule?.kind === 'count_step') expect(span(rule.steps)).toEqual([0, maxMicro]);
      else if (rule?.kind === 'deduct' && section === 'core') expect(rule.floorMicro).toBe(0);
      expect(rule?.kind).not.toBe('manual');
    }
  });

  it('keep every figure of the printed rule in the rule', () => {
    let figures = 0;
    for (const leaf of draft.blocks.flatMap((block) => leavesOf(block))) {
      const json = JSON.stringify(leaf.rule);
      // Points follow "=", "trừ" or a minus; the floor of a share follows "sàn" or "<".
      for (const [, text = ''] of leaf.ruleText.matchAll(/(?:= |trừ |−)(\d+(?:,\d+)?)(?![\d%,])/g)) {
        figures += 1;
        const micro = Math.round(Number(text.replace(',', '.')) * 1_000_000);
        const known =
          leaf.rule?.kind === 'yes_no' ? [0, leaf.maxMicro].includes(micro) : json.includes(`Micro":${micro}`);
        const meansNothing = leaf.rule?.kind === 'deduct' && micro === 0;
        const isCap = leaf.code === 'P1' && micro === leaf.maxMicro;
        expect(known || meansNothing || isCap, `${leaf.code}: ${text} of "${leaf.ruleText}"`).toBe(true);
      }
      const bounds = leaf.rule?.kind === 'step' ? leaf.ruleText.matchAll(/(\d+)%/g) : [];
      for (const [, percent] of bounds) expect(json).toContain(`:${Number(percent) * 1_000_000},`);
      const floor = /sàn (\d+)%|p < (\d+)% → 0|; < (\d+)% → 0/.exec(leaf.ruleText);
      if (leaf.rule?.kind === 'ratio') {
        const percent = Number(floor?.[1] ?? floor?.[2] ?? floor?.[3] ?? 0);
        expect(leaf.rule.floorMicroPercent, leaf.ruleText).toBe(percent * 1_000_000);
        expect(leaf.rule.onZeroDenominator === 'notApplicable').toBe(leaf.ruleText.includes('không áp dụng'));
      }
    }
    // Guards the patterns above: were they to match nothing, nothing would have been checked.
    expect(figures).toBeGreaterThan(200);
  });

  function span(items: readonly { readonly pointsMicro: number }[]): [number, number] {
    const points = items.map(({ pointsMicro }) => pointsMicro);
    return [Math.min(...points), Math.max(...points)];
  }
});
