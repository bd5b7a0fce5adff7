import { FileItem, FileList, Photos } from '@lapor/ui';
import { formatMegabytes } from '@lapor/wording';
import type { ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import type { AttachmentFields } from './report-reading.graphql.ts';

type Fields = ResultOf<typeof AttachmentFields>;
/** Whoever came by a link is not told whether a file was scanned. */
export type Attachment = Omit<Fields, 'scanState'> & Partial<Pick<Fields, 'scanState'>>;

/** Photos to enlarge; everything else as a file to fetch. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useText();
  const { words } = useLanguage();
  const photos = attachments.filter(
    ({ mediaType, thumbnailUrl, isSealedAway }) =>
      thumbnailUrl && mediaType.startsWith('image/') && !isSealedAway,
  );
  const files = attachments.filter((attachment) => !photos.includes(attachment));
  return (
    <>
      {photos.length > 0 && (
        <Photos
          photos={photos.map(({ id, url, thumbnailUrl }, index) => {
            const alt = t('photo.name', { number: index + 1, count: photos.length });
            return {
              id,
              url,
              thumbnailUrl: thumbnailUrl ?? url,
              alt,
              enlargeLabel: t('photo.enlarge', { name: alt }),
            };
          })}
        />
      )}
      {files.length > 0 && (
        <FileList>
          {files.map(({ id, fileName, sizeBytes, scanState, isSealedAway, url }) => (
            <FileItem
              key={id}
              name={fileName}
              note={
                isSealedAway ? (
                  t('file.sealedAway')
                ) : (
                  <>
                    {formatMegabytes(words, sizeBytes)} ·{' '}
                    {scanState === 'NOT_SCANNED' && <>{t('file.notScanned')} · </>}
                    <a href={url} download={fileName}>
                      {t('file.fetch')}
                      <span className="sr"> {fileName}</span>
                    </a>
                  </>
                )
              }
            />
          ))}
        </FileList>
      )}
    </>
  );
}
