import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { unitsToAdd } from './cycle-rows.ts';
import { SmallDialog } from './small-dialog.tsx';
import { UnitChooser } from './unit-chooser.tsx';

interface Props {
  readonly structure: CycleStructure;
  readonly block: Block;
  readonly registry: UnitRegistry;
  readonly onClose: () => void;
}

/** Đưa đơn vị vào khối: those of the registry that exist during the cycle. */
export function AddToCycleDialog({ structure, block, registry, onClose }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const [chosen, setChosen] = useState<readonly UnitId[]>([]);
  const offered = useMemo(() => unitsToAdd(structure, registry), [structure, registry]);
  return (
    <SmallDialog
      title={t('units.cycle.addTitle', { block: block.code })}
      testId="add-to-cycle-dialog"
      write={t('units.cycle.addWrite')}
      done={t('units.cycle.addDone', { count: chosen.length, block: block.code })}
      isReady={chosen.length > 0}
      send={() =>
        client.call('cycleUnits.add', { cycleId: structure.cycle.id, blockId: block.id, unitIds: [...chosen] })
      }
      onClose={onClose}
    >
      {offered.length === 0 ? (
        <p className="unit-hint">{t('units.cycle.addNone')}</p>
      ) : (
        <UnitChooser
          label={t('units.unit')}
          units={offered}
          chosen={chosen}
          isMany
          testId="add-to-cycle-list"
          onChange={setChosen}
        />
      )}
    </SmallDialog>
  );
}
