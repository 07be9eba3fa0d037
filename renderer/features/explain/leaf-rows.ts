/** What a leaf counts, in lines: rule, declared data, the three values and who wrote them, reasons, documents. */
import type { LeafGrounds, Origin } from '#shared/contract/outputs-figures.ts';
import { STAGES, type CriteriaNode, type Evidence } from '#shared/domain/entities.ts';
import type { ExplainedNode } from '#shared/scoring/explain-model.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { outcomeWords } from '#renderer/features/cell-details/outcome-words.ts';
import { declaredWords } from '#renderer/features/scoring/declared-words.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';
import { explainRow, type ExplainRow } from './explain-row.ts';

export interface LeafWords {
  readonly t: Translate;
  readonly language: Language;
  /** Criterion by id, for its rule and texts. */
  readonly nodes: ReadonlyMap<string, CriteriaNode>;
  readonly grounds: ReadonlyMap<string, LeafGrounds>;
  /** Decimals every figure of points is shown with. */
  readonly decimals: number;
}

const COLUMN_OF = { self: 'self_micro', appraised: 'appraised_micro', final: 'final_micro' } as const;

/** The line of a leaf with everything below it. */
export function leafRow(node: ExplainedNode, id: string, words: LeafWords): ExplainRow {
  const { t, language } = words;
  const { leaf } = node;
  const stage = leaf?.stage ? t(`explain.stages.${leaf.stage}`) : '';
  const notes = leaf
    ? [
        t('explain.of', { max: formatPoints(node.maxMicro, language) }),
        t(`explain.cause.${leaf.cause}`, { stage }),
        leaf.blocks
          ? t('explain.blocks')
          : leaf.lacksEvidence && leaf.cause !== 'noEvidence'
            ? t('explain.lacksEvidence')
            : '',
      ]
    : [];
  return explainRow(id, `${node.code} · ${node.name}`, {
    value: formatPoints(node.countedMicro, language, words.decimals),
    note: notes.filter(Boolean).join(' · '),
    leafId: node.nodeId,
    children: groundRows(node, id, words).map((row) => ({ ...row, leafId: node.nodeId })),
  });
}

function groundRows(node: ExplainedNode, id: string, words: LeafWords): readonly ExplainRow[] {
  const { t, nodes } = words;
  const criterion = nodes.get(node.nodeId);
  const grounds = words.grounds.get(node.nodeId);
  const sentences = [
    criterion?.ruleText ? t('explain.rule', { text: criterion.ruleText }) : null,
    declaredSentence(criterion, grounds, words),
  ];
  const after = [
    grounds?.cutReason ? t('explain.cutReason', { text: grounds.cutReason }) : null,
    grounds?.notApplicableReason ? t('explain.notApplicableReason', { text: grounds.notApplicableReason }) : null,
    criterion?.evidenceText ? t('explain.evidenceAsked', { text: criterion.evidenceText }) : null,
  ];
  return [
    ...plain(`${id}.a`, sentences),
    ...stageRows(node, id, words),
    ...plain(`${id}.b`, after),
    ...evidenceRows(id, criterion, grounds, words),
  ];
}

function plain(id: string, sentences: readonly (string | null)[]): readonly ExplainRow[] {
  return sentences.flatMap((text, i) => (text === null ? [] : [explainRow(`${id}${i}`, text)]));
}

function declaredSentence(
  criterion: CriteriaNode | undefined,
  grounds: LeafGrounds | undefined,
  { t, language }: LeafWords,
): string | null {
  if (!criterion || !grounds?.declared) return null;
  const text = declaredWords(grounds.declared, criterion, t, language);
  const outcome = outcomeWords(criterion, grounds.declared, t, language).text;
  return outcome === '' ? t('explain.declared', { text }) : t('explain.declaredGives', { text, outcome });
}

function stageRows(
  node: ExplainedNode,
  id: string,
  { t, language, grounds, decimals }: LeafWords,
): readonly ExplainRow[] {
  return STAGES.flatMap((stage) => {
    const value = node.leaf?.values[stage] ?? null;
    if (value === null) return [];
    const origin = grounds.get(node.nodeId)?.origins.find(({ column }) => column === COLUMN_OF[stage]);
    return [
      explainRow(`${id}.${stage}`, t(`scoring.stagesLong.${stage}`), {
        value: formatPoints(value, language, decimals),
        note: origin ? originWords(origin, t, language) : '',
      }),
    ];
  });
}

function evidenceRows(
  id: string,
  criterion: CriteriaNode | undefined,
  grounds: LeafGrounds | undefined,
  { t, language }: LeafWords,
): readonly ExplainRow[] {
  const documents = grounds?.evidence ?? [];
  if (documents.length === 0) {
    return criterion?.evidenceText ? [explainRow(`${id}.none`, t('explain.noEvidence'))] : [];
  }
  return documents.map(({ record, origin }) =>
    explainRow(`${id}.${record.id}`, t('explain.evidence', { text: evidenceWords(record, t) }), {
      note: origin ? originWords(origin, t, language) : '',
    }),
  );
}

function evidenceWords({ documentNo, documentDate, file, signer, summary }: Evidence, t: Translate): string {
  const parts = [
    documentNo,
    documentDate.split('-').reverse().join('/'),
    signer,
    summary,
    file ? t('explain.evidenceFile', { name: file.name }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Nguyễn A, 05/11/2023 10:32:07, lần ghi 12 (Nhập điểm 1 ô · P22 · 4.2.1)". */
function originWords({ actor, at, label, seq }: Origin, t: Translate, language: Language): string {
  return t('explain.origin', { actor, at: formatInstant(at), seq, step: wordLabel(label, language) });
}
