import { Field, InputType } from 'type-graphql';
import { ChangeInput } from '../report/graphql-index.ts';

@InputType({ description: 'That a report is about the same matter as another one.' })
export class MarkDuplicateInput extends ChangeInput {
  @Field(() => String, { description: 'Number of the master; blanks are ignored.' }) masterNumber!: string;
  @Field(() => String, { description: 'Why; the parties read it; 10 to 1,000 characters.' }) reason!: string;
}

@InputType({ description: 'That a report is a matter of its own.' })
export class UnmarkDuplicateInput extends ChangeInput {
  @Field(() => String, { description: 'Why; the parties read it; 10 to 1,000 characters.' }) reason!: string;
}
