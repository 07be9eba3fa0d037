import { describe, expect, it } from 'vitest';
import { buildAnnexes } from './build-annexes.ts';
import type { CellModel, SheetModel } from './sheet-model.ts';
import { annexInputOfDraft } from './testing/annex-input-of-draft.ts';
import { smallCycle } from './testing/small-cycle.ts';

const ALL = { annexes: ['I', 'II', 'III'], decision: null } as const;

/** A sheet as lines of text: formulas with their results, so that a diff can be read. */
function lines(sheet: SheetModel | undefined): readonly string[] {
  return (sheet?.rows ?? []).map(({ cells }) =>
    cells
      .map((cell) => show(cell))
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );
}

function show(cell: CellModel | null): string {
  if (cell === null || cell.kind === 'blank') return '';
  if (cell.kind === 'formula') return `=${cell.formula} → ${cell.result}`;
  if (cell.kind === 'number') return String(cell.value);
  return cell.kind === 'text' ? cell.text : cell.runs.map((run) => run.text).join('');
}

function sheetNamed(sheets: readonly SheetModel[], name: string): SheetModel | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

describe('buildAnnexes', () => {
  const model = buildAnnexes(annexInputOfDraft(smallCycle(), ALL));

  it('has the annexes first, then what their formulas rest on', () => {
    expect(model.sheets.map((sheet) => sheet.name)).toEqual([
      'Phụ lục I - K1',
      'Phụ lục I - K2',
      'Phụ lục II - K1',
      'Phụ lục II - K2',
      'Phụ lục III',
      'Điểm K1',
      'Điểm K2',
      'Tham số',
    ]);
  });

  it.each(['Phụ lục I - K1', 'Phụ lục II - K1', 'Phụ lục III', 'Điểm K1', 'Tham số'])('lays out %s', (name) => {
    expect(lines(sheetNamed(model.sheets, name))).toMatchSnapshot();
  });

  it('survives the way to a worker', () => {
    expect(structuredClone(model)).toEqual(model);
  });

  it('says "số liệu mô phỏng" on every sheet of invented figures and nowhere else', () => {
    const says = (simulated: boolean) =>
      buildAnnexes(annexInputOfDraft({ ...smallCycle(), simulated }, ALL)).sheets.map((sheet) =>
        lines(sheet).slice(0, 6).join().includes('SỐ LIỆU MÔ PHỎNG'),
      );
    expect(new Set(says(true))).toEqual(new Set([true]));
    expect(new Set(says(false))).toEqual(new Set([false]));
  });

  it('prints the decision, or dots to fill in, and closes every annex with "./."', () => {
    const reference = (decision: Parameters<typeof annexInputOfDraft>[1]['decision']) =>
      lines(buildAnnexes(annexInputOfDraft(smallCycle(), { ...ALL, decision })).sheets[0])[4];
    expect(reference({ number: '07/QĐ-BCA-V03', date: '2024-02-05' })).toMatch(
      /^\(Kèm theo Quyết định số 07\/QĐ-BCA-V03 ngày 05 tháng 02 năm 2024\)/,
    );
    expect(reference({ number: '7/QĐ-BCA-V03', date: '2023-03-15' })).toContain('ngày 15 tháng 3 năm 2023');
    expect(reference(null)).toContain('số ………/QĐ-BCA-V03 ngày …… tháng …… năm ………');
    for (const sheet of model.sheets.filter(({ name }) => name.startsWith('Phụ lục'))) {
      expect(lines(sheet).at(-1), sheet.name).toBe('./.');
    }
  });

  it('leaves every number a number: no text cell of a table reads as one', () => {
    for (const sheet of model.sheets) {
      for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
        if (cell?.kind === 'text') expect(cell.text.trim()).not.toMatch(/^[+-]?[\d.,]+%?$/);
      }
    }
  });

  it('shows caps as a column only when there are any, and the worse of class and cap', () => {
    const caps = { A01: { classCode: 'K', reason: 'kỷ luật', source: 'QĐ 1' } };
    const [sheet] = buildAnnexes(annexInputOfDraft(smallCycle(), { ...ALL, caps })).sheets;
    const text = lines(sheet).join('\n');
    expect(text).toContain('Mức khống chế');
    expect(text).toMatch(/Cục Một .*→ Xuất sắc \| Khá \| .*→ Khá/);
    expect(text).toContain('khống chế mức xếp loại cao nhất là Khá; lý do: kỷ luật (căn cứ: QĐ 1)');
    expect(lines(model.sheets[0]).join('\n')).not.toContain('Mức khống chế');
  });

  it('splits annex II when there are more fields than a page holds', () => {
    const draft = smallCycle();
    const [first] = draft.blocks;
    const leaf = first!.criteriaSet.nodes.find((node) => node.code === '2.1')!;
    const nodes = Array.from({ length: 23 }, (_, i) => ({
      ...leaf,
      code: `F${i + 1}`,
      level: 'field' as const,
      parentCode: null,
    }));
    const criteriaSet = { ...first!.criteriaSet, scaleMicro: 23 * leaf.maxMicro, nodes };
    const units = first!.units.map((unit) => ({ ...unit, cells: [] }));
    const flat = { ...draft, blocks: [{ ...first!, criteriaSet, units }] };
    const names = buildAnnexes(annexInputOfDraft(flat, { annexes: ['II'], decision: null })).sheets.map((s) => s.name);
    expect(names).toEqual(['Phụ lục II - K1', 'Phụ lục II - K1 - 2', 'Phụ lục II - K1 - 3', 'Điểm K1', 'Tham số']);
  });

  it('gives wrapped text its height', () => {
    const sheet = model.sheets[0]!;
    const heightOf = (name: string) =>
      sheet.rows.find(({ cells }) => cells.some((cell) => cell?.kind === 'text' && cell.text.startsWith(name)))
        ?.heightPt;
    expect(heightOf('Cục Một')).toBe(16);
    expect(heightOf('Văn phòng Bốn')).toBe(29);
  });
});
