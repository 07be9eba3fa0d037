/**
 * Screen "Nhập điểm": picks block and orientation, loads the block and hands it to ScoreBoard. Shown by the shell. It
 * must not know how cells are painted or entered.
 */
import { useEffect, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockId } from '#shared/domain/ids.ts';
import { wordError } from '#shared/wording/word-error.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useTarget } from '#renderer/app/hooks/use-target.ts';
import { placeForTarget } from './board/use-board-target.ts';
import { rememberedView } from './remembered-view.ts';
import { ScoreBoard } from './score-board.tsx';
import { BlockPicker, type Orientation } from './score-toolbar.tsx';
import { useBlockShape } from './use-block-shape.ts';
import { useBlockStore } from './use-block-store.ts';
import './scoring.css';

/** The score screen of the chosen cycle. */
export function ScoringScreen(): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const structure = useCycle();
  const target = useTarget();
  const [chosenId, setChosenId] = useState<BlockId | null>(() => rememberedView.blockId);
  const [orientation, setOrientation] = useState<Orientation>(() => rememberedView.orientation);
  const blocks = structure ? [...structure.blocks].sort((a, b) => a.order - b.order) : [];
  const blockId = blocks.find((block) => block.id === chosenId)?.id ?? blocks[0]?.id ?? null;
  const shape = useBlockShape(structure, blockId);
  const { store, error, reload } = useBlockStore(shape);

  useEffect(() => {
    Object.assign(rememberedView, { blockId, orientation });
  }, [blockId, orientation]);
  useEffect(() => {
    const wanted = structure && placeForTarget(structure, target, 'scoring', blockId);
    if (wanted?.blockId) setChosenId(wanted.blockId);
    if (wanted?.sheet === 'matrix' || wanted?.sheet === 'unit') setOrientation(wanted.sheet);
    // Only a new request moves the screen; going to another block afterwards must stay possible.
  }, [target?.serial, structure === null]);

  const picker = (
    <BlockPicker
      blocks={blocks}
      blockId={blockId}
      onBlock={setChosenId}
      orientation={orientation}
      onOrientation={setOrientation}
    />
  );
  if (store && shape && store.shape === shape) {
    return (
      <ScoreBoard
        key={blockId}
        store={store}
        blockName={blocks.find((block) => block.id === blockId)?.name ?? ''}
        orientation={orientation}
        target={target}
        picker={picker}
      />
    );
  }
  const failed = error && wordError(error, language);
  return (
    <div className="scoring" data-testid="scoring-screen">
      <div className="score-bar">{picker}</div>
      <div className="score-wait" role={failed ? 'alert' : 'status'}>
        {failed ? (
          <>
            <b>{failed.title}</b>
            <span>{[failed.detail, failed.advice].filter(Boolean).join(' ')}</span>
            <button type="button" className="plain-button" onClick={reload}>
              {t('scoring.retryLoad')}
            </button>
          </>
        ) : (
          t(structure && !shape ? 'scoring.noBlock' : 'scoring.loading')
        )}
      </div>
    </div>
  );
}
