/** Zod pieces the contract's inputs are made of. Limits here are the outermost fence; domain rules are checked after. */
import { ROLES, STAGES } from '../domain/entities.ts';
import type {
  BatchId,
  BlockId,
  CommentId,
  CycleId,
  CycleUnitId,
  EvidenceId,
  ExplanationItemId,
  ExplanationRoundId,
  FileToken,
  NodeId,
  OpId,
  UserId,
} from '../domain/ids.ts';
import { PASSWORD_MAX_LENGTH } from '../domain/password-rule.ts';
import { LOGIN_PATTERN, normaliseLogin } from '../domain/user.ts';
import { nfc } from '../util/vietnamese-text.ts';
import { z } from './z.ts';

export function id<T extends string>() {
  return z
    .string()
    .min(1)
    .max(64)
    .transform((value) => value as T);
}

export const cycleId = id<CycleId>();
export const blockId = id<BlockId>();
export const cycleUnitId = id<CycleUnitId>();
export const nodeId = id<NodeId>();
export const batchId = id<BatchId>();
export const commentId = id<CommentId>();
export const evidenceId = id<EvidenceId>();
export const explanationRoundId = id<ExplanationRoundId>();
export const explanationItemId = id<ExplanationItemId>();
export const userId = id<UserId>();
export const opId = id<OpId>();
export const fileToken = id<FileToken>();

/** Record version as last seen; 0 for a cell that does not exist yet. */
export const version = z.int().min(0);

/** A reason or source a person writes: one to 2000 characters after trimming. */
export const sentence = z.string().trim().min(1).max(2000).transform(nfc);

/** A name a person gives: one to 200 characters after trimming. */
export const title = z.string().trim().min(1).max(200).transform(nfc);

/** A sentence where it may be empty. */
export const reason = z.string().trim().max(2000).transform(nfc);

export const micro = z.int().min(0).max(1e15);

const declared = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes_no'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('choice'), option: z.string().max(100) }),
  z.strictObject({ kind: z.literal('value'), valueMicro: z.int().min(-1e15).max(1e15) }),
  z.strictObject({ kind: z.literal('ratio'), numeratorMicro: micro, denominatorMicro: micro }),
  z.strictObject({ kind: z.literal('count'), count: z.int().min(0).max(1e9) }),
  z.strictObject({ kind: z.literal('events'), counts: z.record(z.string().max(100), z.int().min(0).max(1e6)) }),
  z.strictObject({ kind: z.literal('survey'), indexMicroPercent: z.int().min(0).max(100_000_000) }),
]);

/** What to do with one cell. */
const cellSet = z.discriminatedUnion('kind', [
  /** Type points into one of the three values; null clears it. Below the self-scored value a reason is asked for. */
  z.strictObject({
    kind: z.literal('points'),
    stage: z.enum(STAGES),
    pointsMicro: micro.nullable(),
    reason: reason.optional(),
  }),
  /** Declare data; the rule gives the points of the stage. */
  z.strictObject({
    kind: z.literal('declared'),
    stage: z.enum(STAGES),
    declared: declared.nullable(),
    reason: reason.optional(),
  }),
  /** Excuse the leaf (reason required) or take that back (null). */
  z.strictObject({ kind: z.literal('notApplicable'), reason: reason.nullable() }),
]);

export const cellEdit = z.strictObject({
  cycleUnitId,
  leafId: nodeId,
  expectedVersion: version,
  set: cellSet,
});
export type CellEdit = z.input<typeof cellEdit>;

/** What the person did, for the name of the step: one paste, fill or replace is one step. */
export const editStep = z.enum(['set', 'paste', 'cut', 'fill', 'series', 'clear', 'replace', 'accept']);

/** What the log is narrowed to; null narrows nothing. */
export const logFilter = z.strictObject({
  cycleUnitId: cycleUnitId.nullable().default(null),
  /** Only together with the unit. */
  leafId: nodeId.nullable().default(null),
  actor: z.string().max(200).nullable().default(null),
  /** Kind of step: the first part of a label's key, or "undo". */
  kind: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .nullable()
    .default(null),
  /** From this instant on, and before that one. */
  from: z.iso.datetime().nullable().default(null),
  until: z.iso.datetime().nullable().default(null),
});
export type LogFilter = z.input<typeof logFilter>;

/** A document that proves a cell: the record, and the file when one is attached. */
export const evidenceRecord = z.strictObject({
  documentNo: z.string().trim().max(200),
  documentDate: z.union([z.iso.date(), z.literal('')]),
  signer: z.string().trim().max(200),
  summary: z.string().trim().max(2000),
});

/** Tên đăng nhập, in its one spelling. */
export const login = z
  .string()
  .max(200)
  .transform(normaliseLogin)
  .refine((text) => LOGIN_PATTERN.test(text), 'login');
/** As typed at the door: a name nobody could have is a wrong name, not a wrong shape. */
export const typedLogin = z.string().max(200).transform(normaliseLogin);
/** Composed form, because two keyboards must give one password. */
export const password = z.string().max(PASSWORD_MAX_LENGTH).transform(nfc);
export const personName = z.string().trim().min(1).max(200).transform(nfc);
export const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .transform((chosen) => ROLES.filter((role) => chosen.includes(role)));

export const annexCodes = z.array(z.enum(['I', 'II', 'III'])).min(1);
export type AnnexCode = 'I' | 'II' | 'III';

/** Số và ngày quyết định, printed in the annex heading; null leaves dots to fill in by hand. */
export const decision = z.strictObject({ number: z.string().trim().max(60), date: z.iso.date().nullable() });
export type Decision = z.output<typeof decision>;

export const importSource = z.strictObject({
  /** Criteria set in the layout of the user guide; null when the score table brings its own maxima. */
  criteriaToken: fileToken.nullable(),
  /** Wide score table: one row per unit, one column per leaf; null imports the criteria only. */
  scoresToken: fileToken.nullable(),
  cycleName: z.string().trim().min(1).max(200),
  year: z.int().min(1990).max(2200),
  /** What an empty cell of the table means. */
  blanks: z.enum(['missing', 'notApplicable', 'zero']),
  /** Answer to "is 1.234 a thousand or a decimal?"; null asks. */
  ambiguousDot: z.enum(['thousands', 'decimal']).nullable(),
  /** Ranks after a tie: 1, 2, 2, 4 (competition) or 1, 2, 2, 3 (dense). */
  ties: z.enum(['competition', 'dense']).default('competition'),
});
