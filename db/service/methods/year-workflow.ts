/** Handlers that move a year from state to state, and the comparison of the moments it passed through. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Moment } from '#shared/contract/outputs-cycles.ts';
import type { Change } from '#shared/changes/change.ts';
import { findTransition, CYCLE_TRANSITIONS, type CycleTransition } from '#shared/domain/cycle-transitions.ts';
import type { CycleState, Milestone } from '#shared/domain/entities.ts';
import type { CycleId, OpId } from '#shared/domain/ids.ts';
import { refuseSecondPerson } from '#shared/domain/second-person.ts';
import { err, ok } from '#shared/util/result.ts';
import { findStatePerson } from '#db/repos/cycle-repo.ts';
import { listMilestones } from '#db/repos/discussion-repo.ts';
import { findBatchBySeq, getHead } from '#db/repos/log-repo.ts';
import { compareMoments } from '../compare-milestones.ts';
import { findUnmet } from '../cycle-preconditions.ts';
import type { OfficeSession } from '../office-session.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';
import { computeCycle, type ComputedCycle } from './ranking.ts';

type Names = 'cycles.progress' | 'cycles.advance' | 'cycles.goBack' | 'milestones.compare';

export const yearWorkflowHandlers: Handlers<Names> = {
  async 'cycles.progress'({ cycleId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const computed = await computeCycle(session.value, cycleId);
    if (!computed.ok) return computed;
    const { state } = computed.value.structure.cycle;
    const facts = { session: session.value, computed: computed.value };
    const broughtBy = await findStatePerson(session.value.file.sql, cycleId);
    const steps = [];
    for (const transition of CYCLE_TRANSITIONS.filter(({ from }) => from === state)) {
      steps.push({
        ...transition,
        isForbidden: !mayTake(session.value, transition),
        personRefusal: transition.secondPerson ? refuseSecondPerson(session.value.userId, [broughtBy]) : null,
        unmet: await findUnmet(transition.needs, facts),
        warnings: await findUnmet(transition.warns, facts),
      });
    }
    return ok({ state, steps });
  },

  'cycles.advance': (input, context) => move('advance', { ...input, reason: null }, context),
  'cycles.goBack': (input, context) => move('goBack', input, context),

  async 'milestones.compare'({ cycleId, from, to }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    const milestones = await listMilestones(db, cycleId);
    const chosen = [from, to].map((id) => milestones.find((milestone) => milestone.id === id) ?? null);
    if (!chosen[0] || (to !== null && !chosen[1])) return err(appError('NOT_FOUND', 'record', { what: 'milestone' }));
    const first = await momentOf(session.value, chosen[0]);
    const second = await momentOf(session.value, chosen[1] ?? null);
    // Whichever way round they were chosen, time runs forward.
    const [before, after] = first.logSeq <= second.logSeq ? [first, second] : [second, first];
    const compared = await compareMoments(db, cycleId, before.logSeq, after.logSeq);
    if (!compared) return err(appError('NOT_FOUND', 'record', { what: 'cycle' }));
    return ok({ from: before, to: after, ...compared });
  },
};

interface Move {
  readonly opId: OpId;
  readonly cycleId: CycleId;
  readonly expectedVersion: number;
  readonly to: CycleState;
  readonly reason: string | null;
}

/**
 * Takes a step of the table. Errors: VALIDATION noSuchStep, FORBIDDEN role · singleSeat · samePerson, VALIDATION
 * preconditionsUnmet with every one that does not hold, VERSION_CONFLICT.
 */
async function move(kind: CycleTransition['kind'], input: Move, context: CallContext) {
  const session = openSession(context);
  if (!session.ok) return session;
  const computed = await computeCycle(session.value, input.cycleId);
  if (!computed.ok) return computed;
  const { cycle } = computed.value.structure;
  if (cycle.version !== input.expectedVersion) {
    return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'cycle', record: cycle.id }));
  }
  const transition = findTransition(cycle.state, input.to);
  if (transition?.kind !== kind) {
    return err(appError('VALIDATION', 'noSuchStep', { from: cycle.state, to: input.to }));
  }
  const refused = await refuseStep(session.value, computed.value, transition);
  if (refused) return err(refused);
  return session.value.commit({
    opId: input.opId,
    cycleId: cycle.id,
    label: { key: `cycle.${kind}.${input.to}`, params: { name: cycle.name } },
    searchWords: input.reason === null ? [] : [input.reason],
    // Going back is a step of its own, with a reason; Ctrl+Z passes over.
    undoable: false,
    changes: await stateChanges(session.value, cycle, input.to, input.reason),
  });
}

async function refuseStep(
  session: OfficeSession,
  computed: ComputedCycle,
  transition: CycleTransition,
): Promise<AppError | null> {
  if (!mayTake(session, transition)) return appError('FORBIDDEN', 'role', { method: transition.to });
  if (transition.secondPerson) {
    const broughtBy = await findStatePerson(session.file.sql, computed.structure.cycle.id);
    const refusal = refuseSecondPerson(session.userId, [broughtBy]);
    if (refusal) return appError('FORBIDDEN', refusal);
  }
  const unmet = await findUnmet(transition.needs, { session, computed });
  if (unmet.length === 0) return null;
  const problems = unmet.map(({ name, params }) => ({ at: '', reason: name, params }));
  return appError('VALIDATION', 'preconditionsUnmet', { count: unmet.length }, problems);
}

function mayTake(session: OfficeSession, { roles }: CycleTransition): boolean {
  return session.roles.some((role) => roles.includes(role));
}

/** The new state and the milestone that keeps the moment. */
async function stateChanges(
  session: OfficeSession,
  cycle: { readonly id: CycleId; readonly state: CycleState },
  to: CycleState,
  reason: string | null,
): Promise<readonly Change[]> {
  const id = session.newId();
  // The step's own batch belongs to the moment: only what comes after is a change since.
  const logSeq = (await getHead(session.file.sql)).seq + 1;
  const row = { id, cycle_id: cycle.id, name: to, log_seq: logSeq, state: to, reason };
  return [
    { kind: 'update', table: 'cycle', id: cycle.id, column: 'state', old: cycle.state, new: to },
    { kind: 'insert', table: 'milestone', id, row },
  ];
}

/** A milestone, or now, with the link of the chain that proves it. */
async function momentOf(session: OfficeSession, milestone: Milestone | null): Promise<Moment> {
  const db = session.file.sql;
  const batch = milestone && (await findBatchBySeq(db, milestone.logSeq));
  const { seq: logSeq, hash, at } = batch ?? (await getHead(db));
  return { milestone, logSeq, hash, at: at ?? '' };
}
