import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound, TooManyRequests } from '@lapor/subgraph';
import { ChangeInput, Organisation, Report } from '../report/graphql-index.ts';
import { HAND_OVER_STATES, type HandOverState } from './vocabulary.ts';

const HandOverStateEnum = Object.fromEntries(HAND_OVER_STATES.map((state) => [state, state])) as {
  [State in HandOverState]: State;
};
registerEnumType(HandOverStateEnum, {
  name: 'HandOverState',
  description: 'How the hand-over of a report to the head of an organisation stands.',
  valuesConfig: {
    WAITING: { description: 'The message is on its way.' },
    SENT: { description: 'The message with the link was sent.' },
    LETTER_NEEDED: { description: 'No mail reaches the head: the stand-in prints and sends a letter.' },
    OPENED: { description: 'The link was opened.' },
    ANSWERED: { description: 'The head answered by the link.' },
    EXPIRED: { description: 'The link is past its day.' },
    REVOKED: { description: 'The stand-in or the national desk ended the link.' },
    ENDED: {
      description:
        'The link ended: the organisation is staffed now, or the report was closed or went elsewhere.',
    },
  },
});

@ObjectType({
  description:
    'A report in the hands of the head of an organisation that nobody staffs yet: a stand-in answers, and the head has a link by which to answer.',
})
export class HandOver {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Organisation, { description: 'The organisation whose head was asked.' })
  organisation!: Organisation;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who stood in when it was handed over; null for the national desk.',
  })
  standIn!: Organisation | null;

  @Field(() => HandOverStateEnum, { description: 'How it stands.' })
  state!: HandOverState;

  @Field(() => DateTime, { description: 'When the report was handed over.' })
  handedOverAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the message with the link was sent.' })
  sentAt!: Date | null;

  @Field(() => DateTime, { description: 'Until when the link opens.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the link was first opened.' })
  openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the head first answered by it.' })
  answeredAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the link ended.' })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether no mail reaches the head and no letter has led there yet.' })
  letterNeeded!: boolean;

  @Field(() => Boolean, { description: 'Whether the link opens now.' })
  isOpen!: boolean;
}

@ObjectType({ description: 'What a letter to the head says besides name, title and address of the head.' })
export class HandOverLetter {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => HandOver, { description: 'The hand-over.' })
  handOver!: HandOver;

  @Field(() => String, {
    description: 'Path of the secret link on this origin, for the letter alone; whoever has it may answer.',
  })
  path!: string;
}

@InputType({ description: 'The letter to the head of an organisation whose link is open.' })
export class PrintHandOverLetterInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => ID, { description: 'The handling organisation.' }) organisationId!: string;
}

export const PrintHandOverLetterResult = createUnionType({
  name: 'PrintHandOverLetterResult',
  description: 'The letter, or why not: no open link and not the viewer’s look alike.',
  types: () => [HandOverLetter, InvalidInput, NotFound] as const,
});

@InputType({ description: 'The link of a hand-over.' })
export class OpenHandOverInput {
  @Field(() => String, { description: 'What stands behind the `#` of the link.' })
  token!: string;
}

@ObjectType({ description: 'The link was right.' })
export class HandOverOpened {
  @Field(() => Report, { description: 'The report as the handling organisation sees it, without identity.' })
  report!: Report;

  @Field(() => HandOver, { description: 'The hand-over.' })
  handOver!: HandOver;

  @Field(() => String, {
    description: 'Send it as header `hand-over-grant` to read and to answer for the organisation.',
  })
  grant!: string;

  @Field(() => DateTime, { description: 'Until when the grant works; the link gives a new one.' })
  grantExpiresAt!: Date;
}

export const OpenHandOverResult = createUnionType({
  name: 'OpenHandOverResult',
  description: 'The report, or why not. A wrong link, an ended and an expired one look alike.',
  types: () => [HandOverOpened, NotFound, TooManyRequests] as const,
});

@InputType({
  description: 'A new link for the head of an organisation that nobody staffs; the old one ends.',
})
export class HandOverReportInput extends ChangeInput {
  @Field(() => ID, { description: 'The handling organisation.' }) organisationId!: string;
}

@InputType({ description: 'The end of a link.' })
export class RevokeHandOverInput extends ChangeInput {
  @Field(() => ID, { description: 'The handling organisation.' }) organisationId!: string;
}
