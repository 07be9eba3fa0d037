/**
 * The frame around every screen: bar, navigation, banners, the screen itself, palette and toasts. Called by App only.
 * Screens are lazy chunks; the frame must not know what is inside them.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { SCREENS_BY_NAME } from '#renderer/app/screens.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { Banners } from './banners.tsx';
import { EmptyOffice } from './empty-office.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { ShellContext, type ShellDialog } from './shell-context.ts';
import { ToastList } from './toast-list.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';
import { useShellCommands } from './use-shell-commands.ts';

const palette = lazyView(() => import('./palette.tsx').then((m) => m.Palette));
const importDialog = lazyView(() => import('#renderer/features/imports/import-dialog.tsx').then((m) => m.ImportDialog));
const aboutDialog = lazyView(() => import('#renderer/features/about/about-dialog.tsx').then((m) => m.AboutDialog));

function Frame({ dialog, close }: { readonly dialog: ShellDialog | null; readonly close: () => void }) {
  const { t } = useTranslation();
  const screen = useAppState((state) => state.screen);
  const isOpen = useAppState((state) => state.office?.open === true);
  // With a file on its way the start screen would only flash by.
  const waits = useAppState((state) => state.office === null) && window.desktop.opensOffice;
  const hasNoCycle = useAppState((state) => state.office?.open === true && state.loaded && state.cycleId === null);
  useShellKeys();
  useShellCommands();
  const { View } = SCREENS_BY_NAME[screen];
  const needsCycle =
    screen === 'scoring' ||
    screen === 'appraisal' ||
    screen === 'ranking' ||
    screen === 'reports' ||
    screen === 'overview' ||
    screen === 'criteria';
  return (
    <div className="shell" data-testid="shell" data-screen={screen} data-open={isOpen}>
      <TopBar />
      <Navigation />
      <main className="shell-main">
        <h1 className="visually-hidden">{t(`shell.screen.${screen}`)}</h1>
        <Banners />
        <ErrorBoundary key={screen} title={t('shell.crashed')} hint={t('shell.crashedHint')} retry={t('shell.retry')}>
          {waits ? <Waiting /> : needsCycle && hasNoCycle ? <EmptyOffice /> : <View />}
        </ErrorBoundary>
      </main>
      <ToastList />
      {dialog === 'palette' && <palette.View onClose={close} />}
      {dialog === 'imports' && <importDialog.View onClose={close} />}
      {dialog === 'about' && <aboutDialog.View onClose={close} />}
    </div>
  );
}

function Waiting() {
  return <div className="shell-wait" role="status" aria-busy="true" />;
}

/** The window's frame. */
export function Shell() {
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  return (
    <ShellContext value={setDialog}>
      <Frame dialog={dialog} close={() => setDialog(null)} />
    </ShellContext>
  );
}
