import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CycleUnitUse, UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import { planFollow } from '#shared/units/plan-follow.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { SmallDialog } from './small-dialog.tsx';

interface Props {
  readonly structure: CycleStructure;
  readonly registry: UnitRegistry;
  readonly use: readonly CycleUnitUse[];
  readonly onClose: () => void;
}

/** Cập nhật theo danh mục: who would leave the cycle, who would come in, who stays because of data. */
export function FollowDialog({ structure, registry, use, onClose }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const { cycle, cycleUnits } = structure;
  const plan = useMemo(() => {
    const used = new Set(use.map(({ cycleUnitId }) => cycleUnitId));
    return planFollow({ registry, cycleUnits, onDay: cycle.periodEnd, isUsed: (id) => used.has(id) });
  }, [registry, cycleUnits, cycle, use]);
  const units = new Map(registry.units.map((unit) => [unit.id, unit]));
  const nameOf = (id: UnitId) => `${units.get(id)?.code} · ${units.get(id)?.name}`;
  const { leave, enter, kept } = plan;
  const groups = [
    { key: 'leave', title: t('units.cycle.followLeave'), ids: leave.map(({ unitId }) => unitId) },
    { key: 'enter', title: t('units.cycle.followEnter'), ids: enter.map(({ unitId }) => unitId) },
    { key: 'kept', title: t('units.cycle.followKept'), ids: kept.map(({ unitId }) => unitId) },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <SmallDialog
      title={t('units.cycle.followTitle')}
      testId="follow-dialog"
      write={t('units.cycle.followWrite')}
      done={t('units.cycle.followDone', { out: leave.length, in: enter.length })}
      isReady={leave.length + enter.length > 0}
      send={() => client.call('cycleUnits.follow', { cycleId: cycle.id })}
      onClose={onClose}
    >
      <p className="unit-hint">{t('units.cycle.followHint', { day: formatDay(cycle.periodEnd) })}</p>
      {groups.length === 0 && <p role="status">{t('units.cycle.followNothing')}</p>}
      {groups.map(({ key, title, ids }) => (
        <section key={key} className="follow-group" data-testid={`follow-${key}`} data-count={ids.length}>
          <h3>
            {title} ({ids.length})
          </h3>
          <p>{ids.map(nameOf).join('; ')}</p>
        </section>
      ))}
    </SmallDialog>
  );
}
