/** Criteria sets (bộ tiêu chí): the set being edited, issuing it, its versions, copies and the crosswalk of two years. */
import { ALL, command, m, nothing, WRITERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import type * as outCriteria from '#shared/contract/outputs-criteria.ts';
import { ruleSchema } from '#shared/contract/rule-schema.ts';
import * as s from '#shared/contract/schemas.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import { MOVE_DIRECTIONS } from '#shared/criteria/move-node.ts';
import { NUMBERINGS } from '#shared/criteria/number-nodes.ts';
import type { CriteriaSetId } from '#shared/domain/ids.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { z } from '#shared/contract/z.ts';

const setId = s.id<CriteriaSetId>();
const text = (max: number) => z.string().trim().max(max).transform(nfc);
const numbering = z.enum(NUMBERINGS);
const versionNumber = z.int().min(1);

/** Shapes only: what is allowed is said by shared/criteria/edit-set. */
const edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), name: text(200).exactOptional(), scaleMicro: s.micro.exactOptional() }),
  z.strictObject({
    kind: z.literal('add'),
    parentId: s.nodeId.nullable(),
    afterId: s.nodeId.nullable(),
    section: z.enum(['core', 'bonus', 'penalty']),
    name: text(500),
  }),
  z.strictObject({
    kind: z.literal('patch'),
    nodeId: s.nodeId,
    patch: z.strictObject({
      code: text(40).exactOptional(),
      name: text(500).exactOptional(),
      maxMicro: s.micro.exactOptional(),
      rule: ruleSchema.exactOptional(),
      ruleText: text(4000).exactOptional(),
      evidenceText: text(2000).exactOptional(),
      evidencePolicy: z.enum(['zero', 'explain', 'block']).exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('remove'), nodeId: s.nodeId }),
  z.strictObject({ kind: z.literal('move'), nodeId: s.nodeId, direction: z.enum(MOVE_DIRECTIONS) }),
  z.strictObject({ kind: z.literal('renumber'), numbering }),
  z.strictObject({ kind: z.literal('takeSum'), nodeId: s.nodeId }),
]);

const choices = z.strictObject({
  misfit: z.enum(['keepPoints', 'clear']),
  recount: z.enum(['recompute', 'keep']),
  overMax: z.enum(['lower', 'clear']),
});

export const criteriaMethods = {
  'criteria.get': m<outCriteria.CriteriaView>()('query', ALL, z.strictObject({ setId })),
  /** One issued version whole. */
  'criteria.version': m<EditableSet>()('query', ALL, z.strictObject({ setId, number: versionNumber })),
  /** One edit of the set being edited, which begins with the first; the set in force stays as it is until issued. */
  'criteria.edit': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      setId,
      edit,
      /** Version of the node a patch was made from; null for other edits. */
      expectedVersion: s.version.nullable(),
      /** Codes follow places after an added, removed or moved node; null leaves them. */
      numbering: numbering.nullable(),
    }),
  ),
  /** Throw the edits away and go back to the set in force. */
  'criteria.discard': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, setId })),
  /** What issuing (ban hành) needs and what it would do to the cells, under these choices; writes nothing. */
  'criteria.checkIssue': m<outCriteria.IssueCheck>()('query', ALL, z.strictObject({ setId, choices })),
  /** Put the edited set in force as a new version: cells follow in the same step. */
  'criteria.issue': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      setId,
      note: s.reason,
      choices,
      /** `affected` of the check the person saw. */
      expectedAffected: z.int().min(0),
      /** True after the person agreed that cells and records of dropped leaves go. */
      dropRecords: z.boolean(),
    }),
  ),
  'criteria.sources': m<readonly outCriteria.CriteriaSource[]>()('query', ALL, nothing),
  /** Edit on from another set, or from an earlier version of one: certain matches keep their place and scores. */
  'criteria.copy': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({ ...command, setId, fromSetId: setId, fromVersion: versionNumber.nullable() }),
  ),
  /** Crosswalk of the set in force (or the edited one) against an earlier set in force. */
  'criteria.crosswalk': m<outCriteria.CrosswalkView>()(
    'query',
    ALL,
    z.strictObject({ setId, previousSetId: setId, draft: z.boolean() }),
  ),
  /** Decide about one leaf of the crosswalk, or take the decision back. */
  'criteria.setMatch': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      setId,
      previousSetId: setId,
      leafId: s.nodeId,
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('continues'), previousLeafId: s.nodeId }),
        z.strictObject({ kind: z.literal('new') }),
        z.strictObject({ kind: z.literal('undecided') }),
      ]),
    }),
  ),
} as const;
