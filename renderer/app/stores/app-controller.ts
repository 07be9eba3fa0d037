/**
 * Keeps the app state in step with the data service: loads, follows events, resyncs. Called once by renderer/app/main
 * and through hooks by screens. It must not render or word anything.
 */
import type { AppError } from '#shared/contract/errors.ts';
import type { Committed, OfficeStatus } from '#shared/contract/outputs.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { err, type Result } from '#shared/util/result.ts';
import type { Client } from '#renderer/client/client.ts';
import { INITIAL_STATE, type AppState, type DataProcessState, type Screen, type Target } from './app-state.ts';
import { createStore, type Store } from './create-store.ts';

type OpenMethod = 'office.open' | 'office.create' | 'office.createSample';
type WithoutSerial<T> = T extends unknown ? Omit<T, 'serial'> : never;

export interface AppController {
  readonly store: Store<AppState>;
  /** Asks the service for everything the shell shows. */
  load(): Promise<void>;
  show(screen: Screen): void;
  /** Goes to a unit, a criterion, waiting work or the log of a cell; ranking keeps units to itself, appraisal and log theirs. */
  goTo(target: WithoutSerial<Target>): void;
  selectCycle(cycleId: CycleId): Promise<void>;
  /** Reads the list of cycles again and shows this one (after an import). */
  refresh(cycleId: CycleId): Promise<void>;
  openOffice(method: OpenMethod, fileToken: string): Promise<Result<OfficeStatus, AppError>>;
  closeOffice(): Promise<void>;
  undo(): Promise<Result<Committed, AppError>>;
  redo(): Promise<Result<Committed, AppError>>;
  setDataProcess(state: DataProcessState): void;
  dispose(): void;
}

/** Errors after which a value typed by the person is not known to be on disk. */
function meansNotWritten(error: AppError): boolean {
  return ['DB_BUSY', 'DB_READONLY', 'DB_CORRUPT', 'DISK_FULL', 'OUTCOME_UNKNOWN', 'INTERNAL'].includes(error.code);
}

function screenFor(target: WithoutSerial<Target>, current: Screen): Screen {
  if (target.kind === 'work') return target.screen;
  if (target.kind === 'log') return 'log';
  const stay = current === 'appraisal' || (current === 'ranking' && target.kind === 'unit');
  return stay ? current : 'scoring';
}

/** Ties a new store to the client's events. `later` runs what need not be on the screen before the cell just typed. */
export function createAppController(client: Client, later: (act: () => void) => void = (act) => act()): AppController {
  const store = createStore<AppState>(INITIAL_STATE);
  /** Bumped on every change of file or cycle, so that a late answer about the former one is dropped. */
  let generation = 0;
  let targetSerial = 0;
  let lastSavedAt: string | null = null;
  let pendingCommands = 0;

  async function loadStructure(cycleId: CycleId): Promise<void> {
    const mine = generation;
    const answer = await client.call('cycles.get', { cycleId });
    if (mine === generation && answer.ok) store.set({ structure: answer.value });
  }

  /** Asks at once for all the shell shows, so that the first picture waits for one answer and not for three. */
  function askCycles(prefer: CycleId | null) {
    return Promise.all([
      client.call('cycles.list', {}),
      client.call('changes.undoState', {}),
      client.call('cycles.get', { cycleId: prefer }),
    ]);
  }

  async function loadCycles(prefer: CycleId | null, asked = askCycles(prefer)): Promise<void> {
    const mine = generation;
    const [cycles, undo, structure] = await asked;
    if (mine !== generation || !cycles.ok) return;
    const chosen = cycles.value.find((cycle) => cycle.id === prefer) ?? cycles.value[0] ?? null;
    const isThere = structure.ok && structure.value.cycle.id === chosen?.id;
    store.set({
      loaded: true,
      cycles: cycles.value,
      cycleId: chosen?.id ?? null,
      ...((isThere || !chosen) && { structure: isThere ? structure.value : null }),
      ...(undo.ok && { undo: undo.value }),
    });
    if (chosen && !isThere) await loadStructure(chosen.id);
  }

  /** A command's reply and its event say the same; the second of them joins the first. */
  let adopting: { readonly key: string; readonly done: Promise<void> } | null = null;

  function adopt(office: OfficeStatus, asked?: ReturnType<typeof askCycles>): Promise<void> {
    const key = JSON.stringify(office);
    if (adopting?.key === key) return adopting.done;
    const done = adoptNow(office, asked).finally(() => {
      if (adopting?.done === done) adopting = null;
    });
    adopting = { key, done };
    return done;
  }

  async function adoptNow(office: OfficeStatus, asked?: ReturnType<typeof askCycles>): Promise<void> {
    generation++;
    const before = store.get();
    lastSavedAt = office.open ? office.lastSavedAt : null;
    const sameFile = before.office?.open === true && office.open && before.office.fileName === office.fileName;
    if (!office.open) {
      const { dataProcess, openError } = before;
      store.set({ ...INITIAL_STATE, office, dataProcess, openError });
      return;
    }
    store.set({
      office,
      save: { kind: 'saved', at: office.lastSavedAt },
      openError: null,
      ...(!sameFile && { loaded: false, cycles: [], cycleId: null, structure: null, target: null }),
    });
    await loadCycles(sameFile ? before.cycleId : null, asked);
    if (store.get().screen === 'start') store.set({ screen: 'scoring' });
  }

  async function load(): Promise<void> {
    const status = client.call('office.status', {});
    const asked = askCycles(store.get().cycleId);
    const answer = await status;
    if (answer.ok) await adopt(answer.value, asked);
    else store.set({ office: { open: false }, openError: answer.error });
  }

  const stops = [
    client.on('office.changed', (office) => void adopt(office)),
    client.on('changes.committed', (event) => {
      lastSavedAt = event.at;
      later(() => {
        if (event.undo) store.set({ undo: event.undo });
        if (store.get().save.kind !== 'saving') store.set({ save: { kind: 'saved', at: event.at } });
      });
      if (event.structureChanged) void loadCycles(store.get().cycleId);
    }),
    client.onCommands(({ pending, failed }) => {
      pendingCommands = pending;
      if (failed && meansNotWritten(failed)) store.set({ save: { kind: 'failed', error: failed } });
      else if (pending > 0) store.set({ save: { kind: 'saving' } });
      else later(() => pendingCommands === 0 && store.set({ save: { kind: 'saved', at: lastSavedAt } }));
    }),
    client.onResync(() => void load()),
  ];

  return {
    store,
    load,
    show: (screen) => store.set({ screen }),
    goTo(target) {
      targetSerial++;
      store.set({ target: { ...target, serial: targetSerial }, screen: screenFor(target, store.get().screen) });
    },
    async selectCycle(cycleId) {
      generation++;
      store.set({ cycleId, structure: null, target: null });
      await loadStructure(cycleId);
    },
    async refresh(cycleId) {
      generation++;
      await loadCycles(cycleId);
      if (store.get().screen === 'start') store.set({ screen: 'scoring' });
    },
    async openOffice(method, fileToken) {
      store.set({ openError: null });
      const answer = await client.call(method, { fileToken });
      if (answer.ok) {
        if (store.get().office?.open !== true) store.set({ screen: 'scoring' });
        // A file given with the program's start is open already when the window asks for it.
        const isShown = JSON.stringify(store.get().office) === JSON.stringify(answer.value);
        await (isShown ? adopting?.done : adopt(answer.value));
        return answer;
      }
      store.set({ openError: answer.error, screen: 'start' });
      return err(answer.error);
    },
    async closeOffice() {
      const answer = await client.call('office.close', {});
      if (answer.ok) await adopt(answer.value);
    },
    undo: () => client.call('changes.undo', {}),
    redo: () => client.call('changes.redo', {}),
    setDataProcess: (dataProcess) => store.set({ dataProcess }),
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
