import 'i18next';
import type { messages } from './messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly returnNull: false;
    readonly resources: { readonly translation: typeof messages };
  }
}
