/** Memory of all processes of an app with its grid open: product against bare page. Linux only, from /proc. */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Apps } from './bench-start.ts';
import type { BenchRow } from './bench-row.ts';
import { compareSeries } from './statistics.ts';
import { openWindow, type AppToMeasure } from './window-under-test.ts';

const REST_MS = 3_000;

/** Medians over `repetitions` starts of each, in turn. */
export async function benchMemory(apps: Apps, repetitions: number): Promise<BenchRow[]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < repetitions; round++) {
    ours.push(await measureMemory(apps.matrix));
    theirs.push(await measureMemory(apps.bareGrid));
  }
  return [
    compareSeries(
      { name: 'memory of all processes', peerName: 'bare AG Grid page', unit: 'MB', target: null },
      ours,
      theirs,
    ),
  ];
}

async function measureMemory(app: AppToMeasure): Promise<number> {
  const window = await openWindow(app);
  await window.page.evaluate('window.bench.grid');
  const megabytes = await readMemory(window.pid);
  await window.close();
  return megabytes;
}

/** MB of a process and everything it started, after a rest. */
export async function readMemory(pid: number): Promise<number> {
  await pause(REST_MS);
  return listTree(pid).reduce((sum, member) => sum + readPssBytes(member), 0) / 2 ** 20;
}

function listTree(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(listTree)];
}

/** Proportional set size: pages shared by n processes count 1/n in each, so that a sum counts them once. */
function readPssBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? NaN) * 1024;
}
