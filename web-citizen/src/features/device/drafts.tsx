import { useEffect, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Card, Icon, editIcon, offlineIcon } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { titleOf } from '../file-report/check-draft.ts';
import type { Draft } from '../file-report/draft.ts';
import { continueDraft, listDrafts, removeDraft, saveDraft, closeDraft } from '../file-report/draft-store.ts';
import { keepPhoto, readPhoto } from '../file-report/photo-store.ts';
import { hearNews } from '../file-report/background-send.ts';
import { DraftPhotos } from './draft-photos.tsx';

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A draft that was just deleted, with all it takes to bring it back. */
interface Deleted {
  draft: Draft;
  photos: ReadonlyMap<string, Blob>;
}

/** What was begun on this device and is not sent, or waits for a network. */
export default function Drafts({ onOpen }: { onOpen?: () => void }) {
  const t = useT();
  const id = useId();
  const [, navigate] = useLocation();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const read = () => void listDrafts().then(setDrafts);
  useEffect(() => {
    read();
    return hearNews(read);
  }, []);

  async function open(draft: Draft, path: string) {
    if (!(await continueDraft(draft.submissionKey))) return read();
    // Whoever wants to change it does not want it sent meanwhile.
    if (draft.queuedAt && path === '/lapor') saveDraft({ ...draft, queuedAt: null });
    onOpen?.();
    navigate(path);
  }
  async function remove(draft: Draft) {
    const photos = new Map<string, Blob>();
    for (const { key } of draft.photos) {
      const blob = await readPhoto(key);
      if (blob) photos.set(key, blob);
    }
    await removeDraft(draft);
    setDeleted({ draft, photos });
    read();
  }
  async function bringBack({ draft, photos }: Deleted) {
    for (const [key, blob] of photos) await keepPhoto(key, blob);
    await saveDraft(draft).kept;
    closeDraft();
    setDeleted(null);
    read();
  }

  if (drafts.length === 0 && !deleted) return null;
  return (
    <Card labelledBy={id} className="stack-3">
      <h2 id={id} className="h3">
        {t('device.drafts')}
      </h2>
      {drafts.length > 0 && (
        <ul className="list-plain drafts">
          {drafts.map((draft) => (
            <DraftRow
              key={draft.submissionKey}
              draft={draft}
              onOpen={(path) => void open(draft, path)}
              onRemove={() => void remove(draft)}
            />
          ))}
        </ul>
      )}
      <p className={deleted ? 'row row--between' : 'sr'} role="status">
        {deleted && (
          <>
            <span>{t('device.deleted', { title: nameOf(deleted.draft) || t('device.untitled') })}</span>
            <Button size="small" variant="quiet" onClick={() => void bringBack(deleted)}>
              {t('device.undo')}
            </Button>
          </>
        )}
      </p>
    </Card>
  );
}

interface DraftRowProps {
  draft: Draft;
  onOpen: (path: string) => void;
  onRemove: () => void;
}

function DraftRow({ draft, onOpen, onRemove }: DraftRowProps) {
  const t = useT();
  const words = useWords();
  const name = nameOf(draft) || t('device.untitled');
  const waits = draft.queuedAt !== null;
  const facts = [
    t(waits ? 'device.sentAt' : 'device.changedAt', {
      time: formatMoment(words, waits ? draft.queuedAt! : draft.changedAt, deviceZone),
    }),
    draft.region?.fullName,
    draft.photos.length > 0 && t('device.photos', { count: draft.photos.length }),
  ].filter(Boolean);
  return (
    <li className="draft">
      <h3 className="row row--tight row--nowrap row--top">
        <Icon of={waits ? offlineIcon : editIcon} size="small" />
        <span>{name}</span>
      </h3>
      <p className="caption">{facts.join(' · ')}</p>
      {waits && <p>{t('device.waits')}</p>}
      {draft.wasReturned && <p className="bad">{t('device.returned')}</p>}
      <DraftPhotos photos={draft.photos} />
      <p className="row">
        {waits && (
          <Button size="small" onClick={() => onOpen('/lapor/periksa')}>
            {t('device.sendNow')}
            <span className="sr"> {name}</span>
          </Button>
        )}
        <Button size="small" variant={waits ? 'quiet' : 'secondary'} onClick={() => onOpen('/lapor')}>
          {t(waits ? 'device.changeFirst' : 'device.continue')}
          <span className="sr"> {name}</span>
        </Button>
        <Button size="small" variant="quiet" onClick={onRemove}>
          {t('device.delete')}
          <span className="sr"> {name}</span>
        </Button>
      </p>
    </li>
  );
}

/** What it is, in its own words; empty while it has none. */
const nameOf = (draft: Draft): string => titleOf(draft) || draft.placeText.trim();
