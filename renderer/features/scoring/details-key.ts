import type { KeyboardEvent } from 'react';
import type { DetailsTab } from '#renderer/features/cell-details/details-tab.ts';

/**
 * The part of the cell details a key asks for: Shift+F2 comments (as in spreadsheets), Alt+K declared data,
 * Alt+G explanations.
 */
export function detailsKey(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): DetailsTab | null {
  const { code, key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return null;
  if (key === 'F2' && shiftKey && !altKey) return 'comments';
  if (!altKey || shiftKey) return null;
  return code === 'KeyK' ? 'declared' : code === 'KeyG' ? 'explanation' : null;
}
