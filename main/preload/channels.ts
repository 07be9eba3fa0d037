/** Names of the messages between a window's preload and the shell. */
export const CHANNELS = {
  chooseFile: 'desktop:choose-file',
  fileOfDrop: 'desktop:file-of-drop',
  recentFiles: 'desktop:recent-files',
  forgetRecent: 'desktop:forget-recent',
  revealFile: 'desktop:reveal-file',
  about: 'desktop:about',
  preferences: 'desktop:preferences',
  setPreferences: 'desktop:set-preferences',
  paste: 'desktop:paste',
  connect: 'desktop:connect',
  dataPort: 'desktop:data-port',
  dataProcessState: 'desktop:data-process-state',
  openFile: 'desktop:open-file',
} as const;
