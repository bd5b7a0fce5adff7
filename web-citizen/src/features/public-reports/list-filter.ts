import type { ReportState } from '@lapor/wording';

/** What the list is narrowed to. It lives in the address, so that a list can be shared and gone back to. */
export interface ListFilter {
  search: string;
  state: ReportState | null;
  categoryId: string | null;
  regionCode: string | null;
}

const stateNames: Record<ReportState, string> = {
  SUBMITTED: 'belum-terverifikasi',
  POSTPONED: 'tertunda',
  DISPOSED: 'terdisposisi',
  IN_PROGRESS: 'proses',
  COMPLETED: 'selesai',
  ARCHIVED: 'arsip',
};

/** A report stays public when it is returned or archived, so that every state can be looked for. */
export const states = Object.keys(stateNames) as ReportState[];

export function readFilter(query: string): ListFilter {
  const params = new URLSearchParams(query);
  const named = params.get('status');
  return {
    search: params.get('q')?.trim() ?? '',
    state: states.find((state) => stateNames[state] === named) ?? null,
    categoryId: params.get('kategori') || null,
    regionCode: params.get('wilayah') || null,
  };
}

/** The address of a filtered list; without a filter the bare one. */
export function addressOf({ search, state, categoryId, regionCode }: ListFilter): string {
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  if (state) params.set('status', stateNames[state]);
  if (categoryId) params.set('kategori', categoryId);
  if (regionCode) params.set('wilayah', regionCode);
  const query = params.toString();
  return query ? `/laporan?${query}` : '/laporan';
}

export const isFiltered = (filter: ListFilter): boolean => Object.values(filter).some(Boolean);
