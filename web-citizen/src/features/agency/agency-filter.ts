/** What agencies are looked for by; lives in the address. */
export interface AgencySearch {
  search: string;
  kind: AgencyKind | null;
}

const kindNames = {
  MINISTRY: 'kementerian',
  AGENCY: 'lembaga',
  STATE_ENTERPRISE: 'bumn',
  PROVINCE: 'provinsi',
  REGENCY: 'kabupaten',
  CITY: 'kota',
} as const;

export type AgencyKind = keyof typeof kindNames;
export const agencyKinds = Object.keys(kindNames) as AgencyKind[];

export function readAgencySearch(query: string): AgencySearch {
  const params = new URLSearchParams(query);
  return {
    search: params.get('q')?.trim().slice(0, 100) ?? '',
    kind: agencyKinds.find((kind) => kindNames[kind] === params.get('jenis')) ?? null,
  };
}

export function agencySearchAddress({ search, kind }: AgencySearch): string {
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  if (kind) params.set('jenis', kindNames[kind]);
  const query = params.toString();
  return query ? `/kinerja?${query}` : '/kinerja';
}

/** Without words the roots of a kind; with words units as well, unless a kind is chosen. */
export const toOrganisationFilter = ({ search, kind }: AgencySearch) => ({
  search: search || null,
  kinds: kind ? [kind] : null,
  rootsOnly: !search,
});
