import { Button, Input, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { MergeRegular } from '@fluentui/react-icons/svg/merge';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { filterRows, registryRows, SHOWN, type Shown } from './registry-rows.ts';
import { RegistryTable } from './registry-table.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ReorganiseDialog } from './reorganise-dialog.tsx';
import { today } from './today.ts';
import { UnitCard } from './unit-card.tsx';
import { UnitDialog } from './unit-dialog.tsx';
import { REGISTRARS, useMay } from './use-may.ts';

type OpenDialog = 'add' | 'edit' | 'rename' | 'reorganise' | null;

const SHOWN_LABELS = { present: 'units.showPresent', ended: 'units.showEnded', all: 'units.showAll' } as const;

interface Props {
  readonly registry: UnitRegistry;
  readonly tabs: ReactNode;
}

/** Danh mục: find, look at, add, correct, rename and reorganise units. */
export function RegistryTab({ registry, tabs }: Props) {
  const { t } = useTranslation();
  const mayWrite = useMay(REGISTRARS);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('present');
  const [chosenId, setChosenId] = useState<UnitId | null>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const rows = useMemo(() => registryRows(registry), [registry]);
  const found = useMemo(() => filterRows(rows, search, shown, today()), [rows, search, shown]);
  const chosen = rows.find(({ unit }) => unit.id === chosenId);
  useCommands(
    useMemo(
      () => [
        { id: 'unit-add', label: t('units.add'), disabled: !mayWrite, run: () => setDialog('add') },
        {
          id: 'unit-reorganise',
          label: t('units.reorganise'),
          disabled: !mayWrite,
          run: () => setDialog('reorganise'),
        },
      ],
      [t, mayWrite],
    ),
  );
  const close = () => setDialog(null);
  return (
    <div className="units-body">
      <div className="units-main">
        <div className="units-bar">
          {tabs}
          <Input
            size="small"
            className="units-find"
            value={search}
            contentBefore={<SearchRegular />}
            aria-label={t('units.find')}
            placeholder={t('units.find')}
            data-testid="units-find"
            onChange={(_, { value }) => setSearch(value)}
          />
          <Select
            size="small"
            value={shown}
            aria-label={t('units.show')}
            data-testid="units-shown"
            onChange={(_, { value }) => setShown(value as Shown)}
          >
            {SHOWN.map((one) => (
              <option key={one} value={one}>
                {t(SHOWN_LABELS[one])}
              </option>
            ))}
          </Select>
          <span className="units-found" role="status">
            {t('units.found', { shown: found.length, count: rows.length })}
          </span>
          {mayWrite ? (
            <span className="units-actions">
              <Button size="small" icon={<AddRegular />} data-testid="unit-add" onClick={() => setDialog('add')}>
                {t('units.add')}
              </Button>
              <Button
                size="small"
                icon={<MergeRegular />}
                data-testid="unit-reorganise"
                onClick={() => setDialog('reorganise')}
              >
                {t('units.reorganise')}
              </Button>
            </span>
          ) : (
            <span className="units-actions units-quiet">{t('units.readOnlyRole')}</span>
          )}
        </div>
        <RegistryTable
          rows={found}
          chosenId={chosenId}
          onChoose={setChosenId}
          empty={rows.length === 0 ? t('units.empty') : t('units.nothingFound')}
        />
      </div>
      {chosen && (
        <UnitCard
          key={chosen.unit.id}
          row={chosen}
          registry={registry}
          mayWrite={mayWrite}
          onEdit={() => setDialog('edit')}
          onRename={() => setDialog('rename')}
          onShow={(id) => {
            setShown('all');
            setSearch('');
            setChosenId(id);
          }}
          onClose={() => setChosenId(null)}
        />
      )}
      {dialog === 'add' && <UnitDialog unit={null} onClose={close} />}
      {dialog === 'edit' && chosen && <UnitDialog unit={chosen.unit} onClose={close} />}
      {dialog === 'rename' && chosen && <RenameDialog unit={chosen.unit} onClose={close} />}
      {dialog === 'reorganise' && <ReorganiseDialog registry={registry} onClose={close} />}
    </div>
  );
}
