import type { Change, Row } from '#shared/changes/change.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import { childrenOf } from '#shared/criteria/settle-tree.ts';
import type { CriteriaSetId } from '#shared/domain/ids.ts';
import { toDraftNodeRow, type StoredDraft } from '#db/repos/criteria-repo.ts';
import { recordChanges } from './record-changes.ts';

/** The changes that make the stored draft of a set what `next` is; the first edit writes the whole draft. */
export function draftChanges(
  setId: CriteriaSetId,
  stored: StoredDraft | undefined,
  next: EditableSet,
): readonly Change[] {
  const rows = new Map(rowsOf(next, setId).map((row) => [String(row['id']), row]));
  const ids = new Set([...rows.keys(), ...(stored?.rows.keys() ?? [])]);
  return [
    ...recordChanges('criteria_draft', setId, stored && headOf(setId, stored.set), headOf(setId, next)),
    ...[...ids].flatMap((id) => recordChanges('criteria_draft_node', id, stored?.rows.get(id), rows.get(id) ?? null)),
  ];
}

/** The changes that remove a draft. */
export function discardChanges(setId: CriteriaSetId, stored: StoredDraft): readonly Change[] {
  return [
    ...[...stored.rows].flatMap(([id, row]) => recordChanges('criteria_draft_node', id, row, null)),
    ...recordChanges('criteria_draft', setId, headOf(setId, stored.set), null),
  ];
}

function headOf(setId: CriteriaSetId, { name, scaleMicro }: EditableSet): Row {
  return { id: setId, name, scale_micro: scaleMicro };
}

function rowsOf(set: EditableSet, setId: CriteriaSetId): readonly Row[] {
  const children = childrenOf(set.nodes);
  return set.nodes.map((node) => {
    const siblings = (children.get(node.parentId) ?? []).filter((other) => other.section === node.section);
    return toDraftNodeRow(node, setId, siblings.indexOf(node));
  });
}
