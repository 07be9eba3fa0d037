/**
 * The tables as Kysely sees them; must say the same as the newest migration (db/migrations/schema.test.ts compares).
 * Every table but `meta`, `attachment`, `credential`, `batch` and `change_log` is *logged*: it is written only through
 * write-batch, which also keeps the three bookkeeping columns.
 */
import type { Generated } from 'kysely';

/** Derived from the log: how many batches touched the record, when and by whom last. */
interface Bookkeeping {
  version: number;
  updated_at: string;
  updated_by: string;
}

interface CycleTable extends Bookkeeping {
  id: string;
  name: string;
  year: number;
  period_start: string;
  period_end: string;
  state: string;
  settings: string;
  simulated: number;
}

interface CriteriaSetTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  name: string;
  scale_micro: number;
}

interface CriteriaNodeTable extends Bookkeeping {
  id: string;
  set_id: string;
  parent_id: string | null;
  level: string;
  section: string;
  code: string;
  name: string;
  ord: number;
  max_micro: number;
  rule: string | null;
  rule_text: string;
  evidence_text: string;
  evidence_policy: string;
}

/** A set while it is edited; `id` is that of the set. Its nodes keep the ids they have or will have in the set. */
interface CriteriaDraftTable extends Bookkeeping {
  id: string;
  name: string;
  scale_micro: number;
}

export interface CriteriaDraftNodeTable extends Bookkeeping {
  id: string;
  set_id: string;
  parent_id: string | null;
  section: string;
  code: string;
  name: string;
  /** Place among its siblings, so that one moved node changes few rows. */
  ord: number;
  max_micro: number;
  rule: string | null;
  rule_text: string;
  evidence_text: string;
  evidence_policy: string;
}

interface CriteriaVersionTable extends Bookkeeping {
  id: string;
  set_id: string;
  number: number;
  name: string;
  scale_micro: number;
  /** CriteriaNode[] as JSON: a version never changes, so it is kept whole. */
  nodes: string;
  note: string;
  issued_at: string;
  issued_by: string;
}

/** A decision in the crosswalk of two sets; without `previous_leaf_id` the leaf is new. */
interface CriteriaMatchTable extends Bookkeeping {
  id: string;
  set_id: string;
  previous_set_id: string;
  leaf_id: string;
  previous_leaf_id: string | null;
}

interface BlockTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  criteria_set_id: string;
  code: string;
  name: string;
  ord: number;
}

interface UnitTable extends Bookkeeping {
  id: string;
  code: string;
  name: string;
  short_name: string;
  /** Codes, names and aliases without diacritics, for search. */
  folded: string;
  /** JSON list; null is none. */
  aliases: string | null;
  /** First and last day; null is open. */
  valid_from: string | null;
  valid_to: string | null;
}

interface FormerNameTable extends Bookkeeping {
  id: string;
  unit_id: string;
  code: string;
  name: string;
  short_name: string;
  /** Last day of this name. */
  valid_to: string;
  legal_basis: string;
}

interface SuccessionTable extends Bookkeeping {
  id: string;
  event_id: string;
  kind: string;
  effective_on: string;
  from_unit_id: string;
  to_unit_id: string;
  share_micro: number | null;
  legal_basis: string;
}

interface CycleUnitTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  block_id: string;
  unit_id: string;
  ord: number;
  ranked: number;
  previous: string | null;
  cap: string | null;
  /** Why the unit is scored but not ranked. */
  unranked_reason: string | null;
}

export interface ScoreTable extends Bookkeeping {
  /** `${cycle_unit_id}/${leaf_id}`: a cell is its place, so writing, undoing and writing again meet the same record. */
  id: string;
  cycle_unit_id: string;
  leaf_id: string;
  self_micro: number | null;
  appraised_micro: number | null;
  final_micro: number | null;
  declared: string | null;
  not_applicable_reason: string | null;
  cut_reason: string;
}

export interface EvidenceTable extends Bookkeeping {
  id: string;
  cycle_unit_id: string;
  leaf_id: string;
  document_no: string;
  document_date: string;
  signer: string;
  summary: string;
  /** Name the attached file had; null for a record without a file. */
  file_name: string | null;
  /** Key of `attachment`. */
  file_sha256: string | null;
}

interface CommentTable extends Bookkeeping {
  id: string;
  cycle_unit_id: string;
  leaf_id: string;
  /** The first comment of the thread; null for that one itself. */
  parent_id: string | null;
  text: string;
  author: string;
  written_at: string;
  resolved: number;
}

interface MilestoneTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  name: string;
  /** Newest batch at that moment: later changes are "changed since". */
  log_seq: number;
  /** The state the cycle reached then; null for a milestone a person set by name. */
  state: string | null;
  /** Why the cycle went back or was reopened. */
  reason: string | null;
}

export interface ExplanationRoundTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  number: number;
  name: string;
  opened_at: string;
  opened_by: string;
  deadline: string;
  /** Null while the round is open. */
  closed_at: string | null;
  closed_by: string;
}

export interface ExplanationItemTable extends Bookkeeping {
  id: string;
  round_id: string;
  cycle_unit_id: string;
  leaf_id: string;
  state: string;
  /** The cut as it was put to the unit. */
  self_micro: number;
  appraised_micro: number;
  cut_reason: string;
  answer: string;
  answered_at: string | null;
  answered_by: string;
  granted_micro: number | null;
  decision_reason: string;
  decided_at: string | null;
  decided_by: string;
}

export interface UserTable extends Bookkeeping {
  id: string;
  login: string;
  name: string;
  /** JSON array of roles. */
  roles: string;
  active: number;
  password_changed_at: string;
  password_by_other: number;
  /** Fingerprint of the row in `credential`, so that one put in from outside is noticed. */
  credential_sha256: string;
}

interface OfficeSettingTable extends Bookkeeping {
  /** Name of the setting (key of OfficeSettings). */
  id: string;
  /** JSON. */
  value: string;
}

/** Not logged: the log may be read and exported, this may not. Wrong passwords are counted here. */
export interface CredentialTable {
  user_id: string;
  salt: Uint8Array;
  hash: Uint8Array;
  /** scrypt's N, r and p at the time. */
  cost: number;
  block_size: number;
  parallelization: number;
  failures: number;
  failed_at: string | null;
}

interface SealTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  /** Newest batch when the year was sealed, and its link of the chain. */
  log_seq: number;
  log_hash: string;
  engine_version: string;
}

interface SealedResultTable extends Bookkeeping {
  /** `${seal_id}/${cycle_unit_id}` */
  id: string;
  seal_id: string;
  cycle_unit_id: string;
  block_code: string;
  unit_code: string;
  unit_name: string;
  /** The exact index is total_micro / applicable_micro. */
  total_micro: number;
  applicable_micro: number;
  rank: number | null;
  class_code: string | null;
  class_label: string;
  /** JSON of FrozenField[]. */
  fields: string;
}

interface ReopenRequestTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  seal_id: string;
  reason: string;
  requester_id: string | null;
  requester: string;
  requested_at: string;
  state: string;
  decider_id: string | null;
  decider: string | null;
  decided_at: string | null;
  decision_note: string | null;
}

/** Content-addressed and write-once, so the log needs only the hash. */
interface AttachmentTable {
  sha256: string;
  bytes: number;
  content: Uint8Array;
}

interface ExportRecordTable extends Bookkeeping {
  id: string;
  cycle_id: string;
  file_name: string;
  annexes: string;
  bytes: number;
  sha256: string;
}

export interface BatchTable {
  seq: number;
  id: string;
  op_id: string;
  kind: 'command' | 'undo' | 'redo';
  label: string;
  cycle_id: string | null;
  actor: string;
  at: string;
  /** 0 for steps that Ctrl+Z passes over (an export, the sample year). */
  undoable: number;
  /** The batch this one takes back or restores. */
  target_id: string | null;
  change_count: number;
  /** Folded text the log screen searches. */
  search: string;
  prev_hash: string;
  hash: string;
  /** Who it was, when people sign in; `actor` is the name they had then. */
  actor_id: string | null;
}

export interface ChangeLogTable {
  seq: Generated<number>;
  batch_seq: number;
  kind: 'insert' | 'update' | 'delete';
  tbl: string;
  row_id: string;
  col: string | null;
  /** JSON: the value before (update) or the whole row (delete). */
  old: string | null;
  /** JSON: the value after (update) or the whole row (insert). */
  new: string | null;
}

interface MetaTable {
  key: string;
  value: string;
}

/** Logged tables in the order in which a whole cycle can be inserted without breaking a foreign key. */
export interface LoggedTables {
  cycle: CycleTable;
  criteria_set: CriteriaSetTable;
  criteria_node: CriteriaNodeTable;
  criteria_draft: CriteriaDraftTable;
  criteria_draft_node: CriteriaDraftNodeTable;
  criteria_version: CriteriaVersionTable;
  criteria_match: CriteriaMatchTable;
  block: BlockTable;
  unit: UnitTable;
  former_name: FormerNameTable;
  succession: SuccessionTable;
  cycle_unit: CycleUnitTable;
  score: ScoreTable;
  evidence: EvidenceTable;
  export_record: ExportRecordTable;
  comment: CommentTable;
  milestone: MilestoneTable;
  seal: SealTable;
  sealed_result: SealedResultTable;
  reopen_request: ReopenRequestTable;
  explanation_round: ExplanationRoundTable;
  explanation_item: ExplanationItemTable;
  user: UserTable;
  office_setting: OfficeSettingTable;
}

export type LoggedTable = keyof LoggedTables;

export const LOGGED_TABLES = [
  'cycle',
  'criteria_set',
  'criteria_node',
  'criteria_draft',
  'criteria_draft_node',
  'criteria_version',
  'criteria_match',
  'block',
  'unit',
  'former_name',
  'succession',
  'cycle_unit',
  'score',
  'evidence',
  'export_record',
  'comment',
  'milestone',
  'seal',
  'sealed_result',
  'reopen_request',
  'explanation_round',
  'explanation_item',
  'user',
  'office_setting',
] as const satisfies readonly LoggedTable[];

export interface Schema extends LoggedTables {
  meta: MetaTable;
  attachment: AttachmentTable;
  credential: CredentialTable;
  batch: BatchTable;
  change_log: ChangeLogTable;
}
