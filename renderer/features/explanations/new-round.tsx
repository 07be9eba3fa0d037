import { Button, DialogActions, DialogContent } from '@fluentui/react-components';
import { useMemo, useRef, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { ProposedExplanation } from '#shared/contract/outputs-explanations.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useRowWindow } from '#renderer/ui/use-row-window.ts';
import { formatCellPoints } from '#renderer/features/scoring/points-text.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { cutsByUnit } from './cuts-by-unit.ts';
import { RoundFields } from './round-form.tsx';
import { useOpenRound } from './use-open-round.ts';

const UNIT_ROW_PX = 24;

export interface NewRoundProps {
  readonly structure: CycleStructure;
  readonly number: number;
  readonly onLeave: () => void;
}

/** A new round: name, deadline, and the units whose cuts go into it. */
export function NewRound({ structure, number, onLeave }: NewRoundProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error } = useCall('explanations.propose', { cycleId: structure.cycle.id });
  const round = useOpenRound(structure.cycle.id, number);
  const [withSettled, setWithSettled] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<CycleUnitId>>(() => new Set());
  const cuts = useMemo(() => (data ?? []).filter(({ isSuggested }) => withSettled || isSuggested), [data, withSettled]);
  const units = useMemo(() => cutsByUnit(cuts, structure), [cuts, structure]);
  const chosen = cuts.filter(({ cycleUnitId }) => !left.has(cycleUnitId));
  const settled = (data ?? []).filter(({ isSuggested }) => !isSuggested).length;
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useRowWindow(scroller, units.length, UNIT_ROW_PX);
  const isNone = units.length > 0 && units.every(({ id }) => left.has(id));

  function toggle(id: CycleUnitId): void {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  }

  async function open(cells: readonly ProposedExplanation[]): Promise<void> {
    const isOpen = await round.open(cells.map(({ cycleUnitId, leafId }) => ({ cycleUnitId, leafId })));
    if (isOpen) onLeave();
  }

  return (
    <>
      <DialogContent className="rounds-content">
        <RoundFields draft={round.draft} problem={round.problem} onChange={round.setDraft} />
        {error && <ErrorNotice error={error} language={language} />}
        {data && units.length === 0 && <p>{t('explanations.rounds.noCuts')}</p>}
        {settled > 0 && (
          <label className="rounds-check">
            <input
              type="checkbox"
              checked={withSettled}
              data-testid="round-with-settled"
              onChange={(event) => setWithSettled(event.target.checked)}
            />
            {t('explanations.rounds.withSettled', { count: settled })}
          </label>
        )}
        {units.length > 0 && (
          <>
            <label className="rounds-check">
              <input
                type="checkbox"
                checked={left.size === 0}
                data-testid="round-all-units"
                onChange={(event) => setLeft(event.target.checked ? new Set() : new Set(units.map(({ id }) => id)))}
              />
              {t('explanations.rounds.allUnits', { units: units.length, count: cuts.length })}
            </label>
            <div
              ref={scroller}
              className="rounds-units"
              tabIndex={0}
              role="group"
              aria-label={t('explanations.rounds.units')}
            >
              <div style={{ height: from * UNIT_ROW_PX }} />
              {units.slice(from, to).map(({ id, code, name, count, cutMicro }) => (
                <label key={id} className="rounds-unit" data-testid="round-unit">
                  <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
                  <b>{code}</b>
                  <span className="score-cut">{name}</span>
                  <span className="rounds-figure">
                    {t('explanations.rounds.unitCuts', { count, points: formatCellPoints(cutMicro, language) })}
                  </span>
                </label>
              ))}
              <div style={{ height: (units.length - to) * UNIT_ROW_PX }} />
            </div>
          </>
        )}
        {isNone && <p role="status">{t('explanations.rounds.chooseUnit')}</p>}
        {round.failed && <ErrorNotice error={round.failed} language={language} />}
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          disabled={round.isBusy || chosen.length === 0}
          data-testid="round-open"
          onClick={() => void open(chosen)}
        >
          {t('explanations.rounds.openFor', { count: chosen.length })}
        </Button>
        <Button onClick={onLeave}>{t('explanations.rounds.back')}</Button>
      </DialogActions>
    </>
  );
}
