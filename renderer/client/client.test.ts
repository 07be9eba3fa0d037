import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Committed } from '#shared/contract/outputs.ts';
import type { ClientMessage, Request, ServiceMessage } from '#shared/contract/wire.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { createClient, type Client } from './client.ts';
import { newOpId } from './new-op-id.ts';
import type { Port } from './transport.ts';

/** One life of a data process at the other end of a MessageChannel: answers only when the test says so. */
function startService() {
  const { port1, port2 } = new MessageChannel();
  const got: ClientMessage[] = [];
  const waiting: (() => void)[] = [];
  port1.onmessage = ({ data }: MessageEvent<ClientMessage>) => {
    got.push(data);
    for (const wake of waiting.splice(0)) wake();
  };
  async function request(method: Request['method'], nth = 0): Promise<Request> {
    for (;;) {
      const found = got.filter((m): m is Request => m.type === 'request' && m.method === method)[nth];
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }
  return {
    port: port2 as unknown as Port,
    got,
    request,
    say: (message: ServiceMessage) => port1.postMessage(message),
    die: () => port1.close(),
  };
}

let give: (port: Port) => void = () => undefined;
let client: Client;

function start(): Client {
  client = createClient((onPort) => {
    give = onPort;
    return () => undefined;
  });
  return client;
}

afterEach(() => {
  client.close();
  vi.useRealTimers();
});

const committed = {
  batchId: 'b',
  seq: 7,
  at: '',
  label: { key: 'undo', params: {} },
  cells: [],
} as unknown as Committed;
const cycleId = 'c' as CycleId;

describe('client', () => {
  it('gives each answer to its question, also when they come in another order', async () => {
    const service = startService();
    start();
    give(service.port);
    const first = client.call('cycles.list', {});
    const second = client.call('changes.undoState', {});
    const [a, b] = [await service.request('cycles.list'), await service.request('changes.undoState')];
    service.say({ type: 'reply', id: b.id, ok: true, value: { undo: null, redo: null } });
    service.say({ type: 'reply', id: a.id, ok: true, value: [] });
    expect(await first).toEqual({ ok: true, value: [] });
    expect(await second).toEqual({ ok: true, value: { undo: null, redo: null } });
  });

  it('keeps a question asked before there is a port and sends it once', async () => {
    start();
    const answer = client.call('office.status', {});
    const service = startService();
    give(service.port);
    const { id } = await service.request('office.status');
    service.say({ type: 'reply', id, ok: true, value: { open: false } });
    expect(await answer).toEqual({ ok: true, value: { open: false } });
    expect(service.got).toHaveLength(1);
  });

  it('hands on errors, progress and events', async () => {
    const service = startService();
    start();
    give(service.port);
    const steps: string[] = [];
    const offices: boolean[] = [];
    client.on('office.changed', (office) => offices.push(office.open));
    const answer = client.call(
      'annexes.export',
      { cycleId, annexes: ['I'], decision: null, fileToken: 't' },
      { onProgress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`) },
    );
    const { id } = await service.request('annexes.export');
    service.say({ type: 'progress', id, step: 'write', done: 1, total: 3 });
    service.say({ type: 'event', name: 'office.changed', payload: { open: false } });
    service.say({ type: 'reply', id, ok: false, error: { code: 'DISK_FULL', reason: 'full' } });
    expect(await answer).toEqual({ ok: false, error: { code: 'DISK_FULL', reason: 'full' } });
    expect(steps).toEqual(['write 1/3']);
    expect(offices).toEqual([false]);
  });

  it('gives every command an opId of its own and counts what is on its way to the disk', async () => {
    const service = startService();
    start();
    give(service.port);
    const seen: string[] = [];
    client.onCommands(({ pending, failed }) => seen.push(`${pending} ${failed?.code ?? '-'}`));
    const undo = client.call('changes.undo', {});
    const redo = client.call('changes.redo', {});
    const [a, b] = [await service.request('changes.undo'), await service.request('changes.redo')];
    const ids = [a, b].map(({ input }) => (input as { opId: string }).opId);
    expect(new Set(ids).size).toBe(2);
    service.say({ type: 'reply', id: a.id, ok: true, value: committed });
    service.say({ type: 'reply', id: b.id, ok: false, error: { code: 'DISK_FULL', reason: 'full' } });
    await undo;
    await redo;
    expect(seen).toEqual(['1 -', '2 -', '1 -', '0 DISK_FULL']);
  });

  describe('when the data process dies', () => {
    it('asks pending queries again on the new port and says that everything must be asked for again', async () => {
      const first = startService();
      start();
      give(first.port);
      const resync = vi.fn();
      client.onResync(resync);
      const answer = client.call('cycles.list', {});
      await first.request('cycles.list');
      first.die();
      const second = startService();
      give(second.port);
      const { id } = await second.request('cycles.list');
      second.say({ type: 'reply', id, ok: true, value: [] });
      expect(await answer).toEqual({ ok: true, value: [] });
      expect(resync).toHaveBeenCalledTimes(1);
    });

    it('does not repeat a command the log knows, and answers with what the log says', async () => {
      const first = startService();
      start();
      give(first.port);
      const answer = client.call('changes.undo', {});
      const sent = await first.request('changes.undo');
      first.die();
      const second = startService();
      give(second.port);
      const asked = await second.request('changes.byOpId');
      expect(asked.input).toEqual({ opId: (sent.input as { opId: string }).opId });
      second.say({ type: 'reply', id: asked.id, ok: true, value: committed });
      expect(await answer).toEqual({ ok: true, value: committed });
      expect(second.got.filter((m) => m.type === 'request' && m.method === 'changes.undo')).toEqual([]);
    });

    it('sends a command the log does not know again, with the same opId, and only once', async () => {
      const first = startService();
      start();
      give(first.port);
      const answer = client.call('changes.undo', {});
      const sent = await first.request('changes.undo');
      first.die();
      const second = startService();
      give(second.port);
      second.say({ type: 'reply', id: (await second.request('changes.byOpId')).id, ok: true, value: null });
      const repeated = await second.request('changes.undo');
      expect(repeated.input).toEqual(sent.input);
      second.die();
      const third = startService();
      give(third.port);
      third.say({ type: 'reply', id: (await third.request('changes.byOpId')).id, ok: true, value: null });
      expect(await answer).toEqual({ ok: false, error: { code: 'OUTCOME_UNKNOWN', reason: 'dataProcessDied' } });
      expect(third.got.filter((m) => m.type === 'request' && m.method === 'changes.undo')).toEqual([]);
    });

    it('admits that it does not know when the receipt of a carried out command is lost', async () => {
      const first = startService();
      start();
      give(first.port);
      const answer = client.call('annexes.export', { cycleId, annexes: ['I'], decision: null, fileToken: 't' });
      await first.request('annexes.export');
      first.die();
      const second = startService();
      give(second.port);
      second.say({ type: 'reply', id: (await second.request('changes.byOpId')).id, ok: true, value: committed });
      expect(await answer).toMatchObject({ ok: false, error: { code: 'OUTCOME_UNKNOWN' } });
    });
  });

  it('cancels a query at once and tells the service', async () => {
    const service = startService();
    start();
    give(service.port);
    const abort = new AbortController();
    const answer = client.call('imports.preview', {} as never, { signal: abort.signal });
    const { id } = await service.request('imports.preview');
    abort.abort();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await vi.waitFor(() => expect(service.got).toContainEqual({ type: 'cancel', id }));
  });

  it('waits for the word of the service after cancelling a command, because it may be on disk', async () => {
    const service = startService();
    start();
    give(service.port);
    const abort = new AbortController();
    const answer = client.call('changes.undo', {}, { signal: abort.signal });
    const { id } = await service.request('changes.undo');
    abort.abort();
    await vi.waitFor(() => expect(service.got).toContainEqual({ type: 'cancel', id }));
    service.say({ type: 'reply', id, ok: true, value: committed });
    expect(await answer).toEqual({ ok: true, value: committed });
  });

  it('gives up a query nobody answers, but never a long job', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    start();
    let exported = false;
    const query = client.call('cycles.list', {});
    void client.call('changes.verify', {}).then(() => (exported = true));
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(await query).toEqual({ ok: false, error: { code: 'DB_BUSY', reason: 'busy' } });
    expect(exported).toBe(false);
  });
});

describe('newOpId', () => {
  it('makes version 7 uuids that begin with the time', () => {
    const before = Date.now();
    const id = newOpId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const atMs = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(atMs).toBeGreaterThanOrEqual(before);
    expect(atMs).toBeLessThanOrEqual(Date.now());
  });
});
