/**
 * Danh mục đơn vị: every unit the office ever scored, with the days it existed, the names it had and what became of it.
 * Read by the unit screen, by imports and by every comparison of years. The rules about it are the other files of this
 * folder: pure functions from one registry to the next, or to a list of problems. Days are ISO `yyyy-mm-dd`, both ends
 * belong to the span; null is open.
 */
import type { Unit } from '../domain/entities.ts';
import type { FormerNameId, SuccessionEventId, SuccessionId, UnitId } from '../domain/ids.ts';

/** Tên, mã cũ: what a unit was called up to and including `validTo`. */
export interface FormerName {
  readonly id: FormerNameId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly validTo: string;
  /** Căn cứ of the change of name. */
  readonly legalBasis: string;
}

export interface RegistryUnit extends Unit {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Oldest first. */
  readonly formerNames: readonly FormerName[];
  readonly version: number;
}

/** Sáp nhập · chia tách. A change of name keeps the unit and is a FormerName. */
export type SuccessionKind = 'merge' | 'split';

/** One line of what a reorganisation did: `fromId` went into `toId` on that day. Lines of one decision share `eventId`. */
export interface Succession {
  readonly id: SuccessionId;
  readonly eventId: SuccessionEventId;
  readonly kind: SuccessionKind;
  readonly effectiveOn: string;
  readonly fromId: UnitId;
  readonly toId: UnitId;
  /** Part of the former unit that went this way, in 10⁻⁶; null is not stated (a merge: all of it). */
  readonly shareMicro: number | null;
  readonly legalBasis: string;
}

export interface Registry {
  readonly units: readonly RegistryUnit[];
  readonly successions: readonly Succession[];
}

/** What a person types about a unit. */
export interface UnitNames {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}
