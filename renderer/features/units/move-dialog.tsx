import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/domain/entities.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { cellsLeftBehind, type CycleRow } from './cycle-rows.ts';
import { SmallDialog } from './small-dialog.tsx';

interface Props {
  readonly row: CycleRow;
  readonly from: Block;
  readonly blocks: readonly Block[];
  readonly onClose: () => void;
}

/** Chuyển khối: says how many cells would no longer count before anything is written. */
export function MoveDialog({ row, from, blocks, onClose }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const others = blocks.filter(({ id }) => id !== from.id);
  const [toId, setToId] = useState<string>(others[0]?.id ?? '');
  const to = others.find(({ id }) => id === toId);
  const toCode = to?.code ?? '';
  const { cycleUnit, unit, cells } = row;
  const count = to ? cellsLeftBehind(row, from, to) : 0;
  const consequence =
    cells === 0
      ? t('units.cycle.moveEmpty')
      : count === 0
        ? t('units.cycle.moveKeeps')
        : t('units.cycle.moveLeaves', { count, from: from.code, to: toCode });
  return (
    <SmallDialog
      title={t('units.cycle.moveTitle', { unit: unit.name })}
      testId="move-dialog"
      write={t('units.cycle.moveWrite')}
      done={t('units.cycle.moved', { unit: unit.name, block: toCode })}
      isReady={to !== undefined}
      send={() =>
        client.call('cycleUnits.move', {
          cycleUnitId: cycleUnit.id,
          expectedVersion: cycleUnit.version,
          blockId: toId,
          leavesCells: count,
        })
      }
      onClose={onClose}
    >
      <Field label={t('units.cycle.moveTo')}>
        <Select value={toId} data-testid="move-to" onChange={(_, { value }) => setToId(value)}>
          {others.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </Select>
      </Field>
      <p className={count > 0 ? 'units-warning' : 'unit-hint'} role="status" data-testid="move-consequence">
        {consequence}
      </p>
    </SmallDialog>
  );
}
