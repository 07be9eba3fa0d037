/**
 * Who may take back or restore a change: undo writes as surely as the command did, so it asks for the same role. A
 * person who changed roles keeps their steps in the log but not the right to go back and forth in them.
 */
import type { Change } from '#shared/changes/change.ts';
import type { Role } from '#shared/domain/entities.ts';
import { EXPLANATION_MOVES, ROUND_ROLES } from '#shared/domain/explanation-states.ts';
import { STAGE_ROLES } from '#shared/domain/stage-rights.ts';
import type { LoggedTable } from '#db/engine/schema.ts';

const SECRETARY = ['secretary'] as const;
const APPRAISAL = ['secretary', 'reviewer'] as const;
const DECIDERS = ['reviewer', 'approver'] as const;
const EVERYBODY_AT_WORK = ['secretary', 'reviewer', 'approver'] as const;
/** Steps about these are never undoable: people and decisions are changed by a new step, with a reason of its own. */
const NOBODY = [] as const;

/** Roles whose commands write the table. */
const WRITERS: { readonly [T in LoggedTable]: readonly Role[] } = {
  cycle: SECRETARY,
  criteria_set: SECRETARY,
  criteria_node: SECRETARY,
  block: SECRETARY,
  unit: SECRETARY,
  criteria_draft: SECRETARY,
  criteria_draft_node: SECRETARY,
  criteria_version: SECRETARY,
  criteria_match: SECRETARY,
  former_name: SECRETARY,
  succession: SECRETARY,
  cycle_unit: SECRETARY,
  score: APPRAISAL,
  evidence: APPRAISAL,
  export_record: NOBODY,
  comment: EVERYBODY_AT_WORK,
  milestone: NOBODY,
  seal: NOBODY,
  sealed_result: NOBODY,
  reopen_request: NOBODY,
  explanation_round: APPRAISAL,
  explanation_item: APPRAISAL,
  user: NOBODY,
  office_setting: NOBODY,
};

/** Columns that others write than the rest of their table. */
const COLUMN_WRITERS: { readonly [T in LoggedTable]?: { readonly [column: string]: readonly Role[] } } = {
  cycle_unit: { cap: DECIDERS },
  score: { self_micro: STAGE_ROLES.self, appraised_micro: STAGE_ROLES.appraised, final_micro: STAGE_ROLES.final },
  explanation_round: { closed_at: ROUND_ROLES.close },
  explanation_item: { decided_at: EXPLANATION_MOVES.accept.roles },
};

/** Whether somebody with these roles may write all of these changes. */
export function mayWriteAll(roles: readonly Role[], changes: readonly Change[]): boolean {
  // A year that comes or goes as a whole (an import) brings cells of every stage with it.
  const isWholeCycle = changes.some(({ table, kind }) => table === 'cycle' && kind !== 'update');
  return changes.every((change) => {
    const table = change.table as LoggedTable;
    const columns = isWholeCycle ? {} : COLUMN_WRITERS[table];
    const ofColumns = filledColumns(change).flatMap((column) => (columns?.[column] ? [columns[column]] : []));
    return (ofColumns.length > 0 ? ofColumns : [WRITERS[table]]).every((writers) => hasOne(roles, writers));
  });
}

/** Columns the change says something about: of a whole record those that are not blank. */
function filledColumns(change: Change): readonly string[] {
  if (change.kind === 'update') return [change.column];
  return Object.keys(change.row).filter((column) => change.row[column] !== null);
}

function hasOne(roles: readonly Role[], wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
