import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from './buckets.ts';
import {
  AGES,
  canonicalHref,
  DUE,
  FILTER_NAMES,
  hrefOfFilter,
  hrefOfKept,
  keptValuesOf,
  KINDS,
  listFilterOf,
  NO_FILTER,
  STATES,
  STEPS,
  YES_NO,
  type InboxFilter,
} from './inbox-filter.ts';

const of = (values: readonly string[]) => fc.constantFrom('', ...values);
const unit = 'opd-13-71-dpupr';
const filters: fc.Arbitrary<InboxFilter> = fc
  .record({
    cari: fc.string({ maxLength: 30 }),
    jenis: of(Object.keys(KINDS)),
    status: of(Object.keys(STATES)),
    kategori: of(['infrastruktur.jalan', 'kependudukan']),
    wilayah: of(['13.71', '13.71.09']),
    unit: of([unit]),
    langsung: of(['ya']),
    tenggat: of(DUE),
    umur: of(Object.keys(AGES)),
    dari: of(['2026-10-24']),
    sampai: of(['2026-11-22']),
    langkah: of(Object.keys(STEPS)),
    nilai: of(YES_NO),
    lindung: of(YES_NO),
    bersama: of(YES_NO),
  })
  // Whose reports they are is what "itself" is about.
  .map((filter) => (filter.unit && !filter.langkah ? filter : { ...filter, langsung: '' }));

describe('what narrows a box', () => {
  it('is seen at the same address after it was kept', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(hrefOfKept(keptValuesOf('OVERDUE', filter))).toBe(hrefOfFilter('OVERDUE', filter));
      }),
    );
  });

  it('is about the days and the unit of a step where one is named', () => {
    const days = { dari: '2026-10-24', sampai: '2026-11-22' };
    expect(listFilterOf({ ...NO_FILTER, ...days, unit, langkah: 'terlambat', langsung: 'ya' })).toEqual({
      stepOnTime: false,
      stepFrom: '2026-10-24',
      stepUntil: '2026-11-22',
      stepOfId: unit,
    });
    expect(listFilterOf({ ...NO_FILTER, ...days, unit, langkah: 'toString' })).toEqual({
      receivedFrom: '2026-10-24',
      receivedUntil: '2026-11-22',
      leadWithinId: unit,
    });
  });

  it('stands in the address, whatever was searched for', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { pathname, searchParams } = new URL(hrefOfFilter('NEW', filter), 'https://example.test');
        for (const name of FILTER_NAMES) expect(searchParams.get(name) ?? '').toBe(filter[name]);
        expect(canonicalHref(pathname, searchParams)).toBe(hrefOfFilter('NEW', filter));
      }),
    );
  });

  it.each(['DONE', 'ALL'] as const)(
    'is of %s neither deadline nor age, which are of what is open',
    (bucket) => {
      fc.assert(
        fc.property(filters, (filter) => {
          const open = { ...filter, tenggat: '', umur: '' };
          expect(hrefOfFilter(bucket, filter)).toBe(
            hrefOfFilter('OPEN', open).replace('terbuka', slugOf(bucket)),
          );
          expect(keptValuesOf(bucket, filter)).toEqual(keptValuesOf(bucket, open));
        }),
      );
    },
  );

  it('asks the graph for what is set and for nothing else', () => {
    expect(listFilterOf(NO_FILTER)).toBeNull();
    expect(listFilterOf({ ...NO_FILTER, jenis: 'aspirasi', tenggat: '3', lindung: 'tidak' })).toEqual({
      kinds: ['ASPIRATION'],
      dueWithinDays: 3,
      confidential: false,
    });
    expect(listFilterOf({ ...NO_FILTER, tenggat: 'lewat' })).toEqual({ overdue: true });
    expect(listFilterOf({ ...NO_FILTER, tenggat: 'belum' })).toEqual({ overdue: false });
    expect(listFilterOf({ ...NO_FILTER, umur: '0-6' })).toEqual({ ageUntilDays: 6 });
    expect(listFilterOf({ ...NO_FILTER, umur: '60-lebih' })).toEqual({ ageFromDays: 60 });
    expect(listFilterOf({ ...NO_FILTER, unit, langsung: 'ya', nilai: 'ya', dari: '2026-10-24' })).toEqual({
      leadWithinId: unit,
      leadItself: true,
      rated: true,
      receivedFrom: '2026-10-24',
    });
  });

  it('is not narrowed by what an address says wrongly', () => {
    expect(
      listFilterOf({
        ...NO_FILTER,
        jenis: 'constructor',
        status: 'entah',
        tenggat: '-5',
        lindung: 'mungkin',
        langsung: 'ya',
        umur: 'constructor',
        dari: '2026-02-31',
        sampai: 'kemarin',
        nilai: '5',
      }),
    ).toBeNull();
    expect(hrefOfKept({ bucket: 'toString' })).toBe('/kotak/menunggu-kami');
    expect(canonicalHref('/unit/kotak', new URLSearchParams())).toBeNull();
  });
});
