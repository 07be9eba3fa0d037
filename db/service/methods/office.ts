/** Handlers of `office.*`: which file is open. They change the service's session and nothing inside a file. */
import { basename } from 'node:path';
import { rmSync } from 'node:fs';
import type { AppError } from '#shared/contract/errors.ts';
import type { OfficeStatus } from '#shared/contract/outputs.ts';
import { singleSeat } from '#shared/domain/caller.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { createOfficeFile, openOfficeFile, type OfficeFile } from '#db/engine/office-file.ts';
import { createCycleChanges } from '../create-cycle.ts';
import { OfficeSession } from '../office-session.ts';
import {
  callerOf,
  openSession,
  resolveToken,
  type CallContext,
  type Handlers,
  type ServiceState,
} from '../service-context.ts';

type Opening = Pick<CallContext, 'state' | 'seat' | 'caller'>;

const CLOSED: OfficeStatus = { open: false };

type Names = 'office.create' | 'office.createSample' | 'office.open' | 'office.close' | 'office.status';

export const officeHandlers: Handlers<Names> = {
  async 'office.create'({ fileToken }, context) {
    const path = resolveToken(context, fileToken);
    if (!path.ok) return path;
    return adopt(context, createOfficeFile(path.value, context.state.host));
  },

  async 'office.createSample'({ fileToken }, context) {
    const path = resolveToken(context, fileToken);
    if (!path.ok) return path;
    const created = createOfficeFile(path.value, context.state.host);
    if (!created.ok) return created;
    const session = await newSession(context, created.value);
    const written = await writeSampleYear(session);
    if (!written.ok) {
      // Half a sample is no file: what was just created goes again.
      await created.value.close();
      rmSync(path.value, { force: true });
      return written;
    }
    return adoptSession(context, session);
  },

  async 'office.open'({ fileToken }, context) {
    const path = resolveToken(context, fileToken);
    return path.ok ? openOfficePath(context, path.value) : path;
  },

  async 'office.close'(_input, { state }) {
    await closeSession(state);
    state.publish(() => ({ type: 'event', name: 'office.changed', payload: CLOSED }));
    return ok(CLOSED);
  },

  async 'office.status'(_input, context) {
    const session = openSession(context);
    return ok(session.ok ? await session.value.status() : CLOSED);
  },
};

/** Opens a file by path (command line, double click, reopening after a crash of the data process). */
export async function openOfficePath(context: Opening, path: string): Promise<Result<OfficeStatus, AppError>> {
  const { state, caller } = context;
  // A file this process holds already would be refused by its own lock.
  if (state.session?.file.path === path) return ok(await state.session.seatedFor(caller).status());
  return adopt(context, openOfficeFile(path, state.host));
}

/** Closes the open file, if any; its WAL is folded back. */
export async function closeSession(state: ServiceState): Promise<void> {
  const { session } = state;
  if (!session) return;
  state.session = null;
  await session.file.close();
  state.host.onOfficeOpened(null);
}

async function adopt(context: Opening, opened: Result<OfficeFile, AppError>): Promise<Result<OfficeStatus, AppError>> {
  return opened.ok ? adoptSession(context, await newSession(context, opened.value)) : opened;
}

/** Makes the session the open one. The file open before is closed only now, so that a failure leaves it open. */
async function adoptSession({ state, seat }: Opening, session: OfficeSession): Promise<Result<OfficeStatus, AppError>> {
  await closeSession(state);
  state.session = session;
  state.host.onOfficeOpened({ path: session.file.path });
  await session.tellStatus();
  // Whoever sat here in the file before has not signed in to this one.
  return ok(await session.seatedFor(callerOf(state, seat)).status());
}

/** Seated for the one who made or opened it: a file that is new to the service knows nobody else. */
function newSession({ state }: Opening, file: OfficeFile): Promise<OfficeSession> {
  return OfficeSession.start(file, state, singleSeat(state.host.actorName));
}

async function writeSampleYear(session: OfficeSession) {
  // Most starts never ask for it.
  const { buildSampleYear } = await import('#db/sample/build-sample-year.ts');
  const draft = buildSampleYear();
  const created = createCycleChanges(draft, new Map(), () => session.newId());
  if (!created.ok) return created;
  return session.commit({
    opId: session.newId() as OpId,
    cycleId: created.value.cycleId,
    label: { key: 'cycle.sample', params: { name: draft.name, file: basename(session.file.path) } },
    searchWords: [],
    undoable: false,
    changes: created.value.changes,
  });
}
