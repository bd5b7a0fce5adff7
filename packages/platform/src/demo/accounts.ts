import type { PostRole } from '@lapor/viewer';

/** A demo account as the greeting and the demo page show it. */
export interface DemoAccount {
  id: string;
  name: string;
  email: string;
  password: string;
  description: string;
  /** Path of the application where this account works. */
  application: '/' | '/instansi/' | '/admin/';
  posts: readonly { role: PostRole; organisationId: string }[];
}

/** Everybody's; there is nothing to protect in the demo. */
export const DEMO_PASSWORD = 'lapor-contoh-2026';

const officer = (
  id: string,
  name: string,
  email: string,
  description: string,
  application: DemoAccount['application'],
  ...posts: [PostRole, string][]
): DemoAccount => ({
  id,
  name,
  email,
  password: DEMO_PASSWORD,
  description,
  application,
  posts: posts.map(([role, organisationId]) => ({ role, organisationId })),
});

/** Invented officers at real organisations. */
export const DEMO_OFFICERS: readonly DemoAccount[] = [
  officer(
    'demo-national',
    'Bagus Anggara',
    'verifikator@contoh.go.id',
    'Verifikator nasional, Kementerian PANRB',
    '/admin/',
    ['NATIONAL_ADMIN', 'kemenpanrb'],
  ),
  officer(
    'demo-national-2',
    'Sri Nuraini',
    'verifikator2@contoh.go.id',
    'Verifikator nasional, Kantor Staf Presiden',
    '/admin/',
    ['NATIONAL_ADMIN', 'ksp'],
  ),
  officer(
    'demo-padang',
    'Yusra Sofyan',
    'diskominfo.padang@contoh.go.id',
    'Admin instansi, Kota Padang',
    '/instansi/',
    ['AGENCY_ADMIN', 'pemkot-13-71'],
  ),
  officer(
    'demo-padang-pupr',
    'Rina Oktavia',
    'pupr.padang@contoh.go.id',
    'Pejabat penghubung, Dinas PUPR Kota Padang',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-71-dpupr'],
  ),
  officer(
    'demo-padang-dlh',
    'Hendra Putra',
    'dlh.padang@contoh.go.id',
    'Pejabat penghubung, DLH Kota Padang',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-71-dlh'],
  ),
  officer(
    'demo-padang-dukcapil',
    'Mira Fitriani',
    'dukcapil.padang@contoh.go.id',
    'Pejabat penghubung, Disdukcapil Kota Padang',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-71-disdukcapil'],
  ),
  officer(
    'demo-padang-dishub',
    'Dewi Anggraini',
    'dishub.padang@contoh.go.id',
    'Pejabat penghubung, Dishub Kota Padang',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-71-dishub'],
  ),
  officer(
    'demo-padang-walikota',
    'Wali Kota (contoh)',
    'walikota.padang@contoh.go.id',
    'Pimpinan, Kota Padang',
    '/instansi/',
    ['AGENCY_HEAD', 'pemkot-13-71'],
  ),
  officer(
    'demo-pariaman',
    'Azwar Hamid',
    'diskominfo.pariaman@contoh.go.id',
    'Admin instansi, Kota Pariaman',
    '/instansi/',
    ['AGENCY_ADMIN', 'pemkot-13-77'],
  ),
  officer(
    'demo-pariaman-dukcapil',
    'Lina Marlina',
    'dukcapil.pariaman@contoh.go.id',
    'Pejabat penghubung, Disdukcapil Kota Pariaman',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-77-disdukcapil'],
  ),
  officer(
    'demo-solok',
    'Fadli Rahman',
    'diskominfo.solok@contoh.go.id',
    'Admin instansi, Kabupaten Solok',
    '/instansi/',
    ['AGENCY_ADMIN', 'pemkab-13-02'],
  ),
  officer(
    'demo-solok-pupr',
    'Nurhayati',
    'pupr.solok@contoh.go.id',
    'Pejabat penghubung, Dinas PUPR Kabupaten Solok',
    '/instansi/',
    ['LIAISON_OFFICER', 'opd-13-02-dpupr'],
  ),
  officer(
    'demo-tanahbumbu',
    'Rahmat Hidayat',
    'diskominfo.tanahbumbu@contoh.go.id',
    'Admin instansi, Kabupaten Tanah Bumbu (WITA)',
    '/instansi/',
    ['AGENCY_ADMIN', 'pemkab-63-10'],
  ),
  officer(
    'demo-kemensos',
    'Teguh Prasetyo',
    'kemensos@contoh.go.id',
    'Admin instansi, Kementerian Sosial',
    '/instansi/',
    ['AGENCY_ADMIN', 'kemensos'],
  ),
  officer('demo-ombudsman', 'Ratna Dewi', 'ombudsman@contoh.go.id', 'Ombudsman RI', '/admin/', [
    'OMBUDSMAN',
    'ombudsman',
  ]),
  officer('demo-ksp', 'Maya Lestari', 'ksp@contoh.go.id', 'Pemantau program prioritas, KSP', '/admin/', [
    'KSP_MONITOR',
    'ksp',
  ]),
  officer(
    'demo-ombudsman-13',
    'Indra Syahputra',
    'ombudsman.sumbar@contoh.go.id',
    'Ombudsman RI Perwakilan Sumatera Barat',
    '/admin/',
    ['OMBUDSMAN', 'ombudsman-13'],
  ),
  officer(
    'demo-analyst-ksp',
    'Wulan Permata',
    'analis.ksp@contoh.go.id',
    'Analis, Kantor Staf Presiden',
    '/admin/',
    ['ANALYST', 'ksp'],
  ),
  officer(
    'demo-analyst-kemendagri',
    'Bayu Saputra',
    'analis.kemendagri@contoh.go.id',
    'Analis pemerintah daerah, Kementerian Dalam Negeri',
    '/admin/',
    ['ANALYST', 'kemendagri'],
  ),
];

/** An invented citizen with an account. */
export const DEMO_CITIZEN = {
  id: 'demo-citizen',
  name: 'Fulan bin Fulan',
  email: 'warga@contoh.id',
  password: DEMO_PASSWORD,
};

/** An invented analyst; the key is made at seeding. */
export const DEMO_ANALYST = {
  id: 'demo-analyst',
  name: 'Analis (contoh)',
  email: 'analis@contoh.go.id',
  password: DEMO_PASSWORD,
  organisationId: 'ksp',
};
