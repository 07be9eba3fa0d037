import { describe, expect, it } from 'vitest';
import type { EventName } from '#shared/contract/contract.ts';
import type { OfficeStatus } from '#shared/contract/outputs.ts';
import type { CycleId, CycleUnitId } from '#shared/domain/ids.ts';
import type { Client, CommandActivity } from '#renderer/client/client.ts';
import { createAppController } from './app-controller.ts';

const OPEN: OfficeStatus = {
  open: true,
  fileName: 'a.cchc',
  readOnly: false,
  schemaVersion: 1,
  user: { id: null, login: '', name: 'A', roles: ['admin'], may: [], passwordByOther: false },
  settings: { idleLockMinutes: 10 },
  lastSavedAt: '2023-11-05T03:32:00.000Z',
};
const NO_STEPS = { undo: null, redo: null };

/** A client whose answers the test gives by method, and whose events the test sends. */
function fakeClient(answers: Record<string, (input: Record<string, unknown>) => unknown>) {
  const listeners = new Map<EventName, (payload: never) => void>();
  let activity: (activity: CommandActivity) => void = () => undefined;
  const client = {
    call: async (method: string, input: Record<string, unknown>) => {
      const answer = await answers[method]?.(input);
      return answer === undefined
        ? { ok: false, error: { code: 'DB_BUSY', reason: 'busy' } }
        : { ok: true, value: answer };
    },
    on: (name: EventName, listener: (payload: never) => void) => {
      listeners.set(name, listener);
      return () => undefined;
    },
    onResync: () => () => undefined,
    onCommands: (listener: typeof activity) => {
      activity = listener;
      return () => undefined;
    },
    close: () => undefined,
  } as unknown as Client;
  return {
    client,
    send: (name: EventName, payload: object) => listeners.get(name)?.(payload as never),
    act: (now: CommandActivity) => activity(now),
  };
}

const cycle = (id: string) => ({ id, name: id });

describe('app controller', () => {
  it('shows the score grid of the first cycle once a file is open', async () => {
    const { client } = fakeClient({
      'office.status': () => OPEN,
      'cycles.list': () => [cycle('c1'), cycle('c2')],
      'changes.undoState': () => NO_STEPS,
      'cycles.get': ({ cycleId }) => ({ cycle: cycle((cycleId as string | null) ?? 'c1') }),
    });
    const { store, load } = createAppController(client);
    await load();
    expect(store.get()).toMatchObject({
      screen: 'scoring',
      cycleId: 'c1',
      loaded: true,
      structure: { cycle: { id: 'c1' } },
    });
  });

  it('drops the late answer about a cycle that is no longer chosen', async () => {
    const gates = new Map<string, (structure: unknown) => void>();
    const { client } = fakeClient({
      'cycles.get': ({ cycleId }) => new Promise((done) => gates.set(cycleId as string, done)),
    });
    const { store, selectCycle } = createAppController(client);
    const first = selectCycle('c1' as CycleId);
    const second = selectCycle('c2' as CycleId);
    gates.get('c2')?.({ cycle: cycle('c2') });
    gates.get('c1')?.({ cycle: cycle('c1') });
    await Promise.all([first, second]);
    expect(store.get().structure?.cycle.id).toBe('c2');
  });

  it('says saved only with the time the service gave, and keeps saying so when a command was merely refused', async () => {
    const { client, send, act } = fakeClient({ 'office.status': () => OPEN });
    const { store, load } = createAppController(client);
    await load();
    act({ pending: 1, failed: null });
    expect(store.get().save).toEqual({ kind: 'saving' });
    send('changes.committed', { at: '2023-11-05T03:40:00.000Z', undo: NO_STEPS, structureChanged: false });
    act({ pending: 0, failed: null });
    expect(store.get().save).toEqual({ kind: 'saved', at: '2023-11-05T03:40:00.000Z' });
    act({ pending: 0, failed: { code: 'VALIDATION', reason: 'overMax' } });
    expect(store.get().save.kind).toBe('saved');
    act({ pending: 0, failed: { code: 'DISK_FULL', reason: 'full' } });
    expect(store.get().save).toMatchObject({ kind: 'failed', error: { code: 'DISK_FULL' } });
  });

  it('stays at the start with the reason when a file cannot be opened', async () => {
    const { client } = fakeClient({});
    const { store, openOffice } = createAppController(client);
    expect(await openOffice('office.open', 't')).toMatchObject({ ok: false });
    expect(store.get()).toMatchObject({ screen: 'start', openError: { code: 'DB_BUSY' } });
  });

  it('takes a unit to the ranking when that is shown, anything else to the score grid, each time anew', () => {
    const { store, goTo, show } = createAppController(fakeClient({}).client);
    show('ranking');
    goTo({ kind: 'unit', cycleUnitId: 'u' as CycleUnitId });
    expect(store.get()).toMatchObject({ screen: 'ranking', target: { kind: 'unit', serial: 1 } });
    goTo({ kind: 'node', nodeId: 'n' as never });
    expect(store.get()).toMatchObject({ screen: 'scoring', target: { kind: 'node', serial: 2 } });
  });
});
