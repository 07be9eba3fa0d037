import { useEffect } from 'react';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { OPEN_SCREENS } from './open-screens.ts';
import { useOpenDialog } from './shell-context.ts';
import { useUndo } from './use-undo.ts';

/** True inside anything that edits text: its own Ctrl+Z comes first. */
function isEditor(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select');
}

/** Keys of the window: Ctrl+K palette, Ctrl+1…5 screens, Ctrl+Z and Ctrl+Y outside editors. */
export function useShellKeys(): void {
  const controller = useController();
  const openDialog = useOpenDialog();
  const { undo, redo } = useUndo();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const isOpen = controller.store.get().office?.open === true;
      const inDialog = document.querySelector('[role=dialog]') !== null;
      const key = event.key.toLowerCase();
      const screen = OPEN_SCREENS[Number(key) - 1];
      if (key === 'k' && !inDialog) openDialog('palette');
      else if (!isOpen || inDialog) return;
      else if (screen) controller.show(screen);
      else if (isEditor(event.target)) return;
      else if (key === 'z' && !event.shiftKey) undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [controller, openDialog, undo, redo]);
}
