import { DateTime, LocalDate } from '@lapor/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Organisation } from '../../clock/index.ts';
import type {
  OversightOrigin as OriginName,
  OversightOutcome as OutcomeName,
  OversightState as StateName,
} from '../vocabulary.ts';
import { OversightCase } from './case.ts';
import { OversightOrigin, OversightOutcome, OversightState } from './enums.ts';

@ObjectType({
  description: 'What the Ombudsman does about a report, for its reporter and those who handle or oversee it.',
})
export class ReportOversight {
  @Field(() => OversightState, { description: 'How far it is.' })
  state!: StateName;

  @Field(() => DateTime, { description: 'When the Ombudsman began.' })
  openedAt!: Date;

  @Field(() => OversightOrigin, { description: 'Who opened the case.' })
  openedBy!: OriginName;

  @Field(() => Organisation, { description: 'The office of the Ombudsman that works on it.' })
  office!: Organisation;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day for the explanation that is waited for; null when none is.',
  })
  clarificationDueOn!: string | null;

  @Field(() => Boolean, { description: 'The explanation that is waited for is late.' })
  isClarificationMissed!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which a letter to the highest official left last; null when none did.',
  })
  letterSentOn!: string | null;

  @Field(() => OversightOutcome, { nullable: true, description: 'What came of it.' })
  outcome!: OutcomeName | null;

  @Field(() => [String], { description: 'What the Ombudsman wrote to the reporter, oldest first.' })
  wordsForReporter!: string[];

  @Field(() => OversightCase, {
    nullable: true,
    description:
      'The case itself, for the Ombudsman, those who handle the report and those who watch; null for others.',
  })
  case!: OversightCase | null;
}
