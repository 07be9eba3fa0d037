/**
 * Bộ tiêu chí: the tree of a block's criteria set with live sums, the form of what is selected, and the way from an
 * edited set to an issued one. What may be done is said by shared/criteria; this screen only asks and shows.
 */
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockId } from '#shared/domain/ids.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { BlockTabs } from '#renderer/features/ranking/block-tabs.tsx';
import '#renderer/features/cell-details/cell-details.css';
import '#renderer/ui/side-panel.css';
import { CriteriaEditor } from './criteria-editor.tsx';
import './criteria.css';

/** The criteria screen. */
export function CriteriaScreen(): JSX.Element {
  const { t } = useTranslation();
  const structure = useCycle();
  const [blockId, setBlockId] = useState<BlockId | null>(null);
  const block = structure?.blocks.find(({ id }) => id === blockId) ?? structure?.blocks[0];
  return (
    <div className="criteria" data-testid="criteria-screen">
      {!structure && (
        <p className="criteria-message" role="status">
          {t('shell.loading')}
        </p>
      )}
      {structure && !block && <p className="criteria-message">{t('criteria.noBlocks')}</p>}
      {structure && block && (
        <CriteriaEditor
          // Another set is another piece of work: selection, folding and half-typed texts stay behind.
          key={block.criteriaSetId}
          setId={block.criteriaSetId}
          cycle={structure.cycle}
          tabs={
            <BlockTabs
              blocks={structure.blocks.map(({ id, code, name }) => ({ blockId: id, code, name }))}
              selected={block.id}
              onSelect={setBlockId}
            />
          }
        />
      )}
    </div>
  );
}
