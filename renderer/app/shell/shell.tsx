/**
 * The frame around every screen: bar, navigation, banners, the screen itself, palette and toasts. Called by App only.
 * Screens are lazy chunks; the frame must not know what is inside them.
 */
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { SCREEN_VIEWS } from '#renderer/app/screens.ts';
import { Banners } from './banners.tsx';
import { EmptyOffice } from './empty-office.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { ShellContext, type ShellDialog } from './shell-context.ts';
import { ToastList } from './toast-list.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';
import { useShellCommands } from './use-shell-commands.ts';

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const ImportDialog = lazy(() =>
  import('#renderer/features/imports/import-dialog.tsx').then((m) => ({ default: m.ImportDialog })),
);
const AboutDialog = lazy(() =>
  import('#renderer/features/about/about-dialog.tsx').then((m) => ({ default: m.AboutDialog })),
);

function Frame({ dialog, close }: { readonly dialog: ShellDialog | null; readonly close: () => void }) {
  const { t } = useTranslation();
  const screen = useAppState((state) => state.screen);
  const isOpen = useAppState((state) => state.office?.open === true);
  const hasNoCycle = useAppState((state) => state.office?.open === true && state.loaded && state.cycleId === null);
  useShellKeys();
  useShellCommands();
  const View = SCREEN_VIEWS[screen];
  const needsCycle = screen === 'scoring' || screen === 'ranking' || screen === 'reports';
  return (
    <div className="shell" data-testid="shell" data-screen={screen} data-open={isOpen}>
      <TopBar />
      <Navigation />
      <main className="shell-main">
        <h1 className="visually-hidden">{t(`shell.screen.${screen}`)}</h1>
        <Banners />
        <ErrorBoundary key={screen} title={t('shell.crashed')} hint={t('shell.crashedHint')} retry={t('shell.retry')}>
          <Suspense fallback={<div className="shell-wait" role="status" aria-label={t('shell.loading')} />}>
            {needsCycle && hasNoCycle ? <EmptyOffice /> : <View />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <ToastList />
      <Suspense fallback={null}>
        {dialog === 'palette' && <Palette onClose={close} />}
        {dialog === 'imports' && <ImportDialog onClose={close} />}
        {dialog === 'about' && <AboutDialog onClose={close} />}
      </Suspense>
    </div>
  );
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
