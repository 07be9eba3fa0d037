/**
 * How fast the engine recomputes: an office year (110 units × 88 leaves) against the limit of 5 ms, and a hundred
 * times that against the barest loop that reads the same cells. Alone: `node scripts/bench/recompute.ts`.
 */
import { pathToFileURL } from 'node:url';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { NodeId } from '#shared/domain/ids.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import { computeBlock } from '#shared/scoring/compute-block.ts';
import { effectiveColumn } from '#shared/scoring/effective-points.ts';
import {
  HAS_EVIDENCE,
  NOT_APPLICABLE,
  type BlockScores,
  type CompiledSet,
  type UnitFacts,
} from '#shared/scoring/model.ts';
import type { BenchRow } from './bench-row.ts';

const LEAVES = 88;
const FIELDS = 8;
const LEAVES_PER_CRITERION = 2;
const LIMIT_MS = 5;
const TARGET_RATIO = 4;

/** Measure both sizes; medians after warm-up, engine and bare loop taking turns. */
export function benchRecompute(): BenchRow[] {
  const set = makeSet();
  return [benchOfficeYear(set), benchHundredYears(set)];
}

/** Everything one edit triggers in the engine: effective points of all cells, then the whole block. */
function benchOfficeYear(set: CompiledSet): BenchRow {
  const unitCount = 110;
  const { self, appraised, final, flags, units } = makeCells(set, unitCount);
  const [value] = alternate(500, [
    () => {
      const points = effectiveColumn(self, appraised, final);
      return computeBlock(set, { unitCount, leafCount: LEAVES, points, flags }, units, DEFAULT_SETTINGS).coreMicro[0]!;
    },
  ]);
  return {
    name: `recompute ${unitCount} × ${LEAVES}`,
    value: value!,
    unit: 'ms',
    peerName: `limit ${LIMIT_MS} ms`,
    peerValue: LIMIT_MS,
    ratio: value! / LIMIT_MS,
    target: 1,
  };
}

function benchHundredYears(set: CompiledSet): BenchRow {
  const unitCount = 10_600;
  const { self, appraised, final, flags, units } = makeCells(set, unitCount);
  const scores: BlockScores = { unitCount, leafCount: LEAVES, points: effectiveColumn(self, appraised, final), flags };
  const [value, peerValue] = alternate(150, [
    () => computeBlock(set, scores, units, DEFAULT_SETTINGS).coreMicro[0]!,
    () => bareLoop(scores, set.fieldOfLeaf)[0]!,
  ]);
  return {
    name: `recompute ${unitCount} × ${LEAVES}`,
    value: value!,
    unit: 'ms',
    peerName: 'bare loop over the same cells',
    peerValue: peerValue!,
    ratio: value! / peerValue!,
    target: TARGET_RATIO,
  };
}

/** The peer: sums by field and by unit and nothing else, blank cells as 0. */
function bareLoop({ unitCount, leafCount, points }: BlockScores, fieldOfLeaf: Int32Array): Float64Array {
  const totals = new Float64Array(unitCount);
  const fields = new Float64Array(unitCount * FIELDS);
  for (let u = 0, cell = 0; u < unitCount; u++) {
    let total = 0;
    for (let l = 0; l < leafCount; l++, cell++) {
      const value = points[cell]!;
      if (value === value) {
        total += value;
        fields[u * FIELDS + fieldOfLeaf[l]!]! += value;
      }
    }
    totals[u] = total;
  }
  return totals;
}

/** Median time of each task in ms. Tasks take turns, so that a slow moment of the machine hits all of them. */
function alternate(rounds: number, tasks: readonly (() => number)[]): number[] {
  const times = tasks.map((): number[] => []);
  let sink = 0;
  for (let round = -Math.ceil(rounds / 5); round < rounds; round++) {
    tasks.forEach((task, t) => {
      const start = performance.now();
      sink += task();
      if (round >= 0) times[t]!.push(performance.now() - start);
    });
  }
  if (Number.isNaN(sink)) throw new Error('A measured task produced NaN.');
  return times.map((series) => series.sort((a, b) => a - b)[Math.floor(series.length / 2)]!);
}

/** 8 fields of 11 leaves, two leaves a criterion, evidence asked for everywhere; 100 points. */
function makeSet(): CompiledSet {
  const nodes: CriteriaNode[] = [];
  function add(level: CriteriaNode['level'], code: string, parentCode: string | null, maxMicro: number) {
    nodes.push({
      id: code as NodeId,
      parentId: parentCode as NodeId | null,
      level,
      section: 'core',
      code,
      name: code,
      order: nodes.length,
      maxMicro,
      rule: level === 'subCriterion' ? { kind: 'manual' } : null,
      ruleText: '',
      evidenceText: level === 'subCriterion' ? 'văn bản' : '',
      evidencePolicy: 'explain',
    });
  }
  const perField = LEAVES / FIELDS;
  const leafMicro = 1_136_000;
  const scaleMicro = leafMicro * LEAVES;
  for (let f = 0; f < FIELDS; f++) {
    add('field', `${f}`, null, perField * leafMicro);
    for (let l = 0; l < perField; l++) {
      const criterion = `${f}.${Math.floor(l / LEAVES_PER_CRITERION)}`;
      if (l % LEAVES_PER_CRITERION === 0) {
        add('criterion', criterion, `${f}`, leafMicro * Math.min(LEAVES_PER_CRITERION, perField - l));
      }
      add('subCriterion', `${criterion}.${l}`, criterion, leafMicro);
    }
  }
  const compiled = compileSet({ scaleMicro, nodes });
  if (!compiled.ok) throw new Error(`The benchmark's criteria set is wrong: ${JSON.stringify(compiled.error)}`);
  return compiled.value;
}

/** Cells like a real year's: one in fifty not applicable, one in a hundred blank, one in a hundred without evidence. */
function makeCells(set: CompiledSet, unitCount: number) {
  const random = makeRandom(20_231_115);
  const cells = unitCount * LEAVES;
  const self = new Float64Array(cells);
  const appraised = new Float64Array(cells).fill(NaN);
  const final = new Float64Array(cells).fill(NaN);
  const flags = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const max = set.maxMicro[cell % LEAVES]!;
    self[cell] = random() < 0.01 ? NaN : random() < 0.5 ? max : Math.floor(random() * max);
    if (random() < 0.1) appraised[cell] = Math.floor(self[cell]! / 2);
    if (random() < 0.05) final[cell] = self[cell]!;
    flags[cell] = (random() < 0.02 ? NOT_APPLICABLE : 0) | (random() < 0.99 ? HAS_EVIDENCE : 0);
  }
  const units = Array.from({ length: unitCount }, (_, u): UnitFacts => ({ code: `D${u}`, ranked: true, cap: null }));
  return { self, appraised, final, flags, units };
}

/** Small generator with a fixed seed: every run measures the same cells. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const row of benchRecompute()) {
    const target = row.target === null ? '' : `, target ≤ ${row.target}`;
    process.stdout.write(
      `${row.name}: ${row.value.toFixed(3)} ${row.unit} · ${row.peerName}: ${row.peerValue.toFixed(3)} ${row.unit} · ` +
        `ratio ${row.ratio.toFixed(2)}${target}\n`,
    );
  }
}
