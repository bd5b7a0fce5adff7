import { emptyDraft, type Draft, type DraftCategory, type IdentityRequirement } from './draft.ts';

/** A draft that is in order, for tests. */
export const aDraft = (fields: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('11111111-1111-4111-8111-111111111111', new Date('2026-11-20T02:40:00Z')),
  text: 'Lampu jalan di ruas menuju terminal padam sejak minggu lalu.',
  ...fields,
});

export const aCategory = (identityRequirement: IdentityRequirement): DraftCategory => ({
  id: 'penerangan',
  name: 'Penerangan Jalan',
  path: 'Pekerjaan Umum › Penerangan Jalan',
  isSensitive: false,
  identityRequirement,
});
