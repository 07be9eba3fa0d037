import type { BatchLabel } from '../contract/outputs.ts';
import { fill } from './fill.ts';
import { LABELS_EN } from './labels.en.ts';
import { LABELS_VI } from './labels.vi.ts';
import type { Language } from './language.ts';

/**
 * Words the name of a step, e.g. "Nhập điểm 12 ô · C01". `of` of an undone step may itself be a label key. A key this
 * version does not know (a file written by a later one) is shown as it is.
 */
export function wordLabel(label: BatchLabel, language: Language): string {
  const labels: Readonly<Record<string, string>> = language === 'vi' ? LABELS_VI : LABELS_EN;
  const sentence = labels[label.key];
  if (sentence === undefined) return label.key;
  const { of } = label.params;
  const inner = typeof of === 'string' ? labels[of] : undefined;
  return fill(sentence, inner === undefined ? label.params : { ...label.params, of: fill(inner, label.params) });
}
