import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { useTranslation } from 'react-i18next';
import { wordLabel } from '#shared/wording/word-label.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useUndo } from './use-undo.ts';

/** Hoàn tác and Làm lại with the name of the step they concern. */
export function UndoButtons() {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useAppState((app) => app.undo);
  const canWrite = useCanWrite('changes.undo');
  const { undo, redo } = useUndo();
  const undoText = state.undo ? t('shell.undoOf', { step: wordLabel(state.undo, language) }) : t('shell.undo');
  const redoText = state.redo ? t('shell.redoOf', { step: wordLabel(state.redo, language) }) : t('shell.redo');
  return (
    <span className="undo-buttons">
      <button
        type="button"
        className="icon-button"
        data-testid="undo"
        aria-label={undoText}
        title={`${undoText} (Ctrl+Z)`}
        disabled={!state.undo || !canWrite}
        onClick={undo}
      >
        <ArrowUndoRegular />
      </button>
      <button
        type="button"
        className="icon-button"
        data-testid="redo"
        aria-label={redoText}
        title={`${redoText} (Ctrl+Y)`}
        disabled={!state.redo || !canWrite}
        onClick={redo}
      >
        <ArrowRedoRegular />
      </button>
    </span>
  );
}
