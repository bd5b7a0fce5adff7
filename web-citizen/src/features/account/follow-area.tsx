import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button, Card, Notice } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { SearchRegionsDocument } from '../file-report/places.graphql.ts';
import { SearchCategoriesDocument } from '../file-report/suggestions.graphql.ts';
import { FollowAreaDocument } from './following.graphql.ts';
import { SavedNotice } from './saved-notice.tsx';

interface Picked {
  id: string;
  name: string;
}

type Fault = 'missing' | 'tooMany' | 'failed';

const messages = {
  missing: 'account.follow.pickArea',
  tooMany: 'account.follow.tooMany',
  failed: 'common.notSent',
} as const;

/** Picks an area, and if wanted one kind of matter in it, to be told once a day what is new there. */
export function FollowArea({ onFollowed }: { onFollowed: () => void }) {
  const t = useT();
  const [{ fetching }, run] = useMutation(FollowAreaDocument);
  const [area, setArea] = useState<Picked | null>(null);
  const [matter, setMatter] = useState<Picked | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [saved, setSaved] = useState(0);

  async function follow(event: FormEvent) {
    event.preventDefault();
    setFault(null);
    if (!area) {
      setFault('missing');
      return document.getElementById('follow-area')?.focus();
    }
    const { data } = await run({ regionCode: area.id, categoryId: matter?.id ?? null });
    const result = data?.result;
    if (result?.__typename !== 'Followed') {
      const isFull =
        result?.__typename === 'InvalidInput' && result.fields.some(({ code }) => code === 'TOO_MANY');
      return setFault(isFull ? 'tooMany' : 'failed');
    }
    setArea(null);
    setMatter(null);
    setSaved((count) => count + 1);
    onFollowed();
  }

  return (
    <Card labelledBy="follow-new">
      <h2 id="follow-new" className="h3">
        {t('account.follow.new')}
      </h2>
      {saved > 0 && !fault && <SavedNotice key={saved}>{t('account.follow.done')}</SavedNotice>}
      <form className="stack" onSubmit={(event) => void follow(event)} noValidate>
        {fault && fault !== 'missing' && (
          <Notice tone="danger" role="alert">
            <p>{t(messages[fault])}</p>
          </Notice>
        )}
        <AreaPicker
          picked={area}
          error={fault === 'missing' ? t(messages.missing) : undefined}
          onPick={(next) => {
            setFault(null);
            setArea(next);
          }}
        />
        <MatterPicker picked={matter} onPick={setMatter} />
        <p>
          <Button type="submit" busy={fetching}>
            {t('account.follow.do')}
          </Button>
        </p>
      </form>
    </Card>
  );
}

interface PickerProps {
  picked: Picked | null;
  error?: string;
  onPick: (picked: Picked | null) => void;
}

function AreaPicker({ picked, error, onPick }: PickerProps) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [found] = useQuery({
    query: SearchRegionsDocument,
    variables: { search: settled },
    pause: settled.length < 2,
  });
  const regions = settled.length < 2 ? [] : (found.data?.regions ?? []);
  if (picked)
    return <Chosen label={t('account.follow.area')} picked={picked} onChange={() => onPick(null)} />;
  return (
    <SearchPicker
      id="follow-area"
      label={t('account.follow.area')}
      hint={t('account.follow.areaHint')}
      error={error}
      search={search}
      onSearch={setSearch}
      options={regions.map((region) => ({ id: region.code, label: region.name, note: region.fullName }))}
      status={
        found.error
          ? t('common.searchFailed')
          : found.fetching || settled !== search.trim()
            ? t('common.searching')
            : t('common.results', { count: regions.length })
      }
      onPick={(code) => {
        setSearch('');
        const region = regions.find((one) => one.code === code);
        if (region) onPick({ id: region.code, name: region.fullName });
      }}
    />
  );
}

function MatterPicker({ picked, onPick }: PickerProps) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [found] = useQuery({
    query: SearchCategoriesDocument,
    variables: { search: settled || null },
    pause: settled.length < 2,
  });
  const categories = settled.length < 2 ? [] : (found.data?.categories ?? []);
  if (picked)
    return <Chosen label={t('account.follow.matter')} picked={picked} onChange={() => onPick(null)} />;
  return (
    <SearchPicker
      label={t('account.follow.matter')}
      hint={t('account.follow.matterHint')}
      search={search}
      onSearch={setSearch}
      options={categories.map(({ id, name, path }) => ({
        id,
        label: name,
        note: path === name ? undefined : path,
      }))}
      status={
        found.error
          ? t('common.searchFailed')
          : found.fetching || settled !== search.trim()
            ? t('common.searching')
            : t('common.results', { count: categories.length })
      }
      onPick={(id) => {
        setSearch('');
        const category = categories.find((one) => one.id === id);
        if (category) onPick({ id, name: category.path });
      }}
    />
  );
}

function Chosen({ label, picked, onChange }: { label: string; picked: Picked; onChange: () => void }) {
  const t = useT();
  return (
    <div className="row row--between row--top row--nowrap">
      <div>
        <p className="caption">{label}</p>
        <p>
          <strong>{picked.name}</strong>
        </p>
      </div>
      <Button
        size="small"
        variant="quiet"
        onClick={onChange}
        aria-label={t('account.follow.changeOf', { what: label })}
      >
        {t('account.follow.change')}
      </Button>
    </div>
  );
}
