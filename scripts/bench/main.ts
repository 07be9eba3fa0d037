/**
 * `npm run bench -- [--only start,edit,memory,recompute,export,sheet,paste] [--repetitions N] [--edits N] [--out FILE]`: measures
 * the built app beside its peers in the same run and prints one table (docs/BENCHMARKS.md says how to read it).
 * Judges nothing: a missed target is a word in the table, because a busy computer is no fault of the code.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { describeRuntime } from '#e2e/driver/launch-settings.ts';
import { benchEdit } from './bench-edit.ts';
import { benchMemory } from './bench-memory.ts';
import { benchPaste } from './bench-paste.ts';
import type { BenchRow } from './bench-row.ts';
import { benchSheet } from './bench-sheet.ts';
import { benchStart, prepareApps } from './bench-start.ts';
import { benchExport } from './export.ts';
import { formatTable } from './print-table.ts';
import { benchRecompute } from './recompute.ts';
import { makeSampleBlock } from './sample-block.ts';

const GROUPS = ['start', 'edit', 'memory', 'recompute', 'export', 'sheet', 'paste'] as const;
type Group = (typeof GROUPS)[number];

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: GROUPS.join(',') },
    repetitions: { type: 'string', default: '9' },
    edits: { type: 'string', default: '144' },
    out: { type: 'string' },
  },
});
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !GROUPS.includes(name as Group));
if (unknown.length > 0) {
  console.error(`--only knows ${GROUPS.join(', ')}; not ${unknown.join(', ')}`);
  process.exit(2);
}
const repetitions = Number(values.repetitions);
const loadAtStart = loadavg()[0] ?? 0;
const rows: BenchRow[] = [];

if (wanted.some((name) => name === 'start' || name === 'edit' || name === 'memory')) {
  const block = await makeSampleBlock();
  const apps = await prepareApps(block);
  if (wanted.includes('start')) rows.push(...(await benchStart(apps, repetitions)));
  if (wanted.includes('memory') && process.platform === 'linux') rows.push(...(await benchMemory(apps, 3)));
  if (wanted.includes('edit')) rows.push(...(await benchEdit(apps, block, Number(values.edits))));
}
if (wanted.includes('recompute')) rows.push(...benchRecompute());
if (wanted.includes('export')) rows.push(...(await benchExport()));
if (wanted.includes('sheet')) rows.push(...(await benchSheet(repetitions)));
if (wanted.includes('paste')) rows.push(...(await benchPaste(repetitions)));

const machine = {
  runtime: describeRuntime(),
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  processors: cpus().length,
  loadAtStart,
  loadAtEnd: loadavg()[0] ?? 0,
};
console.log(
  `${machine.runtime}, Node ${machine.node}, ${machine.platform}, ${machine.processors} processors, ` +
    `load ${machine.loadAtStart.toFixed(1)} → ${machine.loadAtEnd.toFixed(1)}; medians ± interquartile range`,
);
console.log(formatTable(rows));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
