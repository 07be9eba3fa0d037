import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components';
import { useMemo, type JSX } from 'react';
import { useTranslation } from 'react-i18next';

export interface CellMenuProps {
  readonly x: number;
  readonly y: number;
  readonly canWrite: boolean;
  readonly isNotApplicable: boolean;
  readonly onPick: (command: CellCommand) => void;
  readonly onClose: () => void;
}

export type CellCommand =
  'edit' | 'clear' | 'notApplicable' | 'liftNotApplicable' | 'declared' | 'comments' | 'evidence' | 'history';

/** Commands on one score cell, at the pointer. */
export function CellMenu({ x, y, canWrite, isNotApplicable, onPick, onClose }: CellMenuProps): JSX.Element {
  const { t } = useTranslation();
  const target = useMemo(
    (): PositioningVirtualElement => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }),
    [x, y],
  );
  const item = (command: CellCommand, shortcut: string, disabled: boolean) => (
    <MenuItem
      key={command}
      disabled={disabled}
      secondaryContent={shortcut}
      data-testid={`cell-${command}`}
      onClick={() => onPick(command)}
    >
      {t(`scoring.menu.${command}`)}
    </MenuItem>
  );
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <MenuPopover>
        <MenuList aria-label={t('scoring.menu.label')}>
          {item('edit', 'F2', !canWrite)}
          {item('clear', 'Delete', !canWrite)}
          {isNotApplicable ? item('liftNotApplicable', 'Delete', !canWrite) : item('notApplicable', 'kad', !canWrite)}
          <MenuDivider />
          {item('declared', 'Alt+K', false)}
          {item('comments', 'Shift+F2', false)}
          {item('evidence', '', false)}
          {item('history', '', false)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
