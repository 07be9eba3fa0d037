/** Handlers of `explanations.*`: rounds of cuts put to the units, their answers, and the decisions on them. */
import type { Change } from '#shared/changes/change.ts';
import { isApplicable, isCut, passesFilter } from '#shared/appraisal/cell-rules.ts';
import { explanationColumn } from '#shared/appraisal/explanation-column.ts';
import { walkCells } from '#shared/appraisal/walk-cells.ts';
import { appError, type Problem } from '#shared/contract/errors.ts';
import type { Cell } from '#shared/contract/outputs.ts';
import type { ProposedExplanation } from '#shared/contract/outputs-explanations.ts';
import { isPending } from '#shared/domain/explanation-states.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { daysFrom } from '#shared/util/calendar-days.ts';
import { err, ok } from '#shared/util/result.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { findRound, listItems, listRoundItems, listRounds } from '#db/repos/explanation-repo.ts';
import { findCells, scoreId } from '#db/repos/score-repo.ts';
import { placesOf } from '../block-cells.ts';
import type { NamedCell } from '../cell-places.ts';
import { findTargets, openCycle, roundClosed, stale, targetsOf, type Targets } from '../explanation-targets.ts';
import { addressOf, blankAsNaN, moveItems, refusal, rejectItems } from '../move-items.ts';
import { openSession, type Handlers } from '../service-context.ts';

type Names =
  | 'explanations.list'
  | 'explanations.propose'
  | 'explanations.openRound'
  | 'explanations.answer'
  | 'explanations.accept'
  | 'explanations.reject'
  | 'explanations.closeRound';

export const explanationHandlers: Handlers<Names> = {
  async 'explanations.list'({ cycleId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    return ok({ rounds: await listRounds(db, cycleId), items: await listItems(db, cycleId) });
  },

  async 'explanations.propose'({ cycleId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const structure = await session.value.structure(cycleId);
    if (!structure.ok) return structure;
    const items = await listItems(session.value.file.sql, cycleId);
    const proposed: ProposedExplanation[] = [];
    for (const block of structure.value.blocks) {
      const { set, cells } = await session.value.block(structure.value, block);
      walkCells(set, cells, explanationColumn(items, [], '', placesOf(cells)), (u, l, facts) => {
        const isHeld = facts.explanation !== null && isPending(facts.explanation.state);
        if (!isApplicable(facts) || !isCut(facts) || isHeld) return;
        proposed.push({
          cycleUnitId: cells.cycleUnitIds[u]!,
          leafId: cells.leafIds[l]!,
          selfMicro: facts.selfMicro,
          appraisedMicro: facts.appraisedMicro,
          isSuggested: passesFilter('toExplain', facts),
        });
      });
    }
    return ok(proposed);
  },

  async 'explanations.openRound'({ opId, cycleId, name, deadline, today, cells }, context) {
    const opened = await openCycle(context, cycleId);
    if (!opened.ok) return opened;
    const { session, places } = opened.value;
    if (daysFrom(today, deadline) < 0) return err(appError('VALIDATION', 'deadlinePast'));
    const db = session.file.sql;
    const wanted = new Map(cells.map((cell) => [scoreId(cell.cycleUnitId, cell.leafId), cell]));
    const stored = await findCells(db, [...wanted.keys()]);
    const pending = (await listItems(db, cycleId)).filter(({ state }) => isPending(state));
    const held = new Set(pending.map((item) => scoreId(item.cycleUnitId, item.leafId)));
    const roundId = session.newId();
    const items: Change[] = [];
    const named: NamedCell[] = [];
    const problems: Problem[] = [];
    for (const [id, { cycleUnitId, leafId }] of wanted) {
      const place = places(cycleUnitId, leafId);
      if (!place) return err(appError('NOT_FOUND', 'record', { what: 'cell' }));
      const cell = stored.get(id);
      const at = addressOf(place);
      named.push(place);
      if (held.has(id)) problems.push({ at, reason: 'explanationPending' });
      else if (!cell || cell.notApplicable || !isCut(blankAsNaN(cell))) problems.push({ at, reason: 'notACut' });
      else items.push(insertItem(session.newId(), roundId, cell));
    }
    if (problems.length > 0) return err(refusal(problems));
    const row = {
      id: roundId,
      cycle_id: cycleId,
      number: ((await listRounds(db, cycleId)).at(-1)?.number ?? 0) + 1,
      name,
      opened_at: context.state.now(),
      opened_by: session.actor,
      deadline,
      closed_at: null,
      closed_by: '',
    };
    return session.commit({
      opId,
      cycleId,
      label: { key: 'explanation.open', params: { name, count: items.length } },
      searchWords: wordsOf(named),
      undoable: true,
      changes: [{ kind: 'insert', table: 'explanation_round', id: roundId, row }, ...items],
    });
  },

  async 'explanations.answer'({ opId, items, text, document }, context) {
    const found = await findTargets(context, items);
    if (!found.ok) return found;
    const { session, targets } = found.value;
    const fields = { answer: text, answeredAt: context.state.now(), answeredBy: session.actor };
    const moved = moveItems('answer', targets, () => ({ fields, finalMicro: null }));
    if (!moved.ok) return moved;
    const documents = targets.flatMap(({ cell }): Change[] => {
      if (!document) return [];
      const id = session.newId();
      const row = {
        id,
        cycle_unit_id: cell.cycleUnitId,
        leaf_id: cell.leafId,
        document_no: nfc(document.documentNo),
        document_date: document.documentDate,
        signer: nfc(document.signer),
        summary: nfc(document.summary),
        file_name: null,
        file_sha256: null,
      };
      return [{ kind: 'insert', table: 'evidence', id, row }];
    });
    return commit(found.value, opId, 'explanation.answer', [...moved.value, ...documents]);
  },

  async 'explanations.accept'({ opId, items, reason }, context) {
    const found = await findTargets(context, items);
    if (!found.ok) return found;
    const decision = decisionOf(found.value, reason, context.state.now());
    const moved = moveItems('accept', found.value.targets, (_, i) => {
      const { pointsMicro } = items[i]!;
      return { fields: { ...decision, grantedMicro: pointsMicro }, finalMicro: pointsMicro };
    });
    return moved.ok ? commit(found.value, opId, 'explanation.accept', moved.value) : moved;
  },

  async 'explanations.reject'({ opId, items, reason }, context) {
    const found = await findTargets(context, items);
    if (!found.ok) return found;
    const moved = rejectItems(found.value.targets, decisionOf(found.value, reason, context.state.now()));
    return moved.ok ? commit(found.value, opId, 'explanation.reject', moved.value) : moved;
  },

  async 'explanations.closeRound'({ opId, roundId, expectedVersion, unansweredReason }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    const round = await findRound(db, roundId);
    if (!round) return err(appError('NOT_FOUND', 'record', { what: 'explanationRound' }));
    const opened = await openCycle(context, round.cycleId);
    if (!opened.ok) return opened;
    if (round.closedAt !== null) return err(roundClosed(round));
    if (round.version !== expectedVersion) return err(stale('explanation_round', round.name));
    const items = await listRoundItems(db, roundId);
    const undecided = items.filter(({ state }) => state === 'answered').length;
    if (undecided > 0) return err(appError('VALIDATION', 'explanationsUndecided', { count: undecided }));
    const unanswered = items.filter(({ state }) => state === 'open');
    if (unanswered.length > 0 && unansweredReason === null) {
      return err(appError('VALIDATION', 'explanationsUnanswered', { count: unanswered.length }));
    }
    const found = await targetsOf(opened.value, unanswered);
    if (!found.ok) return found;
    const now = context.state.now();
    const rejected = rejectItems(found.value.targets, decisionOf(found.value, unansweredReason ?? '', now));
    if (!rejected.ok) return rejected;
    const closing = { kind: 'update', table: 'explanation_round', id: roundId } as const;
    return session.value.commit({
      opId,
      cycleId: round.cycleId,
      label: { key: 'explanation.close', params: { name: round.name } },
      searchWords: wordsOf(found.value.targets.map(({ place }) => place)),
      undoable: true,
      changes: [
        ...rejected.value,
        { ...closing, column: 'closed_at', old: null, new: now },
        { ...closing, column: 'closed_by', old: '', new: session.value.actor },
      ],
    });
  },
};

function decisionOf({ session }: Targets, decisionReason: string, decidedAt: string) {
  return { decisionReason, decidedAt, decidedBy: session.actor };
}

/** One step, whatever the number of items. */
function commit({ session, targets, cycleId }: Targets, opId: OpId, key: string, changes: readonly Change[]) {
  const places = targets.map(({ place }) => place);
  const [only] = places;
  const one = places.length === 1 && only ? { unit: only.unitCode, leaf: only.leaf.code } : {};
  const label = { key, params: { count: places.length, ...one } };
  return session.commit({ opId, cycleId, label, searchWords: wordsOf(places), undoable: true, changes });
}

function insertItem(id: string, roundId: string, cell: Cell): Change {
  const row = {
    id,
    round_id: roundId,
    cycle_unit_id: cell.cycleUnitId,
    leaf_id: cell.leafId,
    state: 'open',
    self_micro: cell.selfMicro,
    appraised_micro: cell.appraisedMicro,
    cut_reason: cell.cutReason,
    answer: '',
    answered_at: null,
    answered_by: '',
    granted_micro: null,
    decision_reason: '',
    decided_at: null,
    decided_by: '',
  };
  return { kind: 'insert', table: 'explanation_item', id, row };
}

/** What the log finds the step by; of very many cells the first are enough. */
function wordsOf(places: readonly NamedCell[]): readonly string[] {
  return [...new Set(places.slice(0, 200).flatMap(({ unitCode, leaf }) => [unitCode, leaf.code]))];
}
