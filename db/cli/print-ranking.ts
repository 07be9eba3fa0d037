import type { Ranking } from '#shared/contract/outputs.ts';

/** Prints block means, class counts and one table per block. */
export function printRanking(ranking: Ranking): void {
  for (const block of ranking.blocks) {
    console.log(`\n${block.code} · ${block.name} — ${block.rows.length} đơn vị, trung bình ${block.meanText} %`);
    const width = Math.max(...block.rows.map((row) => row.name.length), 6);
    console.log(
      `  ${'Hạng'.padStart(4)}  ${'Mã'.padEnd(6)}  ${'Đơn vị'.padEnd(width)}  ${'Chỉ số'.padStart(8)}  Xếp loại`,
    );
    for (const row of block.rows) {
      const rank = row.rank === null ? '–' : String(row.rank);
      const marks = [row.tied && 'đồng hạng', row.tiedInPrint && 'bằng điểm in', row.capped && 'bị khống chế']
        .filter(Boolean)
        .join(', ');
      console.log(
        `  ${rank.padStart(4)}  ${row.code.padEnd(6)}  ${row.name.padEnd(width)}  ${row.indexText.padStart(8)}  ` +
          `${row.classLabel}${marks && ` (${marks})`}`,
      );
    }
  }
  console.log(`\nXếp loại: ${ranking.classCounts.map(({ label, count }) => `${label} ${count}`).join(' · ')}`);
}
