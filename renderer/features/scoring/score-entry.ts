/**
 * How a score cell is entered: typed text → plan → question, refusal or edit. Made once per sheet by the screen; it
 * speaks to the sheet in its words (SheetEntry) and to the store in ours. It must not touch the DOM.
 */
import type { Stage } from '#shared/domain/entities.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordError } from '#shared/wording/word-error.ts';
import type { Bubble, BubbleAction, CellAddress, SheetEntry } from '#renderer/grid/sheet.ts';
import type { BlockStore, CellProblem } from './block-store.ts';
import { planEdit, planPoints, type CellFacts, type Plan, type Refusal } from './plan-edit.ts';
import { formatPoints } from './points-text.ts';
import type { ScoreSender } from './score-sender.ts';
import type { Translate } from './translate.ts';

/** A score cell by positions in the store. */
export interface CellAt {
  readonly stage: Stage;
  readonly u: number;
  readonly l: number;
}

/** A question that needs more than two buttons beside the cell. */
export type Question = CellAt & { readonly text: string } & (
    { readonly kind: 'notApplicable' } | { readonly kind: 'cutReason'; readonly pointsMicro: number }
  );

export interface ScoreEntryParts {
  readonly store: BlockStore;
  readonly sender: ScoreSender;
  readonly locate: (cell: CellAddress) => CellAt | null;
  /** Why points of this stage cannot be written, in words; null when they can. */
  readonly refusal: (stage: Stage) => string | null;
  readonly ask: (question: Question) => void;
  /** Called around every own edit, so that the strip can say what it moved. */
  readonly submitting: (at: CellAt, submit: () => void) => void;
  /** Ends an open editor after a question beside the cell was answered. */
  readonly closeEditor: (cell: CellAddress) => void;
  readonly t: Translate;
  readonly language: Language;
}

export interface ScoreEntry extends SheetEntry {
  readonly answer: (question: Question, reason: string) => void;
  readonly giveUp: (question: Question) => void;
  readonly liftNotApplicable: (at: CellAt) => void;
  readonly askNotApplicable: (at: CellAt) => void;
}

/** Ties a sheet's cells to the store and the sender. */
export function createScoreEntry(parts: ScoreEntryParts): ScoreEntry {
  const { store, sender, locate, t, language } = parts;

  function factsOf({ stage, u, l }: CellAt): CellFacts {
    return {
      stage,
      maxMicro: store.shape.set.maxMicro[l] ?? 0,
      ruleKind: store.shape.set.leaves[l]?.rule?.kind ?? null,
      pointsMicro: store.points(stage, u, l),
      selfMicro: store.points('self', u, l),
      notApplicable: store.isNotApplicable(u, l),
    };
  }

  function wordsOf({ l }: CellAt, text: string): { text: string; code: string; max: string } {
    const leaf = store.shape.set.leaves[l];
    return { text, code: leaf?.code ?? '', max: formatMicro(leaf?.maxMicro ?? 0, { locale: language }) };
  }

  function refused(at: CellAt, text: string, reason: Refusal): Bubble {
    return { tone: 'error', text: t(`scoring.refuse.${reason}`, wordsOf(at, text)), actions: [] };
  }

  function submit(at: CellAt, text: string, set: Parameters<ScoreSender['submit']>[0]['set']): void {
    const stage = set.kind === 'notApplicable' ? null : at.stage;
    parts.submitting(at, () => sender.submit({ u: at.u, l: at.l, stage, set, text }, at.stage));
  }

  /** Carries out what needs no more words; null when it was taken. */
  function carryOut(at: CellAt, text: string, plan: Plan, cell: CellAddress): Bubble | null {
    switch (plan.kind) {
      case 'nothing':
        store.setProblem(at.stage, at.u, at.l, null);
        return null;
      case 'write':
        submit(at, text, plan.set);
        return null;
      case 'refuse':
        return refused(at, text, plan.reason);
      case 'askNumber':
        return askNumber(at, text, plan, cell);
      case 'askNotApplicable':
        ask({ ...at, kind: 'notApplicable', text });
        return null;
      case 'askCutReason':
        ask({ ...at, kind: 'cutReason', text, pointsMicro: plan.pointsMicro });
        return null;
    }
  }

  function ask(question: Question): void {
    store.setProblem(question.stage, question.u, question.l, { kind: 'asking', text: question.text });
    parts.ask(question);
  }

  function askNumber(at: CellAt, text: string, plan: Extract<Plan, { kind: 'askNumber' }>, cell: CellAddress): Bubble {
    const trimmed = text.trim();
    const choice = (label: string, micro: number | null): BubbleAction => ({
      label,
      disabled: micro === null,
      run: () => {
        if (micro === null) return;
        carryOut(at, formatMicro(micro, { locale: language }), planPoints(micro, factsOf(at)), cell);
        parts.closeEditor(cell);
      },
    });
    return {
      tone: 'question',
      text: t('scoring.askNumber', { text: trimmed }),
      actions: [
        choice(language === 'vi' ? trimmed.replace('.', ',') : trimmed, plan.decimalMicro),
        choice(trimmed.replace('.', ''), plan.thousandsMicro),
      ],
    };
  }

  function discard(at: CellAt): void {
    store.setProblem(at.stage, at.u, at.l, null);
  }

  function problemBubble(at: CellAt, problem: CellProblem): Bubble {
    const discardAction = { label: t('scoring.discard'), run: () => discard(at) };
    switch (problem.kind) {
      case 'asking':
        return { tone: 'info', text: t('scoring.waiting'), actions: [] };
      case 'refused':
        return { ...refused(at, problem.text, problem.reason), actions: [discardAction] };
      case 'failed': {
        const { title, advice } = wordError(problem.error, language);
        const retry = { label: t('scoring.retry'), run: () => sender.retry(problem.edit, at.stage) };
        return { tone: 'error', text: `“${problem.text}”: ${title}. ${advice}`, actions: [retry, discardAction] };
      }
    }
  }

  return {
    isEntry: (cell) => locate(cell) !== null,
    locked(cell) {
      const at = locate(cell);
      if (!at) return null;
      const refusal = parts.refusal(at.stage);
      if (refusal !== null) return { tone: 'info', text: refusal, actions: [] };
      const isSurvey = store.shape.set.leaves[at.l]?.rule?.kind === 'survey';
      return at.stage === 'self' && isSurvey ? { ...refused(at, '', 'surveyLocked'), tone: 'info' } : null;
    },
    editText(cell) {
      const at = locate(cell);
      if (!at) return '';
      const problem = store.problem(at.stage, at.u, at.l);
      if (problem) return problem.text;
      if (store.isNotApplicable(at.u, at.l)) return t('scoring.notApplicableShort');
      return formatPoints(store.points(at.stage, at.u, at.l), language, 0);
    },
    commit(cell, text, leaving) {
      const at = locate(cell);
      if (!at) return null;
      const plan = planEdit(text, factsOf(at));
      const bubble = carryOut(at, text, plan, cell);
      if (!bubble || !leaving) return bubble;
      const reason = plan.kind === 'refuse' ? plan.reason : 'notANumber';
      store.setProblem(at.stage, at.u, at.l, { kind: 'refused', text, reason });
      return { ...bubble, actions: [...bubble.actions, { label: t('scoring.discard'), run: () => discard(at) }] };
    },
    clear(cell) {
      const at = locate(cell);
      if (!at) return null;
      discard(at);
      if (store.isNotApplicable(at.u, at.l)) submit(at, '', { kind: 'notApplicable', reason: null });
      else carryOut(at, '', planPoints(null, factsOf(at)), cell);
      return null;
    },
    problem(cell) {
      const at = locate(cell);
      const problem = at && store.problem(at.stage, at.u, at.l);
      return at && problem && problem.kind !== 'asking' ? problemBubble(at, problem) : null;
    },
    dismiss(cell) {
      const at = locate(cell);
      if (at) discard(at);
    },
    answer(question, reason) {
      discard(question);
      if (question.kind === 'notApplicable') submit(question, question.text, { kind: 'notApplicable', reason });
      else {
        const { stage, pointsMicro } = question;
        submit(question, question.text, { kind: 'points', stage, pointsMicro, reason });
      }
    },
    giveUp: discard,
    liftNotApplicable: (at) => submit(at, '', { kind: 'notApplicable', reason: null }),
    askNotApplicable: (at) => ask({ ...at, kind: 'notApplicable', text: t('scoring.notApplicableShort') }),
  };
}
