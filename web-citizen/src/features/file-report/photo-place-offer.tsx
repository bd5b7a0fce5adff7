import { useQuery } from 'urql';
import { Button, Notice, pinIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { RegionOfPointDocument } from './places.graphql.ts';
import type { PhotoPlace } from './upload.ts';
import type { DraftHandle } from './use-draft.ts';

/** Offers the place where a photo was taken as the place of the report; nobody else hears of it unless it is taken. */
export default function PhotoPlaceOffer({
  handle: { change },
  place,
}: {
  handle: DraftHandle;
  place: PhotoPlace;
}) {
  const t = useT();
  const { latitude, longitude } = place;
  const [{ data }] = useQuery({ query: RegionOfPointDocument, variables: { latitude, longitude } });
  const region = data?.regionOfPoint;
  if (!region) return null;
  const forget = () =>
    change(({ photos }) => ({ photos: photos.map((photo) => ({ ...photo, place: null })) }));
  return (
    <Notice icon={pinIcon} title={t('hint.photoPlace', { place: region.fullName })}>
      <p className="row">
        <Button size="small" onClick={() => change({ point: { latitude, longitude }, region })}>
          {t('hint.photoPlaceTake')}
        </Button>
        <Button variant="quiet" size="small" onClick={forget}>
          {t('hint.photoPlaceLeave')}
        </Button>
      </p>
    </Notice>
  );
}
