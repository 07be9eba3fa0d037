import type { Role, Stage } from './entities.ts';

/**
 * Who writes which of the three values side by side: the secretary enters what the unit gave itself, the appraisers
 * decide what it is worth. Source: domain.md §6, steps 2, 4 and 5; screens "Nhập điểm" and "Thẩm định".
 */
export const STAGE_ROLES: { readonly [S in Stage]: readonly Role[] } = {
  self: ['secretary'],
  appraised: ['reviewer'],
  final: ['reviewer'],
};

/** Whether somebody with these roles may write points or declared data of this stage. */
export function mayWriteStage(roles: readonly Role[], stage: Stage): boolean {
  return STAGE_ROLES[stage].some((role) => roles.includes(role));
}
