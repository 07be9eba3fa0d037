/**
 * `npm run cli -- VERB FILE …`: the scriptable face over the contract: same validation, same errors, worded. Exit codes:
 * 0 done · 1 refused, with the reason · 2 called wrongly · 3 the log does not verify.
 */
import { existsSync, rmSync } from 'node:fs';
import { parse } from 'node:path';
import { parseArgs } from 'node:util';
import type { AppError } from '#shared/contract/errors.ts';
import type { CycleSummary, ImportPreview } from '#shared/contract/outputs.ts';
import type { OpId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/util/result.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordError } from '#shared/wording/word-error.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { uuidV7 } from '../service/uuid-v7.ts';
import { createLocalService, pathToken } from './local-service.ts';
import { printRanking } from './print-ranking.ts';
import { readAnnexes, readDate, readImportChoices } from './read-options.ts';
import { toSummary } from './summary.ts';

const USAGE = `Usage: npm run cli -- VERB OFFICE_FILE [options]

  new      FILE                        a new, empty office file
  sample   FILE                        an office file with the sample year (simulated figures)
  cycles   FILE                        list the cycles
  import   FILE --scores TABLE [--criteria SET] [--name TEXT] [--year N]
                [--blanks missing|notApplicable|zero] [--dot thousands|decimal]
                [--ties competition|dense] [--dry-run]
                                       a wide score table (one row per unit, one column per leaf; CSV or XLSX) and a
                                       criteria set become a new cycle; FILE is made when missing
  ranking  FILE [--cycle NAME] [--json]
  export   FILE --out ANNEXES.xlsx [--cycle NAME] [--annexes I,II,III] [--number TEXT] [--date YYYY-MM-DD]
  verify   FILE                        check the log and the file against it

  --lang vi|en   language of messages (default vi)
  --cycle        name or id of the cycle; the newest by default
Exit codes: 0 done, 1 refused, 2 called wrongly, 3 the log does not verify.`;

const OPTIONS = {
  scores: { type: 'string' },
  criteria: { type: 'string' },
  name: { type: 'string' },
  year: { type: 'string' },
  blanks: { type: 'string', default: 'missing' },
  dot: { type: 'string' },
  ties: { type: 'string', default: 'competition' },
  'dry-run': { type: 'boolean', default: false },
  cycle: { type: 'string' },
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
  annexes: { type: 'string', default: 'I,II,III' },
  number: { type: 'string' },
  date: { type: 'string' },
  lang: { type: 'string', default: 'vi' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments>['values'];
type Verb = (file: string, values: Values) => Promise<number>;

/** Ends a verb with the reason; main words it. */
class Refusal extends Error {
  override readonly cause: AppError;
  constructor(cause: AppError) {
    super(cause.code);
    this.cause = cause;
  }
}

const service = createLocalService();

const VERBS: Readonly<Record<string, Verb>> = {
  async new(file) {
    must(await service.call('office.create', { fileToken: pathToken(file) }));
    return 0;
  },

  async sample(file) {
    must(await service.call('office.createSample', { fileToken: pathToken(file) }));
    return 0;
  },

  async cycles(file) {
    await open(file);
    for (const cycle of must(await service.call('cycles.list', {}))) {
      console.log([cycle.id, cycle.year, cycle.state, `${cycle.unitCount} units`, cycle.name].join('\t'));
    }
    return 0;
  },

  async import(file, values) {
    if (values.scores === undefined && values.criteria === undefined)
      return wrongCall('import needs --scores or --criteria');
    const choices = readImportChoices(values, new Date().getFullYear());
    if (!choices.ok) return wrongCall(choices.error);
    const isNew = !existsSync(file);
    let isCommitted = false;
    try {
      await openOrCreate(file, isNew);
      const source = {
        criteriaToken: values.criteria === undefined ? null : pathToken(values.criteria),
        scoresToken: values.scores === undefined ? null : pathToken(values.scores),
        cycleName: values.name ?? parse(values.scores ?? values.criteria ?? '').name,
        ...choices.value,
      };
      if (values['dry-run']) {
        const preview = must(await service.call('imports.preview', source));
        printPreview(preview, languageOf(values));
        return preview.acceptable ? 0 : 1;
      }
      const receipt = must(await service.call('imports.commit', { ...source, opId: uuidV7() as OpId }));
      isCommitted = true;
      printPreview(receipt.preview, languageOf(values));
      console.log(receipt.cycleId);
      return 0;
    } finally {
      if (isNew && !isCommitted) await removeOffice(file);
    }
  },

  async ranking(file, values) {
    const cycle = await openCycle(file, values);
    const ranking = must(await service.call('ranking.get', { cycleId: cycle.id }));
    if (values.json) console.log(JSON.stringify(toSummary(ranking), null, 2));
    else printRanking(ranking);
    return 0;
  },

  async export(file, values) {
    if (values.out === undefined) return wrongCall('export needs --out');
    const annexes = readAnnexes(values.annexes);
    if (!annexes.ok) return wrongCall(annexes.error);
    const date = readDate(values.date);
    if (!date.ok) return wrongCall(date.error);
    const cycle = await openCycle(file, values);
    const receipt = must(
      await service.call('annexes.export', {
        opId: uuidV7() as OpId,
        cycleId: cycle.id,
        annexes: annexes.value,
        decision: values.number === undefined ? null : { number: values.number, date: date.value },
        fileToken: pathToken(values.out),
      }),
    );
    console.log(`${receipt.fileName}\t${receipt.bytes} bytes\t${receipt.formulas} formulas\tSHA-256 ${receipt.sha256}`);
    return 0;
  },

  async verify(file) {
    await open(file);
    const check = must(await service.call('changes.verify', {}));
    console.log(JSON.stringify(check, null, 2));
    return check.ok ? 0 : 3;
  },
};

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [name, file] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb || file === undefined) return wrongCall(USAGE);
  try {
    return await verb(file, values);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    printError(error.cause, languageOf(values));
    return 1;
  } finally {
    await service.close();
  }
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(wrongCall(USAGE));
  }
}

function wrongCall(message: string): number {
  console.error(message);
  return 2;
}

async function open(file: string): Promise<void> {
  must(await service.call('office.open', { fileToken: pathToken(file) }));
}

async function openOrCreate(file: string, isNew: boolean): Promise<void> {
  if (isNew) must(await service.call('office.create', { fileToken: pathToken(file) }));
  else await open(file);
}

/** Takes back an office file made for an import that wrote nothing. */
async function removeOffice(file: string): Promise<void> {
  await service.close();
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

async function openCycle(file: string, values: Values): Promise<CycleSummary> {
  await open(file);
  const cycles = must(await service.call('cycles.list', {}));
  const wanted = values.cycle;
  const cycle = wanted === undefined ? cycles[0] : cycles.find(({ id, name }) => id === wanted || name === wanted);
  if (!cycle) throw new Refusal({ code: 'NOT_FOUND', reason: 'record', params: { what: 'cycle' } });
  return cycle;
}

function languageOf(values: Values): Language {
  return values.lang === 'en' ? 'en' : 'vi';
}

function printPreview(preview: ImportPreview, language: Language): void {
  for (const block of preview.blocks) {
    console.log(`${block.code}: ${block.units} × ${block.leaves}, scale ${block.scale}`);
  }
  const { points, blank, notApplicable, rounded } = preview.cells;
  console.log(`points ${points}, blank ${blank}, not applicable ${notApplicable}, rounded ${rounded}`);
  for (const problem of preview.problems) {
    console.error(`${problem.severity}\t${problem.at}\t${wordProblem(problem, language)}`);
  }
  adviseOnDot(preview.problems, language);
}

function printError(error: AppError, language: Language): void {
  const { title, detail, advice } = wordError(error, language);
  console.error([`${error.code}: ${title}`, detail, advice].filter(Boolean).join('\n'));
  for (const problem of error.problems ?? []) console.error(`  ${problem.at}\t${wordProblem(problem, language)}`);
  adviseOnDot(error.problems ?? [], language);
}

/** The window asks what "1.234" means; here an option answers. */
function adviseOnDot(problems: readonly { readonly reason: string }[], language: Language): void {
  if (!problems.some(({ reason }) => reason === 'ambiguousNumber')) return;
  console.error(
    language === 'vi'
      ? 'Cho biết dấu chấm nghĩa là gì: --dot thousands (1.234 là một nghìn hai trăm…) hoặc --dot decimal (1,234).'
      : 'Say what the dot means: --dot thousands (one thousand two hundred…) or --dot decimal (one and a bit).',
  );
}

function must<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.error);
}
