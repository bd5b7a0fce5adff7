import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime } from '@lapor/subgraph';
import { HISTORY_DESCRIPTIONS, Officer, Organisation } from '../report/graphql-index.ts';
import { AUDIT_ACTIONS, type AuditAction } from './vocabulary.ts';

const AuditActionEnum = Object.fromEntries(AUDIT_ACTIONS.map((action) => [action, action])) as {
  [Action in AuditAction]: Action;
};
const DESCRIPTIONS: Record<AuditAction, string> = {
  ...HISTORY_DESCRIPTIONS,
  CONTACT_READ: 'The service that sends messages read where to reach the reporter.',
  DOCUMENT_READ: 'Somebody opened a document, which is sealed evidence.',
  HAND_OVER_OPENED: 'Somebody opened the link that was sent to the head of an organisation.',
  HAND_OVER_LETTER_PRINTED: 'Somebody read the secret link for a letter to the head of an organisation.',
  LEASED: 'A verifier took it from the queue.',
  LEASE_RELEASED: 'A verifier put it back into the queue.',
  LEASE_TAKEN_OVER: 'A verifier took it from another one, who was working on it.',
  DRAFT_BEGUN: 'An officer began an answer.',
  CHANGE_SENT: 'An officer sent a change that could be taken back for some seconds.',
  CHANGE_UNDONE: 'The officer took a change back before it was made.',
  CHANGE_NOT_MADE: 'A change that could be taken back was refused at its time.',
  PROGRAMME_SAVED: 'A priority programme or its rule was written.',
  PROGRAMME_ENDED: 'A priority programme ended.',
  RETENTION_CHANGED: 'How long something of a report is kept was changed.',
  CATEGORY_CHANGED: 'What a category asks for was changed.',
  TEMPLATE_SAVED: 'A template for answers was written.',
  TEMPLATE_RETIRED: 'A template for answers was taken out of use.',
  WORK_ORDER_CREATED: 'Somebody was sent into the field with a place and a task.',
  WORK_ORDER_OPENED: 'Somebody opened the link of a work order.',
  WORK_ORDER_EVIDENCE_ADDED: 'Somebody brought a word or photos from the field.',
  WORK_ORDER_FINISHED: 'Somebody said that the work in the field is done.',
  WORK_ORDER_CANCELLED: 'A work order was called back.',
  ANSWER_APPROVAL_SET: 'An admin said which answers wait for approval.',
  NOTE_ADDED: 'An officer wrote a note to colleagues.',
  SUPPORTED: 'Somebody said "saya juga mengalami".',
  SUPPORT_WITHDRAWN: 'Somebody took back "saya juga mengalami".',
  FOLLOWED: 'Somebody follows it, or reports of an area.',
  UNFOLLOWED: 'Somebody follows it, or reports of an area, no more.',
  FILTER_SAVED: 'An officer keeps a filter.',
  FILTER_DELETED: 'An officer removed a filter.',
  PLACE_CHANGED: 'The organisation that handles it has another place in its government.',
  STAND_IN_CHANGED: 'Another one stands in for the organisation that handles it, or nobody has to any more.',
  ACCOUNT_UNLINKED: 'The reporter’s account was deleted, and the report let go of it.',
  IDENTITY_ERASED:
    'What was sealed of the reporter was erased: the account was deleted, the reporter asked for it, or its time was over.',
  FILED_ON_BEHALF: 'An officer entered it for the reporter, who had agreed.',
  CLAIMED: 'Its reporter added it to an account.',
  NEW_CODE_SENT: 'A link to a new access code was sent to the reporter’s own address.',
  CODE_RENEWED: 'A new access code replaced the old one.',
  NOTIFICATIONS_CHANGED: 'The reporter chose which news to hear.',
  SUSPECTED_JUNK: 'The platform put it with others that look like junk; it waits as before.',
  RELEASED_FROM_JUNK: 'The national desk says that it is not junk.',
  LIST_EXPORTED: 'An officer took a list away as a table.',
  OWN_DATA_EXPORTED: 'The reporter asked for all that is kept.',
  ERASURE_REQUESTED: 'The reporter asked that what is kept of the person goes.',
  RETAINED_NO_LONGER: 'Something of it was removed because the time for which it is kept was over.',
  FILE_SEALED_AWAY: 'A scanner found something harmful in one of its files; nobody can open it any more.',
};
registerEnumType(AuditActionEnum, {
  name: 'ReportAuditAction',
  description: 'What was done with a report, or read of it.',
  valuesConfig: Object.fromEntries(
    AUDIT_ACTIONS.map((action) => [action, { description: DESCRIPTIONS[action] }]),
  ) as never,
});

const AuditActorEnum = {
  CITIZEN: 'CITIZEN',
  OFFICER: 'OFFICER',
  SYSTEM: 'SYSTEM',
  KEY: 'KEY',
  SERVICE: 'SERVICE',
} as const;
registerEnumType(AuditActorEnum, {
  name: 'ReportAuditActor',
  description: 'Who did it.',
  valuesConfig: {
    CITIZEN: { description: 'Somebody without a post; who it was is not kept.' },
    OFFICER: { description: 'An officer, or the head of an organisation by a link.' },
    SYSTEM: { description: 'The platform itself.' },
    KEY: { description: 'An API key.' },
    SERVICE: { description: 'Another service of the platform.' },
  },
});

@ObjectType({ description: 'An entry of the audit of reports: who did or read what, never a word of it.' })
export class ReportAuditEntry {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => AuditActionEnum, { description: 'What.' })
  action!: AuditAction;

  @Field(() => AuditActorEnum, { description: 'What kind of actor it was.' })
  actorKind!: keyof typeof AuditActorEnum;

  @Field(() => Officer, { nullable: true, description: 'The officer, if it was one with an account.' })
  actor!: Officer | null;

  @Field(() => ID, { nullable: true, description: 'The API key, if it was one.' })
  apiKeyId!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation the actor acted.' })
  organisation!: Organisation | null;

  @Field(() => ID, { nullable: true, description: 'The report.' })
  reportId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its public number.' })
  reportNumber!: string | null;
}

export const ReportAuditEntryConnection = Connection('ReportAuditEntry', () => ReportAuditEntry);
export type ReportAuditEntryConnection = InstanceType<typeof ReportAuditEntryConnection>;

@InputType({ description: 'Narrows the audit of reports; all given conditions hold.' })
export class ReportAuditFilter {
  @Field(() => String, { nullable: true, description: 'The report with this public number.' })
  reportNumber?: string | null;
  @Field(() => ID, { nullable: true, description: 'What this officer did, or this API key.' })
  actorId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Reports that were handled by this organisation or below it.',
  })
  organisationId?: string | null;
  @Field(() => [AuditActionEnum], { nullable: true, description: 'Only these.' })
  actions?: AuditAction[] | null;
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  until?: Date | null;
}
