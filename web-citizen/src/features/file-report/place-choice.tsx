import { useState, type ReactNode } from 'react';
import { useClient, useQuery } from 'urql';
import { Button, Card, FieldError, pinIcon } from '@lapor/ui';
import { lazyPart } from '../../app/lazy-page.tsx';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { useT } from '../../app/language-provider.tsx';
import { fieldId } from './check-draft.ts';
import { RegionOfPointDocument, SearchRegionsDocument } from './places.graphql.ts';
import type { DraftHandle } from './use-draft.ts';

const PlaceList = lazyPart(() => import('./place-list.tsx'));
const PlaceOnMap = lazyPart(() => import('./place-on-map.tsx'));

type Locating = 'idle' | 'busy' | 'denied' | 'failed' | 'outside';

/** The region: from where the phone is, or by name. */
export function PlaceChoice({ handle: { draft, change }, error }: { handle: DraftHandle; error: ReactNode }) {
  const t = useT();
  const client = useClient();
  const [locating, setLocating] = useState<Locating>('idle');
  useKeptFocus(fieldId('region'), draft.region?.code);

  async function locate() {
    setLocating('busy');
    const position = await currentPosition();
    if (typeof position === 'string') return setLocating(position);
    const { latitude, longitude } = position.coords;
    const { data } = await client.query(RegionOfPointDocument, { latitude, longitude }).toPromise();
    if (!data) return setLocating('failed');
    if (!data.regionOfPoint) return setLocating('outside');
    change({ point: { latitude, longitude }, region: data.regionOfPoint });
    setLocating('idle');
  }

  if (draft.region) {
    return (
      <Card labelledBy="place" className="stack-2">
        <h2 id="place" className="h3">
          {t('file.place')}
        </h2>
        {error != null && <FieldError>{error}</FieldError>}
        <p>{draft.region.fullName}</p>
        {draft.point && <p className="caption">{t('file.pointKept')}</p>}
        <p className="row">
          <Button id={fieldId('region')} size="small" onClick={() => change({ region: null, point: null })}>
            {t('file.otherPlace')}
          </Button>
        </p>
        <PlaceOnMap key={draft.region.code} draft={draft} onPick={change} />
      </Card>
    );
  }
  return (
    <Card labelledBy="place" className="stack-3">
      <div>
        <h2 id="place" className="h3">
          {t('file.place')}
        </h2>
        <p className="caption">{t('file.placeHint')}</p>
      </div>
      <Button icon={pinIcon} busy={locating === 'busy'} onClick={() => void locate()}>
        {t(locating === 'busy' ? 'file.locating' : 'file.useLocation')}
      </Button>
      <p className={locating === 'idle' || locating === 'busy' ? 'sr' : 'caption'} role="status">
        {locating === 'idle' || locating === 'busy' ? '' : t(`file.location.${locating}`)}
      </p>
      <RegionSearch error={error} onPick={(region) => change({ region, point: null })} />
      <PlaceOnMap draft={draft} onPick={change} />
      <PlaceList onPick={(region) => change({ region, point: null })} />
    </Card>
  );
}

type Region = NonNullable<DraftHandle['draft']['region']>;

function RegionSearch({ error, onPick }: { error: ReactNode; onPick: (region: Region) => void }) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching, error: failed }] = useQuery({
    query: SearchRegionsDocument,
    variables: { search: settled },
    pause: settled.length < 2,
  });
  const found = settled.length < 2 ? [] : (data?.regions ?? []);
  const status = failed
    ? t('common.searchFailed')
    : fetching || settled !== search.trim()
      ? t('common.searching')
      : found.length === 0
        ? t('file.noRegion')
        : t('common.results', { count: found.length });
  return (
    <SearchPicker
      id={fieldId('region')}
      label={t('file.searchRegion')}
      hint={t('file.searchRegionHint')}
      error={error}
      search={search}
      onSearch={setSearch}
      options={found.map((region) => ({ id: region.code, label: region.name, note: region.fullName }))}
      status={status}
      onPick={(code) => {
        const region = found.find((each) => each.code === code);
        if (region) onPick({ code, fullName: region.fullName, timeZone: region.timeZone });
      }}
    />
  );
}

function currentPosition(): Promise<GeolocationPosition | 'denied' | 'failed'> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve('failed');
    navigator.geolocation.getCurrentPosition(
      resolve,
      (fault) => resolve(fault.code === fault.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
