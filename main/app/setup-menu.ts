/**
 * The application menu: hidden until Alt is pressed, but its roles make editing keys work on every system. The
 * product's own commands are in the window, not here.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Preferences } from '#shared/contract/desktop.ts';

const TEXTS = {
  vi: {
    file: '&Tệp',
    quit: 'Thoát',
    edit: '&Sửa',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Sao chép',
    paste: 'Dán',
    selectAll: 'Chọn tất cả',
    view: '&Xem',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    resetZoom: 'Cỡ thường',
    fullScreen: 'Toàn màn hình',
    devTools: 'Công cụ lập trình',
  },
  en: {
    file: '&File',
    quit: 'Exit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: '&View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    devTools: 'Developer tools',
  },
} as const;

/** Sets the menu in this language; called again when the language changes. */
export function setupMenu(language: Preferences['language'], options: { isPackaged: boolean; isMac: boolean }): void {
  const text = TEXTS[language];
  const template: MenuItemConstructorOptions[] = [
    ...(options.isMac ? [{ role: 'appMenu' } as const] : []),
    { label: text.file, submenu: [{ role: 'quit', label: text.quit }] },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { role: 'resetZoom', label: text.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
        ...(options.isPackaged ? [] : [{ role: 'toggleDevTools', label: text.devTools } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
