import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { PostRole } from '@lapor/viewer';

/** An officer; the id is that of the account at `identity`. */
export const OfficerEntity = defineEntity({
  name: 'Officer',
  tableName: 'officer',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    registeredAt: p.datetime(),
  },
});
export type OfficerRecord = InferEntity<typeof OfficerEntity>;

/** A role of an officer at an organisation, in force until it is ended; ended ones are kept. */
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
  },
});
