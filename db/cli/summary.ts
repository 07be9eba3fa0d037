import type { Ranking } from '#shared/contract/outputs.ts';

/**
 * The results of a cycle as plain JSON: what `demo` writes and `ranking --json` prints. `index` and `mean` are percent
 * as printed (two decimals, half-up from the exact value); `indexMicroPercent` is 10⁻⁶ percent.
 */
export function toSummary(ranking: Ranking) {
  return {
    engine: ranking.engineVersion,
    blocks: ranking.blocks.map((block) => ({
      code: block.code,
      name: block.name,
      units: block.rows.length,
      mean: toNumber(block.meanText),
    })),
    classes: Object.fromEntries(ranking.classCounts.map(({ label, count }) => [label, count])),
    units: ranking.blocks.flatMap((block) =>
      block.rows.map((row) => ({
        code: row.code,
        name: row.name,
        block: block.code,
        points: row.totalMicro / 1e6,
        applicableMax: row.applicableMicro / 1e6,
        index: row.indexMicroPercent === null ? null : toNumber(row.indexText),
        indexMicroPercent: row.indexMicroPercent,
        rank: row.rank,
        class: row.classCode === null ? null : row.classLabel,
        tied: row.tied,
        tiedInPrint: row.tiedInPrint,
        missing: row.missing,
      })),
    ),
  };
}

/** A printed number ("91,16") as JSON writes it; null for the dash of an empty block. */
function toNumber(text: string): number | null {
  const value = Number(text.replaceAll('.', '').replace(',', '.'));
  return text === '' || Number.isNaN(value) ? null : value;
}
