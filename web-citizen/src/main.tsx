import { createRoot } from 'react-dom/client';
import { applyStoredTheme } from '@lapor/ui';
import '@lapor/ui/citizen.css';
import './app/app.css';
import { activateLanguage, storedLanguage, type Language } from './app/language.ts';
import { LanguageProvider } from './app/language-provider.tsx';
import { Routes } from './app/routes.tsx';
import { SessionProvider } from './app/session.tsx';
import { Shell } from './app/shell.tsx';
import { catchInstallQuestion } from './features/device/install-prompt.ts';

applyStoredTheme();
catchInstallQuestion();

async function start(language: Language) {
  // Without the other language the site is still there, in Indonesian.
  const words = await activateLanguage(language).catch(() => activateLanguage((language = 'id')));
  createRoot(document.getElementById('app')!).render(
    <LanguageProvider initial={{ language, words }}>
      <SessionProvider>
        <Shell>
          <Routes />
        </Shell>
      </SessionProvider>
    </LanguageProvider>,
  );
}

void start(storedLanguage());
