/**
 * "Năm mẫu 2023": a complete invented scoring year (số liệu mô phỏng) of 110 units that gives exactly the published
 * aggregates of 2023. Called when a user opens the sample year, by the demo and by tests. Deterministic: no clock, no
 * outside randomness. Points are never written down here: every one comes from declared data through the rule of its
 * leaf, and totals, ranks and classes are left to the engine.
 *
 * Way of a unit: target index (targets) → declared data that reach it (draw-unit) → what was claimed and cut on the way
 * (vary-stages) → documents (make-evidence).
 */
import type { BlockDraft, CycleDraft, UnitDraft } from '#shared/domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import { criteriaK1 } from './data/criteria-k1.ts';
import { criteriaK2 } from './data/criteria-k2.ts';
import { criteriaK3 } from './data/criteria-k3.ts';
import { criteriaOutside } from './data/criteria-outside.ts';
import { MINISTRY_UNITS, PROCEDURE_UNIT_CODES } from './data/ministry-units.ts';
import { PROVINCIAL_ALIASES, PROVINCIAL_UNITS } from './data/provincial-units.ts';
import { drawBlock, type BlockPlan, type NamedUnit } from './draw-block.ts';
import { daysOf } from './make-evidence.ts';
import { drawPreviousYear } from './previous-year.ts';
import { createRandom } from './random.ts';

const YEAR = 2023;
const PERIOD_START = '2022-11-16';
const PERIOD_END = '2023-11-15';
const SCALE_MICRO = 100_000_000;

const ministry: readonly NamedUnit[] = MINISTRY_UNITS.map(([code, name]) => ({ code, name, shortName: code }));
const provincial: readonly NamedUnit[] = PROVINCIAL_UNITS.map(([code, place, name]) => ({
  code,
  name,
  shortName: place,
}));

const BLOCKS: readonly BlockPlan[] = [
  {
    code: 'K1',
    name: 'Đơn vị thuộc cơ quan Bộ không có chức năng giải quyết TTHC',
    nodes: [...criteriaK1, ...criteriaOutside],
    units: ministry.filter(({ code }) => !PROCEDURE_UNIT_CODES.includes(code)),
  },
  {
    code: 'K2',
    name: 'Đơn vị thuộc cơ quan Bộ có chức năng giải quyết TTHC',
    nodes: [...criteriaK2, ...criteriaOutside],
    units: ministry.filter(({ code }) => PROCEDURE_UNIT_CODES.includes(code)),
  },
  {
    code: 'K3',
    name: 'Công an tỉnh, thành phố trực thuộc Trung ương',
    nodes: [...criteriaK3, ...criteriaOutside],
    units: provincial,
  },
];

/** The sample year as a draft, the same at every call. */
export function buildSampleYear(): CycleDraft {
  const days = daysOf(PERIOD_START, PERIOD_END);
  const drawn = BLOCKS.map((block) => ({ block, units: drawBlock(block, days) }));
  const flat = drawn.flatMap(({ block, units }) => units.map((unit) => ({ blockCode: block.code, ...unit })));
  const previous = drawPreviousYear(flat, YEAR - 1, createRandom('previous year'));
  return {
    name: 'Năm mẫu 2023',
    year: YEAR,
    periodStart: PERIOD_START,
    periodEnd: PERIOD_END,
    state: 'synthesised',
    settings: DEFAULT_SETTINGS,
    simulated: true,
    blocks: BLOCKS.map((block): BlockDraft => ({
      code: block.code,
      name: block.name,
      criteriaSet: { name: `Bộ tiêu chí ${block.code} – năm mẫu 2023`, scaleMicro: SCALE_MICRO, nodes: block.nodes },
      units: flat.flatMap((unit, index): readonly UnitDraft[] =>
        unit.blockCode === block.code
          ? [
              {
                ...unit.named,
                aliases: PROVINCIAL_ALIASES[unit.named.code] ?? [],
                ranked: true,
                previous: previous[index] ?? null,
                cells: unit.cells,
              },
            ]
          : [],
      ),
    })),
  };
}
