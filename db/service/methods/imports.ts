/** Handlers of `imports.*`: a criteria set and a wide score table become a new cycle. */
import { appError, type AppError, type Problem } from '#shared/contract/errors.ts';
import type { ImportPreview, ImportProblem } from '#shared/contract/outputs.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import { readImport } from '#shared/reports/read-import.ts';
import type { RawTable } from '#shared/reports/raw-table.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { readTables } from '#db/excel/read-table.ts';
import { findUnitsByCode } from '#db/repos/cycle-repo.ts';
import { createCycleChanges } from '../create-cycle.ts';
import { openSession, resolveToken, type CallContext, type Handlers } from '../service-context.ts';

type Source = ParsedInput<'imports.preview'>;

export const importHandlers: Handlers<'imports.preview' | 'imports.commit'> = {
  async 'imports.preview'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const read = await readSource(input, context);
    return read.ok ? ok(read.value.preview) : read;
  },

  async 'imports.commit'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const read = await readSource(input, context);
    if (!read.ok) return read;
    const { draft, preview } = read.value;
    if (!draft || !preview.acceptable) return err(rejected(preview.problems));
    const codes = draft.blocks.flatMap((block) => block.units.map((unit) => unit.code));
    const units = await findUnitsByCode(session.value.file.sql, codes);
    const created = createCycleChanges(draft, units, () => session.value.newId());
    if (!created.ok) return created;
    const committed = await session.value.commit({
      opId: input.opId,
      cycleId: created.value.cycleId,
      label: { key: 'cycle.create', params: { name: draft.name, units: preview.units } },
      searchWords: [],
      undoable: true,
      changes: created.value.changes,
    });
    return committed.ok ? ok({ cycleId: created.value.cycleId, preview, committed: committed.value }) : committed;
  },
};

async function readSource(
  input: Source,
  context: CallContext,
): Promise<Result<{ draft: CycleDraft | null; preview: ImportPreview }, AppError>> {
  const criteria = await readFile(input.criteriaToken, context);
  if (!criteria.ok) return criteria;
  const scores = await readFile(input.scoresToken, context);
  if (!scores.ok) return scores;
  if (!criteria.value && !scores.value) return err(appError('VALIDATION', 'emptyTable'));
  const { cycleName, year, blanks, ambiguousDot } = input;
  return ok(readImport({ criteria: criteria.value, scores: scores.value, cycleName, year, blanks, ambiguousDot }));
}

async function readFile(
  token: string | null,
  context: CallContext,
): Promise<Result<readonly RawTable[] | null, AppError>> {
  if (token === null) return ok(null);
  const path = resolveToken(context, token);
  return path.ok ? readTables(path.value) : path;
}

function rejected(problems: readonly ImportProblem[]): AppError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const listed = errors.slice(0, 200).map(({ at, reason, params }): Problem => ({ at, reason, params }));
  return appError('VALIDATION', 'importRejected', { count: errors.length }, listed);
}
