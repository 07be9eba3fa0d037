import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@fluentui/react-components';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { BlockTabs } from '#renderer/features/ranking/block-tabs.tsx';
import { AddToCycleDialog } from './add-to-cycle-dialog.tsx';
import { cycleRows, type CycleRow } from './cycle-rows.ts';
import { CycleUnitTable } from './cycle-unit-table.tsx';
import { FollowDialog } from './follow-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { UnrankDialog } from './unrank-dialog.tsx';
import { RANKERS, REGISTRARS, useMay } from './use-may.ts';

type OpenDialog = 'move' | 'unrank' | 'add' | 'follow' | null;

interface Props {
  readonly registry: UnitRegistry;
  readonly tabs: ReactNode;
}

/** Trong kỳ: the units of the chosen cycle, block by block. */
export function CycleTab({ registry, tabs }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const structure = useCycle();
  const isRegistrar = useMay(REGISTRARS);
  const isRanker = useMay(RANKERS);
  const [blockId, setBlockId] = useState<string | null>(null);
  const [chosenId, setChosenId] = useState<CycleUnitId | null>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const cycleId = structure?.cycle.id ?? null;
  const use = useCall('cycleUnits.use', cycleId && { cycleId });
  useEvent('changes.committed', () => use.reload());
  const block = structure?.blocks.find(({ id }) => id === blockId) ?? structure?.blocks[0];
  // Before it is known what hangs on the units, a count of cells would be a lie.
  if (!structure || !block || use.data === null) {
    const isWaiting = structure !== null && block !== undefined;
    return (
      <div className="units-body">
        <div className="units-main">
          <div className="units-bar">{tabs}</div>
          {isWaiting ? (
            <div className="shell-wait" role="status" aria-busy="true" />
          ) : (
            <p className="units-nothing">{t('units.cycle.noCycle')}</p>
          )}
        </div>
      </div>
    );
  }
  const { cycle, blocks } = structure;
  const sealed = isSealed(cycle);
  const [mayArrange, mayRank] = [isRegistrar && !sealed, isRanker && !sealed];
  const rows = cycleRows(structure, block.id, registry, use.data);
  const at = rows.findIndex(({ cycleUnit }) => cycleUnit.id === chosenId);
  const chosen = rows[at];
  const close = () => setDialog(null);

  async function moveBy(from: number, by: -1 | 1): Promise<void> {
    const ids = rows.map(({ cycleUnit }) => cycleUnit.id);
    const [here, there] = [ids[from], ids[from + by]];
    if (here === undefined || there === undefined || !cycleId || !block) return;
    ids[from] = there;
    ids[from + by] = here;
    const answer = await client.call('cycleUnits.setOrder', { cycleId, blockId: block.id, cycleUnitIds: ids });
    if (!answer.ok) toast.error(answer.error);
  }

  async function rankAgain({ cycleUnit, unit }: CycleRow): Promise<void> {
    const seen = { cycleUnitId: cycleUnit.id, expectedVersion: cycleUnit.version };
    const answer = await client.call('cycleUnits.setUnranked', { ...seen, reason: null });
    if (!answer.ok) return toast.error(answer.error);
    toast.show({ intent: 'success', title: t('units.cycle.rankDone', { unit: unit.name }) });
  }

  async function remove({ cycleUnit, unit }: CycleRow): Promise<void> {
    const seen = { cycleUnitId: cycleUnit.id, expectedVersion: cycleUnit.version };
    const answer = await client.call('cycleUnits.remove', seen);
    if (!answer.ok) return toast.error(answer.error);
    toast.show({ intent: 'success', title: t('units.cycle.removed', { unit: unit.name }) });
  }

  return (
    <div className="units-body">
      <div className="units-main">
        <div className="units-bar">
          {tabs}
          <BlockTabs
            blocks={blocks.map(({ id, code, name }) => ({ blockId: id, code, name }))}
            selected={block.id}
            onSelect={(id) => {
              setBlockId(id);
              setChosenId(null);
            }}
          />
          <span className="units-block-name">{block.name}</span>
          {sealed ? (
            <span className="units-actions units-quiet">{t('units.cycle.sealed')}</span>
          ) : (
            mayArrange && (
              <span className="units-actions">
                <Button size="small" data-testid="cycle-add" onClick={() => setDialog('add')}>
                  {t('units.cycle.add')}
                </Button>
                <Button size="small" data-testid="cycle-follow" onClick={() => setDialog('follow')}>
                  {t('units.cycle.follow')}
                </Button>
              </span>
            )
          )}
        </div>
        {(mayArrange || mayRank) && (
          <div className="units-bar units-row-actions" role="toolbar" aria-label={chosen?.unit.name ?? block.name}>
            <Button
              size="small"
              disabledFocusable={!mayArrange || at < 1}
              title={t('units.cycle.upHint')}
              data-testid="cycle-up"
              onClick={() => void moveBy(at, -1)}
            >
              {t('units.cycle.up')}
            </Button>
            <Button
              size="small"
              disabledFocusable={!mayArrange || at < 0 || at === rows.length - 1}
              title={t('units.cycle.downHint')}
              data-testid="cycle-down"
              onClick={() => void moveBy(at, 1)}
            >
              {t('units.cycle.down')}
            </Button>
            <Button
              size="small"
              disabledFocusable={!mayArrange || !chosen || blocks.length < 2}
              data-testid="cycle-move"
              onClick={() => setDialog('move')}
            >
              {t('units.cycle.move')}
            </Button>
            {chosen && !chosen.cycleUnit.ranked ? (
              <Button
                size="small"
                disabledFocusable={!mayRank}
                data-testid="cycle-rank"
                onClick={() => void rankAgain(chosen)}
              >
                {t('units.cycle.rank')}
              </Button>
            ) : (
              <Button
                size="small"
                disabledFocusable={!mayRank || !chosen}
                data-testid="cycle-unrank"
                onClick={() => setDialog('unrank')}
              >
                {t('units.cycle.unrank')}
              </Button>
            )}
            <Button
              size="small"
              disabledFocusable={!mayArrange || !chosen || chosen.isUsed}
              title={chosen?.isUsed ? t('units.cycle.removeUsed') : undefined}
              data-testid="cycle-remove"
              onClick={() => chosen && void remove(chosen)}
            >
              {t('units.cycle.remove')}
            </Button>
            <span className="units-found" role="status">
              {chosen ? `${chosen.unit.code} · ${chosen.unit.name}` : ''}
            </span>
          </div>
        )}
        <CycleUnitTable
          key={block.id}
          rows={rows}
          cycle={cycle}
          chosenId={chosenId}
          onChoose={setChosenId}
          onMove={mayArrange ? (row, by) => void moveBy(row, by) : null}
        />
      </div>
      {dialog === 'move' && chosen && <MoveDialog row={chosen} from={block} blocks={blocks} onClose={close} />}
      {dialog === 'unrank' && chosen && <UnrankDialog row={chosen} onClose={close} />}
      {dialog === 'add' && <AddToCycleDialog structure={structure} block={block} registry={registry} onClose={close} />}
      {dialog === 'follow' && <FollowDialog structure={structure} registry={registry} use={use.data} onClose={close} />}
    </div>
  );
}
