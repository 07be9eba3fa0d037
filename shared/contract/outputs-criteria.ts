/** What the data service says about criteria sets: the set in force, the one being edited, versions, crosswalks. */
import type { PlacedProblem } from '../criteria/check-set.ts';
import type { Crosswalk } from '../criteria/crosswalk.ts';
import type { EditableSet } from '../criteria/editable-set.ts';
import type { CellEffect } from '../criteria/settle-cell.ts';
import type { CriteriaNode } from '../domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, NodeId } from '../domain/ids.ts';

/** Phiên bản đã ban hành. */
export interface CriteriaVersion {
  readonly number: number;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

export interface CriteriaView {
  readonly setId: CriteriaSetId;
  readonly cycleId: CycleId;
  readonly blocks: readonly { readonly id: BlockId; readonly code: string; readonly name: string }[];
  /** The set in force: what cells are scored by. */
  readonly issued: EditableSet;
  /** Oldest first; the last is in force. The first may be the set as the cycle was made with it. */
  readonly versions: readonly CriteriaVersion[];
  /** The set being edited; null while it is the one in force. */
  readonly draft: EditableSet | null;
  /** Versions of the draft's nodes as last seen; empty without a draft. */
  readonly nodeVersions: Readonly<Record<NodeId, number>>;
  readonly units: number;
}

/** What issuing would do to the cells of one leaf. */
export interface LeafConsequence {
  readonly leafId: NodeId;
  readonly code: string;
  readonly name: string;
  readonly effect: CellEffect | 'dropped';
  readonly cells: number;
  /** Evidence, comments and explanations that go with a dropped leaf. */
  readonly records: number;
  /** Codes of the first units concerned. */
  readonly units: readonly string[];
}

export interface IssueCheck {
  /** Why the set cannot be issued; empty when it can. */
  readonly problems: readonly PlacedProblem[];
  readonly consequences: readonly LeafConsequence[];
  /** Cells and records concerned in all: sent back with the command, so that what was said is what happens. */
  readonly affected: number;
  /** Fields named by the tie policy of the cycle that the set would no longer have. */
  readonly tieFields: readonly string[];
  readonly nextNumber: number;
}

/** A set to copy from or to compare with. */
export interface CriteriaSource {
  readonly setId: CriteriaSetId;
  readonly setName: string;
  readonly cycleId: CycleId;
  readonly cycleName: string;
  readonly year: number;
  readonly blockCode: string;
  readonly blockName: string;
}

export interface CrosswalkView {
  readonly crosswalk: Crosswalk;
  readonly current: readonly CriteriaNode[];
  readonly previous: readonly CriteriaNode[];
  /** Leaves of the current set a person decided about. */
  readonly decided: readonly NodeId[];
}
