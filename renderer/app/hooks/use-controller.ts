import type { AppController } from '#renderer/app/stores/app-controller.ts';
import { useAppServices } from './app-services.ts';

/** Actions on the window as a whole: navigation, cycle, undo. */
export function useController(): AppController {
  return useAppServices().controller;
}
