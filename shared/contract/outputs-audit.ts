/** What the checks and readings of the log answer with. */

/**
 * What is wrong with a file: with the log itself, with a record the log describes, or with what guards them.
 * `headAltered` is the note of the newest batch kept beside the log; `anchorMissing` means that the log is whole but is
 * not the one a printed code was taken from.
 */
export const CHAIN_FAULTS = [
  'altered',
  'removed',
  'reordered',
  'inserted',
  'headAltered',
  'recordAltered',
  'recordRemoved',
  'recordInserted',
  'attachmentAltered',
  'attachmentRemoved',
  'guardAltered',
  'guardRemoved',
  'guardInserted',
  'anchorMissing',
] as const;
export type ChainFaultReason = (typeof CHAIN_FAULTS)[number];

export interface ChainFault {
  readonly ok: false;
  readonly reason: ChainFaultReason;
  /** Batches found sound before the first bad one; all of them when the log itself is whole. */
  readonly batches: number;
  /** The batch at fault, or the last one that wrote the record at fault; 0 when there is none. */
  readonly firstBadSeq: number;
  readonly at: string | null;
  readonly actor: string | null;
  /** The record at fault, where it can be told; a trigger or a file stands here too. */
  readonly record: RecordName | null;
  /** The field at fault: what the log says and what was found instead. */
  readonly difference: {
    readonly column: string;
    readonly logged: string | null;
    readonly found: string | null;
  } | null;
  /** How many further records differ from the log. */
  readonly others: number;
}

export interface RecordName {
  readonly table: string;
  readonly id: string;
  /** As a person knows it: "P01 · 1.1.4"; the id when nothing better is known. */
  readonly subject: string;
}

export type ChainCheck =
  | {
      readonly ok: true;
      readonly batches: number;
      readonly changes: number;
      readonly headHash: string;
      /** Whether the log was held against a code kept outside the file. */
      readonly anchored: boolean;
    }
  | ChainFault;
