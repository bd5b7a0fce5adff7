import { z } from 'zod';
import { POST_ROLES } from '@lapor/viewer';
import { STEP_KINDS } from './duty.ts';

const instant = z.iso.datetime();
const day = z.iso.date();

/** What `sla` and other readers know of a report after a transition. Ids and facts, never text, name or account. */
const reportTransitioned = z.object({
  reportId: z.string(),
  /** The public number of 8 digits; absent in older events. */
  number: z.string().nullish(),
  /** 1 for the submission, then one more for each transition of this report. */
  sequence: z.number().int().positive(),
  /** The kind of history entry (`HistoryKind` in the graph). */
  kind: z.string(),
  at: instant,
  actorKind: z.enum(['CITIZEN', 'OFFICER', 'SYSTEM']),
  /** True when the actor held a national post. */
  byNationalDesk: z.boolean(),
  /** Organisation for which the actor acted. */
  actorOrganisationId: z.string().nullable(),
  /** Target of a disposition or return. */
  toOrganisationId: z.string().nullable(),
  stateBefore: z
    .enum(['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'])
    .nullable(),
  state: z.enum(['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED']),
  /** Archive, return or closing code; outcome of a result, reason of an obstacle; rule of a hold or redaction. */
  reasonCode: z.string().nullable(),
  /** Promised day of a plan or obstacle. */
  promisedOn: day.nullable(),
  rating: z.number().int().min(1).max(5).nullable(),
  /** Handling units after the transition; the lead first. Paths run from the government's root to the unit. */
  assignments: z.array(
    z.object({
      organisationId: z.string(),
      role: z.enum(['LEAD', 'CO_HANDLER']),
      governmentId: z.string(),
      path: z.array(z.string()),
      timeZone: z.string(),
    }),
  ),
  reportKind: z.enum(['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST']),
  reportClass: z
    .enum([
      'INFORMATION_REQUEST',
      'ASPIRATION',
      'GRIEVANCE',
      'DISPUTE_WITHOUT_INSPECTION',
      'DISPUTE_WITH_INSPECTION',
    ])
    .nullable(),
  categoryId: z.string().nullable(),
  regionCode: z.string().nullable(),
  channel: z.string(),
  submittedAt: instant,
  isAnonymous: z.boolean(),
  isConfidential: z.boolean(),
  isPublished: z.boolean(),
  returnCount: z.number().int(),
  /** The organisation at whose desk it waits for verification; absent in older events, null for the national desk. */
  desk: z
    .object({
      organisationId: z.string(),
      path: z.array(z.string()),
      /** Told where no unit had the report before, of whose zone it would be. */
      timeZone: z.string().optional(),
    })
    .nullish(),
});

/** Every event that crosses services, by type. Emitted by: report.*, notification.requested reports, sla · notification.held, notification.ended, letter.ended channels · organisation.*, officer.* organisations · account.* identity · clock.*, calendar.* sla. */
export const catalogue = {
  'report.transitioned': reportTransitioned,
  /** Who reported was erased, for good: words that the reporter wrote elsewhere go as well. */
  'report.identity-erased': z.object({ reportId: z.string(), at: instant }),
  /** A message is due to a reporter or an organisation; `channels` asks the owner for the address when it sends. */
  'notification.requested': z.object({
    notificationId: z.string(),
    recipient: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('REPORTER'), reportId: z.string() }),
      /** The head of an organisation that nobody staffs yet. */
      z.object({ kind: z.literal('HEAD'), handOverId: z.string(), organisationId: z.string() }),
      /** An officer, by the address that `organisations` knows. */
      z.object({ kind: z.literal('OFFICER'), officerId: z.string() }),
      /** The highest official of an agency, by a letter of the Ombudsman that goes along as PDF. */
      z.object({ kind: z.literal('LETTER'), letterId: z.string(), organisationId: z.string() }),
      /** A citizen who follows a report or an area. */
      z.object({ kind: z.literal('FOLLOWER'), followId: z.string() }),
    ]),
    template: z.string(),
    /** Facts for the template: numbers, states, days, organisation ids. Never text of a report. */
    facts: z.record(z.string(), z.string().nullable()),
    at: instant,
  }),
  /** What became of a message to the head of an organisation (without an address a letter is needed) or to a reporter; never where to. */
  'notification.ended': z.object({
    notificationId: z.string(),
    handOverId: z.string().nullable(),
    /** Of a message to a reporter; with it come template and way. */
    reportId: z.string().nullable().default(null),
    template: z.string().nullable().default(null),
    way: z.enum(['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X']).nullable().default(null),
    /** `ARRIVED`, `NOT_ARRIVED`: the other side said so, after it was sent. */
    outcome: z.enum(['SENT', 'ARRIVED', 'NOT_ARRIVED', 'NO_ADDRESS', 'FAILED', 'UNCERTAIN']),
    at: instant,
  }),
  /** A message to a reporter waits, and why; what became of it follows as `notification.ended`. Never where to. */
  'notification.held': z.object({
    notificationId: z.string(),
    reportId: z.string(),
    template: z.string(),
    /** Not known before its address was asked for. */
    way: z.enum(['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X']).nullable(),
    waitsFor: z.enum(['QUIET_HOURS', 'CAP_OF_THE_DAY', 'PROVIDER']),
    /** Until when it waits at least; null where it is tried again and again. */
    until: instant.nullable(),
    at: instant,
  }),
  /** What became of a letter of the Ombudsman that was to leave by mail. */
  'letter.ended': z.object({
    notificationId: z.string(),
    letterId: z.string(),
    outcome: z.enum(['SENT', 'NO_ADDRESS', 'FAILED', 'UNCERTAIN']),
    at: instant,
  }),
  'organisation.changed': z.object({
    organisationId: z.string(),
    name: z.string(),
    acronym: z.string().nullable(),
    kind: z.enum(['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY', 'OPD']),
    status: z.enum(['ACTIVE', 'FORMER']),
    parentId: z.string().nullable(),
    governmentId: z.string(),
    /** From the government's root to the organisation itself. */
    path: z.array(z.string()),
    regionCode: z.string().nullable(),
    timeZone: z.string(),
    /** Whether somebody with an active account can answer for it. */
    isStaffed: z.boolean(),
    /** Keys of the category map that it serves. */
    unitKeys: z.array(z.string()),
    hasDirectVerification: z.boolean(),
    successorIds: z.array(z.string()),
    /** Grows with each change; an older version never overwrites a newer one. */
    version: z.number().int(),
  }),
  /** The regional holidays of a government in one year; replaces what was told before. */
  'organisation.calendar-changed': z.object({
    /** Root of the government. */
    organisationId: z.string(),
    year: z.number().int(),
    days: z.array(z.object({ date: day, name: z.string(), decree: z.string() })),
    version: z.number().int(),
  }),
  /** All running and coming posts of an officer; replaces what was told before. */
  'officer.posts-changed': z.object({
    officerId: z.string(),
    /** A suspended officer has no authority, whatever posts are told. */
    isSuspended: z.boolean(),
    posts: z.array(
      z.object({
        role: z.enum(POST_ROLES),
        organisationId: z.string(),
        from: instant,
        /** Exclusive end. */
        until: instant.nullable(),
        /** The officer for whom this one stands in. */
        onBehalfOf: z.string().nullable(),
        /** Root of the organisation's government: whose own sign-in may let the officer in. */
        governmentId: z.string().nullish(),
      }),
    ),
  }),
  /** Somebody is to get a link by which the account is made or made anew; `identity` asks for the address. */
  'officer.invited': z.object({
    invitationId: z.string(),
    officerId: z.string(),
    /** The account exists: password and second factor are set anew at acceptance. */
    isRenewal: z.boolean(),
    /** Where the officer will work. */
    console: z.enum(['agency', 'national']),
    at: instant,
    expiresAt: instant,
    /** The officer has another address than the account: its sessions end, and the old address is told. */
    changesAddress: z.boolean().optional(),
  }),
  /** An officer has another name; `identity` asks for it. */
  'officer.renamed': z.object({ officerId: z.string(), at: instant }),
  /** What the organisations may know of an officer's account. */
  'account.changed': z.object({
    officerId: z.string(),
    state: z.enum(['INVITED', 'ACTIVE', 'SUSPENDED']),
    hasSecondFactor: z.boolean(),
    lastSignedInOn: day.nullable(),
    at: instant,
  }),
  /** A citizen's account is gone; what hangs on it is to be let go. */
  'account.deleted': z.object({ accountId: z.string(), at: instant }),
  /** The days off of the whole country as they stand now; replaces what was told before. */
  'calendar.changed': z.object({
    /** Grows with each version; an older one never overwrites a newer one. */
    version: z.number().int().positive(),
    /** What explanations of deadlines call it. */
    name: z.string(),
    /** The last day of the last year that has its decree. */
    knownUntil: day,
    holidays: z.array(
      z.object({
        date: day,
        name: z.string(),
        kind: z.enum(['NATIONAL', 'JOINT_LEAVE']),
        status: z.enum(['OFFICIAL', 'ESTIMATED']),
      }),
    ),
  }),
  /** What a report's lists show of its clocks. */
  'clock.next-due-changed': z.object({
    reportId: z.string(),
    nextDueAt: instant.nullable(),
    nextDueClock: z.string().nullable(),
    closesAutomaticallyAt: instant.nullable(),
    /**
     * Steps that have ended, whole each time: kept in time or not, by whom. Absent in older events.
     */
    steps: z
      .array(
        z.object({
          kind: z.enum(STEP_KINDS),
          ordinal: z.number().int(),
          /** From the root of the owner's government to the owner; empty: the national desk. */
          path: z.array(z.string()),
          endedAt: instant,
          isOnTime: z.boolean(),
        }),
      )
      .nullish(),
    /** Sequence of the report's transition this was computed from. */
    sequence: z.number().int(),
  }),
  /** A timed transition is due; `reports` checks again and makes it. */
  'clock.due-reached': z.object({
    reportId: z.string(),
    clock: z.enum(['AUTO_CLOSE', 'POSTPONEMENT']),
    dueAt: instant,
    /** Sequence of the report's last transition that `sla` knew of. */
    sequence: z.number().int(),
  }),
} as const;

export type EventType = keyof typeof catalogue;
export type PayloadOf<Type extends EventType> = z.infer<(typeof catalogue)[Type]>;
/** A received event of one type. */
export interface EventOf<Type extends EventType = EventType> {
  id: number;
  type: Type;
  stream: string;
  occurredAt: Date;
  payload: PayloadOf<Type>;
}
export type ReportTransitioned = PayloadOf<'report.transitioned'>;
