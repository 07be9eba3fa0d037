/**
 * Entry of the window: builds the services, paints the shell at once and lets data arrive afterwards. Nothing here may
 * wait for the data process before the first paint.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createClient } from '#renderer/client/client.ts';
import { desktopPorts } from '#renderer/client/desktop-ports.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import { setUpMessages } from '#renderer/ui/messages/set-up-messages.ts';
import { App } from './app.tsx';
import { AppServicesContext, type AppServices } from './hooks/app-services.ts';
import { SCREENS_BY_NAME } from './screens.ts';
import './shell/shell.css';
import { createAppController } from './stores/app-controller.ts';
import { createCommandRegistry } from './stores/command-registry.ts';
import { createPreferencesStore } from './stores/preferences-store.ts';
import { createToasts } from './stores/toasts.ts';

const { desktop } = window;
const client = createClient(desktopPorts(() => desktop.connect()));
const controller = createAppController(client, afterPaint);
const preferences = createPreferencesStore(desktop);
const services: AppServices = {
  client,
  controller,
  commands: createCommandRegistry(),
  toasts: createToasts(),
  preferences,
};

desktop.onDataProcessState((state) => {
  if (state === 'ready') {
    desktop.connect();
    controller.setDataProcess('restarted');
  } else controller.setDataProcess('restarting');
});
desktop.onOpenFile(({ token }) => void controller.openOffice('office.open', token));
SCREENS_BY_NAME[desktop.opensOffice ? 'scoring' : 'start'].preload();
void preferences.load();
void controller.load();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
if (desktop.isTest) document.documentElement.dataset['test'] = 'true';
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={setUpMessages()}>
      <AppServicesContext value={services}>
        <App />
      </AppServicesContext>
    </I18nextProvider>
  </StrictMode>,
);

// The grid is what most people open first: fetch its chunk as soon as the shell is on screen.
requestAnimationFrame(() => requestIdleCallback(() => SCREENS_BY_NAME.scoring.preload()));
