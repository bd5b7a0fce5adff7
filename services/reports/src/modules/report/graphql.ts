import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { Assignment } from './assignment-graphql.ts';
import {
  ArchiveCodeEnum,
  ClosingCodeEnum,
  ReportChannelEnum,
  ReportClassEnum,
  ReportKindEnum,
  ReportStateEnum,
} from './enums.ts';
import { ErasureRequest } from './erasure-graphql.ts';
import { GeoPoint } from './point-graphql.ts';
import type { Operation } from './policy-facts.ts';
import { Organisation, Region } from './references-graphql.ts';
import type {
  ArchiveCode,
  ClosingCode,
  ReportChannel,
  ReportClass,
  ReportKind,
  ReportState,
} from './vocabulary.ts';

/** The row's values and, per operation, what the viewer may do now. */
export type ReportPermissions = Record<
  Exclude<
    Operation,
    | 'read'
    | 'readRevealLog'
    | 'lease'
    | 'markPresence'
    | 'readNotes'
    | 'draftAnswer'
    | 'orderWork'
    | 'approveAnswer'
    | 'setNotifications'
    | 'ownData'
  >,
  boolean
>;

const can = (operation: keyof ReportPermissions, description: string): PropertyDecorator =>
  ((target: object, property: string) => {
    Field(() => Boolean, { description })(target, property);
    Object.defineProperty(target, property, {
      configurable: true,
      get(this: Report) {
        return this.permissions(operation);
      },
    });
  }) as PropertyDecorator;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A report of a citizen about a public service.' })
export class Report {
  permissions!: (operation: keyof ReportPermissions) => boolean;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Public number: 8 digits, not in order.' })
  number!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Grows with each entry of the history; send it as `expectedVersion` with a change. Null for the public, who does not see every entry.',
  })
  version!: number | null;

  @Field(() => ReportKindEnum, { description: 'What the citizen wants.' })
  kind!: ReportKind;

  @Field(() => ReportClassEnum, { nullable: true, description: 'Set at verification.' })
  class!: ReportClass | null;

  @Field(() => ReportStateEnum, { description: 'Where it stands.' })
  state!: ReportState;

  @Field(() => String, { description: 'Title, redacted.' })
  title!: string;

  @Field(() => String, { description: 'What the citizen wrote, redacted.' })
  text!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it happened.' })
  occurredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it happened, in words.' })
  placeText!: string | null;

  @Field(() => GeoPoint, { nullable: true, description: 'Where it happened, on the map.' })
  point!: GeoPoint | null;

  @Field(() => Region, { nullable: true, description: 'Region where it happened.' })
  region!: Region | null;

  @Field(() => Organisation, { nullable: true, description: 'Where the citizen thinks it belongs: a hint.' })
  suggestedOrganisation!: Organisation | null;

  @Field(() => Organisation, { nullable: true, description: 'The lead: who answers.' })
  handler!: Organisation | null;

  @Field(() => [Assignment], { description: 'All units that handle it now, the lead first.' })
  assignments!: Assignment[];

  @Field(() => ReportChannelEnum, { description: 'The door it came in by.' })
  channel!: ReportChannel;

  @Field(() => DateTime, { description: 'When it came in.' })
  submittedAt!: Date;

  @Field(() => DateTime, { description: 'When something last happened.' })
  updatedAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether the name is hidden from the public and from the reported agency.',
  })
  isAnonymous!: boolean;

  @Field(() => Boolean, {
    description: 'Whether only the handling organisation and the national desk read it.',
  })
  isConfidential!: boolean;

  @Field(() => Boolean, { description: 'Whether everybody reads it.' })
  isPublished!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'By when the national desk decides on a hold from publication; null when it is not held, and for the public.',
  })
  withheldUntil!: Date | null;

  @Field(() => String, {
    description: 'The reporter’s name if the reporter asked for that, else a pseudonym.',
  })
  reporterLabel!: string;

  @Field(() => Int, { description: 'How often agencies returned it; three times at most.' })
  returnCount!: number;

  @Field(() => Boolean, {
    description:
      'Whether its handler cannot return it any more: after three returns the national desk decided.',
  })
  mustTake!: boolean;

  @Field(() => Int, { description: 'How many said "saya juga mengalami".' })
  supportCount!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the verifier asked for, while the report is postponed; for the reporter and officers.',
  })
  missingData!: string | null;

  @Field(() => ArchiveCodeEnum, { nullable: true, description: 'Why it was archived.' })
  archiveCode!: ArchiveCode | null;

  @Field(() => ClosingCodeEnum, { nullable: true, description: 'How it was completed.' })
  closingCode!: ClosingCode | null;

  @Field(() => Int, { nullable: true, description: 'The reporter’s rating, 1 to 5.' })
  rating!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it closes by itself if nobody speaks; a copy of the clock, some seconds behind.',
  })
  closesAutomaticallyAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Next deadline (exclusive end); a copy of the clocks, some seconds behind.',
  })
  nextDueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Kind of the clock that is due next.' })
  nextDueClock!: string | null;

  @Field(() => ErasureRequest, {
    nullable: true,
    description: 'The wish to be erased that waits, if there is one; for the reporter only.',
  })
  erasureRequest!: ErasureRequest | null;

  @Field(() => Boolean, { description: 'Whether the viewer filed this report.' })
  viewerIsReporter!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the viewer came by the link to the head of a handling organisation: reads as that organisation, and answers.',
  })
  viewerAnswersByHandOver!: boolean;

  /** Whether the viewer reads more than the public: reporter, handlers, national desk. */
  viewerIsParty!: boolean;

  /** Whether the viewer may send somebody into the field. */
  viewerOrdersWork!: boolean;

  /** Whether the viewer may begin an answer and keep it for later. */
  viewerDraftsAnswer!: boolean;

  /** Whether the viewer reads what officers write to each other. */
  viewerReadsNotes!: boolean;

  /** Whether the viewer may take it from the queue, and sees who did. */
  viewerLeases!: boolean;

  /** Whether the viewer sees which officers have it open, and is seen. */
  viewerMarksPresence!: boolean;

  /** Whether the viewer may open documents (not pictures) of the reporter, given that the viewer is a party. */
  viewerReadsReporterDocuments!: boolean;

  @can('verify', 'Whether the viewer may verify and route it now.') viewerCanVerify!: boolean;
  @can('postpone', 'Whether the viewer may ask the reporter for missing data now.')
  viewerCanPostpone!: boolean;
  @can('archive', 'Whether the viewer may archive it now.') viewerCanArchive!: boolean;
  @can('reclassify', 'Whether the viewer may change its class now.') viewerCanReclassify!: boolean;
  @can('dispose', 'Whether the viewer may pass it to a unit now.') viewerCanDispose!: boolean;
  @can('assign', 'Whether the viewer may change its lead and who helps now.') viewerCanAssign!: boolean;
  @can('return', 'Whether the viewer may say "not our authority" now.') viewerCanReturn!: boolean;
  @can('answer', 'Whether the viewer may answer it now.') viewerCanAnswer!: boolean;
  @can(
    'correct',
    'Whether the viewer may put an answer right, if one of the own organisation is young enough.',
  )
  viewerCanCorrect!: boolean;
  @can('requestInformation', 'Whether the viewer may ask the reporter a question now.')
  viewerCanRequestInformation!: boolean;
  @can('proposeClosing', 'Whether the viewer may propose to close it now.') viewerCanProposeClosing!: boolean;
  @can('close', 'Whether the viewer may close it now.') viewerCanClose!: boolean;
  @can('revealIdentity', 'Whether the viewer may read the reporter’s identity, with a reason.')
  viewerCanRevealIdentity!: boolean;
  @can(
    'handOver',
    'Whether the viewer may send, print or revoke the link to the head of a handling organisation now.',
  )
  viewerCanHandOver!: boolean;
  @can('flag', 'Whether the viewer may add protection.') viewerCanFlag!: boolean;
  @can('withhold', 'Whether the viewer may hold it back from publication now.') viewerCanWithhold!: boolean;
  @can('release', 'Whether the viewer may publish it now.') viewerCanRelease!: boolean;
  @can('redact', 'Whether the viewer may black out parts of its text and photos.') viewerCanRedact!: boolean;
  @can(
    'redactByAnyRule',
    'Whether the viewer may do so by any rule, and give it other words; else by `PERSONAL_DATA` alone, and only cover words.',
  )
  viewerCanRedactByAnyRule!: boolean;
  @can('markDuplicate', 'Whether the viewer may link it to another report of the same matter now.')
  viewerCanMarkDuplicate!: boolean;
  @can('completeData', 'Whether the viewer may complete its data now.') viewerCanCompleteData!: boolean;
  @can('reply', 'Whether the viewer may write to the agency now.') viewerCanReply!: boolean;
  @can('confirm', 'Whether the viewer may say that it is settled now.') viewerCanConfirm!: boolean;
  @can('dispute', 'Whether the viewer may say that it is not settled now.') viewerCanDispute!: boolean;
  @can('rate', 'Whether the viewer may rate it now.') viewerCanRate!: boolean;
  @can('withdraw', 'Whether the viewer may take it back now.') viewerCanWithdraw!: boolean;
  @can('appeal', 'Whether the viewer may appeal its archiving now.') viewerCanAppeal!: boolean;
  @can('removeFlag', 'Whether the viewer may take protection off.') viewerCanRemoveFlag!: boolean;
  @can('addNote', 'Whether the viewer may write an internal note.') viewerCanAddNote!: boolean;
  @can('writeToReporter', 'Whether the viewer may write to the reporter privately now.')
  viewerCanWriteToReporter!: boolean;
  @can('replyPrivately', 'Whether the viewer may write to those who handle it privately now.')
  viewerCanReplyPrivately!: boolean;
  @can('support', 'Whether the viewer may say "saya juga mengalami".') viewerCanSupport!: boolean;

  categoryId!: string | null;

  masterId!: string | null;
}

/** A page of a list of reports. */
export const ReportConnection = Connection('Report', () => Report);
export type ReportConnection = InstanceType<typeof ReportConnection>;
