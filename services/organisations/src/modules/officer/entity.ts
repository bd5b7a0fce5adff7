import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { PostRole } from '@lapor/viewer';

/** What identity told of the account last; a suspension is ours. */
type ToldAccountState = 'NONE' | 'INVITED' | 'ACTIVE';

/** An officer; the id is that of the account at `identity`. */
export const OfficerEntity = defineEntity({
  name: 'Officer',
  tableName: 'officer',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    /** In lower case; null for officers from before addresses were kept. */
    email: p.text().nullable(),
    registeredAt: p.datetime(),
    accountState: p.text().$type<ToldAccountState>(),
    hasSecondFactor: p.boolean(),
    lastSignedInOn: p.text().columnType('date').nullable(),
    accountChangedAt: p.datetime().nullable(),
    suspendedAt: p.datetime().nullable(),
    suspendedBy: p.text().nullable(),
    suspensionReason: p.text().nullable(),
  },
});
export type OfficerRecord = InferEntity<typeof OfficerEntity>;

/** A role of an officer at an organisation from an instant up to another, exclusively; ended ones are kept. */
export const PostEntity = defineEntity({
  name: 'Post',
  tableName: 'post',
  properties: {
    id: p.uuid().primary(),
    officerId: p.text(),
    organisationId: p.text(),
    role: p.text().$type<PostRole>(),
    startsAt: p.datetime(),
    endsAt: p.datetime().nullable(),
    grantedBy: p.text().nullable(),
    endedBy: p.text().nullable(),
    /** For whom a substitute acts, by which delegation. */
    onBehalfOf: p.text().nullable(),
    delegationId: p.uuid().nullable(),
  },
});
export type PostRecord = InferEntity<typeof PostEntity>;
