import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

/** The columns that people change; everything else is written by the import. */
export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.text().primary(),
    path: p.array().columnType('text[]'),
    status: p.text(),
    hasDirectVerification: p.boolean(),
    version: p.integer(),
  },
});
export type OrganisationRecord = InferEntity<typeof OrganisationEntity>;
