import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  cleared,
  isFiltered,
  noFilter,
  orderOf,
  orders,
  readFilter,
  toGraphFilter,
  toMapFilter,
  type ListFilter,
} from './list-filter.ts';

const full: ListFilter = {
  search: 'jalan rusak',
  regionCode: '13.71',
  categoryId: 'jalan.berlubang',
  organisationId: 'pemkot-13-71',
  state: 'IN_PROGRESS',
  kind: 'COMPLAINT',
  from: '2026-10-01',
  until: '2026-11-20',
  area: { south: -0.98, west: 100.31, north: -0.9123, east: 100.4 },
  order: 'MOST_SUPPORTED',
  view: 'map',
};

describe('a filtered list', () => {
  it('can be shared: its address gives the same filter', () => {
    const address = addressOf(full);
    expect(address).toBe(
      '/laporan?q=jalan+rusak&wilayah=13.71&kategori=jalan.berlubang&instansi=pemkot-13-71&status=proses&jenis=pengaduan&dari=2026-10-01&sampai=2026-11-20&area=-0.98%2C100.31%2C-0.9123%2C100.4&urut=paling-didukung&tampilan=peta',
    );
    expect(readFilter(address.split('?')[1]!)).toEqual(full);
  });

  it('comes back from its address whatever is chosen', () => {
    const code = fc.option(fc.stringMatching(/^[a-z0-9.-]{1,20}$/));
    const day = fc.option(
      fc
        .date({
          min: new Date('2020-01-01T00:00:00Z'),
          max: new Date('2030-01-01T00:00:00Z'),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(
        fc.record({
          search: fc.string({ maxLength: 60 }).map((text) => text.trim().toWellFormed()),
          regionCode: code,
          categoryId: code,
          organisationId: code,
          state: fc.option(fc.constantFrom('DISPOSED', 'ARCHIVED', 'COMPLETED')),
          kind: fc.option(fc.constantFrom('COMPLAINT', 'INFORMATION_REQUEST')),
          from: day,
          until: day,
          area: fc.option(
            fc
              .tuple(
                fc.integer({ min: -900_000, max: 899_998 }),
                fc.integer({ min: -1_800_000, max: 1_799_998 }),
                fc.integer({ min: 1, max: 10_000 }),
              )
              .map(([south, west, size]) => ({
                south: south / 10_000,
                west: west / 10_000,
                north: Math.min(900_000, south + size) / 10_000,
                east: Math.min(1_800_000, west + size) / 10_000,
              })),
          ),
          order: fc.option(fc.constantFrom(...orders)),
          view: fc.constantFrom('list', 'map'),
        }),
        (filter) => {
          expect(readFilter(addressOf(filter as ListFilter).split('?')[1] ?? '')).toEqual(filter);
        },
      ),
    );
  });

  it('has the bare address without a filter, and nonsense in it filters nothing', () => {
    for (const area of ['', '1,2,3', '1,2,3,4,', '3,2,1,4', '1,4,2,3', 'a,b,c,d', '-91,0,1,2', '1e9,0,2,3'])
      expect(readFilter(`area=${area}`).area, area).toBeNull();
    const none = readFilter('status=apa-saja&q=%20&dari=2026-02-31&sampai=besok&wilayah=%3Cb%3E&urut=acak');
    expect(none).toEqual(noFilter);
    expect(addressOf(none)).toBe('/laporan');
    expect(isFiltered(none)).toBe(false);
  });

  it('is not narrowed by order or view, and clearing keeps both', () => {
    expect(isFiltered({ ...noFilter, order: 'DUE', view: 'map' })).toBe(false);
    expect(cleared(full)).toEqual({ ...noFilter, order: 'MOST_SUPPORTED', view: 'map' });
  });

  it('stands in the order of the best match only where words are looked for', () => {
    expect(orderOf(noFilter)).toBe('NEWEST');
    expect(orderOf({ ...noFilter, search: 'jln rusak' })).toBe('RELEVANCE');
    expect(orderOf({ ...noFilter, search: 'jln rusak', order: 'NEWEST' })).toBe('NEWEST');
  });

  it('is the same search as a list and on the map, whose part of the country stands in the address', () => {
    const there = readFilter('q=jalan&area=-1,100,0,101&tampilan=peta');
    expect(addressOf({ ...there, view: 'list' })).toBe('/laporan?q=jalan&area=-1%2C100%2C0%2C101');
    expect(isFiltered({ ...noFilter, area: there.area })).toBe(true);
    expect(toGraphFilter(there).bounds).toEqual({ south: -1, west: 100, north: 0, east: 101 });
    // The map asks for its own part.
    expect(toMapFilter(there)).not.toHaveProperty('bounds');
  });

  it('asks the graph for nothing that was not chosen', () => {
    expect(Object.values(toGraphFilter(noFilter)).every((value) => value === null)).toBe(true);
  });
});
