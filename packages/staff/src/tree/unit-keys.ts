/**
 * What a unit of a local government can be: key of the category map → the name such units usually bear. The keys are
 * those of `data/opd-templates.csv`. Names of offices are not translated.
 */
export const UNIT_KEYS: Readonly<Record<string, string>> = {
  disdik: 'Dinas Pendidikan',
  dinkes: 'Dinas Kesehatan',
  rsud: 'Rumah Sakit Umum Daerah',
  dpupr: 'Dinas Pekerjaan Umum dan Penataan Ruang',
  dprkp: 'Dinas Perumahan Rakyat dan Kawasan Permukiman',
  bpbd: 'Badan Penanggulangan Bencana Daerah',
  satpolpp: 'Satuan Polisi Pamong Praja',
  dinsos: 'Dinas Sosial',
  disnaker: 'Dinas Tenaga Kerja',
  dp3a: 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak',
  dispangan: 'Dinas Ketahanan Pangan',
  dlh: 'Dinas Lingkungan Hidup',
  disdukcapil: 'Dinas Kependudukan dan Pencatatan Sipil',
  dpmd: 'Dinas Pemberdayaan Masyarakat dan Desa',
  dishub: 'Dinas Perhubungan',
  diskominfo: 'Dinas Komunikasi dan Informatika',
  diskopukm: 'Dinas Koperasi, Usaha Kecil, dan Menengah',
  dpmptsp: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
  dispora: 'Dinas Pemuda dan Olahraga',
  disbud: 'Dinas Kebudayaan',
  dispusip: 'Dinas Perpustakaan dan Kearsipan',
  diskan: 'Dinas Kelautan dan Perikanan',
  dispar: 'Dinas Pariwisata',
  distan: 'Dinas Pertanian',
  dishut: 'Dinas Kehutanan',
  desdm: 'Dinas Energi dan Sumber Daya Mineral',
  disdag: 'Dinas Perdagangan',
  disperin: 'Dinas Perindustrian',
  setda: 'Sekretariat Daerah',
  setwan: 'Sekretariat DPRD',
  bappeda: 'Badan Perencanaan Pembangunan Daerah',
  bapenda: 'Badan Pendapatan Daerah',
  bpkad: 'Badan Pengelolaan Keuangan dan Aset Daerah',
  samsat: 'UPTD Samsat (Pajak Kendaraan Bermotor)',
  bkpsdm: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  inspektorat: 'Inspektorat',
  kesbangpol: 'Badan Kesatuan Bangsa dan Politik',
  pdam: 'Perumda/PDAM Air Minum',
  damkar: 'Dinas Pemadam Kebakaran dan Penyelamatan',
  distanah: 'Dinas Pertanahan',
  dppkb: 'Dinas Pengendalian Penduduk dan Keluarga Berencana',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
};

/** "Dinas Perhubungan (dishub)"; a key that is not known stands for itself. */
export const unitKeyName = (key: string): string => {
  const name = UNIT_KEYS[key];
  return name ? `${name} (${key})` : key;
};
