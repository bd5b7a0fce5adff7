import { z } from 'zod';
import { hasRole, type PostRole, type Viewer } from '@lapor/viewer';
import { REPORT_CHANNELS, typed, type ReportChannel } from '../report/index.ts';

/** How the reporter agreed that an officer files the report. */
export const CONSENT_FORMS = ['PAPER_SIGNED', 'SPOKEN', 'WRITTEN_MESSAGE'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** What an officer says who enters a report for somebody else. */
export const onBehalfInput = z
  .object({
    channel: z.enum(REPORT_CHANNELS).default('COUNTER'),
    consentRecordedAs: z.enum(CONSENT_FORMS),
    note: z
      .union([z.literal('').transform(() => null), typed(1, 500)])
      .nullish()
      .transform((value) => value ?? null),
  })
  .nullish()
  .transform((value) => value ?? undefined);
export type OnBehalf = NonNullable<z.infer<typeof onBehalfInput>>;

/** In the order in which a post is looked for: the nearest to a counter first. */
const ROLES: readonly PostRole[] = ['LIAISON_OFFICER', 'AGENCY_ADMIN', 'NATIONAL_ADMIN'];

/** The organisation for which a viewer may file on behalf of somebody; `null`: may not. People only, never a key. */
export function filesOnBehalfFor(viewer: Viewer): string | null {
  if (viewer.kind !== 'officer' || viewer.apiKey || !ROLES.some((role) => hasRole(viewer, role))) return null;
  for (const role of ROLES) {
    const post = viewer.posts.find((candidate) => candidate.role === role);
    if (post) return post.organisationId;
  }
  return null;
}

/** Doors at which an officer may have been asked; the applications and the system's own doors are nobody's word. */
export const DOORS_ON_BEHALF: readonly ReportChannel[] = [
  'COUNTER',
  'SMS',
  'WHATSAPP',
  'EMAIL',
  'X',
  'FACEBOOK',
];
