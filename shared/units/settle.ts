import { err, ok, type Result } from '../util/result.ts';
import { newProblems } from './check-registry.ts';
import type { Registry } from './registry.ts';
import type { UnitProblem } from './unit-problem.ts';

export type RegistryResult = Result<Registry, readonly UnitProblem[]>;

/** The registry as it would become, or what it would newly be wrong about. */
export function settle(before: Registry, after: Registry): RegistryResult {
  const problems = newProblems(before, after);
  return problems.length > 0 ? err(problems) : ok(after);
}
