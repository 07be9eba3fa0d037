/**
 * The things of a scoring year, as every room knows them. Vietnamese terms stand beside each (glossary:
 * docs/glossary.md). Points are integers of 10⁻⁶ point (`…Micro`); percentages are integers of 10⁻⁶ percent
 * (`…MicroPercent`), so 95 % is 95_000_000. Dates are ISO `yyyy-mm-dd`, instants are UTC ISO strings.
 */
import type {
  BlockId,
  CommentId,
  CriteriaSetId,
  CycleId,
  CycleUnitId,
  EvidenceId,
  MilestoneId,
  NodeId,
  UnitId,
} from './ids.ts';
import type { Rule } from './rules.ts';

/** Vai trò. A file without users is a single-seat file whose one user holds every role. */
export const ROLES = ['secretary', 'reviewer', 'approver', 'admin', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Trạng thái kỳ đánh giá. */
export const CYCLE_STATES = [
  'entered',
  'received',
  'appraised',
  'explained',
  'surveyed',
  'synthesised',
  'approved',
  'sealed',
  'published',
] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

/** Xếp loại: a class and the lowest index that earns it, highest class first. */
export interface ClassThreshold {
  readonly code: string;
  readonly label: string;
  readonly minMicroPercent: number;
}

/**
 * Cách xếp hạng khi bằng điểm: `competition` 1,2,2,4 · `dense` 1,2,2,3 · `fields` compares the listed fields' indexes
 * in order and ends with the unit code, so nobody shares a rank.
 */
export type TiePolicy =
  | { readonly kind: 'competition' }
  | { readonly kind: 'dense' }
  | { readonly kind: 'fields'; readonly fieldCodes: readonly string[] };

/** Trường hợp khống chế hoặc loại trừ: a situation in which a unit's class may be capped, offered when one is decided. */
export interface CapRule {
  readonly code: string;
  readonly label: string;
  /** The best class still allowed; `null` is a veto: "không xếp loại". */
  readonly classCode: string | null;
  /** Căn cứ: the document that says so; empty while nobody has named one. */
  readonly source: string;
}

/** Everything about a year that is a choice, not code. */
export interface CycleSettings {
  readonly classes: readonly ClassThreshold[];
  /** What to print for an index below every threshold. */
  readonly unclassifiedLabel: string;
  /** Which number classifies: the full-precision index or the one printed. */
  readonly classifyBy: 'exact' | 'printed';
  readonly tiePolicy: TiePolicy;
  /** A unit this near to a threshold (in 10⁻⁶ percent) is listed for a second look. */
  readonly neighbourMicroPercent: number;
  readonly bonusCapMicro: number;
  readonly penaltyCapMicro: number;
  readonly printDecimals: number;
  /** Thời hạn: the day by which a state is to be reached; a state without one has no deadline. */
  readonly deadlines: Readonly<Partial<Record<CycleState, string>>>;
  /** What a new criterion says about points without evidence; each criterion has its own afterwards. */
  readonly evidencePolicy: EvidencePolicy;
  readonly capRules: readonly CapRule[];
}

/** Kỳ đánh giá. */
export interface Cycle {
  readonly id: CycleId;
  readonly name: string;
  readonly year: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly state: CycleState;
  readonly settings: CycleSettings;
  /** Invented figures: every screen and export says "số liệu mô phỏng". */
  readonly simulated: boolean;
  readonly version: number;
}

/** Khối: units ranked together under one criteria set. */
export interface Block {
  readonly id: BlockId;
  readonly cycleId: CycleId;
  readonly code: string;
  readonly name: string;
  readonly order: number;
  readonly criteriaSetId: CriteriaSetId;
  readonly version: number;
}

/** Đơn vị. */
export interface Unit {
  readonly id: UnitId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Tên gọi khác (TP.HCM, BRVT): searched like the name. */
  readonly aliases: readonly string[];
}

/** Đơn vị trong kỳ. */
export interface CycleUnit {
  readonly id: CycleUnitId;
  readonly cycleId: CycleId;
  readonly blockId: BlockId;
  readonly unitId: UnitId;
  readonly order: number;
  /** False for a unit that is scored but not ranked (new, merged, special). */
  readonly ranked: boolean;
  /** Why it is not ranked; empty for a unit that is, or when nobody said. */
  readonly unrankedReason: string;
  /** Last year's published figures, for comparison only. */
  readonly previous: PreviousResult | null;
  /** Trần xếp loại: a logged human decision that the class may not exceed this one. */
  readonly cap: ClassCap | null;
  readonly version: number;
}

export interface PreviousResult {
  readonly year: number;
  readonly indexMicroPercent: number;
  readonly rank: number | null;
  readonly classCode: string | null;
}

export interface ClassCap {
  /** The best class still allowed; `null` means "không xếp loại". */
  readonly classCode: string | null;
  readonly reason: string;
  readonly source: string;
}

/** Bộ tiêu chí. */
export interface CriteriaSet {
  readonly id: CriteriaSetId;
  readonly name: string;
  /** Thang điểm: the sum of core leaf maxima. */
  readonly scaleMicro: number;
  readonly nodes: readonly CriteriaNode[];
}

/** Lĩnh vực › tiêu chí › tiêu chí thành phần. */
export type NodeLevel = 'field' | 'criterion' | 'subCriterion';

/** `core` counts towards the scale; bonus (điểm thưởng) and penalty (điểm trừ) stand outside it with their own caps. */
export type Section = 'core' | 'bonus' | 'penalty';

/** What happens to a leaf that has points but no evidence (tài liệu kiểm chứng). */
export type EvidencePolicy = 'zero' | 'explain' | 'block';

export interface CriteriaNode {
  readonly id: NodeId;
  readonly parentId: NodeId | null;
  readonly level: NodeLevel;
  readonly section: Section;
  readonly code: string;
  readonly name: string;
  /** Depth-first position in the printed set. */
  readonly order: number;
  /** Điểm tối đa. For a penalty the largest deduction, as a positive number. */
  readonly maxMicro: number;
  /** Present on leaves only. */
  readonly rule: Rule | null;
  /** Cách chấm, as printed. */
  readonly ruleText: string;
  /** Yêu cầu tài liệu kiểm chứng, as printed; empty when none is asked for. */
  readonly evidenceText: string;
  readonly evidencePolicy: EvidencePolicy;
}

/** Điểm tự chấm, điểm thẩm định, điểm sau giải trình: kept side by side, none overwrites another. */
export const STAGES = ['self', 'appraised', 'final'] as const;
export type Stage = (typeof STAGES)[number];

/** Tài liệu kiểm chứng. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly documentNo: string;
  readonly documentDate: string;
  readonly signer: string;
  readonly summary: string;
  /** The attached file; null for a record that only names the document. */
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly version: number;
}

/** Trao đổi về một ô: comments of one cell form threads of one level. */
export interface Comment {
  readonly id: CommentId;
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  /** First comment of the thread; null for that one itself. */
  readonly parentId: CommentId | null;
  readonly text: string;
  readonly author: string;
  readonly writtenAt: string;
  /** Said of the whole thread, on its first comment. */
  readonly resolved: boolean;
  readonly version: number;
}

/** Mốc: a named moment of a cycle that "changed since" is measured from. */
export interface Milestone {
  readonly id: MilestoneId;
  readonly name: string;
  readonly at: string;
  readonly by: string;
  /** Newest batch of the log at that moment. */
  readonly logSeq: number;
  /** The state the year reached then; null for a moment a person named. */
  readonly state: CycleState | null;
  /** Why the year went back to that state or was reopened; empty otherwise. */
  readonly reason: string;
}
