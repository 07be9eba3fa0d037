import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, Input } from '@fluentui/react-components';
import { useId, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppServices } from '#renderer/app/hooks/app-services.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { OPEN_SCREENS } from './open-screens.ts';
import './palette.css';
import { findEntries, type PaletteEntry } from './palette-entries.ts';

/** Ctrl+K: every command of the screen, the screens, the units and the criteria by name, diacritics or not. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { commands, controller } = useAppServices();
  const { groups } = useSyncExternalStore(commands.store.subscribe, commands.store.get);
  const structure = useAppState((state) => state.structure);
  const isOpen = useAppState((state) => state.office?.open === true);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();

  const all = useMemo(() => {
    const entries: PaletteEntry[] = [];
    for (const command of [...groups].reverse().flat()) {
      if (command.disabled) continue;
      const detail = command.shortcut ?? '';
      entries.push({ id: `c-${command.id}`, group: 'commands', label: command.label, detail, run: command.run });
    }
    if (!isOpen) return entries;
    OPEN_SCREENS.forEach((screen, i) =>
      entries.push({
        id: `s-${screen}`,
        group: 'screens',
        label: t(`shell.screen.${screen}`),
        detail: `Ctrl+${i + 1}`,
        run: () => controller.show(screen),
      }),
    );
    const units = new Map(structure?.units.map((unit) => [unit.id, unit]));
    for (const { id, unitId } of structure?.cycleUnits ?? []) {
      const unit = units.get(unitId);
      if (!unit) continue;
      const run = () => controller.goTo({ kind: 'unit', cycleUnitId: id });
      const detail = [unit.code, ...unit.aliases].join(' · ');
      entries.push({ id: `u-${id}`, group: 'units', label: unit.name, detail, run });
    }
    for (const set of structure?.criteriaSets ?? []) {
      const blocks = structure?.blocks.filter(({ criteriaSetId }) => criteriaSetId === set.id);
      const detail = blocks?.map(({ code }) => code).join(', ') ?? '';
      for (const node of set.nodes) {
        const run = () => controller.goTo({ kind: 'node', nodeId: node.id });
        const label = `${node.code} ${node.name}`;
        entries.push({ id: `n-${node.id}`, group: 'criteria', label, detail, run });
      }
    }
    return entries;
  }, [groups, isOpen, structure, controller, t]);

  const found = useMemo(() => findEntries(all, text), [all, text]);
  const current = Math.min(active, found.length - 1);

  function run(entry: PaletteEntry | undefined): void {
    if (!entry) return;
    onClose();
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setActive(current >= last ? 0 : current + 1);
    else if (event.key === 'ArrowUp') setActive(current <= 0 ? last : current - 1);
    else if (event.key === 'Enter') run(found[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog open onOpenChange={() => onClose()}>
      <DialogSurface className="palette" data-testid="palette">
        <DialogBody className="palette-body">
          <DialogTitle className="visually-hidden">{t('palette.title')}</DialogTitle>
          <DialogContent className="palette-content">
            <Input
              className="palette-input"
              value={text}
              autoFocus
              role="combobox"
              aria-label={t('palette.title')}
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={found[current] ? `${listId}-${current}` : undefined}
              placeholder={t('palette.placeholder')}
              onChange={(_, { value }) => {
                setText(value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <div id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
              {found.map((entry, i) => (
                <div
                  key={entry.id}
                  id={`${listId}-${i}`}
                  role="option"
                  aria-selected={i === current}
                  className="palette-item"
                  ref={i === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
                  onPointerMove={() => setActive(i)}
                  onClick={() => run(entry)}
                >
                  <span className="palette-group">{t(`palette.${entry.group}`)}</span>
                  <span className="palette-label">{entry.label}</span>
                  <span className="palette-detail">{entry.detail}</span>
                </div>
              ))}
            </div>
            {found.length === 0 && <p role="status">{t('palette.nothing')}</p>}
            <p className="palette-help">{t('palette.help')}</p>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
