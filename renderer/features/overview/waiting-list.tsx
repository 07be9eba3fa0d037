import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CELL_WORK } from '#shared/appraisal/overview.ts';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { WorkPlace } from '#renderer/app/stores/app-state.ts';
import { placeOfWork } from './work-place.ts';

export interface WaitingListProps {
  readonly overview: Overview;
  readonly blocks: readonly Block[];
  readonly onGo: (place: WorkPlace) => void;
}

/** Chờ tôi xử lý: what waits for the roles of the person here, per block; each line leads to the first of its cells. */
export function WaitingList({ overview, blocks, onGo }: WaitingListProps): JSX.Element {
  const { t } = useTranslation();
  const roles = [...new Set(CELL_WORK.map(({ role }) => role))];
  const lines = overview.blocks.flatMap((block) => block.waiting.map((work) => ({ block, work })));
  if (lines.length === 0) return <p data-testid="nothing-waits">{t('overview.waiting.none')}</p>;
  return (
    <>
      {roles.map((role) => {
        const own = lines.filter(({ work }) => work.role === role);
        if (own.length === 0) return null;
        return (
          <div key={role}>
            <h3>{t(`shell.roles.${role}`)}</h3>
            <ul className="overview-lines">
              {own.map(({ block, work }) => {
                const place = placeOfWork(block, work);
                const code = blocks.find(({ id }) => id === block.blockId)?.code ?? '';
                return (
                  <li key={`${block.blockId} ${work.filter}`}>
                    <button
                      type="button"
                      className="overview-line"
                      data-testid={`waiting-${code}-${work.filter}`}
                      onClick={() => place && onGo(place)}
                    >
                      <b>{code}</b>
                      <span>{t(`appraisal.filters.${work.filter}`)}</span>
                      <span className="overview-count">{t('overview.waiting.cells', { count: work.count })}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </>
  );
}
