/**
 * Handlers of `criteria.*`: the set being edited, issuing it, versions, copies and crosswalks. The rules are pure
 * (shared/criteria); a handler reads the set, asks them for the next one and writes the difference as one batch.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel, Committed } from '#shared/contract/outputs.ts';
import type { CriteriaVersion } from '#shared/contract/outputs-criteria.ts';
import type { Change } from '#shared/changes/change.ts';
import { adoptNodes } from '#shared/criteria/adopt-nodes.ts';
import { crosswalk } from '#shared/criteria/crosswalk.ts';
import { isSameSet } from '#shared/criteria/diff-sets.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import { editSet, type SetEdit } from '#shared/criteria/edit-set.ts';
import { leavesOfSet } from '#shared/criteria/leaves-of-set.ts';
import { numberNodes } from '#shared/criteria/number-nodes.ts';
import type { NodeId, OpId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findVersion, listMatches, listSources, listVersions, findSetStamp, matchId } from '#db/repos/criteria-repo.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';
import { editError } from '../criteria-errors.ts';
import { discardChanges, draftChanges } from '../draft-changes.ts';
import { issueChanges, planIssue } from '../issue-criteria.ts';
import { openCriteria, type OpenCriteria } from '../open-criteria.ts';
import { recordChanges } from '../record-changes.ts';
import { openSession, type Handlers } from '../service-context.ts';

type Names =
  | 'criteria.get'
  | 'criteria.version'
  | 'criteria.edit'
  | 'criteria.discard'
  | 'criteria.checkIssue'
  | 'criteria.issue'
  | 'criteria.sources'
  | 'criteria.copy'
  | 'criteria.crosswalk'
  | 'criteria.setMatch';

export const criteriaHandlers: Handlers<Names> = {
  async 'criteria.get'({ setId }, context) {
    const open = await openCriteria(context, setId, false);
    if (!open.ok) return open;
    const { structure, blocks, issued, draft } = open.value;
    const blockIds = new Set(blocks.map((block) => block.id));
    return ok({
      setId,
      cycleId: structure.cycle.id,
      blocks: blocks.map(({ id, code, name }) => ({ id, code, name })),
      issued: { name: issued.name, scaleMicro: issued.scaleMicro, nodes: issued.nodes },
      versions: await versionsOf(open.value),
      draft: draft?.set ?? null,
      nodeVersions: Object.fromEntries(draft?.versions ?? []) as Record<NodeId, number>,
      units: structure.cycleUnits.filter((unit) => blockIds.has(unit.blockId)).length,
    });
  },

  async 'criteria.version'({ setId, number }, context) {
    const open = await openCriteria(context, setId, false);
    return open.ok ? versionOf(open.value, number) : open;
  },

  async 'criteria.edit'({ opId, setId, edit, expectedVersion, numbering }, context) {
    const open = await openCriteria(context, setId, true);
    if (!open.ok) return open;
    const { session, editable, draft } = open.value;
    const at = codeOf(editable, edit);
    if (edit.kind === 'patch' && (draft?.versions.get(edit.nodeId) ?? 0) !== expectedVersion) {
      return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'criteria_node', record: at }));
    }
    const edited = editSet(editable, edit, () => session.newId() as NodeId);
    if (!edited.ok) return err(editError(edited.error, at));
    const follows = numbering !== null && ['add', 'remove', 'move'].includes(edit.kind);
    const next = follows ? { ...edited.value, nodes: numberNodes(edited.value.nodes, numbering) } : edited.value;
    // An added node has no code to be called by before it is there.
    const code = edit.kind === 'add' ? addedCode(editable, next) : at;
    const label = { key: `criteria.${edit.kind}`, params: { set: open.value.blockCodes, ...(code && { code }) } };
    return commitDraft(open.value, opId, label, next);
  },

  async 'criteria.discard'({ opId, setId }, context) {
    const open = await openCriteria(context, setId, true);
    if (!open.ok) return open;
    const { draft, blockCodes } = open.value;
    if (!draft) return err(appError('VALIDATION', 'nothingEdited'));
    return commit(
      open.value,
      opId,
      { key: 'criteria.discard', params: { set: blockCodes } },
      discardChanges(setId, draft),
    );
  },

  async 'criteria.checkIssue'({ setId, choices }, context) {
    const open = await openCriteria(context, setId, false);
    return open.ok ? ok((await planIssue(open.value, choices)).check) : open;
  },

  async 'criteria.issue'({ opId, setId, note, choices, expectedAffected, dropRecords }, context) {
    const open = await openCriteria(context, setId, true);
    if (!open.ok) return open;
    const { draft, editable, issued, blockCodes } = open.value;
    if (!draft || isSameSet(issued, editable)) return err(appError('VALIDATION', 'nothingEdited'));
    const plan = await planIssue(open.value, choices);
    const { problems, affected, nextNumber } = plan.check;
    if (problems.length > 0) return err(appError('VALIDATION', 'setDoesNotAddUp', { block: blockCodes }, problems));
    if (affected !== expectedAffected) {
      return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'score', record: blockCodes }));
    }
    if (plan.dropsRecords && !dropRecords) {
      return err(appError('VALIDATION', 'dropNotAgreed', { count: affected }));
    }
    const label = { key: 'criteria.issue', params: { set: blockCodes, number: nextNumber } };
    const changes = await issueChanges(open.value, plan, note, context.state.now());
    return commit(open.value, opId, label, changes, [note]);
  },

  async 'criteria.sources'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(await listSources(session.value.file.sql)) : session;
  },

  async 'criteria.copy'({ opId, setId, fromSetId, fromVersion }, context) {
    const open = await openCriteria(context, setId, true);
    if (!open.ok) return open;
    const from = await openCriteria(context, fromSetId, false);
    if (!from.ok) return from;
    const source = fromVersion === null ? ok<EditableSet>(from.value.issued) : await versionOf(from.value, fromVersion);
    if (!source.ok) return source;
    const { session, editable, blockCodes } = open.value;
    // A version of the set itself has the set's own ids.
    const nodes =
      fromSetId === setId
        ? source.value.nodes
        : adoptNodes(editable.nodes, source.value.nodes, () => session.newId() as NodeId);
    const name = fromSetId === setId ? source.value.name : editable.name;
    const label = {
      key: fromSetId === setId ? 'criteria.restore' : 'criteria.copy',
      params: {
        set: blockCodes,
        from: `${from.value.structure.cycle.name} · ${from.value.blockCodes}`,
        ...(fromVersion !== null && { number: fromVersion }),
      },
    };
    return commitDraft(open.value, opId, label, { name, scaleMicro: source.value.scaleMicro, nodes });
  },

  async 'criteria.crosswalk'({ setId, previousSetId, draft }, context) {
    const open = await openCriteria(context, setId, false);
    if (!open.ok) return open;
    const previous = await openCriteria(context, previousSetId, false);
    if (!previous.ok) return previous;
    const current: EditableSet = draft ? open.value.editable : open.value.issued;
    const decisions = await listMatches(open.value.session.file.sql, setId, previousSetId);
    return ok({
      crosswalk: crosswalk(previous.value.issued, current, decisions),
      current: current.nodes,
      previous: previous.value.issued.nodes,
      decided: [...decisions.keys()],
    });
  },

  async 'criteria.setMatch'({ opId, setId, previousSetId, leafId, decision }, context) {
    const open = await openCriteria(context, setId, true);
    if (!open.ok) return open;
    const previous = await openCriteria(context, previousSetId, false);
    if (!previous.ok) return previous;
    const leaf = leavesOfSet([...open.value.issued.nodes, ...open.value.editable.nodes]).find(
      ({ id }) => id === leafId,
    );
    const before = decision.kind === 'continues' ? decision.previousLeafId : null;
    const continued = leavesOfSet(previous.value.issued.nodes).find(({ id }) => id === before);
    if (!leaf || (before !== null && !continued)) return err(appError('NOT_FOUND', 'record', { what: 'criteriaNode' }));
    const db = open.value.session.file.sql;
    const decisions = await listMatches(db, setId, previousSetId);
    const taken = before !== null && [...decisions].some(([other, match]) => other !== leafId && match === before);
    if (taken) return err(appError('VALIDATION', 'matchTaken', { code: continued?.code ?? '' }));
    const id = matchId(leafId, previousSetId);
    const stored = (await findRecords(db, 'criteria_match', [id])).get(id);
    const row = { id, set_id: setId, previous_set_id: previousSetId, leaf_id: leafId, previous_leaf_id: before };
    const next = decision.kind === 'undecided' ? null : row;
    const changes = recordChanges('criteria_match', id, stored && loggedPart(stored), next);
    if (changes.length === 0) return err(appError('VALIDATION', 'nothingEdited'));
    const label = { key: 'criteria.match', params: { set: open.value.blockCodes, code: leaf.code } };
    return commit(open.value, opId, label, changes);
  },
};

/** Issued versions, oldest first; a set nobody issued anew has the one its cycle was made with. */
async function versionsOf({ session, issued }: OpenCriteria): Promise<readonly CriteriaVersion[]> {
  const recorded = await listVersions(session.file.sql, issued.id);
  if (recorded.length > 0) return recorded;
  return [{ number: 1, note: '', ...(await findSetStamp(session.file.sql, issued.id)) }];
}

async function versionOf({ session, issued }: OpenCriteria, number: number): Promise<Result<EditableSet, AppError>> {
  const recorded = await findVersion(session.file.sql, issued.id, number);
  if (recorded) return ok(recorded);
  const isFirst = number === 1 && (await listVersions(session.file.sql, issued.id)).length === 0;
  if (!isFirst) return err(appError('NOT_FOUND', 'record', { what: 'criteriaVersion' }));
  const { name, scaleMicro, nodes } = issued;
  return ok({ name, scaleMicro, nodes });
}

/** Writes the edited set; an edit that changes nothing is refused, because there would be no step to take back. */
async function commitDraft(
  open: OpenCriteria,
  opId: OpId,
  label: BatchLabel,
  next: EditableSet,
): Promise<Result<Committed, AppError>> {
  if (isSameSet(open.editable, next)) return err(appError('VALIDATION', 'nothingEdited'));
  return commit(open, opId, label, draftChanges(open.issued.id, open.draft, next), [next.name]);
}

function commit(
  { session, structure }: OpenCriteria,
  opId: OpId,
  label: BatchLabel,
  changes: readonly Change[],
  searchWords: readonly string[] = [],
): Promise<Result<Committed, AppError>> {
  return session.commit({ opId, cycleId: structure.cycle.id, label, searchWords, undoable: true, changes });
}

/** Code of the node an edit is about; empty for the set as a whole. */
function codeOf(set: EditableSet, edit: SetEdit): string {
  return 'nodeId' in edit ? (set.nodes.find((node) => node.id === edit.nodeId)?.code ?? '') : '';
}

function addedCode(before: EditableSet, after: EditableSet): string {
  const known = new Set(before.nodes.map((node) => node.id));
  return after.nodes.find((node) => !known.has(node.id))?.code ?? '';
}
