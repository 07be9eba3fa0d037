/** Handlers of `annexes.*`: what stands in the way of an export, and the export itself. */
import { basename } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel, CycleStructure, ExportReceipt, PreflightItem } from '#shared/contract/outputs.ts';
import type { AnnexCode, Decision } from '#shared/contract/schemas.ts';
import type { CycleId, OpId } from '#shared/domain/ids.ts';
import type { AnnexBlock, AnnexInput } from '#shared/reports/annex-input.ts';
import { buildAnnexes } from '#shared/reports/build-annexes.ts';
import { preflightAnnexes } from '#shared/reports/preflight-annexes.ts';
import { computeBlock } from '#shared/scoring/compute-block.ts';
import { effectiveColumn } from '#shared/scoring/effective-points.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { ExcelFile } from '#db/excel/excel-job.ts';
import { runExcelJob } from '#db/excel/run-excel-job.ts';
import { findBatchByOp, getHead, listChanges } from '#db/repos/log-repo.ts';
import type { LoadedBlock } from '../block-cells.ts';
import type { OfficeSession } from '../office-session.ts';
import { resolveTarget } from '../resolve-target.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';
import { computeCycle } from './ranking.ts';

interface Choice {
  readonly cycleId: CycleId;
  readonly annexes: readonly AnnexCode[];
  readonly decision: Decision | null;
}

export const annexHandlers: Handlers<'annexes.preflight' | 'annexes.export'> = {
  async 'annexes.preflight'(choice, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const input = await gather(session.value, choice, context);
    if (!input.ok) return input;
    return ok({
      items: preflightAnnexes(input.value),
      units: input.value.structure.cycleUnits.length,
      sheets: buildAnnexes(input.value).sheets.length,
    });
  },

  async 'annexes.export'(input, context) {
    const path = resolveTarget(context, input.fileToken);
    if (!path.ok) return path;
    const before = await context.exclusive(() => findReceipt(context, input.opId));
    if (before) return ok(before);
    // Reading takes one turn, so that the annexes show one moment of the file; writing the workbook takes none.
    const model = await context.exclusive(async () => {
      const session = openSession(context);
      if (!session.ok) return session;
      const gathered = await gather(session.value, input, context);
      if (!gathered.ok) return gathered;
      const refused = refuseErrors(preflightAnnexes(gathered.value));
      return refused ? err(refused) : ok(buildAnnexes(gathered.value));
    });
    if (!model.ok) return model;
    const written = await runExcelJob(
      context.state.host.excelWorker,
      { model: model.value, targetPath: path.value },
      { signal: context.signal, onProgress: ({ step, done, total }) => context.progress(`excel.${step}`, done, total) },
    );
    if (!written.ok) return written;
    return context.exclusive(async () => {
      const session = openSession(context);
      if (!session.ok) return session;
      const fileName = basename(path.value);
      const receipt = { fileName, annexes: input.annexes, ...written.value };
      // A file opened read-only can be exported from; there is only nowhere to note it.
      if (session.value.file.readOnly) return ok({ ...receipt, at: context.state.now() });
      const logged = await session.value.commit(exportRecord(session.value, input, receipt));
      return logged.ok ? ok({ ...receipt, at: logged.value.at }) : logged;
    });
  },
};

/** What is wrong enough that no annex may leave the house, whoever asks; null when nothing is. */
function refuseErrors(items: readonly PreflightItem[]): AppError | null {
  const errors = items.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const problems = errors.map(({ key, params }) => ({ at: String(params['block'] ?? ''), reason: key, params }));
  return appError('VALIDATION', 'preflight', { count: errors.length }, problems);
}

async function gather(
  session: OfficeSession,
  { cycleId, annexes, decision }: Choice,
  context: CallContext,
): Promise<Result<AnnexInput, AppError>> {
  const computed = await computeCycle(session, cycleId);
  if (!computed.ok) return computed;
  const { structure, ranking, loaded } = computed.value;
  return ok({
    structure,
    ranking,
    annexes,
    decision,
    blocks: loaded.map((block) => toAnnexBlock(structure, block)),
    appVersion: context.state.host.appVersion,
    logHash: (await getHead(session.file.sql)).hash,
  });
}

/** The block as the engine sees it; annexes print the arrays themselves, so that their formulas can be traced. */
function toAnnexBlock(structure: CycleStructure, { block, set, cells }: LoadedBlock): AnnexBlock {
  const points = effectiveColumn(cells.self, cells.appraised, cells.final);
  const cycleUnits = new Map(structure.cycleUnits.map((unit) => [unit.id, unit]));
  const codes = new Map(structure.units.map((unit) => [unit.id, unit.code]));
  const facts = cells.cycleUnitIds.map((id) => {
    const { unitId, ranked, cap } = cycleUnits.get(id)!;
    return { code: codes.get(unitId)!, ranked, cap };
  });
  const scores = { unitCount: facts.length, leafCount: set.leaves.length, points, flags: cells.flags };
  const result = computeBlock(set, scores, facts, structure.cycle.settings);
  return { blockId: block.id, set, result, cycleUnitIds: cells.cycleUnitIds, points, flags: cells.flags };
}

/** The receipt of an export made before under the same `opId`: asked again, nothing is written twice. */
async function findReceipt(context: CallContext, opId: OpId): Promise<ExportReceipt | null> {
  const db = context.state.session?.file.sql;
  const batch = db && (await findBatchByOp(db, opId));
  if (!batch) return null;
  const [change] = await listChanges(db, batch.seq);
  if (change?.kind !== 'insert') return null;
  const { file_name: fileName, annexes, bytes, sha256 } = change.row;
  return {
    fileName: String(fileName),
    annexes: String(annexes).split(',') as AnnexCode[],
    bytes: Number(bytes),
    sha256: String(sha256),
    formulas: Number((JSON.parse(batch.label) as BatchLabel).params['formulas'] ?? 0),
    at: batch.at,
  };
}

function exportRecord(
  session: OfficeSession,
  input: Choice & { readonly opId: OpId },
  receipt: ExcelFile & { readonly fileName: string },
): Parameters<OfficeSession['commit']>[0] {
  const id = session.newId();
  const { fileName, bytes, sha256, formulas } = receipt;
  const row = { id, cycle_id: input.cycleId, file_name: fileName, annexes: input.annexes.join(','), bytes, sha256 };
  return {
    opId: input.opId,
    cycleId: input.cycleId,
    label: { key: 'annex.export', params: { file: fileName, formulas } },
    searchWords: [sha256],
    undoable: false,
    changes: [{ kind: 'insert', table: 'export_record', id, row }],
  };
}
