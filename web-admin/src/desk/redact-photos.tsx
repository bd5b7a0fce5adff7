import { useShortcuts } from '@lapor/staff';
import { ReportTextFields } from '@lapor/staff/documents';
import { Button, cameraIcon, Kbd } from '@lapor/ui';
import { lazy, Suspense, useState } from 'react';
import { readFragment, type FragmentOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';

const RedactPhoto = lazy(async () => ({ default: (await import('@lapor/staff/redacting')).RedactPhoto }));

/** Black areas over what a photo must not show, before the report is public (P). Nothing without a photo. */
export function RedactPhotos({
  report: masked,
  mayRedact,
}: {
  report: FragmentOf<typeof ReportTextFields>;
  mayRedact: boolean;
}) {
  const { id, attachments } = readFragment(ReportTextFields, masked);
  const t = useText();
  const [open, setOpen] = useState(false);
  const photos = attachments.flatMap(({ id: photo, url, mediaType }) =>
    url && mediaType.startsWith('image/') ? [{ id: photo, url }] : [],
  );
  const isOffered = mayRedact && photos.length > 0;
  useShortcuts({ p: isOffered ? () => setOpen(true) : undefined });
  if (!isOffered) return null;
  return (
    <div>
      <Button size="small" icon={cameraIcon} onClick={() => setOpen(true)}>
        {t('desk.redactPhoto')} <Kbd>P</Kbd>
      </Button>
      <Suspense fallback={null}>
        {open && (
          <RedactPhoto
            reportId={id}
            photos={photos.map((photo, index) => ({
              ...photo,
              name: t('photo.name', { number: index + 1, count: photos.length }),
            }))}
            // Whoever verifies at a desk judges by any rule.
            anyRule
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
