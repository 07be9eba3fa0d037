/**
 * Screen "Thẩm định": picks block and orientation, loads the block and hands it to AppraisalBoard. Shown by the shell.
 * It works on the same store, sheet and cell entry as Nhập điểm and must not grow its own.
 */
import { useEffect, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockId } from '#shared/domain/ids.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useTarget } from '#renderer/app/hooks/use-target.ts';
import { placeForTarget } from '#renderer/features/scoring/board/use-board-target.ts';
import { useBlockShape } from '#renderer/features/scoring/use-block-shape.ts';
import { useBlockStore } from '#renderer/features/scoring/use-block-store.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { AppraisalBoard } from './appraisal-board.tsx';
import { AppraisalPicker } from './appraisal-toolbar.tsx';
import { rememberedAppraisal } from './remembered-appraisal.ts';
import '#renderer/features/scoring/scoring.css';
import './appraisal.css';

/** The appraisal screen of the chosen cycle. */
export function AppraisalScreen(): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const structure = useCycle();
  const target = useTarget();
  const [chosenId, setChosenId] = useState<BlockId | null>(() => rememberedAppraisal.blockId);
  const [orientation, setOrientation] = useState(() => rememberedAppraisal.orientation);
  const blocks = structure ? [...structure.blocks].sort((a, b) => a.order - b.order) : [];
  const block = blocks.find(({ id }) => id === chosenId) ?? blocks[0];
  const blockId = block?.id ?? null;
  const shape = useBlockShape(structure, blockId);
  const { store, error, reload } = useBlockStore(shape);

  useEffect(() => {
    Object.assign(rememberedAppraisal, { blockId, orientation });
  }, [blockId, orientation]);
  useEffect(() => {
    const wanted = structure && placeForTarget(structure, target, 'appraisal', blockId);
    if (wanted?.blockId) setChosenId(wanted.blockId);
    if (wanted?.sheet === 'leaf' || wanted?.sheet === 'unit') setOrientation(wanted.sheet);
    // Only a new request moves the screen; going to another block afterwards must stay possible.
  }, [target?.serial, structure === null]);

  const picker = (
    <AppraisalPicker
      blocks={blocks}
      blockId={blockId}
      onBlock={setChosenId}
      orientation={orientation}
      onOrientation={setOrientation}
    />
  );
  if (store && shape && store.shape === shape) {
    return (
      <AppraisalBoard
        key={`${blockId}:${orientation}`}
        store={store}
        blockName={block?.name ?? ''}
        orientation={orientation}
        target={target}
        picker={picker}
      />
    );
  }
  return (
    <div className="scoring" data-testid="appraisal-screen">
      <div className="score-bar">{picker}</div>
      <div className="score-wait" role="status">
        {error ? (
          <ErrorNotice error={error} language={language}>
            <button type="button" className="plain-button" onClick={reload}>
              {t('scoring.retryLoad')}
            </button>
          </ErrorNotice>
        ) : (
          t(structure && !shape ? 'scoring.noBlock' : 'appraisal.loading')
        )}
      </div>
    </div>
  );
}
