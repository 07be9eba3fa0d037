import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/wording/language.ts';
import { messages } from './messages.ts';

/** Makes the translator of this window, in Vietnamese; `switchLanguage` loads the other language when asked. */
export function setUpMessages(): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: false,
    resources: { vi: { translation: messages } },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
  return instance;
}

/** Changes the language of the window; the document's `lang` follows, for screen readers. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'en' && !instance.hasResourceBundle('en', 'translation')) {
    const { messagesEn } = await import('./messages-en.ts');
    instance.addResourceBundle('en', 'translation', messagesEn);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
}
