/**
 * Đơn vị: the registry of units in time, and which of them take part in the chosen cycle. Shows what the data service
 * has and sends commands; the rules are those of shared/units.
 */
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import '#renderer/ui/block-tabs.css';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import '#renderer/ui/side-panel.css';
import { CycleTab } from './cycle-tab.tsx';
import { RegistryTab } from './registry-tab.tsx';
import './units.css';
import { useRegistry } from './use-registry.ts';

const TABS = ['registry', 'cycle'] as const;
type Tab = (typeof TABS)[number];

const TAB_LABELS = { registry: 'units.tabRegistry', cycle: 'units.tabCycle' } as const;

/** The screen of units. */
export function UnitsScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [tab, setTab] = useState<Tab>('registry');
  const { data: registry, error } = useRegistry();
  const cycleId = useAppState((state) => state.cycleId);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = tab === 'registry' ? 'cycle' : 'registry';
    setTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
    event.preventDefault();
  }

  const tabs = (
    <div role="tablist" className="block-tabs" aria-label={t('units.tabs')} onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          data-tab={one}
          data-testid={`units-tab-${one}`}
          onClick={() => setTab(one)}
        >
          {t(TAB_LABELS[one])}
        </button>
      ))}
    </div>
  );
  return (
    <div className="units" data-testid="units-screen">
      {error && <ErrorNotice error={error} language={language} />}
      {registry &&
        (tab === 'registry' ? (
          <RegistryTab registry={registry} tabs={tabs} />
        ) : (
          <CycleTab key={cycleId} registry={registry} tabs={tabs} />
        ))}
      {!registry && !error && <div className="shell-wait" role="status" aria-busy="true" />}
    </div>
  );
}
