import { defineEntity, p, Type, type InferEntity } from '@mikro-orm/core';
import type {
  ArchiveCode,
  AssignmentRole,
  ClosingCode,
  ReportChannel,
  ReportClass,
  ReportKind,
  ReportState,
  WaitsFor,
} from './vocabulary.ts';

/** A place on the ground, WGS 84 degrees. */
export interface GeoPoint {
  latitude: number;
  longitude: number;
}

class PointType extends Type<GeoPoint | null, string | null> {
  override convertToDatabaseValue(value: GeoPoint | null): string | null {
    return value && `(${value.longitude},${value.latitude})`;
  }
  override convertToJSValue(value: unknown): GeoPoint | null {
    return pointFromRow(value as { x: number; y: number } | null);
  }
  override getColumnType(): string {
    return 'point';
  }
}

/** A native `point` as the driver gives it: x is the longitude. */
export const pointFromRow = (value: { x: number; y: number } | null): GeoPoint | null =>
  value && { latitude: value.y, longitude: value.x };

export const Report = defineEntity({
  name: 'Report',
  tableName: 'report',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    submissionKeyHash: p.blob(),
    submissionBodyHash: p.blob(),
    accessCodeHash: p.blob().nullable(),
    accountLookup: p.blob().nullable(),
    kind: p.string().$type<ReportKind>(),
    class: p.string().$type<ReportClass>().nullable(),
    state: p.string().$type<ReportState>(),
    title: p.text(),
    text: p.text(),
    occurredOn: p.date().nullable(),
    placeText: p.text().nullable(),
    location: p.type(PointType).nullable(),
    regionCode: p.string().nullable(),
    categoryId: p.string().nullable(),
    suggestedOrganisationId: p.string().nullable(),
    /** Whom the reporter keeps out. */
    excludedOrganisationIds: p.array<string>(),
    channel: p.string().$type<ReportChannel>(),
    publicName: p.text().nullable(),
    isAnonymous: p.boolean(),
    isConfidential: p.boolean(),
    /** The reporter says that it is about those who would verify it. */
    isAboutOfficers: p.boolean(),
    isPublished: p.boolean(),
    publishedAt: p.datetime().nullable(),
    withholdReason: p.text().nullable(),
    /** Since when the national desk has its working days; a hold of earlier releases has none. */
    withheldAt: p.datetime().nullable(),
    withheldUntil: p.datetime().nullable(),
    /** The report of the same matter that it follows. */
    masterId: p.uuid().nullable(),
    /** Up to which entry of the master's history it has followed. */
    masterSequence: p.integer().nullable(),
    hasIdentity: p.boolean(),
    deskOrganisationId: p.string().nullable(),
    leadOrganisationId: p.string().nullable(),
    leadPath: p.array<string>().nullable(),
    waitsFor: p.string().$type<WaitsFor>(),
    returnCount: p.smallint(),
    missingData: p.text().nullable(),
    archiveCode: p.string().$type<ArchiveCode>().nullable(),
    closingCode: p.string().$type<ClosingCode>().nullable(),
    rating: p.smallint().nullable(),
    submittedAt: p.datetime(),
    updatedAt: p.datetime(),
    firstDisposedAt: p.datetime().nullable(),
    lastResultAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** The reporter wants no news but what must be told. */
    notificationsMuted: p.boolean(),
    sequence: p.integer(),
    historySeal: p.blob(),
  },
});
export type Report = InferEntity<typeof Report>;

export const Assignment = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    id: p.uuid().primary(),
    reportId: p.uuid(),
    organisationId: p.string(),
    role: p.string().$type<AssignmentRole>(),
    governmentId: p.string(),
    path: p.array<string>(),
    timeZone: p.string(),
    assignedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** A stand-in answers: the organisation named, or the national desk where none is. */
    isHandedOver: p.boolean(),
    standInOrganisationId: p.string().nullable(),
    /** The link by which its head answers, while it is open. */
    handOverId: p.uuid().nullable(),
    handOverUntil: p.datetime().nullable(),
  },
});
export type Assignment = InferEntity<typeof Assignment>;
