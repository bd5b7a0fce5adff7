import { SavedMark } from '@lapor/ui';
import { formatTime } from '@lapor/wording';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';

/** "Draf tersimpan 09.38 WIB". */
export function DraftMark({ savedAt, unsaved }: { savedAt: string | null; unsaved: boolean }) {
  const t = useText();
  const { words } = useLanguage();
  const { timeZone } = useSession();
  if (unsaved) return <span className="caption">{t('draft.unsaved')}</span>;
  if (!savedAt) return null;
  return <SavedMark>{t('draft.saved', { time: formatTime(words, savedAt, timeZone) })}</SavedMark>;
}
