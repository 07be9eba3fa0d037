import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '#renderer/ui/messages/set-up-messages.ts';
import { themeNameOf, themeOf } from '#renderer/ui/theme.ts';
import { ThemeNameContext } from '#renderer/ui/use-theme-name.ts';
import { usePreferences } from './hooks/use-preferences.ts';
import { Shell } from './shell/shell.tsx';
import { useSystemIsDark } from './use-system-is-dark.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const fluentRenderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** Fluent's provider with the chosen theme; its styles carry the nonce of the content security policy. */
function Look({ children }: { readonly children: ReactNode }) {
  const { theme } = usePreferences();
  const name = themeNameOf(theme, useSystemIsDark());
  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
  }, [name]);
  return (
    <RendererProvider renderer={fluentRenderer} targetDocument={document}>
      <FluentProvider theme={themeOf(name)} className="app-root">
        <ThemeNameContext value={name}>{children}</ThemeNameContext>
      </FluentProvider>
    </RendererProvider>
  );
}

/** The window: providers around the shell. */
export function App() {
  const { language } = usePreferences();
  const { i18n } = useTranslation();
  useEffect(() => {
    void switchLanguage(i18n, language);
  }, [i18n, language]);
  return (
    <Look>
      <Shell />
    </Look>
  );
}
