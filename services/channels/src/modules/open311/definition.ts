import type { Category } from './services.ts';

/** A type of request as the standard lists it. */
export const showService = ({ id, name, path, identityRequirement, isSensitive }: Category) => ({
  service_code: id,
  service_name: name,
  description: path,
  // Every service has attributes: what kind of report, and who asks.
  metadata: true,
  type: 'realtime',
  keywords: [identityRequirement === 'NONE' ? '' : 'identitas', isSensitive ? 'rahasia' : '']
    .filter(Boolean)
    .join(', '),
  group: path.split('›')[0]!.trim(),
});

export const KINDS = [
  ['COMPLAINT', 'Pengaduan'],
  ['ASPIRATION', 'Aspirasi'],
  ['INFORMATION_REQUEST', 'Permintaan informasi'],
] as const;
const YES_NO = [
  ['true', 'Ya'],
  ['false', 'Tidak'],
] as const;

interface Attribute {
  code: string;
  datatype: 'string' | 'datetime' | 'singlevaluelist';
  required: boolean;
  datatype_description: string;
  description: string;
  values?: readonly (readonly [string, string])[];
}

/** What is asked for beside the standard's own fields; codes are those that `attribute[…]` takes. */
const attributesOf = ({ identityRequirement, isSensitive }: Category): Attribute[] => [
  {
    code: 'kind',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: 'Tanpa isian: pengaduan',
    description: 'Jenis laporan',
    values: KINDS,
  },
  {
    code: 'title',
    datatype: 'string',
    required: false,
    datatype_description: '5 sampai 150 karakter; tanpa isian: awal uraian',
    description: 'Judul laporan',
  },
  {
    code: 'occurred_on',
    datatype: 'datetime',
    required: false,
    datatype_description: 'Tanggal, misalnya 2026-11-20',
    description: 'Kapan kejadiannya',
  },
  {
    code: 'is_confidential',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: isSensitive ? 'Disarankan: ya' : 'Tanpa isian: tidak',
    description: 'Rahasia: hanya dibaca instansi yang berwenang',
    values: YES_NO,
  },
  {
    code: 'is_anonymous',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: 'Tanpa isian: tidak',
    description: 'Anonim: nama disembunyikan dari publik dan instansi terlapor',
    values: YES_NO,
  },
  ...(identityRequirement === 'IDENTITY'
    ? [
        {
          code: 'nik',
          datatype: 'string' as const,
          required: true,
          datatype_description: '16 angka; disimpan tersegel',
          description: 'NIK pelapor. Kategori ini juga memerlukan first_name dan phone atau email',
        },
      ]
    : []),
];

/** The attributes of one service, in the standard's form. */
export const showDefinition = (category: Category) => ({
  service_code: category.id,
  attributes: attributesOf(category).map(({ values, ...attribute }, index) => ({
    variable: true,
    ...attribute,
    order: index + 1,
    values: (values ?? []).map(([key, name]) => ({ key, name })),
  })),
});
