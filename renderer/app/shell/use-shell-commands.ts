import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useFileRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useMay } from '#renderer/app/hooks/use-may.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { usePreferences } from '#renderer/app/hooks/use-preferences.ts';
import type { Command } from '#renderer/app/stores/command-registry.ts';
import { useOpenDialog } from './shell-context.ts';
import { useUndo } from './use-undo.ts';

/** Commands that are there on every screen. */
export function useShellCommands(): void {
  const { t } = useTranslation();
  const controller = useController();
  const openDialog = useOpenDialog();
  const { undo, redo } = useUndo();
  const { language, change } = usePreferences();
  const isOpen = useAppState((state) => state.office?.open === true);
  const steps = useAppState((state) => state.undo);
  const mayImport = useFileRefusal('imports.commit') === null;
  const mayUndo = useMay('changes.undo');
  useCommands(
    useMemo(() => {
      const forFile: readonly Command[] = [
        { id: 'undo', label: t('shell.undo'), shortcut: 'Ctrl+Z', disabled: !steps.undo || !mayUndo, run: undo },
        { id: 'redo', label: t('shell.redo'), shortcut: 'Ctrl+Y', disabled: !steps.redo || !mayUndo, run: redo },
        { id: 'imports', label: t('shell.newCycle'), disabled: !mayImport, run: () => openDialog('imports') },
        { id: 'close-file', label: t('shell.closeFile'), run: () => void controller.closeOffice() },
      ];
      const always: readonly Command[] = [
        {
          id: 'language',
          label: `${t('shell.language')}: ${language === 'vi' ? t('shell.languageEn') : t('shell.languageVi')}`,
          run: () => change({ language: language === 'vi' ? 'en' : 'vi' }),
        },
        { id: 'light', label: `${t('shell.theme')}: ${t('shell.themeLight')}`, run: () => change({ theme: 'light' }) },
        { id: 'dark', label: `${t('shell.theme')}: ${t('shell.themeDark')}`, run: () => change({ theme: 'dark' }) },
        {
          id: 'contrast',
          label: `${t('shell.theme')}: ${t('shell.themeContrast')}`,
          run: () => change({ theme: 'contrast' }),
        },
        { id: 'about', label: t('shell.about'), run: () => openDialog('about') },
      ];
      return isOpen ? [...forFile, ...always] : always;
    }, [t, controller, openDialog, undo, redo, language, change, isOpen, steps, mayImport, mayUndo]),
  );
}
