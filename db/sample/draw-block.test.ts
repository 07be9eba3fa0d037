import { describe, expect, it } from 'vitest';
import type { BlockDraft, CellDraft, NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { pointsFromDeclared } from '#shared/scoring/points-from-declared.ts';
import { buildSampleYear } from './build-sample-year.ts';

const draft = buildSampleYear();

function leavesOf(block: BlockDraft): readonly NodeDraft[] {
  return block.criteriaSet.nodes.filter(({ rule }) => rule !== null);
}

function eachCell(visit: (cell: CellDraft, leaf: NodeDraft, unitCode: string) => void): void {
  for (const block of draft.blocks) {
    const leaves = new Map(leavesOf(block).map((leaf) => [leaf.code, leaf]));
    for (const unit of block.units) {
      for (const cell of unit.cells) {
        const leaf = leaves.get(cell.leafCode);
        if (!leaf) throw new Error(`${unit.code}: no leaf ${cell.leafCode}`);
        visit(cell, leaf, unit.code);
      }
    }
  }
}

/** Outcome of the leaf's rule; null when it excuses the leaf. */
function pointsOf(leaf: NodeDraft, declared: Declared): number | null {
  if (!leaf.rule) throw new Error(leaf.code);
  const result = pointsFromDeclared(leaf.rule, declared, leaf.maxMicro, leaf.section);
  if (!result.ok || result.value.kind === 'missing') throw new Error(`${leaf.code}: ${JSON.stringify(result)}`);
  return result.value.kind === 'points' ? result.value.pointsMicro : null;
}

describe('sample cells', () => {
  it('have exactly one cell per unit and leaf', () => {
    for (const block of draft.blocks) {
      const codes = leavesOf(block).map(({ code }) => code);
      for (const unit of block.units) expect(unit.cells.map(({ leafCode }) => leafCode)).toEqual(codes);
    }
  });

  it('take every final value from the declared data', () => {
    eachCell((cell, leaf, unitCode) => {
      const points = cell.declared === null ? null : pointsOf(leaf, cell.declared);
      expect(cell.finalMicro, `${unitCode} ${leaf.code}`).toBe(points);
      expect(cell.notApplicableReason === null, `${unitCode} ${leaf.code}`).toBe(points !== null);
      if (points === null) expect(cell.notApplicableReason).not.toBe('');
    });
  });

  it('take self and appraised values from data the same rule accepts', () => {
    eachCell((cell, leaf, unitCode) => {
      for (const points of [cell.selfMicro, cell.appraisedMicro]) {
        if (points === null) continue;
        expect(isReachable(leaf, cell.declared, points), `${unitCode} ${leaf.code} ${points}`).toBe(true);
        expect(points).toBeLessThanOrEqual(leaf.maxMicro);
      }
    });
  });

  it('leave surveys without a self-scored value, and nothing else', () => {
    eachCell((cell, leaf) => {
      if (cell.finalMicro === null) return;
      expect(cell.selfMicro === null).toBe(leaf.rule?.kind === 'survey');
      expect(cell.appraisedMicro).not.toBeNull();
    });
  });

  it('give a reason for every cut and only for cuts, of all three fates', () => {
    const fates = { stands: 0, partlyReturned: 0, returned: 0 };
    eachCell((cell, leaf) => {
      const { selfMicro: self, appraisedMicro: appraised, finalMicro: final } = cell;
      const cut = self !== null && appraised !== null && appraised < self;
      expect(cell.cutReason !== '', `${leaf.code} ${self} ${appraised} ${final}`).toBe(cut);
      if (!cut) return;
      if (final === appraised) fates.stands += 1;
      else if (final === self) fates.returned += 1;
      else fates.partlyReturned += 1;
    });
    expect(Object.values(fates).every((count) => count > 10)).toBe(true);
  });

  it('let apologies speak of exactly the late files declared', () => {
    for (const unit of draft.blocks[2]?.units ?? []) {
      const late = (cell: CellDraft | undefined) =>
        cell?.declared?.kind === 'ratio' ? cell.declared.denominatorMicro - cell.declared.numeratorMicro : NaN;
      const cellOf = (code: string) => unit.cells.find(({ leafCode }) => leafCode === code);
      const apologies = cellOf('3.4.4')?.declared;
      const sum = late(cellOf('3.4.1')) + late(cellOf('3.4.2')) + late(cellOf('3.4.3'));
      expect(apologies?.kind === 'ratio' ? apologies.denominatorMicro : NaN).toBe(sum);
    }
  });

  /** Whether some declared data of the rule, over the same denominator, gives these points. */
  function isReachable(leaf: NodeDraft, declared: Declared | null, points: number): boolean {
    const { rule } = leaf;
    switch (rule?.kind) {
      case 'yes_no':
        return points === 0 || points === leaf.maxMicro;
      case 'choice':
        return rule.options.some((option) => option.pointsMicro === points);
      case 'step':
      case 'count_step':
        return rule.steps.some((step) => step.pointsMicro === points);
      case 'deduct': {
        const counts = Array.from({ length: 16 }, (_, count) => count);
        const totals = rule.events.reduce(
          (sums, event) =>
            new Set(
              [...sums].flatMap((sum) =>
                counts.map((n) => sum + Math.min(n * event.eachMicro, event.capMicro ?? Infinity)),
              ),
            ),
          new Set([0]),
        );
        const kept = (sum: number) =>
          leaf.section === 'core' ? Math.max(leaf.maxMicro - sum, 0) : Math.min(sum, leaf.maxMicro);
        return [...totals].some((sum) => kept(sum) === points);
      }
      case 'survey':
        return declared !== null && pointsOf(leaf, declared) === points;
      case 'ratio': {
        if (declared?.kind !== 'ratio') return false;
        const whole = declared.denominatorMicro / 1_000_000;
        const numerator = Math.round((points / leaf.maxMicro) * whole);
        const nearby = { ...declared, numeratorMicro: numerator * 1_000_000 };
        return pointsOf(leaf, nearby) === points;
      }
      default:
        return false;
    }
  }
});

describe('sample units and papers', () => {
  it('are 37 + 10 + 63 units with unique codes', () => {
    const codes = draft.blocks.map((block) => block.units.map(({ code }) => code));
    expect(codes.map((list) => list.length)).toEqual([37, 10, 63]);
    expect(new Set(codes.flat()).size).toBe(110);
    expect(codes[2]?.[0]).toBe('P01');
    expect(codes[2]?.[62]).toBe('P63');
  });

  it('say that they are simulated and use composed letters only', () => {
    expect(draft.simulated).toBe(true);
    const json = JSON.stringify(draft);
    expect(json).toBe(json.normalize('NFC'));
  });

  it('date every paper inside the period and name an office, not a person', () => {
    let count = 0;
    eachCell((cell) => {
      for (const { documentNo, documentDate, signer, summary } of cell.evidence) {
        count += 1;
        expect(documentDate >= draft.periodStart && documentDate <= draft.periodEnd, documentDate).toBe(true);
        expect(documentNo).toMatch(/^\d+\/(KH|BC|QĐ|BB|KL|TB|CV)-[A-Z]{1,2}\d{2}$/);
        expect(signer).toMatch(/^(Đại|Thượng) tá, Phó /);
        expect(summary).not.toBe('');
      }
    });
    expect(count).toBeGreaterThan(7_000);
  });

  it('rank last year by its own indexes: mean 86,20 and 14 Xuất sắc as published for 2022', () => {
    const all = draft.blocks.flatMap((block) => block.units.map(({ previous }) => previous));
    expect(all.reduce((sum, previous) => sum + (previous?.indexMicroPercent ?? NaN), 0)).toBe(86_200_000 * 110);
    expect(all.filter((previous) => previous?.classCode === 'XS')).toHaveLength(14);
    for (const block of draft.blocks) {
      for (const { previous } of block.units) {
        const better = block.units.filter(
          (other) => (other.previous?.indexMicroPercent ?? 0) > (previous?.indexMicroPercent ?? 0),
        );
        expect(previous?.rank).toBe(better.length + 1);
        expect(previous?.year).toBe(2022);
      }
    }
  });
});
