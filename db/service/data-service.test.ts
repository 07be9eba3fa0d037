import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { contract, type MethodName } from '#shared/contract/contract.ts';
import type { ServiceMessage } from '#shared/contract/wire.ts';
import { singleSeat } from '#shared/domain/caller.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { HANDLERS } from './handlers.ts';
import { newOpId, openTestOffice, serviceOn } from './testing/test-office.ts';

const methods = Object.keys(contract) as MethodName[];

test('every contract method has a handler and every handler a method', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual([...methods].sort());
});

test.each(methods)('%s refuses input it does not know, as an error and not as a crash', async (method) => {
  const office = await openTestOffice();
  for (const input of [null, undefined, 7, 'x', [], { surprise: 1 }, { __proto__: { opId: 'x' }, cycleId: 5 }]) {
    const result = await office.service.call(method, input as never);
    expect(result, JSON.stringify(input)).toMatchObject({ ok: false, error: { code: 'VALIDATION', reason: 'input' } });
  }
});

test('names outside the contract are refused, inherited ones too', async () => {
  const service = serviceOn();
  for (const name of ['nope', 'toString', '__proto__', 'constructor']) {
    expect(await service.call(name as never, {} as never)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  }
});

test('without an open file every other method says so', async () => {
  const service = serviceOn();
  const result = await service.call('cycles.list', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', reason: 'noOfficeOpen' } });
  expect(await service.call('office.status', {})).toEqual({ ok: true, value: { open: false } });
});

test('a token nobody granted opens nothing', async () => {
  const service = serviceOn();
  const result = await service.call('office.open', { fileToken: 'forged' as FileToken });
  expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', reason: 'fileToken' } });
});

test('a port gets one reply per request and hears what others commit', async () => {
  const office = await openTestOffice();
  const { port1, port2 } = new MessageChannel();
  const heard: ServiceMessage[] = [];
  port2.on('message', (message: ServiceMessage) => heard.push(message));
  office.service.attach({
    postMessage: (message) => port1.postMessage(message),
    onMessage: (listener) => port1.on('message', listener),
    onClose: (listener) => port1.on('close', listener),
  });
  port2.postMessage({ type: 'request', id: 1, method: 'cycles.list', input: {} });
  port2.postMessage({ type: 'request', id: 2, method: 'nope', input: {} });
  port2.postMessage('rubbish');
  port2.postMessage(null);
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  await office.get('classification.setCap', {
    opId: newOpId(),
    cycleUnitId: structure.cycleUnits[0]!.id,
    expectedVersion: 1,
    cap: { classCode: 'K', reason: 'r', source: 's' },
  });
  await expect.poll(() => heard.length).toBe(3);
  expect(heard.filter((message) => message.type === 'reply')).toMatchObject([
    { id: 1, ok: true },
    { id: 2, ok: false, error: { code: 'VALIDATION' } },
  ]);
  expect(heard.filter((message) => message.type === 'event')).toMatchObject([
    { name: 'changes.committed', payload: { structureChanged: true, undo: { undo: { key: 'cap.set' }, redo: null } } },
  ]);
  port1.close();
});

test('a full disk refuses the edit, keeps the file whole and the service alive', async () => {
  const office = await openTestOffice();
  await office.get('office.close', {});
  const { reopen } = await import('./testing/test-office.ts');
  const { writeBatch } = await import('./write-batch.ts');
  const file = reopen(office.path);
  const pages = file.connection.pragma('page_count', { simple: true }) as number;
  file.connection.pragma(`max_page_count = ${pages}`);
  const context = {
    file,
    caller: singleSeat('thử'),
    now: () => new Date().toISOString(),
    newId: () => newOpId() as string,
  };
  const row = { code: 'X', name: 'X'.repeat(50_000), short_name: 'X', folded: 'x' };
  const write = () =>
    writeBatch(context, {
      opId: newOpId(),
      kind: 'command',
      label: { key: 'test', params: {} },
      searchWords: [],
      cycleId: null,
      undoable: true,
      targetId: null,
      changes: [{ kind: 'insert', table: 'unit', id: 'x', row: { id: 'x', ...row } }],
    });
  await expect(write()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(file.connection.inTransaction).toBe(false);
  file.connection.pragma(`max_page_count = ${pages + 1000}`);
  expect(await write()).toMatchObject({ ok: true });
  await file.close();
});
