import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Organisation } from '../organisation/index.ts';
import { Supervision } from './graphql.ts';

@Resolver(() => Organisation)
export class SupervisorsResolver {
  @FieldResolver(() => [Supervision], {
    description:
      'Who supervises its government: the province its regencies and cities, the Ombudsman and its regional office, KSP, Kemendagri, KemenPANRB.',
  })
  async supervisors(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<Supervision[]> {
    const found = await loaders.supervisors.load(organisation.path[0]!);
    return found.map(({ supervisorId, scope, rule }) =>
      Object.assign(new Supervision(), { supervisorId, scope, rule }),
    );
  }
}

@Resolver(() => Supervision)
export class SupervisionResolver {
  @FieldResolver(() => Organisation, { description: 'Who supervises.' })
  supervisor(
    @Root() { supervisorId }: Supervision,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisation.load(supervisorId);
  }
}
