/** The whole main process of a peer: one window with the product's size and security settings, and one page. */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

app.enableSandbox();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    // In the corner, so that it never covers the whole of the product's window: a covered window stops painting.
    x: 0,
    y: 0,
    width: 1366,
    height: 768,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  void window.loadFile(fileURLToPath(new URL('./page/index.html', import.meta.url)));
});
