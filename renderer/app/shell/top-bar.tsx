import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { SaveState } from './save-state.tsx';
import { useOpenDialog } from './shell-context.ts';
import { UndoButtons } from './undo-buttons.tsx';

const cyclePicker = lazyView(() => import('./menus.tsx').then((m) => m.CyclePicker));
const userMenu = lazyView(() => import('./menus.tsx').then((m) => m.UserMenu));

/** The bar on top: cycle, undo and redo, palette, what is on disk, user. */
export function TopBar() {
  const { t } = useTranslation();
  const openDialog = useOpenDialog();
  const isOpen = useAppState((state) => state.office?.open === true);
  const simulated = useAppState((state) => state.structure?.cycle.simulated === true);
  return (
    <header className="shell-bar">
      {isOpen ? <cyclePicker.View /> : <span className="shell-product">{t('shell.product')}</span>}
      {simulated && (
        <strong className="simulated" title={t('shell.simulatedHint')} data-testid="simulated-mark">
          {t('shell.simulated')}
        </strong>
      )}
      {isOpen && <UndoButtons />}
      <button
        type="button"
        className="palette-button"
        data-testid="open-palette"
        aria-keyshortcuts="Control+K"
        onClick={() => openDialog('palette')}
      >
        <SearchRegular />
        <span>{t('shell.search')}</span>
        <kbd>Ctrl+K</kbd>
      </button>
      {isOpen && <SaveState />}
      <userMenu.View />
    </header>
  );
}
