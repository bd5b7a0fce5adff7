import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useLanguage } from '../language/language-provider.tsx';

/** Says the other language in that language. */
export function LanguageSwitch() {
  const t = useText();
  const { language, choose } = useLanguage();
  const [busy, setBusy] = useState(false);
  const other = language === 'id' ? 'en' : 'id';
  return (
    <button
      type="button"
      className="icon-btn language"
      lang={other}
      aria-label={other === 'en' ? 'EN: English' : 'ID: Bahasa Indonesia'}
      title={t('language')}
      aria-busy={busy || undefined}
      onClick={() => {
        setBusy(true);
        choose(other)
          .catch(() => undefined)
          .finally(() => setBusy(false));
      }}
    >
      {other.toUpperCase()}
    </button>
  );
}
