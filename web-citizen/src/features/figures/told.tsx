import { useT } from '../../app/language-provider.tsx';

/** A figure, or the words for one that is kept back: too few reports stand behind it. */
export function Told({ text }: { text: string | null }) {
  const t = useT();
  return text === null ? <span className="not-enough">{t('stats.notEnough')}</span> : <>{text}</>;
}
