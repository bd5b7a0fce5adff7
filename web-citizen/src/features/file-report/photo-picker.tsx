import { useRef, useState, type ReactNode } from 'react';
import { Button, Checkbox, FieldError, FileDrop, FileItem, FileList } from '@lapor/ui';
import { formatMegabytes } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { lazyPart } from '../../app/lazy-page.tsx';
import { accepted } from './accepted.ts';
import { fieldId } from './check-draft.ts';
import { isRefusal } from './upload-file.ts';
import type { DraftHandle } from './use-draft.ts';
import { mostPhotos, type Photos, type PhotoView } from './use-photos.ts';

const Offer = lazyPart(() => import('./photo-place-offer.tsx'));

/** Camera or files; each shows where it stands, and a failed one is never thrown away. */
export function PhotoPicker({
  handle,
  photos: { photos, add, remove, retry },
  error,
}: {
  handle: DraftHandle;
  photos: Photos;
  error: ReactNode;
}) {
  const t = useT();
  const words = useWords();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string[]>([]);

  async function take(list: FileList | null) {
    if (!list || list.length === 0) return;
    setRefused((await add([...list])).refused);
    for (const input of [camera, files]) if (input.current) input.current.value = '';
  }

  const place = handle.draft.point ? null : photos.find((photo) => photo.place)?.place;
  const noteOf = (photo: PhotoView): string => {
    const size = formatMegabytes(words, photo.sizeBytes);
    if (photo.progress !== null) return t('file.uploading', { percent: Math.round(photo.progress * 100) });
    if (isRefusal(photo.fault)) return t(`file.refused.${photo.fault}`);
    if (photo.fileId === null) return t(photo.isUnkept ? 'file.notKept' : 'file.waitsForNetwork');
    return photo.isImage ? t('file.photoReady', { size }) : size;
  };

  return (
    <section className="stack stack-3" aria-labelledby="photos">
      <h2 id="photos" className="sr">
        {t('file.photos')}
      </h2>
      {error != null && <FieldError>{error}</FieldError>}
      {photos.length < mostPhotos && (
        <FileDrop title={t('file.addPhotos')} hint={t('file.addPhotosHint', { most: mostPhotos })}>
          <Button id={fieldId('photos')} onClick={() => camera.current?.click()}>
            {t('file.takePhoto')}
          </Button>
          <Button variant="quiet" onClick={() => files.current?.click()}>
            {t('file.pickFile')}
          </Button>
        </FileDrop>
      )}
      {photos.length < mostPhotos && (
        <Checkbox
          label={t('file.originals')}
          checked={handle.draft.keepsOriginals}
          onChange={(event) => handle.change({ keepsOriginals: event.currentTarget.checked })}
        />
      )}
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={(event) => void take(event.currentTarget.files)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={accepted}
        onChange={(event) => void take(event.currentTarget.files)}
      />
      {refused.length > 0 && (
        <p role="alert" className="caption">
          {t('file.notAdded', { names: refused.join(', '), most: mostPhotos })}
        </p>
      )}
      {place && <Offer handle={handle} place={place} />}
      {photos.length > 0 && (
        <FileList>
          {photos.map((photo) => (
            <FileItem
              key={photo.key}
              name={photo.fileName}
              note={isRefusal(photo.fault) ? <span className="bad">{noteOf(photo)}</span> : noteOf(photo)}
              thumbnailUrl={photo.previewUrl ?? undefined}
              waiting={photo.fileId === null && photo.progress === null && !isRefusal(photo.fault)}
              progress={
                photo.progress === null
                  ? undefined
                  : { share: photo.progress, label: t('file.uploadOf', { name: photo.fileName }) }
              }
              remove={{
                label: t('file.removePhoto', { name: photo.fileName }),
                onRemove: () => remove(photo.key),
              }}
            >
              {photo.fileId === null && photo.progress === null && !isRefusal(photo.fault) && (
                <Button variant="quiet" size="small" onClick={() => retry(photo.key)}>
                  {t('common.retry')}
                  <span className="sr"> {photo.fileName}</span>
                </Button>
              )}
            </FileItem>
          ))}
        </FileList>
      )}
    </section>
  );
}
