import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedBlock } from '#shared/contract/outputs.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import '#renderer/ui/block-tabs.css';

interface Props {
  readonly blocks: readonly Pick<RankedBlock, 'blockId' | 'code' | 'name'>[];
  readonly selected: BlockId;
  readonly onSelect: (block: BlockId) => void;
}

/** One tab per block: one stop of the Tab key, arrows move between blocks. */
export function BlockTabs({ blocks, selected, onSelect }: Props) {
  const { t } = useTranslation();

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const at = blocks.findIndex(({ blockId }) => blockId === selected);
    const next = blocks[(at + by + blocks.length) % blocks.length];
    if (!next) return;
    onSelect(next.blockId);
    event.currentTarget.querySelector<HTMLElement>(`[data-block="${next.blockId}"]`)?.focus();
    event.preventDefault();
  }

  return (
    <div role="tablist" className="block-tabs" aria-label={t('ranking.blocks')} onKeyDown={onKeyDown}>
      {blocks.map(({ blockId, code, name }) => (
        <button
          key={blockId}
          type="button"
          role="tab"
          aria-selected={blockId === selected}
          tabIndex={blockId === selected ? 0 : -1}
          title={name}
          data-block={blockId}
          data-testid={`block-${code}`}
          onClick={() => onSelect(blockId)}
        >
          {code}
        </button>
      ))}
    </div>
  );
}
