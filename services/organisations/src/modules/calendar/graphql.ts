import { LocalDate } from '@lapor/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RequestInput } from '@lapor/request/graphql';

@ObjectType({
  description:
    'A working day on which the offices of a government are closed, besides the national holidays.',
})
export class ClosingDay {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'Number of the decree that closes the offices.' })
  decree!: string;
}

@InputType({ description: 'A closing day.' })
export class ClosingDayInput {
  @Field(() => LocalDate, { description: 'The day, in the year of the request.' })
  date!: string;

  @Field(() => String, { description: 'What it is for, 3 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Number of the decree that closes the offices.' })
  decree!: string;
}

@InputType({ description: 'The closing days of a government in one year; they replace those of before.' })
export class SetClosingDaysInput extends RequestInput {
  @Field(() => ID, { description: 'Root of a government or K/L.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => [ClosingDayInput], {
    description: 'All closing days of the year, at most 60; empty for none.',
  })
  days!: ClosingDayInput[];
}
