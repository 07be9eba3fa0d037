/** The two menus of the bar, in one lazy chunk because Fluent's menus are heavy and not needed for the first paint. */
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, THEMES, type Preferences } from '#shared/contract/desktop.ts';
import { ROLES } from '#shared/domain/entities.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useFileRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { usePreferences } from '#renderer/app/hooks/use-preferences.ts';
import { useOpenDialog } from './shell-context.ts';

/** Kỳ đánh giá: which cycle is shown, and how to make a new one. */
export function CyclePicker() {
  const { t } = useTranslation();
  const controller = useController();
  const openDialog = useOpenDialog();
  const cycles = useAppState((state) => state.cycles);
  const cycleId = useAppState((state) => state.cycleId);
  const office = useAppState((state) => state.office);
  const current = cycles.find((cycle) => cycle.id === cycleId);
  const refusal = useFileRefusal('imports.commit');
  const name = current?.name ?? t('shell.noCycle');
  return (
    <Menu
      checkedValues={{ cycle: cycleId ? [cycleId] : [] }}
      onCheckedValueChange={(_, { checkedItems }) => void controller.selectCycle(checkedItems[0] as CycleId)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          className="cycle-picker"
          data-testid="cycle-picker"
          title={office?.open ? office.fileName : undefined}
        >
          <span className="cycle-picker-label">{t('shell.cyclePicker')}:</span> {name}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {cycles.map((cycle) => (
            <MenuItemRadio key={cycle.id} name="cycle" value={cycle.id}>
              {cycle.name}
              {cycle.simulated && ` · ${t('shell.simulated')}`}
            </MenuItemRadio>
          ))}
          {cycles.length > 0 && <MenuDivider />}
          <MenuItem
            disabled={refusal !== null}
            {...(refusal && { title: t(`shell.refusal.${refusal}`) })}
            onClick={() => openDialog('imports')}
          >
            {t('shell.newCycle')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const THEME_KEYS = {
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
  system: 'shell.themeSystem',
  contrast: 'shell.themeContrast',
} as const satisfies { readonly [T in Preferences['theme']]: string };

const LANGUAGE_KEYS = { vi: 'shell.languageVi', en: 'shell.languageEn' } as const;

/** Người dùng: name and roles, file, language, theme, about. */
export function UserMenu() {
  const { t } = useTranslation();
  const controller = useController();
  const openDialog = useOpenDialog();
  const { language, theme, change } = usePreferences();
  const office = useAppState((state) => state.office);
  const user = office?.open ? office.user : null;
  const roles =
    user?.roles.length === ROLES.length
      ? t('shell.roles.all')
      : user?.roles.map((role) => t(`shell.roles.${role}`)).join(', ');
  return (
    <Menu
      checkedValues={{ language: [language], theme: [theme] }}
      onCheckedValueChange={(_, { name, checkedItems }) => change({ [name]: checkedItems[0] } as Partial<Preferences>)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          icon={<PersonRegular />}
          className="user-menu"
          data-testid="user-menu"
          aria-label={user ? `${t('shell.userMenu')}: ${user.name} · ${roles}` : t('shell.userMenu')}
        >
          {user && (
            <span className="user-name">
              {user.name} · {roles}
            </span>
          )}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {office?.open && (
            <MenuGroup>
              <MenuGroupHeader>
                {t('shell.fileMenu')}: {office.fileName}
              </MenuGroupHeader>
              <MenuItem onClick={() => void controller.closeOffice()} data-testid="close-file">
                {t('shell.closeFile')}
              </MenuItem>
              <MenuDivider />
            </MenuGroup>
          )}
          <MenuGroup>
            <MenuGroupHeader>{t('shell.language')}</MenuGroupHeader>
            {LANGUAGES.map((value) => (
              <MenuItemRadio key={value} name="language" value={value}>
                {t(LANGUAGE_KEYS[value])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('shell.theme')}</MenuGroupHeader>
            {THEMES.map((value) => (
              <MenuItemRadio key={value} name="theme" value={value}>
                {t(THEME_KEYS[value])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => openDialog('about')}>{t('shell.about')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
