/** Points of the sample year: always and only through the engine's rules. */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { pointsFromDeclared } from '#shared/scoring/points-from-declared.ts';

/** Points (10⁻⁶ point) the leaf's rule gives for declared data; null when the rule excuses the leaf. */
export function pointsOf(leaf: NodeDraft, declared: Declared): number | null {
  if (!leaf.rule) throw new Error(`${leaf.code} is not a leaf`);
  const result = pointsFromDeclared(leaf.rule, declared, leaf.maxMicro, leaf.section);
  if (!result.ok) throw new Error(`Sample data does not fit the rule of ${leaf.code}: ${JSON.stringify(result.error)}`);
  switch (result.value.kind) {
    case 'points':
      return result.value.pointsMicro;
    case 'notApplicable':
      return null;
    case 'missing':
      throw new Error(`Sample data of ${leaf.code} is incomplete`);
  }
}
