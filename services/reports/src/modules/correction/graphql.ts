import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput } from '../report/graphql-index.ts';

@InputType({ description: 'Other words for an answer that was sent.' })
export class CorrectAnswerInput extends ChangeInput {
  @Field(() => ID, { description: 'The answer: an entry of the history of one of the four kinds of answer.' })
  entryId!: string;

  @Field(() => String, { description: 'The words that stand from now on; 10 to 4,000 characters.' })
  text!: string;
}
