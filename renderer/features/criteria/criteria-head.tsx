import { Button } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaView } from '#shared/contract/outputs-criteria.ts';
import type { SetDifference } from '#shared/criteria/diff-sets.ts';
import type { Cycle } from '#shared/domain/entities.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';

export interface CriteriaHeadProps {
  readonly tabs: ReactNode;
  readonly view: CriteriaView | null;
  readonly cycle: Cycle;
  /** What was edited; null while the set is the one in force. */
  readonly difference: SetDifference | null;
  readonly problemCount: number;
  readonly mayEdit: boolean;
  readonly isBusy: boolean;
  readonly onIssue: () => void;
  readonly onDiscard: () => void;
}

/** Which set, which version is in force, what is being edited, and the way to issue it. */
export function CriteriaHead(props: CriteriaHeadProps): JSX.Element {
  const { t } = useTranslation();
  const { view, cycle, difference, problemCount, mayEdit, isBusy } = props;
  const version = view?.versions.at(-1);
  const count =
    difference === null ? 0 : difference.nodes.length + Number(!!difference.name) + Number(!!difference.scaleMicro);
  return (
    <div className="criteria-head">
      {props.tabs}
      <span className="criteria-set-name" title={view?.issued.name}>
        {view?.draft?.name ?? view?.issued.name}
      </span>
      <span
        className="criteria-state"
        role="status"
        data-testid="criteria-state"
        data-state={difference === null ? 'issued' : 'draft'}
        title={version && t('criteria.issuedBy', { at: formatInstant(version.at), by: version.by })}
      >
        {version && t('criteria.inForce', { number: version.number })}
        {difference !== null && ` · ${t('criteria.edited', { count })}`}
        {problemCount > 0 && ` · ${t('criteria.wrongPlaces', { count: problemCount })}`}
        {isSealed(cycle) && ` · ${t('criteria.sealed')}`}
      </span>
      {difference !== null && (
        <>
          <Button
            size="small"
            disabledFocusable={!mayEdit || isBusy}
            data-testid="criteria-discard"
            onClick={props.onDiscard}
          >
            {t('criteria.discard')}
          </Button>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={!mayEdit || isBusy}
            data-testid="criteria-issue"
            onClick={props.onIssue}
          >
            {t('criteria.issue')}
          </Button>
        </>
      )}
    </div>
  );
}
