import type { RankedUnit, Ranking } from '#shared/contract/outputs.ts';

/**
 * The results of a cycle as plain JSON: what `demo` writes and `ranking --json` prints. `index` and `mean` are percent
 * as printed (two decimals, half-up from the exact value); `indexMicroPercent` is 10⁻⁶ percent. `class` is the label
 * as printed, below every threshold too; null only for a unit whose result is withheld.
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
        class: isWithheld(row) ? null : row.classLabel,
        withheld: isWithheld(row),
        tied: row.tied,
        tiedInPrint: row.tiedInPrint,
        missing: row.missing,
      })),
    ),
  };
}

/** Blocked for want of evidence, or nothing applies to it: there is no result to classify. */
function isWithheld(row: RankedUnit): boolean {
  return row.blocked || row.indexMicroPercent === null;
}

/** A printed number ("91,16") as JSON writes it; null for the dash of an empty block. */
function toNumber(text: string): number | null {
  const value = Number(text.replaceAll('.', '').replace(',', '.'));
  return text === '' || Number.isNaN(value) ? null : value;
}
