/**
 * Branded ids: plain text (uuid v7) that the compiler does not let you mix up.
 * Created only by the data service; every other room just carries them.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type CycleId = Id<'Cycle'>;
export type BlockId = Id<'Block'>;
export type UnitId = Id<'Unit'>;
export type FormerNameId = Id<'FormerName'>;
export type SuccessionId = Id<'Succession'>;
/** One decision about units: a merge or a split with all its lines. */
export type SuccessionEventId = Id<'SuccessionEvent'>;
/** A unit taking part in one cycle, in one block (đơn vị trong kỳ đánh giá). Scores hang on this, not on the unit. */
export type CycleUnitId = Id<'CycleUnit'>;
export type CriteriaSetId = Id<'CriteriaSet'>;
/** A node of a criteria tree: field, criterion or sub-criterion. A leaf is a node without children. */
export type NodeId = Id<'Node'>;
export type EvidenceId = Id<'Evidence'>;
export type CommentId = Id<'Comment'>;
export type MilestoneId = Id<'Milestone'>;
/** A person who signs in (người dùng). */
export type UserId = Id<'User'>;
export type ExplanationRoundId = Id<'ExplanationRound'>;
export type ExplanationItemId = Id<'ExplanationItem'>;
/** One user action as the log knows it. */
export type BatchId = Id<'Batch'>;
/** Chosen by the client, so that a command sent twice is carried out once. */
export type OpId = Id<'Op'>;
/** Stands for a path the user chose in a dialog; the renderer never sees or sends paths. */
export type FileToken = Id<'FileToken'>;
