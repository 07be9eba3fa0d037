import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedProblem } from '#shared/criteria/check-set.ts';
import type { NodePatch } from '#shared/criteria/edit-set.ts';
import type { CriteriaNode, EvidencePolicy } from '#shared/domain/entities.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ChoiceField, TextField } from './field.tsx';
import { nodeDraftOf, readNode, type NodeDraftTexts } from './node-draft.ts';
import { readRule } from './rule-draft.ts';
import { RuleForm } from './rule-form.tsx';
import { TryIt } from './try-it.tsx';

const POLICIES: readonly EvidencePolicy[] = ['explain', 'zero', 'block'];

/** Called before the person goes elsewhere: saves what was typed; false when it cannot be saved and stays. */
export type Leave = () => Promise<boolean>;

export interface NodeFormProps {
  readonly node: CriteriaNode;
  readonly nodes: readonly CriteriaNode[];
  /** Sum of what is below; undefined on a leaf. */
  readonly sumMicro: number | undefined;
  readonly problems: readonly PlacedProblem[];
  readonly isDisabled: boolean;
  readonly leave: RefObject<Leave>;
  readonly onSave: (patch: NodePatch) => Promise<boolean>;
  readonly onTakeSum: () => void;
  /** The maximum while it is typed, for the sums of the tree; null when it is the stored one. */
  readonly onTyping: (maxMicro: number | null) => void;
  readonly onDone: () => void;
}

/** One node: names, maximum, rule with its try-it box, rule text, evidence. Enter saves, Esc goes back. */
export function NodeForm(props: NodeFormProps): JSX.Element {
  const { node, nodes, sumMicro, problems, isDisabled, leave, onSave, onTyping } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const stored = useMemo(() => nodeDraftOf(node, language), [node, language]);
  /** Null shows the node as it is stored. */
  const [typed, setTyped] = useState<NodeDraftTexts | null>(null);
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const texts = typed ?? stored;
  const read = readNode(texts, node, nodes);
  const isDirty = typed !== null && !(read.patch && Object.keys(read.patch).length === 0);
  const tried = texts.rule && readRule(texts.rule, read.maxMicro);
  const typedMax = isDirty && read.maxMicro !== null && read.maxMicro !== node.maxMicro ? read.maxMicro : null;

  useEffect(() => onTyping(typedMax), [onTyping, typedMax]);
  useEffect(() => () => onTyping(null), [onTyping]);

  async function save(): Promise<boolean> {
    if (!isDirty) return true;
    setAsked(true);
    if (read.patch === null) {
      // Found after the problems are drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return false;
    }
    const saved = await onSave(read.patch);
    if (saved) {
      setTyped(null);
      setAsked(false);
    }
    return saved;
  }

  useEffect(() => {
    leave.current = save;
    return () => {
      leave.current = () => Promise.resolve(true);
    };
  });

  function change(patch: Partial<NodeDraftTexts>): void {
    setTyped({ ...texts, ...patch });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    setTyped(null);
    setAsked(false);
    props.onDone();
  }

  const said = (name: 'code' | 'name' | 'max'): string | null => {
    const found = read.problems.find((problem) => problem.name === name);
    if (!found || (!isAsked && found.reason === 'empty')) return null;
    return found.name === 'max'
      ? t(`criteria.problems.${found.reason}`)
      : wordProblem({ reason: found.reason }, language);
  };
  const points = (micro: number): string => formatMicro(micro, { locale: language, minDecimals: 2 });

  return (
    <form
      ref={form}
      className="criteria-form"
      data-testid="node-form"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 tabIndex={-1}>
        {t(`criteria.levelNames.${node.section === 'core' ? node.level : node.section}`)} {node.code}
      </h2>
      {problems.length > 0 && (
        <ul className="criteria-said">
          {problems.map((problem, i) => (
            <li key={i}>{wordProblem(problem, language)}</li>
          ))}
        </ul>
      )}
      <div className="criteria-pair">
        <TextField
          label={t('criteria.code')}
          value={texts.code}
          problem={said('code')}
          isDisabled={isDisabled}
          testId="node-code"
          onChange={(code) => change({ code })}
        />
        <TextField
          label={t('criteria.max')}
          kind="number"
          value={texts.max}
          problem={said('max')}
          isDisabled={isDisabled}
          testId="node-max"
          onChange={(max) => change({ max })}
        />
      </div>
      {sumMicro !== undefined && sumMicro !== node.maxMicro && (
        <p className="criteria-take">
          {t('criteria.sumIs', { sum: points(sumMicro) })}
          <button
            type="button"
            className="details-button"
            disabled={isDisabled || isDirty}
            data-testid="take-sum"
            onClick={props.onTakeSum}
          >
            {t('criteria.takeSum', { sum: points(sumMicro) })}
          </button>
        </p>
      )}
      <TextField
        label={t('criteria.name')}
        kind="lines"
        value={texts.name}
        maxLength={500}
        problem={said('name')}
        isDisabled={isDisabled}
        testId="node-name"
        onChange={(name) => change({ name })}
      />
      {texts.rule && (
        <>
          <RuleForm
            draft={texts.rule}
            maxMicro={read.maxMicro}
            section={node.section}
            problems={read.ruleProblems}
            isDisabled={isDisabled}
            onChange={(rule) => change({ rule })}
          />
          <TryIt rule={tried?.rule ?? null} maxMicro={read.maxMicro} section={node.section} />
          <TextField
            label={t('criteria.ruleText')}
            kind="lines"
            hint={t('criteria.printed')}
            value={texts.ruleText}
            maxLength={4000}
            isDisabled={isDisabled}
            testId="node-rule-text"
            onChange={(ruleText) => change({ ruleText })}
          />
          <TextField
            label={t('criteria.evidence')}
            kind="lines"
            hint={t('criteria.evidenceHint')}
            value={texts.evidenceText}
            maxLength={2000}
            isDisabled={isDisabled}
            testId="node-evidence"
            onChange={(evidenceText) => change({ evidenceText })}
          />
          <ChoiceField
            label={t('criteria.policy')}
            value={texts.evidencePolicy}
            options={POLICIES.map((value) => ({ value, label: t(`criteria.policies.${value}`) }))}
            isDisabled={isDisabled}
            testId="node-policy"
            onChange={(evidencePolicy) => change({ evidencePolicy })}
          />
        </>
      )}
      <div className="criteria-save">
        <button
          type="submit"
          className="details-button details-primary"
          disabled={isDisabled || !isDirty}
          data-testid="node-save"
        >
          {t('criteria.save')}
        </button>
        {isDirty && (
          <button
            type="button"
            className="details-button"
            data-testid="node-revert"
            onClick={() => {
              setTyped(null);
              setAsked(false);
            }}
          >
            {t('criteria.revert')}
          </button>
        )}
        {isDirty && read.patch === null && <span className="criteria-quiet">{t('criteria.cannotSave')}</span>}
      </div>
    </form>
  );
}
