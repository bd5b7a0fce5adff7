import { z } from 'zod';

const named = z.object({ name: z.string() }).nullable();

export const reportShape = z.object({
  number: z.string(),
  kind: z.string(),
  state: z.enum(['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED']),
  title: z.string(),
  text: z.string(),
  submittedAt: z.string(),
  updatedAt: z.string(),
  nextDueAt: z.string().nullable(),
  placeText: z.string().nullable(),
  isAnonymous: z.boolean(),
  isConfidential: z.boolean(),
  isPublished: z.boolean(),
  rating: z.number().nullable(),
  supportCount: z.number(),
  category: z.object({ id: z.string(), name: z.string() }).nullable(),
  handler: z.object({ id: z.string(), name: z.string() }).nullable(),
  region: z.object({ code: z.string(), fullName: z.string() }).nullable(),
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  attachments: z.array(z.object({ kind: z.string(), mediaType: z.string(), url: z.string() })),
  history: z
    .array(
      z.object({
        kind: z.string(),
        at: z.string(),
        actorKind: z.string(),
        text: z.string().nullable(),
        promisedOn: z.string().nullable(),
        outcome: z.string().nullable(),
        reasonCode: z.string().nullable(),
        stateAfter: z.string(),
        organisation: named,
        toOrganisation: named,
      }),
    )
    .optional(),
});
export type ReadReport = z.infer<typeof reportShape>;

export const OPEN_STATES = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS'] as const;
export const CLOSED_STATES = ['COMPLETED', 'ARCHIVED'] as const;

/** A report of no category is one still; the standard wants a code. */
export const NO_SERVICE = 'lainnya';

const STATES: Record<ReadReport['state'], string> = {
  SUBMITTED: 'Belum terverifikasi',
  POSTPONED: 'Tertunda: menunggu data dari pelapor',
  DISPOSED: 'Terdisposisi: diteruskan kepada instansi',
  IN_PROGRESS: 'Proses: sedang ditindaklanjuti',
  COMPLETED: 'Selesai',
  ARCHIVED: 'Arsip: tidak ditindaklanjuti',
};

/** A published report as the standard shows it; `extensions` adds what it has no fields for. */
export function showRequest(report: ReadReport, publicUrl: string, extensions: boolean) {
  const isClosed = (CLOSED_STATES as readonly string[]).includes(report.state);
  const photo = report.attachments.find(({ mediaType }) => mediaType.startsWith('image/'));
  const address = [report.placeText, report.region?.fullName].filter(Boolean).join(', ');
  return {
    service_request_id: report.number,
    status: isClosed ? 'closed' : 'open',
    status_notes: STATES[report.state],
    service_name: report.category?.name ?? 'Lainnya',
    service_code: report.category?.id ?? NO_SERVICE,
    description: report.text,
    agency_responsible: report.handler?.name ?? null,
    service_notice: null,
    requested_datetime: report.submittedAt,
    updated_datetime: report.updatedAt,
    expected_datetime: isClosed ? null : report.nextDueAt,
    address: address || null,
    address_id: report.region?.code ?? null,
    zipcode: null,
    lat: report.point?.latitude ?? null,
    long: report.point?.longitude ?? null,
    media_url: photo ? new URL(photo.url, publicUrl).href : null,
    ...(extensions ? { extended_attributes: extended(report, publicUrl) } : {}),
  };
}

const WORDS_OF_CITIZENS = new Set(['REPLIED', 'DISPUTED', 'INFORMATION_REQUESTED', 'COMPLETED_DATA']);

/** Written in docs/open311.md. */
function extended(report: ReadReport, publicUrl: string) {
  const history = report.history ?? [];
  return {
    title: report.title,
    kind: report.kind,
    state: report.state,
    is_confidential: report.isConfidential,
    is_anonymous: report.isAnonymous,
    rating: report.rating,
    supports: report.supportCount,
    link: `${publicUrl}/laporan/${report.number}`,
    ...(report.history
      ? {
          comments: history
            .filter(({ kind, text }) => WORDS_OF_CITIZENS.has(kind) && text !== null)
            .map(({ at, actorKind, organisation, text }) => ({
              datetime: at,
              author: actorKind === 'CITIZEN' ? 'reporter' : 'agency',
              agency: organisation?.name ?? null,
              text,
            })),
          updates: history.map((entry) => ({
            datetime: entry.at,
            kind: entry.kind,
            state: entry.stateAfter,
            agency: entry.organisation?.name ?? null,
            to_agency: entry.toOrganisation?.name ?? null,
            text: WORDS_OF_CITIZENS.has(entry.kind) ? null : entry.text,
            promised_on: entry.promisedOn,
            outcome: entry.outcome,
            reason: entry.reasonCode,
          })),
        }
      : {}),
  };
}
