import type { Cell } from '@lapor/csv';
import { isOverdue } from '@lapor/events';
import type { ReportRow } from '../report/index.ts';

export type Language = 'id' | 'en';

/** Names that a row of a list has as ids. */
export interface Names {
  categories: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
}

interface Column {
  header: Record<Language, string>;
  cell: (row: ReportRow, names: Names, language: Language, now: Date) => Cell;
}

const STATES: Record<ReportRow['state'], Record<Language, string>> = {
  SUBMITTED: { id: 'Belum terverifikasi', en: 'Waits for verification' },
  POSTPONED: { id: 'Tertunda', en: 'Postponed' },
  DISPOSED: { id: 'Terdisposisi', en: 'Passed on' },
  IN_PROGRESS: { id: 'Proses', en: 'In progress' },
  COMPLETED: { id: 'Selesai', en: 'Completed' },
  ARCHIVED: { id: 'Arsip', en: 'Archived' },
};
const KINDS: Record<ReportRow['kind'], Record<Language, string>> = {
  COMPLAINT: { id: 'Pengaduan', en: 'Complaint' },
  ASPIRATION: { id: 'Aspirasi', en: 'Aspiration' },
  INFORMATION_REQUEST: { id: 'Permintaan informasi', en: 'Information request' },
};
const yes = { id: 'ya', en: 'yes' };

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Jakarta',
  dateStyle: 'short',
  timeStyle: 'short',
});
const minute = (at: Date) => local.format(at);
// A deadline is the exclusive end; no zone of the country lies west of Jakarta, so the moment before is the last day there too.
const lastDay = (due: Date) => minute(new Date(due.getTime() - 1)).slice(0, 10);

/**
 * What a list shows, without a narrative or a name: a table leaves the platform. Of a confidential report not even what it is about, nor
 * where: number, state and place in line.
 */
export const COLUMNS: readonly Column[] = [
  { header: { id: 'Nomor', en: 'Number' }, cell: (row) => row.number },
  {
    header: { id: 'Judul', en: 'Title' },
    cell: (row, _, language) =>
      row.is_confidential ? { id: '(rahasia)', en: '(confidential)' }[language] : row.title,
  },
  { header: { id: 'Status', en: 'State' }, cell: (row, _, language) => STATES[row.state][language] },
  { header: { id: 'Jenis', en: 'Kind' }, cell: (row, _, language) => KINDS[row.kind][language] },
  {
    header: { id: 'Kategori', en: 'Category' },
    cell: ({ category_id: id, is_confidential }, { categories }) =>
      id === null || is_confidential ? null : (categories.get(id) ?? id),
  },
  {
    header: { id: 'Kode wilayah', en: 'Region code' },
    cell: (row) => (row.is_confidential ? null : row.region_code),
  },
  {
    header: { id: 'Tempat', en: 'Place' },
    cell: (row) => (row.is_confidential ? null : row.place_text),
  },
  {
    header: { id: 'Penanggung jawab', en: 'Handled by' },
    cell: ({ lead_organisation_id: id }, { organisations }) =>
      id === null ? null : (organisations.get(id) ?? id),
  },
  { header: { id: 'Masuk (WIB)', en: 'Submitted (WIB)' }, cell: (row) => minute(row.submitted_at) },
  {
    header: { id: 'Tenggat', en: 'Due' },
    cell: ({ next_due_at: due }) => (due === null ? null : lastDay(due)),
  },
  {
    header: { id: 'Terlambat', en: 'Overdue' },
    cell: ({ state, next_due_at: due, next_due_clock: clock }, _, language, now) =>
      state !== 'COMPLETED' && state !== 'ARCHIVED' && isOverdue(clock, due, now) ? yes[language] : null,
  },
  { header: { id: 'Dikembalikan', en: 'Returns' }, cell: (row) => row.return_count },
  { header: { id: 'Dukungan', en: 'Supports' }, cell: (row) => row.support_count },
];
