import { CategoryNameDocument, OrganisationNameDocument, RegionNameDocument } from '@lapor/staff/documents';
import { useQuery } from 'urql';
import type { InboxFilter } from './inbox-filter.ts';

/** What is chosen in words; null where nothing is. */
export function useFilterNames({ kategori, unit, wilayah }: InboxFilter) {
  const [category] = useQuery({
    query: CategoryNameDocument,
    variables: { id: kategori },
    pause: kategori === '',
  });
  const [organisation] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: unit },
    pause: unit === '',
  });
  const [region] = useQuery({
    query: RegionNameDocument,
    variables: { code: wilayah },
    pause: wilayah === '',
  });
  const named = (value: string, name: string | null | undefined) => (value === '' ? null : (name ?? '…'));
  return {
    category: named(kategori, category.data?.category?.path),
    unit: named(unit, organisation.data?.organisation?.name),
    region: named(wilayah, region.data?.region?.fullName),
  };
}
