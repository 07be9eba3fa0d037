import { useState, type KeyboardEvent } from 'react';
import type { DetailsTab } from '#renderer/features/cell-details/details-tab.ts';
import { detailsKey } from '../details-key.ts';

/** Width from which the details stand open by themselves. */
const WIDE_PX = 1600;

export interface DetailsPanelState {
  readonly isOpen: boolean;
  readonly tab: DetailsTab;
  /** Grows each time the keyboard should go into the tab. */
  readonly focusSerial: number;
  readonly setTab: (tab: DetailsTab) => void;
  readonly setOpen: (isOpen: boolean) => void;
  /** Shows a tab; the keyboard stays where it is. */
  readonly show: (tab: DetailsTab) => void;
  /** Shows a tab with the keyboard in it; Esc comes back. */
  readonly open: (tab: DetailsTab) => void;
  /** Takes the keys that open a tab; true when it was one. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Which part of the cell details stands open beside the sheet. */
export function useDetailsPanel(firstTab: DetailsTab): DetailsPanelState {
  const [isOpen, setOpen] = useState(() => window.innerWidth >= WIDE_PX);
  const [tab, setTab] = useState<DetailsTab>(firstTab);
  const [focusSerial, setFocusSerial] = useState(0);

  function show(next: DetailsTab): void {
    setTab(next);
    setOpen(true);
  }

  function open(next: DetailsTab): void {
    show(next);
    setFocusSerial((serial) => serial + 1);
  }

  return {
    isOpen,
    tab,
    focusSerial,
    setTab,
    setOpen,
    show,
    open,
    onKeyDown(event) {
      const wanted = detailsKey(event);
      if (wanted) open(wanted);
      return wanted !== null;
    },
  };
}
