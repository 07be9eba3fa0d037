import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { BoardRegular } from '@fluentui/react-icons/svg/board';
import { ClipboardCheckmarkRegular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { TextBulletListTreeRegular } from '@fluentui/react-icons/svg/text-bullet-list-tree';
import { TableEditRegular } from '@fluentui/react-icons/svg/table-edit';
import { TrophyRegular } from '@fluentui/react-icons/svg/trophy';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { SCREENS_BY_NAME } from '#renderer/app/screens.ts';
import type { Screen } from '#renderer/app/stores/app-state.ts';
import { OPEN_SCREENS } from './open-screens.ts';

const ICONS: { readonly [S in Screen]: ComponentType } = {
  start: HomeRegular,
  scoring: TableEditRegular,
  appraisal: ClipboardCheckmarkRegular,
  ranking: TrophyRegular,
  reports: DocumentTableRegular,
  overview: BoardRegular,
  criteria: TextBulletListTreeRegular,
  log: HistoryRegular,
  units: BuildingRegular,
};

/** Screens that work now: Bắt đầu without a file, the others with one. */
export function Navigation() {
  const { t } = useTranslation();
  const controller = useController();
  const current = useAppState((state) => state.screen);
  const isOpen = useAppState((state) => state.office?.open === true);
  const screens: readonly Screen[] = isOpen ? OPEN_SCREENS : ['start'];
  return (
    <nav className="shell-nav" aria-label={t('shell.navigation')}>
      {screens.map((screen, i) => {
        const Icon = ICONS[screen];
        return (
          <button
            key={screen}
            type="button"
            className="nav-item"
            data-testid={`nav-${screen}`}
            aria-current={screen === current ? 'page' : undefined}
            aria-keyshortcuts={isOpen ? `Control+${i + 1}` : undefined}
            title={isOpen ? `${t(`shell.screen.${screen}`)} (Ctrl+${i + 1})` : undefined}
            onClick={() => controller.show(screen)}
            onPointerEnter={SCREENS_BY_NAME[screen].preload}
          >
            <Icon />
            <span>{t(`shell.screen.${screen}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}
