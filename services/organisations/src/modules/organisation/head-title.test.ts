import { expect, test } from 'vitest';
import type { OrganisationKind } from './graphql.ts';
import { headTitle } from './head-title.ts';

test.each<[string, OrganisationKind, string]>([
  ['Kementerian Dalam Negeri', 'MINISTRY', 'Menteri'],
  ['Kementerian Koordinator Bidang Pangan', 'MINISTRY', 'Menteri Koordinator'],
  ['Direktorat Jenderal Bina Marga', 'AGENCY', 'Direktur Jenderal'],
  ['Badan Pusat Statistik', 'AGENCY', 'Kepala'],
  ['Badan Pemeriksa Keuangan', 'AGENCY', 'Ketua'],
  ['Komisi Pemberantasan Korupsi', 'AGENCY', 'Ketua'],
  ['Kantor Staf Presiden', 'AGENCY', 'Kepala'],
  ['Kepolisian Negara Republik Indonesia', 'AGENCY', 'Kapolri'],
  ['PT PLN (Persero)', 'STATE_ENTERPRISE', 'Direktur Utama'],
  ['Pemerintah Provinsi Sumatera Barat', 'PROVINCE', 'Gubernur'],
  ['Pemerintah Kabupaten Solok', 'REGENCY', 'Bupati'],
  ['Pemerintah Kota Padang', 'CITY', 'Wali Kota'],
  ['Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang', 'OPD', 'Kepala Dinas'],
  ['Badan Pendapatan Daerah Kota Padang', 'OPD', 'Kepala Badan'],
  ['Kecamatan Kuranji, Kota Padang', 'OPD', 'Camat'],
  ['RSUD dr. Rasidin Padang', 'OPD', 'Direktur'],
  ['Kantor Arsip Kota Padang', 'OPD', 'Kepala'],
])('%s is headed by: %s %s', (name, kind, title) => {
  expect(headTitle({ name, kind })).toBe(title);
});
