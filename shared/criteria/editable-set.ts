import type { CriteriaSet } from '../domain/entities.ts';

/** Bộ tiêu chí đang sửa: a set that need not add up yet. Its nodes are settled (settle-tree). */
export type EditableSet = Pick<CriteriaSet, 'name' | 'scaleMicro' | 'nodes'>;
