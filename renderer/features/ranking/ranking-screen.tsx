/**
 * Xếp hạng: results of the chosen cycle per block, live: asked for again whenever a batch reached the disk. Figures
 * come from the service's engine; nothing is computed here but distances and differences for display.
 */
import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useTarget } from '#renderer/app/hooks/use-target.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import type { Explained } from '#renderer/features/explain/explain-dialog.tsx';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import '#renderer/ui/side-panel.css';
import { BlockSummary } from './block-summary.tsx';
import { BlockTabs } from './block-tabs.tsx';
import './ranking.css';
import { RankingTable } from './ranking-table.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { useLiveRanking } from './use-live-ranking.ts';

const explainDialog = lazyView(() =>
  import('#renderer/features/explain/explain-dialog.tsx').then((m) => m.ExplainDialog),
);

/** What else the units of the cycle are called. */
function aliasesByUnit(structure: CycleStructure | null): ReadonlyMap<CycleUnitId, readonly string[]> {
  const aliases = new Map(structure?.units.map((unit) => [unit.id, unit.aliases]));
  return new Map(structure?.cycleUnits.map(({ id, unitId }) => [id, aliases.get(unitId) ?? []]));
}

/** The ranking screen. */
export function RankingScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const structure = useCycle();
  const target = useTarget();
  const { data: ranking, error, loading } = useLiveRanking(structure?.cycle.id ?? null);
  const [blockId, setBlockId] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<CycleUnitId | null>(null);
  const [search, setSearch] = useState('');
  const [explained, setExplained] = useState<Explained | null>(null);

  useEffect(() => {
    if (target?.kind !== 'unit') return;
    const unit = structure?.cycleUnits.find(({ id }) => id === target.cycleUnitId);
    if (!unit) return;
    setBlockId(unit.blockId);
    setUnitId(unit.id);
    setSearch('');
    // Only a new request moves the view; a reloaded structure must not.
  }, [target?.serial]);

  const block = ranking?.blocks.find((one) => one.blockId === blockId) ?? ranking?.blocks[0];
  const rows = useMemo(() => {
    const wanted = fold(search).trim();
    const all = block?.rows ?? [];
    if (wanted === '') return all;
    const aliases = aliasesByUnit(structure);
    return all.filter(({ cycleUnitId, name, code }) =>
      fold([code, name, ...(aliases.get(cycleUnitId) ?? [])].join(' ')).includes(wanted),
    );
  }, [block, search, structure]);
  useCommands(
    useMemo(
      () =>
        (ranking?.blocks ?? []).map((one) => ({
          id: `block-${one.blockId}`,
          label: `${t('ranking.title')}: ${one.code} · ${one.name}`,
          run: () => setBlockId(one.blockId),
        })),
      [ranking, t],
    ),
  );
  if (error && !ranking) {
    return (
      <div className="ranking ranking-message">
        <ErrorNotice error={error} language={language} />
      </div>
    );
  }
  if (!ranking || !structure || !block) return <div className="shell-wait" role="status" aria-busy="true" />;
  const shown = block.rows.find(({ cycleUnitId }) => cycleUnitId === unitId);
  return (
    <div className="ranking" data-testid="ranking-screen" data-seq={ranking.seq}>
      <div className="ranking-main">
        <div className="ranking-bar">
          <BlockTabs
            blocks={ranking.blocks}
            selected={block.blockId}
            onSelect={(id) => {
              setBlockId(id);
              setUnitId(null);
            }}
          />
          <span className="ranking-block-name">{block.name}</span>
          <span className="ranking-updating" role="status">
            {loading && t('ranking.updating')}
          </span>
          <span className="ranking-found">{t('ranking.found', { shown: rows.length, count: block.rows.length })}</span>
          <Input
            size="small"
            className="ranking-find"
            value={search}
            contentBefore={<SearchRegular />}
            aria-label={t('ranking.find')}
            placeholder={t('ranking.find')}
            onChange={(_, { value }) => setSearch(value)}
          />
        </div>
        <BlockSummary
          block={block}
          classCounts={ranking.classCounts}
          settings={structure.cycle.settings}
          onExplain={() => setExplained({ kind: 'mean', blockId: block.blockId })}
        />
        <RankingTable
          // A block of its own: another one starts at its first row.
          key={block.blockId}
          block={block}
          rows={rows}
          settings={structure.cycle.settings}
          selected={unitId}
          onSelect={setUnitId}
          empty={search === '' ? t('ranking.noUnits') : t('ranking.nothingFound')}
        />
      </div>
      {shown && (
        <UnitPanel
          key={shown.cycleUnitId}
          unit={shown}
          fields={block.fields}
          structure={structure}
          onExplain={() => setExplained({ kind: 'unit', cycleUnitId: shown.cycleUnitId })}
          onClose={() => setUnitId(null)}
        />
      )}
      {explained && <explainDialog.View structure={structure} subject={explained} onClose={() => setExplained(null)} />}
    </div>
  );
}
