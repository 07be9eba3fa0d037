/** Handlers of `imports.*`: a criteria set and a wide score table become a new cycle. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ImportPreview } from '#shared/contract/outputs.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import type { Unit } from '#shared/domain/entities.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { readImport } from '#shared/reports/read-import.ts';
import type { RawTable } from '#shared/reports/raw-table.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { readTables } from '#db/excel/read-table.ts';
import { findBatchByOp } from '#db/repos/log-repo.ts';
import { findKnownUnits } from '#db/repos/unit-repo.ts';
import { absentUnits } from '../absent-units.ts';
import { clashingUnits } from '../clashing-units.ts';
import { createCycleChanges } from '../create-cycle.ts';
import { importRejected } from '../import-rejected.ts';
import { toCommitted, type OfficeSession } from '../office-session.ts';
import { openSession, resolveToken, type CallContext, type Handlers } from '../service-context.ts';

type Source = ParsedInput<'imports.preview'>;

export const importHandlers: Handlers<'imports.preview' | 'imports.commit'> = {
  async 'imports.preview'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const read = await readSource(input, session.value, context);
    return read.ok ? ok(read.value.preview) : read;
  },

  async 'imports.commit'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const read = await readSource(input, session.value, context);
    if (!read.ok) return read;
    const { draft, preview, units } = read.value;
    const before = await findBatchByOp(session.value.file.sql, input.opId);
    if (before) return ok({ cycleId: before.cycle_id as CycleId, preview, committed: toCommitted(before, []) });
    if (!draft || !preview.acceptable) return err(importRejected(preview.problems));
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

interface ReadSource {
  readonly draft: CycleDraft | null;
  readonly preview: ImportPreview;
  /** Units of the open file with codes of the draft. */
  readonly units: ReadonlyMap<string, Unit>;
}

/** The files as a draft, held against the units the open file already knows. */
async function readSource(
  input: Source,
  session: OfficeSession,
  context: CallContext,
): Promise<Result<ReadSource, AppError>> {
  const criteria = await readFile(input.criteriaToken, context);
  if (!criteria.ok) return criteria;
  const scores = await readFile(input.scoresToken, context);
  if (!scores.ok) return scores;
  if (!criteria.value && !scores.value) return err(appError('VALIDATION', 'emptyTable'));
  const { cycleName, year, blanks, ambiguousDot, ties } = input;
  const options = { cycleName, year, blanks, ambiguousDot, ties };
  const { draft, preview, unitPlaces } = readImport({ criteria: criteria.value, scores: scores.value, ...options });
  if (draft === null) return ok({ draft, preview, units: new Map() });
  const known = await findKnownUnits(session.file.sql, draft.periodEnd);
  const units = known.byCode;
  const clashes = [...clashingUnits(draft, units, unitPlaces), ...absentUnits(draft, known, unitPlaces)];
  if (clashes.length === 0) return ok({ draft, preview, units });
  const problems = [...preview.problems, ...clashes];
  return ok({ draft: null, preview: { ...preview, problems, acceptable: false }, units });
}

async function readFile(
  token: string | null,
  context: CallContext,
): Promise<Result<readonly RawTable[] | null, AppError>> {
  if (token === null) return ok(null);
  const path = resolveToken(context, token);
  return path.ok ? readTables(path.value) : path;
}
