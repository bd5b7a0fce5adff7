import { Arg, Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { findReports, may, plain, policyFacts, reportId as reportIdShape } from '../report/index.ts';
import { listToldMessages, type ToldMessage } from './told-messages.ts';

const MessageWay = {
  MAIL: 'MAIL',
  PHONE: 'PHONE',
  TELEGRAM: 'TELEGRAM',
  WHATSAPP: 'WHATSAPP',
  X: 'X',
} as const;
registerEnumType(MessageWay, {
  name: 'MessageWay',
  description: 'By what a message to the reporter went.',
  valuesConfig: {
    MAIL: { description: 'Mail.' },
    PHONE: { description: 'Short message to a phone.' },
    TELEGRAM: { description: 'Telegram.' },
    WHATSAPP: { description: 'WhatsApp.' },
    X: { description: 'A direct message on X.' },
  },
});

const MessageState = {
  WAITING: 'WAITING',
  SENT: 'SENT',
  ARRIVED: 'ARRIVED',
  NOT_ARRIVED: 'NOT_ARRIVED',
  NO_ADDRESS: 'NO_ADDRESS',
  FAILED: 'FAILED',
  UNCERTAIN: 'UNCERTAIN',
} as const;
registerEnumType(MessageState, {
  name: 'MessageState',
  description: 'What became of a message to the reporter.',
  valuesConfig: {
    WAITING: { description: 'It was not sent yet, and will be.' },
    SENT: { description: 'The provider took it; whether it arrived is not known, or not yet.' },
    ARRIVED: { description: 'The provider says that it arrived.' },
    NOT_ARRIVED: { description: 'The provider says that it did not arrive.' },
    NO_ADDRESS: { description: 'It was not sent: there is nowhere to send it, or the reporter wants none.' },
    FAILED: { description: 'It was refused, and is not tried again.' },
    UNCERTAIN: { description: 'It may have been sent, and is not repeated.' },
  },
});

const MessageWait = {
  QUIET_HOURS: 'QUIET_HOURS',
  CAP_OF_THE_DAY: 'CAP_OF_THE_DAY',
  PROVIDER: 'PROVIDER',
} as const;
registerEnumType(MessageWait, {
  name: 'MessageWait',
  description: 'What a message waits for.',
  valuesConfig: {
    QUIET_HOURS: { description: 'The end of the hours in which nobody is woken by news.' },
    CAP_OF_THE_DAY: { description: 'The next day: as much was told in this one as may be.' },
    PROVIDER: { description: 'Whoever carries it did not take it; it is tried again.' },
  },
});

@ObjectType({ description: 'A message to the reporter, and what became of it; never where to.' })
export class ReportMessage {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => String, {
    description: 'What it was about: the name of its template, such as "report-answered".',
  })
  template!: string;
  @Field(() => MessageWay, {
    nullable: true,
    description:
      'By what it went, or is to go; null when it was not sent, where that is not known yet, and for officers where the report is anonymous or confidential: it would tell of who reported.',
  })
  way!: ToldMessage['way'];
  @Field(() => MessageState, { description: 'What became of it.' }) state!: ToldMessage['state'];
  @Field(() => DateTime, { description: 'Since when that is known.' }) at!: Date;
  @Field(() => MessageWait, {
    nullable: true,
    description: 'What it waits for; null when it does not.',
  })
  waitsFor!: ToldMessage['waitsFor'];
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it waits at least; null when it does not, or is tried again and again.',
  })
  waitsUntil!: Date | null;
}

@Resolver()
export class ToldResolver {
  @Query(() => [ReportMessage], {
    nullable: true,
    description:
      'Messages to the reporter about a report, newest first, fifty at most; null for all but the reporter and the officers who read its notes. Officers are not told what waits where the report is anonymous or confidential: it would tell by what it goes.',
  })
  async reportMessages(
    @Ctx() { database, deps, viewer }: ReportsContext,
    @Arg('reportId', () => ID, { description: 'The report.' }) reportId: string,
  ): Promise<ReportMessage[] | null> {
    const id = reportIdShape.safeParse(plain(reportId));
    const [row] = id.success ? await findReports(database, [id.data]) : [];
    if (!row) return null;
    const facts = policyFacts(row, viewer, deps);
    const isReporter = may(viewer, facts, 'setNotifications');
    if (!isReporter && !may(viewer, facts, 'readNotes')) return null;
    const messages = await listToldMessages(database, row.id, { isReporter });
    if (isReporter || !(facts.isAnonymous || facts.isConfidential))
      return messages.map((message) => Object.assign(new ReportMessage(), message));
    // News by mail does not wait: that one waits would tell by what it goes.
    return messages
      .filter(({ state }) => state !== 'WAITING')
      .map((message) => Object.assign(new ReportMessage(), message, { way: null }));
  }
}
