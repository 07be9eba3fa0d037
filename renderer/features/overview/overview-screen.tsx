/**
 * Tổng quan: where the year stands, what waits for the person at this window, and how complete every unit is per field.
 * Everything is computed by the data service from the cells; a click leads to the place where the work is done.
 */
import { useMemo, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Block, type Stage } from '#shared/domain/entities.ts';
import { daysFrom } from '#shared/util/calendar-days.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useExplanations } from '#renderer/features/explanations/use-explanations.ts';
import { blockShape } from '#renderer/features/scoring/block-shape.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { dayOf, formatDay } from '#renderer/ui/format-time.ts';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import { HeatMap } from './heat-map.tsx';
import './overview.css';
import { useLiveOverview } from './use-live-overview.ts';
import { WaitingList } from './waiting-list.tsx';

export function OverviewScreen(): JSX.Element {
  const structure = useCycle();
  return structure ? (
    <CycleOverview structure={structure} />
  ) : (
    <div className="shell-wait" role="status" aria-busy="true" />
  );
}

function CycleOverview({ structure }: { readonly structure: CycleStructure }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const controller = useController();
  const { data, error } = useLiveOverview(structure.cycle.id);
  const [stage, setStage] = useState<Stage>('final');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const blocks = [...structure.blocks].sort((a, b) => a.order - b.order);
  const block: Block | undefined = blocks.find(({ id }) => id === chosenId) ?? blocks[0];
  const shape = useMemo(() => (block ? blockShape(structure, block.id) : null), [structure, block]);
  const shown = data?.blocks.find(({ blockId }) => blockId === block?.id);
  if (error && !data) return <ErrorNotice error={error} language={language} />;
  return (
    <div className="overview" data-testid="overview-screen" data-ready={data !== null}>
      <YearState structure={structure} />
      <div className="overview-middle">
        <section className="overview-waiting" aria-labelledby="overview-waiting">
          <h2 id="overview-waiting">{t('overview.waiting.title')}</h2>
          {data && (
            <WaitingList
              overview={data}
              blocks={blocks}
              onGo={(place) => controller.goTo({ kind: 'work', ...place })}
            />
          )}
        </section>
        <section className="overview-board" aria-labelledby="overview-board">
          <div className="overview-bar">
            <h2 id="overview-board">{t('overview.board.title')}</h2>
            <select
              className="score-select"
              aria-label={t('scoring.block')}
              data-testid="overview-block"
              value={block?.id ?? ''}
              onChange={(event) => setChosenId(event.target.value)}
            >
              {blocks.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} · {name}
                </option>
              ))}
            </select>
            <select
              className="score-select"
              aria-label={t('overview.board.stage')}
              data-testid="overview-stage"
              value={stage}
              onChange={(event) => setStage(event.target.value as Stage)}
            >
              {STAGES.map((each) => (
                <option key={each} value={each}>
                  {t(`scoring.stages.${each}`)}
                </option>
              ))}
            </select>
          </div>
          {shown && shape && (
            <HeatMap
              key={shown.blockId}
              block={shown}
              shape={shape}
              stage={stage}
              onGo={(place) => controller.goTo({ kind: 'work', ...place })}
            />
          )}
        </section>
      </div>
    </div>
  );
}

/** State, period, newest milestone and deadlines of open rounds in one line. */
function YearState({ structure }: { readonly structure: CycleStructure }): JSX.Element {
  const { t } = useTranslation();
  const { cycle } = structure;
  const explanations = useExplanations(cycle.id);
  const { data: milestones } = useCall('milestones.list', { cycleId: cycle.id });
  const today = dayOf(new Date());
  const left = (day: string): string => {
    const days = daysFrom(today, day);
    return days >= 0 ? t('overview.year.left', { days }) : t('overview.year.past', { days: -days });
  };
  const newest = milestones?.at(-1);
  const rounds = (explanations.get()?.rounds ?? []).filter(({ closedAt }) => closedAt === null);
  return (
    <dl className="overview-year" data-testid="overview-year">
      <div>
        <dt>{t('overview.year.state')}</dt>
        <dd>{t(`overview.states.${cycle.state}`)}</dd>
      </div>
      <div>
        <dt>{t('overview.year.period')}</dt>
        <dd>
          {formatDay(cycle.periodStart)} – {formatDay(cycle.periodEnd)}, {left(cycle.periodEnd)}
        </dd>
      </div>
      <div>
        <dt>{t('overview.year.milestone')}</dt>
        <dd>{newest ? newest.name : t('overview.year.noMilestone')}</dd>
      </div>
      {rounds.map(({ id, name, deadline }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{t('overview.year.deadline', { day: formatDay(deadline), left: left(deadline) })}</dd>
        </div>
      ))}
    </dl>
  );
}
