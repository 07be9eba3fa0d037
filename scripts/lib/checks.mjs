/**
 * The checks of `npm test`: what each runs, how its result is counted, and how a list of them is run and told.
 * Knows nothing about set-up. Output of a check is kept back and shown only when it fails (or with --verbose).
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules } from './places.mjs';
import { collect } from './processes.mjs';

const reports = join(nodeModules, '.cache', 'cchc-test-reports');

/**
 * Stages run one after the other. Static checks share the two cores of a small machine; the rest runs alone, because
 * unit tests hold time budgets and the real app must not be starved.
 */
export const stages = [
  {
    atOnce: 2,
    checks: [
      npmCheck('format', 'format:check'),
      npmCheck('types'),
      npmCheck('lint'),
      npmCheck('layers'),
      npmCheck('unused'),
    ],
  },
  { atOnce: 1, checks: [vitestCheck('unit')] },
  { atOnce: 1, checks: [npmCheck('build')] },
  { atOnce: 1, checks: [vitestCheck('e2e')] },
  { atOnce: 1, checks: [npmCheck('package')] },
  { atOnce: 1, checks: [npmCheck('fuses')] },
];

function npmCheck(name, script = name) {
  return { name, args: ['run', '--silent', script], count: countOne };
}

/** A vitest run is counted by its tests, read from its own report. */
function vitestCheck(name) {
  const file = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    args: ['run', '--silent', name, '--', ...reporters],
    prepare: () => {
      mkdirSync(reports, { recursive: true });
      rmSync(file, { force: true });
    },
    count: (passed) =>
      existsSync(file) ? countReport(JSON.parse(readFileSync(file, 'utf8')), passed) : countOne(passed),
  };
}

function countOne(passed) {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A run that fails without a failed test (a suite that does not load, an unhandled error) still counts as one failure. */
export function countReport(report, passed) {
  return {
    passed: report.numPassedTests,
    failed: passed ? 0 : Math.max(1, report.numFailedTests),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export async function runCheck(check, cwd) {
  check.prepare?.();
  const startedAt = Date.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, output } = await collect(npm, check.args, { cwd, shell: process.platform === 'win32' });
  return {
    name: check.name,
    command: `run ${check.args[2]}`,
    ok: code === 0,
    output,
    ms: Date.now() - startedAt,
    counts: check.count(code === 0),
  };
}

/** Runs a stage, `atOnce` at a time; after a failure nothing new is started. Resolves with the results in listed order. */
export async function runStage({ checks, atOnce }, run) {
  const results = [];
  let next = 0;
  let failed = false;
  const work = async () => {
    while (next < checks.length && !failed) {
      const place = next++;
      results[place] = await run(checks[place]);
      failed ||= !results[place].ok;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** `passed  unit      412 tests, 2 skipped   38.1 s` */
export function formatResult({ name, ok, ms, counts }) {
  const tests = counts.passed + counts.failed > 1 ? `${counts.passed} of ${counts.passed + counts.failed}` : '';
  const skipped = counts.skipped > 0 ? `${counts.skipped} skipped` : '';
  const detail = [tests, skipped].filter(Boolean).join(', ');
  return `${ok ? 'passed' : 'FAILED'}  ${name.padEnd(8)}${`${(ms / 1000).toFixed(1)} s`.padStart(8)}  ${detail}`.trimEnd();
}

export function addUp(results) {
  const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
