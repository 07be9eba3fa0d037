/** One block of a cycle: run the engine over its columns and put the results into records. */
import type { Block, CycleUnit, Unit } from '../domain/entities.ts';
import { err, ok, type Result } from '../util/result.ts';
import { computeBlock } from './compute-block.ts';
import { effectiveColumn } from './effective-points.ts';
import { formatIndex, formatMean, indexMicroPercent, meanMicroPercent } from './index-value.ts';
import { NOT_APPLICABLE, type BlockResult, type CompiledSet } from './model.ts';
import type { RankColumns, RankedBlock, RankedUnit, RankStructure } from './ranking-model.ts';
import type { SetProblem } from './set-problem.ts';

interface Member {
  readonly cycleUnit: CycleUnit;
  readonly unit: Unit;
}

/** Rank one block; fails when the columns name other units or leaves than the structure and the set have. */
export function summariseBlock(
  structure: RankStructure,
  block: Block,
  set: CompiledSet,
  columns: RankColumns,
): Result<RankedBlock, SetProblem> {
  const members = findMembers(structure, columns);
  if (members.length !== columns.cycleUnitIds.length) {
    return err({
      at: block.code,
      reason: 'unitsMissing',
      params: { found: members.length, expected: columns.cycleUnitIds.length },
    });
  }
  const leafCount = set.leaves.length;
  const cells = members.length * leafCount;
  const sameLeaves =
    columns.leafIds.length === leafCount && set.leaves.every((leaf, l) => leaf.id === columns.leafIds[l]);
  if (!sameLeaves || columns.self.length !== cells) {
    return err({ at: block.code, reason: 'columnsDiffer', params: { found: columns.self.length, expected: cells } });
  }
  const { settings } = structure.cycle;
  const effective = effectiveColumn(columns.self, columns.appraised, columns.final);
  const result = computeBlock(
    set,
    { unitCount: members.length, leafCount, points: effective, flags: columns.flags },
    members.map(({ cycleUnit, unit }) => ({ code: unit.code, ranked: cycleUnit.ranked, cap: cycleUnit.cap })),
    settings,
  );
  const stageSums = sumStages(set, columns, effective);
  return ok({
    blockId: block.id,
    code: block.code,
    name: block.name,
    meanMicroPercent: meanMicroPercent(result.meanPicoPercent),
    meanText: formatMean(result.meanPicoPercent, settings.printDecimals, 'vi'),
    fields: set.fields.map(({ id, code, name }) => ({ nodeId: id, code, name })),
    rows: Array.from(result.order, (u) => ({
      ...describeMember(members[u]!),
      ...describeResult(structure, set, result, u),
      selfMicro: stageSums.self[u]!,
      appraisedMicro: stageSums.appraised[u]!,
      surveyMicro: stageSums.survey[u]!,
    })),
  });
}

function findMembers(structure: RankStructure, columns: RankColumns): Member[] {
  const cycleUnits = new Map(structure.cycleUnits.map((cycleUnit) => [cycleUnit.id, cycleUnit]));
  const units = new Map(structure.units.map((unit) => [unit.id, unit]));
  return columns.cycleUnitIds.flatMap((id) => {
    const cycleUnit = cycleUnits.get(id);
    const unit = cycleUnit && units.get(cycleUnit.unitId);
    return unit ? [{ cycleUnit, unit }] : [];
  });
}

interface StageSums {
  readonly self: Float64Array;
  readonly appraised: Float64Array;
  readonly survey: Float64Array;
}

/** Columns of annex I next to the total: applicable core leaves only, as the total has them. */
function sumStages(set: CompiledSet, columns: RankColumns, effective: Float64Array): StageSums {
  const unitCount = columns.cycleUnitIds.length;
  const leafCount = set.leaves.length;
  const sums = {
    self: new Float64Array(unitCount),
    appraised: new Float64Array(unitCount),
    survey: new Float64Array(unitCount),
  };
  for (let u = 0; u < unitCount; u++) {
    for (let l = 0; l < leafCount; l++) {
      const cell = u * leafCount + l;
      if (set.sectionOfLeaf[l] !== 0 || (columns.flags[cell]! & NOT_APPLICABLE) !== 0) continue;
      const self = zeroIfBlank(columns.self[cell]!);
      sums.self[u]! += self;
      sums.appraised[u]! += Number.isNaN(columns.appraised[cell]!) ? self : columns.appraised[cell]!;
      if (set.leaves[l]!.rule?.kind === 'survey') sums.survey[u]! += zeroIfBlank(effective[cell]!);
    }
  }
  return sums;
}

function zeroIfBlank(points: number): number {
  return Number.isNaN(points) ? 0 : points;
}

function describeMember({ cycleUnit, unit }: Member) {
  const { id: cycleUnitId, ranked, previous } = cycleUnit;
  return { cycleUnitId, code: unit.code, name: unit.name, ranked, previous };
}

type ResultPart = Omit<
  RankedUnit,
  keyof ReturnType<typeof describeMember> | 'selfMicro' | 'appraisedMicro' | 'surveyMicro'
>;

function describeResult(structure: RankStructure, set: CompiledSet, result: BlockResult, u: number): ResultPart {
  const { classes, unclassifiedLabel, printDecimals } = structure.cycle.settings;
  const ratio = { numeratorMicro: result.totalMicro[u]!, denominatorMicro: result.applicableMicro[u]! };
  const classFinal = result.classFinal[u]!;
  const fieldCount = set.fields.length;
  return {
    rank: result.rank[u]! > 0 ? result.rank[u]! : null,
    bonusMicro: result.bonusMicro[u]!,
    penaltyMicro: result.penaltyMicro[u]!,
    totalMicro: ratio.numeratorMicro,
    applicableMicro: ratio.denominatorMicro,
    indexMicroPercent: indexMicroPercent(ratio),
    indexText: formatIndex(ratio, printDecimals, 'vi'),
    classCode: classes[classFinal]?.code ?? null,
    // −1 is below every threshold, −2 is withheld and has no word.
    classLabel: classes[classFinal]?.label ?? (classFinal === -1 ? unclassifiedLabel : ''),
    classByThresholdCode: classes[result.classByThreshold[u]!]?.code ?? null,
    capped: classFinal !== result.classByThreshold[u],
    tied: result.tied[u] === 1,
    tiedInPrint: result.tiedInPrint[u] === 1,
    neighbourOf: classes[result.neighbour[u]!]?.code ?? null,
    missing: result.missing[u]!,
    missingEvidence: result.missingEvidence[u]!,
    blocked: result.blocked[u] === 1,
    fieldMicroPercent: set.fields.map((_, f) =>
      indexMicroPercent({
        numeratorMicro: result.fieldMicro[u * fieldCount + f]!,
        denominatorMicro: result.fieldApplicableMicro[u * fieldCount + f]!,
      }),
    ),
  };
}
