/** A menu of named commands at a place of the sheet; what cannot be done now says why. */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components';
import { Fragment, useMemo, type JSX } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import './sheet-menu.css';

export interface SheetMenuProps {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly onClose: () => void;
  /** Puts the keyboard back on the sheet; what a command opens takes it from there. */
  readonly onLeave: () => void;
}

export function SheetMenu({ label, x, y, groups, onClose, onLeave }: SheetMenuProps): JSX.Element {
  const target = useMemo(
    (): PositioningVirtualElement => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }),
    [x, y],
  );
  return (
    <Menu
      open
      // Beside the pointer and moved along it: a long menu opened low stays wholly in sight.
      positioning={{ target, position: 'after', align: 'top', overflowBoundaryPadding: 4 }}
      onOpenChange={(event, { open }) => {
        if (open) return;
        onClose();
        // A click elsewhere says itself where the keyboard goes.
        if (event.type === 'keydown') onLeave();
      }}
    >
      <MenuPopover className="sheet-menu">
        <MenuList aria-label={label} data-testid="sheet-menu">
          {groups
            .filter((group) => group.length > 0)
            .map((group, at) => (
              <Fragment key={group[0]?.id}>
                {at > 0 && <MenuDivider />}
                {group.map(({ id, label: words, shortcut, problem, run }) => (
                  <MenuItem
                    key={id}
                    disabled={problem !== null}
                    secondaryContent={shortcut}
                    title={problem ?? undefined}
                    data-testid={`cell-${id}`}
                    onClick={() => {
                      onClose();
                      onLeave();
                      run();
                    }}
                  >
                    {words}
                    {problem !== null && <span className="sheet-menu-problem">{problem}</span>}
                  </MenuItem>
                ))}
              </Fragment>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
