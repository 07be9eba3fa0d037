/** Handlers of `cycles.*`: which cycles there are and what they consist of. */
import { ok } from '#shared/util/result.ts';
import { listCycles } from '#db/repos/cycle-repo.ts';
import { openSession, type Handlers } from '../service-context.ts';

export const cycleHandlers: Handlers<'cycles.list' | 'cycles.get'> = {
  async 'cycles.list'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(await listCycles(session.value.file.sql)) : session;
  },

  async 'cycles.get'({ cycleId }, context) {
    const session = openSession(context);
    return session.ok ? session.value.structure(cycleId) : session;
  },
};
