import type { Bubble } from './sheet.ts';

/** The one message a sheet can show beside a cell. */
export interface CellBubble {
  readonly element: HTMLElement;
  /** Shows the message; `anchor` is asked again whenever the grid moved and may answer that its cell is out of sight. */
  show(bubble: Bubble, anchor: () => HTMLElement | null, sticky: boolean): void;
  place(): void;
  hide(): void;
  readonly isSticky: () => boolean;
  readonly isOpen: () => boolean;
  /** Puts the focus on the first answer, if there is one. */
  focusFirstAction(): boolean;
}

/**
 * Makes the message box of a sheet. Plain DOM, because it must stand beside the cell in the same frame as the key
 * press. A sticky bubble stays until its cause is gone; others go with the next key or focus.
 */
export function createCellBubble(container: HTMLElement, onEscape: () => void): CellBubble {
  const element = document.createElement('div');
  element.className = 'sheet-bubble';
  element.dataset['testid'] = 'cell-bubble';
  element.hidden = true;
  container.append(element);
  let anchorOf: () => HTMLElement | null = () => null;
  let sticky = false;

  element.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onEscape();
      return;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...element.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  });

  function place(): void {
    if (element.dataset['open'] !== 'true') return;
    const anchor = anchorOf();
    const box = anchor?.getBoundingClientRect();
    const frame = container.getBoundingClientRect();
    const isVisible = box !== undefined && box.bottom > frame.top && box.top < frame.bottom;
    element.hidden = !isVisible;
    if (!isVisible) return;
    const below = box.bottom - frame.top + 4;
    const fitsBelow = below + element.offsetHeight <= frame.height;
    const top = fitsBelow ? below : box.top - frame.top - element.offsetHeight - 4;
    const left = Math.min(box.left - frame.left, frame.width - element.offsetWidth - 8);
    element.style.top = `${Math.max(0, top)}px`;
    element.style.left = `${Math.max(8, left)}px`;
  }

  return {
    element,
    isSticky: () => sticky,
    isOpen: () => element.dataset['open'] === 'true',
    place,
    show(bubble, anchor, isSticky) {
      anchorOf = anchor;
      sticky = isSticky;
      element.dataset['open'] = 'true';
      element.dataset['tone'] = bubble.tone;
      element.setAttribute('role', bubble.tone === 'info' ? 'status' : 'alert');
      const text = document.createElement('span');
      text.textContent = bubble.text;
      const buttons = bubble.actions.map((action) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = action.label;
        button.disabled = action.disabled ?? false;
        button.addEventListener('click', () => action.run());
        return button;
      });
      element.replaceChildren(text, ...buttons);
      element.hidden = false;
      place();
    },
    hide() {
      element.dataset['open'] = 'false';
      element.hidden = true;
      sticky = false;
    },
    focusFirstAction() {
      const first = element.querySelector<HTMLButtonElement>('button:enabled');
      first?.focus();
      return first !== null;
    },
  };
}
