import type { CriteriaSetDraft } from './cycle-draft.ts';

/**
 * The criteria set of a block that begins with nothing: one field of 100 points, scored by hand. It adds up, so the year
 * can be computed from the first minute; the criteria editor makes a real set of it.
 */
export function starterCriteriaSet(blockName: string): CriteriaSetDraft {
  return {
    name: `Bộ tiêu chí ${blockName}`,
    scaleMicro: 100_000_000,
    nodes: [
      {
        code: 'I',
        parentCode: null,
        level: 'field',
        section: 'core',
        name: 'Lĩnh vực I',
        maxMicro: 100_000_000,
        rule: { kind: 'manual' },
        ruleText: '',
        evidenceText: '',
        evidencePolicy: 'explain',
      },
    ],
  };
}
