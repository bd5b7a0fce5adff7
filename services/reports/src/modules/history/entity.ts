import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ActorKind, HistoryKind, ReportState } from '../report/vocabulary.ts';

/**
 * Who may read the text of an entry. PUBLIC: whoever may read the report. PARTIES: the reporter and the officers who may.
 * OFFICERS: officers only.
 */
export type TextAudience = 'PUBLIC' | 'PARTIES' | 'OFFICERS';

export const HistoryEntry = defineEntity({
  name: 'HistoryEntry',
  tableName: 'history',
  properties: {
    id: p.uuid().primary(),
    reportId: p.uuid(),
    sequence: p.integer(),
    requestKey: p.uuid().nullable(),
    kind: p.string().$type<HistoryKind>(),
    at: p.datetime(),
    actorKind: p.string().$type<ActorKind>(),
    actorRole: p.string().nullable(),
    officerId: p.string().nullable(),
    organisationId: p.string().nullable(),
    toOrganisationId: p.string().nullable(),
    stateBefore: p.string().$type<ReportState>().nullable(),
    stateAfter: p.string().$type<ReportState>(),
    reasonCode: p.string().nullable(),
    promisedOn: p.date().nullable(),
    textAudience: p.string().$type<TextAudience>(),
    text: p.text().nullable(),
    noProofReason: p.text().nullable(),
    textSalt: p.blob().nullable(),
    textDigest: p.blob().nullable(),
    previousHash: p.blob().nullable(),
    hash: p.blob(),
  },
});
export type HistoryEntry = InferEntity<typeof HistoryEntry>;
