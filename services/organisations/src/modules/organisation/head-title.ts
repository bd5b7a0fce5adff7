import type { OrganisationKind } from './graphql.ts';

type Titled = { name: string; kind: OrganisationKind };

/** Beginnings of names, the longer ones first; the names of offices are those of the laws that set the bodies up. */
const agencyTitles: readonly [string, string][] = [
  ['Direktorat Jenderal', 'Direktur Jenderal'],
  ['Sekretariat Jenderal', 'Sekretaris Jenderal'],
  ['Sekretariat Wakil Presiden', 'Kepala Sekretariat Wakil Presiden'],
  ['Badan Pemeriksa Keuangan', 'Ketua'],
  ['Badan Pengawas Pemilihan Umum', 'Ketua'],
  ['Badan Amil Zakat Nasional', 'Ketua'],
  ['Badan Perlindungan Konsumen Nasional', 'Ketua'],
  ['Badan Pengelola Tabungan Perumahan Rakyat', 'Komisioner'],
  ['BPJS', 'Direktur Utama'],
  ['Bank Indonesia', 'Gubernur'],
  ['Divisi', 'Kepala Divisi'],
  ['Korps', 'Kepala Korps'],
  ['Kejaksaan Agung', 'Jaksa Agung'],
  ['Kepolisian', 'Kapolri'],
  ['Tentara Nasional Indonesia', 'Panglima TNI'],
  ['Lembaga Ketahanan Nasional', 'Gubernur'],
  ['Lembaga Penjamin Simpanan', 'Ketua Dewan Komisioner'],
  ['Otoritas Jasa Keuangan', 'Ketua Dewan Komisioner'],
  ['Lembaga Perlindungan Saksi dan Korban', 'Ketua'],
  ['Lembaga Penyiaran Publik', 'Direktur Utama'],
  ['Komisi', 'Ketua'],
  ['Komite', 'Ketua'],
  ['Dewan', 'Ketua'],
  ['Mahkamah', 'Ketua'],
  ['Ombudsman', 'Ketua'],
];

const unitTitles: readonly [string, string][] = [
  ['Dinas', 'Kepala Dinas'],
  ['Badan', 'Kepala Badan'],
  ['Kecamatan', 'Camat'],
  ['Inspektorat', 'Inspektur'],
  ['Sekretariat Daerah', 'Sekretaris Daerah'],
  ['Sekretariat DPRD', 'Sekretaris DPRD'],
  ['Satuan Polisi Pamong Praja', 'Kepala Satuan'],
  ['Rumah Sakit', 'Direktur'],
  ['RSUD', 'Direktur'],
  ['Perumda', 'Direktur Utama'],
  ['UPTD', 'Kepala UPTD'],
];

/** The title of the highest official, worked out from kind and name; the name of the office, never of a person. */
export function headTitle({ name, kind }: Titled): string {
  switch (kind) {
    case 'MINISTRY':
      return name.startsWith('Kementerian Koordinator') ? 'Menteri Koordinator' : 'Menteri';
    case 'AGENCY':
      return titleOf(agencyTitles, name);
    case 'STATE_ENTERPRISE':
      return 'Direktur Utama';
    case 'PROVINCE':
      return 'Gubernur';
    case 'REGENCY':
      return 'Bupati';
    case 'CITY':
      return 'Wali Kota';
    case 'OPD':
      return titleOf(unitTitles, name);
  }
}

function titleOf(titles: readonly [string, string][], name: string): string {
  return titles.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'Kepala';
}
