import { useDates, useLanguage } from '@lapor/staff';
import { FilterButton } from '@lapor/ui';
import { useQuery } from 'urql';
import { useText } from '../situation/words.ts';
import { BehindNamesDocument } from './names.graphql.ts';
import { readFilter, type Name } from './read-filter.ts';

interface ActiveFiltersProps {
  values: Readonly<Record<Name, string>>;
  set: (part: Partial<Record<Name, string>>) => void;
}

/** What of a figure the list is narrowed by besides days and state; each is taken off by a press. */
export function ActiveFilters({ values, set }: ActiveFiltersProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const names = useNames(values);
  const filter = readFilter(values);
  const from = filter.returnedFrom ? dates.day(filter.returnedFrom, 'date') : '';
  const until = filter.returnedUntil ? dates.day(filter.returnedUntil, 'date') : '';
  // With one end alone the list is narrowed too.
  const returnedIn = from || until ? `${from} – ${until}`.trim() : null;
  const stepFrom = filter.stepFrom ? dates.day(filter.stepFrom, 'date') : '';
  const stepUntil = filter.stepUntil ? dates.day(filter.stepUntil, 'date') : '';
  const stepIn = stepFrom || stepUntil ? `${stepFrom} – ${stepUntil}`.trim() : null;
  const { overdueAtLeastDays: leastDays, overdueLessThanDays: mostDays } = filter;
  const lateFor =
    typeof mostDays === 'number'
      ? t('behind.lateBetween', { from: leastDays ?? 0, to: mostDays })
      : typeof leastDays === 'number'
        ? t('behind.lateAtLeast', { from: leastDays })
        : null;
  const completedFrom = filter.completedFrom ? dates.day(filter.completedFrom, 'date') : '';
  const completedUntil = filter.completedUntil ? dates.day(filter.completedUntil, 'date') : '';
  const completedIn = completedFrom || completedUntil ? `${completedFrom} – ${completedUntil}`.trim() : null;
  const chips: { name: Name; also?: Name[]; text: string | null }[] = [
    { name: 'jenis', text: filter.kind ? `${t('behind.kind')}: ${words.kinds[filter.kind]}` : null },
    { name: 'kelas', text: filter.class ? `${t('behind.class')}: ${words.classes[filter.class]}` : null },
    {
      name: 'kanal',
      text: filter.channel ? `${t('behind.channel')}: ${words.channels[filter.channel]}` : null,
    },
    { name: 'kategori', text: values.kategori && `${t('behind.category')}: ${names.category}` },
    { name: 'wilayah', text: values.wilayah && `${t('behind.region')}: ${names.region}` },
    { name: 'instansi', text: values.instansi && `${t('behind.organisation')}: ${names.organisation}` },
    {
      name: 'arsip',
      text: filter.archiveCode ? `${t('behind.archived')}: ${words.archiveCodes[filter.archiveCode]}` : null,
    },
    { name: 'terlambat', text: filter.overdue ? t('behind.overdue') : null },
    { name: 'lewatSejak', also: ['lewatKurang'], text: lateFor },
    {
      name: 'tanpa',
      text: filter.without ? filter.without.map((part) => t(`behind.without.${part}`)).join(', ') : null,
    },
    {
      name: 'selesaiDari',
      also: ['selesaiSampai'],
      text: completedIn && `${t('behind.completedIn')}: ${completedIn}`,
    },
    { name: 'nilai', text: filter.ratings ? `${t('behind.ratings')}: ${filter.ratings.join(', ')}` : null },
    { name: 'terjadi', text: filter.happened ? t(`behind.happened.${filter.happened}`) : null },
    { name: 'pengembali', text: values.pengembali && `${t('behind.returned')}: ${names.returner}` },
    {
      name: 'kembaliDari',
      also: ['kembaliSampai'],
      text: returnedIn && `${t('behind.returnedIn')}: ${returnedIn}`,
    },
    {
      name: 'langkah',
      text:
        typeof filter.stepOnTime === 'boolean'
          ? t(filter.stepOnTime ? 'behind.stepOnTime' : 'behind.stepLate')
          : null,
    },
    { name: 'tahap', text: filter.stepKind ? `${t('behind.step')}: ${words.clocks[filter.stepKind]}` : null },
    { name: 'langkahOleh', text: values.langkahOleh && `${t('behind.stepOf')}: ${names.stepOf}` },
    { name: 'langkahDari', also: ['langkahSampai'], text: stepIn && `${t('behind.stepIn')}: ${stepIn}` },
  ];
  return (
    <>
      {chips.map(
        ({ name, also = [], text }) =>
          text && (
            <FilterButton
              key={name}
              active
              removeLabel={t('filter.remove')}
              onClick={() => set(Object.fromEntries([name, ...also].map((one) => [one, ''])))}
            >
              {text}
            </FilterButton>
          ),
      )}
    </>
  );
}

/** Names for codes and ids; the code itself until they are known. */
function useNames({ wilayah, kategori, instansi, pengembali, langkahOleh }: Readonly<Record<Name, string>>) {
  const [{ data }] = useQuery({
    query: BehindNamesDocument,
    variables: {
      region: wilayah,
      category: kategori,
      organisation: instansi,
      returner: pengembali,
      hasRegion: wilayah !== '',
      hasCategory: kategori !== '',
      hasOrganisation: instansi !== '',
      hasReturner: pengembali !== '',
      stepOf: langkahOleh,
      hasStepOf: langkahOleh !== '',
    },
    pause: `${wilayah}${kategori}${instansi}${pengembali}${langkahOleh}` === '',
  });
  return {
    region: data?.region?.fullName ?? wilayah,
    category: data?.category?.path ?? kategori,
    organisation: data?.organisation?.name ?? instansi,
    returner: data?.returner?.name ?? pengembali,
    stepOf: data?.stepOf?.name ?? langkahOleh,
  };
}
