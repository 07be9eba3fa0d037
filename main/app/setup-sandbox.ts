import type { App } from 'electron';

/** Before `ready`: every renderer in the operating system's sandbox, and Chromium's own services off the network. */
export function setupSandbox(app: App): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  // Even a request that got past every other rule finds no address.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
