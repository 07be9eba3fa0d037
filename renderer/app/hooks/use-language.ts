import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/wording/language.ts';

/** Language of the window. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi';
}
