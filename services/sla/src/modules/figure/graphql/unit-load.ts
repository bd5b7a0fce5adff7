import { Field, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../clock/index.ts';

@ObjectType({
  description:
    'What an organisation with all below it carries. For its own officers and analysts without confidential reports; numbers from 1 to 4 are null for analysts.',
  simpleResolvers: true,
})
export class UnitLoad {
  @Field(() => Organisation, { description: 'The organisation.' })
  organisation!: Organisation;

  @Field(() => Int, { nullable: true, description: 'Reports neither completed nor archived.' })
  open!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The next clock is a duty of the administration and its end has come; a timer that runs out makes nobody late.',
  })
  overdue!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Within how many days half of what came in the last 90 days was first followed up, open reports counted where that is known; null without any, and below five for analysts.',
  })
  followUpDays!: number | null;
}
