import { ruleSchema } from '../contract/rule-schema.ts';
import type { Rule } from '../domain/rules.ts';

/** A rule from its JSON, as the column `tham_so` holds it; null when it is none. */
export function parseRule(json: string): Rule | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = ruleSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
