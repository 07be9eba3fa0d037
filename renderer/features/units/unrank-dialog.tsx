import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import type { CycleRow } from './cycle-rows.ts';
import { SmallDialog } from './small-dialog.tsx';

/** Chấm nhưng không xếp hạng: never without a reason. */
export function UnrankDialog({ row, onClose }: { readonly row: CycleRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { cycleUnit, unit } = row;
  const isReady = reason.trim() !== '';
  return (
    <SmallDialog
      title={t('units.cycle.unrankTitle', { unit: unit.name })}
      testId="unrank-dialog"
      write={t('units.cycle.unrankWrite')}
      done={t('units.cycle.unrankDone', { unit: unit.name })}
      isReady={isReady}
      onAsked={() => setAsked(true)}
      send={() =>
        client.call('cycleUnits.setUnranked', {
          cycleUnitId: cycleUnit.id,
          expectedVersion: cycleUnit.version,
          reason,
        })
      }
      onClose={onClose}
    >
      <p className="unit-hint">{t('units.cycle.unrankHint')}</p>
      <Field
        label={t('units.cycle.unrankReason')}
        required
        {...(isAsked && !isReady && { validationMessage: t('units.required') })}
      >
        <Textarea
          autoFocus
          value={reason}
          maxLength={2000}
          data-testid="unrank-reason"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </SmallDialog>
  );
}
