import type { ReportKind, ReportState } from '@lapor/wording';
import type { MapBounds } from '../map/map-view.ts';

/** In which order; `null`: best match first where words are looked for, else newest first. */
export type ListOrder = 'NEWEST' | 'RELEVANCE' | 'MOST_SUPPORTED' | 'DUE';
export type ListView = 'list' | 'map';

/** What the list is narrowed to. It lives in the address, so that a list can be shared and gone back to. */
export interface ListFilter {
  search: string;
  /** Any level: a province, regency, city or district, with all below it. */
  regionCode: string | null;
  /** With all below it. */
  categoryId: string | null;
  /** With its units. */
  organisationId: string | null;
  state: ReportState | null;
  kind: ReportKind | null;
  /** First and last day of publication, as calendar dates. */
  from: string | null;
  until: string | null;
  /** A part of the map: what was in sight there when it was last moved. */
  area: MapBounds | null;
  order: ListOrder | null;
  view: ListView;
}

const stateNames: Record<ReportState, string> = {
  SUBMITTED: 'belum-terverifikasi',
  POSTPONED: 'tertunda',
  DISPOSED: 'terdisposisi',
  IN_PROGRESS: 'proses',
  COMPLETED: 'selesai',
  ARCHIVED: 'arsip',
};
const kindNames: Record<ReportKind, string> = {
  COMPLAINT: 'pengaduan',
  ASPIRATION: 'aspirasi',
  INFORMATION_REQUEST: 'permintaan-informasi',
};
const orderNames: Record<ListOrder, string> = {
  NEWEST: 'terbaru',
  RELEVANCE: 'paling-cocok',
  MOST_SUPPORTED: 'paling-didukung',
  DUE: 'tenggat',
};

export const orders = Object.keys(orderNames) as ListOrder[];

export const noFilter: ListFilter = {
  search: '',
  regionCode: null,
  categoryId: null,
  organisationId: null,
  state: null,
  kind: null,
  from: null,
  until: null,
  area: null,
  order: null,
  view: 'list',
};

const named = <Name extends string>(names: Record<Name, string>, wanted: string | null): Name | null =>
  (Object.keys(names) as Name[]).find((name) => names[name] === wanted) ?? null;

/** A calendar date that exists, else null. */
function dayOf(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** Ids and codes as they may stand in an address; anything longer or stranger is none. */
const idOf = (text: string | null): string | null => (text && /^[\w.~-]{1,80}$/.test(text) ? text : null);

/** Some eleven metres: an address says no more of a map's edge. */
const DECIMALS = 4;
const areaText = ({ south, west, north, east }: MapBounds) =>
  [south, west, north, east].map((degrees) => Number(degrees.toFixed(DECIMALS))).join(',');

/** South, west, north and east in degrees; anything else is no part of a map. */
function areaOf(text: string | null): MapBounds | null {
  if (!text || !/^(-?\d{1,3}(\.\d{1,4})?(,|$)){4}$/.test(text) || text.endsWith(',')) return null;
  const [south, west, north, east] = text.split(',').map(Number) as [number, number, number, number];
  const isPart = -90 <= south && south < north && north <= 90 && -180 <= west && west < east && east <= 180;
  return isPart ? { south, west, north, east } : null;
}

/** Reads the query of an address; nonsense in it filters nothing. */
export function readFilter(query: string): ListFilter {
  const params = new URLSearchParams(query);
  return {
    search: params.get('q')?.trim().slice(0, 200) ?? '',
    regionCode: idOf(params.get('wilayah')),
    categoryId: idOf(params.get('kategori')),
    organisationId: idOf(params.get('instansi')),
    state: named(stateNames, params.get('status')),
    kind: named(kindNames, params.get('jenis')),
    from: dayOf(params.get('dari')),
    until: dayOf(params.get('sampai')),
    area: areaOf(params.get('area')),
    order: named(orderNames, params.get('urut')),
    view: params.get('tampilan') === 'peta' ? 'map' : 'list',
  };
}

/** The address of a filtered list; without a filter the bare one. */
export function addressOf(filter: ListFilter): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => value && params.set(name, value);
  put('q', filter.search);
  put('wilayah', filter.regionCode);
  put('kategori', filter.categoryId);
  put('instansi', filter.organisationId);
  put('status', filter.state && stateNames[filter.state]);
  put('jenis', filter.kind && kindNames[filter.kind]);
  put('dari', filter.from);
  put('sampai', filter.until);
  put('area', filter.area && areaText(filter.area));
  put('urut', filter.order && orderNames[filter.order]);
  put('tampilan', filter.view === 'map' ? 'peta' : null);
  const query = params.toString();
  return query ? `/laporan?${query}` : '/laporan';
}

/** Whether anything narrows the list; order and view do not. */
export const isFiltered = ({ order: _order, view: _view, ...narrowing }: ListFilter): boolean =>
  Object.values(narrowing).some(Boolean);

/** Without what narrows the list; order and view stay as they are. */
export const cleared = ({ order, view }: ListFilter): ListFilter => ({ ...noFilter, order, view });

/** The order that is meant when none is chosen. */
export const orderOf = ({ order, search }: ListFilter): ListOrder =>
  order ?? (search ? 'RELEVANCE' : 'NEWEST');

/** What the list's page asks the graph with; `shown` is what of it the list shows now. */
export const variablesOf = (filter: ListFilter, shown: ListFilter = filter) => ({
  filter: toGraphFilter(shown),
  sort: orderOf(filter),
  regionCode: filter.regionCode ?? '',
  withRegion: filter.regionCode !== null,
  categoryId: filter.categoryId ?? '',
  withCategory: filter.categoryId !== null,
  organisationId: filter.organisationId ?? '',
  withOrganisation: filter.organisationId !== null,
});

/** As the graph wants it. */
export const toGraphFilter = (filter: ListFilter) => ({ ...toMapFilter(filter), bounds: filter.area });

/** The same for what is drawn on the map, which knows its part by itself and asks for some more around it. */
export const toMapFilter = (filter: ListFilter) => ({
  search: filter.search || null,
  regionCode: filter.regionCode,
  categoryId: filter.categoryId,
  organisationId: filter.organisationId,
  states: filter.state ? [filter.state] : null,
  kinds: filter.kind ? [filter.kind] : null,
  from: filter.from,
  until: filter.until,
});
