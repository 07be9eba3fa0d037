/** The explanation of a unit's index, rank and class as lines. Only words the model; adds nothing up. */
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { UnitExplanation } from '#shared/contract/outputs-figures.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import type {
  ExplainedClass,
  ExplainedNode,
  ExplainedRank,
  ExplainedSection,
  ExplainedUnit,
} from '#shared/scoring/explain-model.ts';
import { formatIndex } from '#shared/scoring/index-value.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import { classLabel } from '#renderer/features/scoring/class-label.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { explainRow, sentenceRows, type ExplainRow } from './explain-row.ts';
import { leafRow, type LeafWords } from './leaf-rows.ts';

/** Decimals of an index where it decides something: as many as thresholds have. */
const FULL_DECIMALS = 6;

/** Index, rank and class of a unit, each with what it is made of. */
export function unitRows(
  { unit, grounds }: UnitExplanation,
  structure: CycleStructure,
  t: Translate,
  language: Language,
): readonly ExplainRow[] {
  const { settings } = structure.cycle;
  const words: LeafWords = {
    t,
    language,
    nodes: new Map(structure.criteriaSets.flatMap(({ nodes }) => nodes.map((node) => [node.id, node]))),
    grounds: new Map(grounds.map((each) => [each.leafId, each])),
    decimals: decimalsOf(unit),
  };
  const points = (micro: number) => formatPoints(micro, language, words.decimals);
  const total = explainRow('total', t('explain.total'), {
    value: points(unit.totalMicro),
    isOpen: true,
    children: [
      explainRow('core', t('explain.core'), {
        value: points(unit.coreMicro),
        isOpen: true,
        children: unit.fields.map((field) => nodeRow(field, `core.${field.code}`, words)),
      }),
      ...sectionRows('bonus', unit.bonus, words),
      ...sectionRows('penalty', unit.penalty, words),
      ...(unit.boundMicro === 0 ? [] : [explainRow('bound', t('explain.bound'), { value: points(unit.boundMicro) })]),
    ],
  });
  const applicable = explainRow('applicable', t('explain.applicable'), {
    value: points(unit.applicableMicro),
    children: [
      explainRow('scale', t('explain.scale'), { value: points(unit.scaleMicro) }),
      ...unit.excused.map((leaf) => ({
        ...leafRow(leaf, `excused.${leaf.code}`, words),
        value: points(-leaf.maxMicro),
      })),
    ],
  });
  const full = formatIndex(unit.index, FULL_DECIMALS, language);
  return [
    explainRow('index', t('explain.index'), {
      value: full === '' ? '—' : `${formatIndex(unit.index, settings.printDecimals, language)} %`,
      note: full === '' ? '' : t('explain.indexNote', { full }),
      isOpen: true,
      children: [total, applicable],
    }),
    rankRow(unit.rank, t, language),
    classRow(unit.classification, settings, t, language),
  ];
}

/** As many decimals as the finest figure needs, so that a column of them can be added up by eye. */
function decimalsOf({ bonus, fields, penalty }: ExplainedUnit): number {
  const needed = (nodes: readonly ExplainedNode[]): number =>
    nodes.reduce((most, { countedMicro, children }) => {
      const text = formatMicro(countedMicro, { locale: 'en' });
      return Math.max(most, (text.split('.')[1] ?? '').length, needed(children));
    }, 2);
  return needed([...fields, ...bonus.leaves, ...penalty.leaves]);
}

function nodeRow(node: ExplainedNode, id: string, words: LeafWords): ExplainRow {
  if (node.leaf) return leafRow(node, id, words);
  const { t, language } = words;
  const ratio = { numeratorMicro: node.countedMicro, denominatorMicro: node.applicableMicro };
  const max = formatPoints(node.applicableMicro, language);
  const percent = formatIndex(ratio, 2, language);
  return explainRow(id, `${node.code} · ${node.name}`, {
    value: formatPoints(node.countedMicro, language, words.decimals),
    note: percent === '' ? t('explain.of', { max }) : t('explain.ofIndex', { max, percent }),
    children: node.children.map((child) => nodeRow(child, `${id}.${child.code}`, words)),
  });
}

function sectionRows(
  section: 'bonus' | 'penalty',
  { capMicro, countedMicro, leaves, sumMicro }: ExplainedSection,
  words: LeafWords,
): readonly ExplainRow[] {
  if (leaves.length === 0) return [];
  const { t, language } = words;
  const isCapped = sumMicro > capMicro;
  const note = t('explain.capNote', { sum: formatPoints(sumMicro, language), cap: formatPoints(capMicro, language) });
  return [
    explainRow(section, t(`explain.${section}`), {
      value: formatPoints(
        section === 'penalty' && countedMicro > 0 ? -countedMicro : countedMicro,
        language,
        words.decimals,
      ),
      note: isCapped ? note : '',
      children: leaves.map((leaf) => leafRow(leaf, `${section}.${leaf.code}`, words)),
    }),
  ];
}

function rankRow(rank: ExplainedRank, t: Translate, language: Language): ExplainRow {
  if (rank.rank === null) {
    return explainRow('rank', t('explain.rank'), { value: '—', note: t(`explain.notRanked.${rank.why}`) });
  }
  const neighbour = (key: 'rankAbove' | 'rankBelow', other: ExplainedRank['above']) =>
    other &&
    t(`explain.${key}`, {
      rank: other.rank,
      code: other.code,
      name: other.name,
      index: formatIndex(other.index, FULL_DECIMALS, language),
    });
  const isDense = rank.tiePolicy === 'dense';
  return explainRow('rank', t('explain.rank'), {
    value: t('explain.rankValue', { rank: rank.rank, count: rank.rankedUnits }),
    children: sentenceRows('rank', [
      isDense
        ? t('explain.rankHigherDense', { count: rank.higherIndexes })
        : t('explain.rankHigher', { count: rank.higher }),
      rank.tiedWith.length > 0 ? t('explain.rankTied', { codes: rank.tiedWith.join(', ') }) : null,
      rank.tiePolicy === 'fields' && rank.tiedWith.length > 0
        ? t('explain.rankTiedBefore', { count: rank.tiedBefore })
        : null,
      t(`explain.tie.${rank.tiePolicy}`),
      neighbour('rankAbove', rank.above),
      neighbour('rankBelow', rank.below),
    ]),
  });
}

function classRow(told: ExplainedClass, settings: CycleSettings, t: Translate, language: Language): ExplainRow {
  const label = classLabel(settings, told.final);
  if (told.decidingMicroPercent === null) {
    return explainRow('class', t('explain.class'), { value: label, note: t('explain.classWithheld') });
  }
  const percent = (microPercent: number, minDecimals = 0) =>
    formatMicro(microPercent, { locale: language, minDecimals });
  const reached = settings.classes[told.byThreshold];
  const better = settings.classes[told.byThreshold === -1 ? settings.classes.length - 1 : told.byThreshold - 1];
  const near = settings.classes[told.neighbour];
  const { cap } = told;
  return explainRow('class', t('explain.class'), {
    value: label,
    children: sentenceRows('class', [
      t(`explain.classBy.${told.classifyBy}`, {
        value: percent(told.decidingMicroPercent, told.classifyBy === 'exact' ? FULL_DECIMALS : settings.printDecimals),
      }),
      reached
        ? t('explain.classReached', { class: reached.label, min: percent(reached.minMicroPercent) })
        : t('explain.classBelow', { class: settings.unclassifiedLabel }),
      better && told.missingMicroPercent !== null
        ? t('explain.classMissing', {
            value: percent(told.missingMicroPercent),
            class: better.label,
            min: percent(better.minMicroPercent),
          })
        : null,
      near ? t('explain.classNeighbour', { class: near.label }) : null,
      cap
        ? t('explain.classCap', {
            class: settings.classes.find(({ code }) => code === cap.classCode)?.label ?? settings.unclassifiedLabel,
            reason: cap.reason,
            source: cap.source,
          })
        : null,
    ]),
  });
}
