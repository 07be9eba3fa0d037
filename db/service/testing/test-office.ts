/** An office file in a temporary folder with a service on it, for tests of db/service. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Input, MethodName, Output } from '#shared/contract/contract.ts';
import type { ServiceMessage } from '#shared/contract/wire.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { singleSeat } from '#shared/domain/caller.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import type { CycleId, FileToken, OpId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/util/result.ts';
import { openOfficeFile, createOfficeFile, type OfficeFile } from '#db/engine/office-file.ts';
import { createCycleChanges } from '../create-cycle.ts';
import { createDataService, type DataService } from '../data-service.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { writeBatch } from '../write-batch.ts';
import { smallDraft } from './small-draft.ts';

export interface TestOffice {
  readonly folder: string;
  readonly path: string;
  readonly service: DataService;
  readonly cycleId: CycleId;
  /** Calls a method that must succeed. */
  get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Calls a method that must fail. */
  fail<M extends MethodName>(method: M, input: Input<M>): Promise<AppError>;
  /** Another window on the same file. */
  seat(): TestSeat;
}

/** A window of its own: calls over a port, and what the port was told. */
export interface TestSeat {
  readonly heard: readonly ServiceMessage[];
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>, AppError>>;
  get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  fail<M extends MethodName>(method: M, input: Input<M>): Promise<AppError>;
  close(): void;
}

export const newOpId = (): OpId => uuidV7() as OpId;

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cchc-test-'));
}

/** A service whose file tokens are paths. */
export function serviceOn(log: (line: string) => void = () => undefined, actorName = 'thử'): DataService {
  return createDataService({
    appVersion: '0.0.0',
    actorName,
    excelWorker: new URL('../../excel/excel-worker.ts', import.meta.url),
    resolveFile: (token) => (token.startsWith('/') ? token : undefined),
    onOfficeOpened: () => undefined,
    // Guessing a test's password may be cheap.
    passwordCost: { cost: 2, blockSize: 1, parallelization: 1 },
    log,
  });
}

/** Writes a draft into a new office file and leaves it closed. */
export async function writeDraft(path: string, draft: CycleDraft): Promise<CycleId> {
  const file = mustOpen(createOfficeFile(path, {}));
  const created = createCycleChanges(draft, new Map(), () => uuidV7());
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  const { cycleId, changes } = created.value;
  const context = { file, caller: singleSeat('thử'), now: () => new Date().toISOString(), newId: () => uuidV7() };
  const written = await writeBatch(context, {
    opId: newOpId(),
    kind: 'command',
    label: { key: 'cycle.create', params: { name: draft.name } },
    searchWords: [],
    cycleId,
    undoable: false,
    targetId: null,
    changes,
  });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await file.close();
  return cycleId;
}

export async function openTestOffice(draft: CycleDraft = smallDraft()): Promise<TestOffice> {
  const folder = temporaryFolder();
  const path = join(folder, 'thử.cchc');
  const cycleId = await writeDraft(path, draft);
  const service = serviceOn();
  onTestFinished(() => service.close());
  const calls = callsThat((method, input) => service.call(method, input));
  const office: TestOffice = { folder, path, service, cycleId, ...calls, seat: () => seatAt(service) };
  await office.get('office.open', { fileToken: path as FileToken });
  return office;
}

type Call = TestSeat['call'];

/** The call in two tempers: one that must succeed and one that must not. */
function callsThat(call: Call): Pick<TestSeat, 'get' | 'fail'> {
  return {
    async get(method, input) {
      const result = await call(method, input);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    async fail(method, input) {
      const result = await call(method, input);
      if (result.ok) throw new Error(`${method} should have failed`);
      return result.error;
    },
  };
}

function seatAt(service: DataService): TestSeat {
  const heard: ServiceMessage[] = [];
  const waiting = new Map<number, (reply: Result<never, AppError>) => void>();
  let nextId = 1;
  let say: (message: unknown) => void = () => undefined;
  let hangUp: () => void = () => undefined;
  service.attach({
    postMessage(message) {
      heard.push(message);
      if (message.type === 'reply') waiting.get(message.id)?.(message as never);
    },
    onMessage: (listener) => (say = listener),
    onClose: (listener) => (hangUp = listener),
  });
  const call: Call = (method, input) =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      say({ type: 'request', id, method, input });
    });
  return { heard, call, ...callsThat(call), close: () => hangUp() };
}

/** Opens the file behind the app's back; the service must have closed it. */
export function reopen(path: string): OfficeFile {
  return mustOpen(openOfficeFile(path, {}));
}

function mustOpen(opened: Result<OfficeFile, AppError>): OfficeFile {
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
