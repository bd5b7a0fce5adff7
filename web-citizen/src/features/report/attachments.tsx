import { Icon, Photos, downloadIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';

interface AttachmentsProps {
  files: readonly {
    id: string;
    fileName: string;
    mediaType: string;
    isSealedAway: boolean;
    url: string;
    thumbnailUrl: string | null;
    width: number | null;
    height: number | null;
  }[];
}

/** Photographs to enlarge; other files to fetch. */
export function Attachments({ files }: AttachmentsProps) {
  const t = useT();
  const photos = files.filter(
    (file) => file.mediaType.startsWith('image/') && file.thumbnailUrl && !file.isSealedAway,
  );
  const sealed = files.filter((file) => file.isSealedAway);
  const documents = files.filter((file) => !photos.includes(file) && !sealed.includes(file));
  return (
    <>
      {photos.length > 0 && (
        <Photos
          photos={photos.map((photo, index) => ({
            id: photo.id,
            url: photo.url,
            thumbnailUrl: photo.thumbnailUrl ?? photo.url,
            width: photo.width,
            height: photo.height,
            alt: t('report.photoOf', { index: index + 1, count: photos.length }),
            enlargeLabel: t('report.enlarge', { index: index + 1, count: photos.length }),
          }))}
        />
      )}
      {documents.map((file) => (
        <p key={file.id}>
          <a className="row row--tight" href={file.url} download={file.fileName}>
            <Icon of={downloadIcon} size="small" />
            {file.fileName}
          </a>
        </p>
      ))}
      {sealed.map((file) => (
        <p key={file.id} className="caption">
          {t('report.fileSealedAway', { name: file.fileName })}
        </p>
      ))}
    </>
  );
}
