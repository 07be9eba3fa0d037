/**
 * The whole of an import before anything is written: criteria and/or scores as raw tables → a draft and what a person
 * should see of it first. Called by db/service for preview and commit alike, so that both see the same.
 */
import type { ImportProblem } from '../contract/outputs.ts';
import type { CycleDraft } from '../domain/cycle-draft.ts';
import { cycleOf } from './cycle-of.ts';
import { previewOf } from './preview-of.ts';
import type { RawTable } from './raw-table.ts';
import { readCriteria, type ImportedBlock } from './read-criteria.ts';
import { readWideTable, type WideOptions, type WideResult } from './read-wide-table.ts';

export interface ImportInput extends Omit<WideOptions, 'criteria'> {
  readonly criteria: readonly RawTable[] | null;
  readonly scores: readonly RawTable[] | null;
}

/** The draft is null exactly when the preview is not acceptable. */
export interface ReadImport extends Omit<WideResult, 'draft'> {
  readonly draft: CycleDraft | null;
}

/** Read it all; nothing is written. */
export function readImport(input: ImportInput): ReadImport {
  const criteria = input.criteria === null ? null : readCriteria(input.criteria);
  if (criteria !== null && !criteria.ok) return refused(criteria.error);
  const blocks = criteria === null ? null : criteria.value;
  if (input.scores === null) return criteriaOnly(input, blocks ?? []);
  const read = readWideTable(input.scores, { ...input, criteria: blocks });
  return read.ok ? read.value : refused(read.error);
}

const NO_PLACES: ReadImport['unitPlaces'] = new Map();

function criteriaOnly(input: ImportInput, blocks: readonly ImportedBlock[]): ReadImport {
  const drafts = blocks.map(({ blockCode, blockName, set }) => ({
    code: blockCode,
    name: blockName,
    criteriaSet: set,
    units: [],
  }));
  return { draft: cycleOf(drafts, input), preview: previewOf(drafts, [], []), unitPlaces: NO_PLACES };
}

function refused(problems: readonly ImportProblem[]): ReadImport {
  return { draft: null, preview: previewOf([], [], problems), unitPlaces: NO_PLACES };
}
