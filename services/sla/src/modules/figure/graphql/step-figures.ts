import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { STEP_KINDS, type StepKind } from '@lapor/events';

export const StepKindEnum = Object.fromEntries(STEP_KINDS.map((kind) => [kind, kind])) as {
  [Kind in StepKind]: Kind;
};
registerEnumType(StepKindEnum, {
  name: 'StepKind',
  description: 'A step of the administration that has a deadline and ends by an act of its own.',
  valuesConfig: {
    VERIFICATION: { description: 'From the submission, completion or return until it was passed on.' },
    FOLLOW_UP: { description: 'From the disposition to an agency until its first plan or result.' },
    RESOLUTION: { description: 'From the first disposition until the result.' },
    REPLY_TURN: { description: 'From a reply of the reporter until the agency answered it.' },
  },
});

const WHEN =
  'Of the steps that ended in the period, whenever their reports were filed: fulfilled, or given away late.';

@ObjectType({ description: 'Steps of one kind that ended in a period.', simpleResolvers: true })
export class StepCount {
  @Field(() => StepKindEnum, { description: 'Which step.' })
  step!: StepKind;

  @Field(() => Int, { nullable: true, description: `Ended by their deadline. ${WHEN}` })
  onTime!: number | null;

  @Field(() => Int, { nullable: true, description: `Ended after their deadline. ${WHEN}` })
  late!: number | null;

  @Field(() => Int, { nullable: true, description: 'on time ÷ (on time + late), in whole percent.' })
  onTimeRate!: number | null;
}

@ObjectType({
  description:
    'How many steps ended in time. Counted for the unit whose step it was and all above it, in the period in which it ended; what is still late and has not ended is overdue, and not in here. A step counts once, a report may have several.',
  simpleResolvers: true,
})
export class StepFigures {
  @Field(() => Int, { nullable: true, description: `Ended by their deadline. ${WHEN}` })
  onTime!: number | null;

  @Field(() => Int, { nullable: true, description: `Ended after their deadline. ${WHEN}` })
  late!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'on time ÷ (on time + late), in whole percent; null where no step ended.',
  })
  onTimeRate!: number | null;

  @Field(() => [StepCount], { description: 'The same by kind of step, those that ended at all.' })
  byStep!: StepCount[];
}
