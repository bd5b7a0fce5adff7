import { useState } from 'react';
import { Button, LinkButton, Notice, editIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { loadDraft, removeDraft } from '../file-report/draft-store.ts';
import { dropAllPhotos } from '../file-report/photo-store.ts';

const excerptLength = 60;

/** What was begun on this device and not sent. */
export function DraftNotice() {
  const t = useT();
  const [draft, setDraft] = useState(loadDraft);
  if (!draft) return null;
  const text = draft.text.trim();
  const excerpt = text.length > excerptLength ? `${text.slice(0, excerptLength).trim()} …` : text;
  const discard = () => {
    removeDraft();
    void dropAllPhotos();
    setDraft(null);
  };
  return (
    <Notice icon={editIcon}>
      <p>
        <strong>{t('home.draft')}</strong> {excerpt && `“${excerpt}”`}
      </p>
      <p className="row row--tight">
        <LinkButton variant="quiet" size="small" href="/lapor">
          {t('home.continueDraft')}
        </LinkButton>
        <Button variant="quiet" size="small" onClick={discard}>
          {t('home.deleteDraft')}
        </Button>
      </p>
    </Notice>
  );
}
